/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-reference.h"

/**
 * MoeiReference:
 *
 * A document of the service, and the revision at which it last changed.
 *
 * Its id is its address.
 */
struct _MoeiReference {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiReference, moei_reference, MOEI_TYPE_ENTITY)

static void
moei_reference_class_init (MoeiReferenceClass *klass)
{
  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), NULL, 0);
}

static void
moei_reference_init (MoeiReference *self)
{
}

/**
 * moei_reference_new:
 * @href: the document's address, from "/"
 * @revision: the revision at which it last changed
 *
 * Returns: (transfer full): a reference
 */
MoeiReference *
moei_reference_new (const char *href,
                    gint64      revision)
{
  return g_object_new (MOEI_TYPE_REFERENCE, "id", href, "revision", revision, NULL);
}

/**
 * moei_reference_get_href:
 * @self: a reference
 *
 * Returns: the document's address on the service
 */
const char *
moei_reference_get_href (MoeiReference *self)
{
  return moei_entity_get_id (MOEI_ENTITY (self));
}
