/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-link.h"

/**
 * MoeiLink:
 *
 * Where the service has something, as its service document says.
 *
 * Its id is its relation.
 */
struct _MoeiLink {
  MoeiEntity parent_instance;
};

G_DEFINE_FINAL_TYPE (MoeiLink, moei_link, MOEI_TYPE_ENTITY)

typedef enum {
  FIELD_HREF = MOEI_ENTITY_FIRST_FIELD,
  FIELD_TEMPLATED,
} MoeiLinkField;

static void
moei_link_class_init (MoeiLinkClass *klass)
{
  /* In the order of MoeiLinkField */
  GParamSpec *fields[] = {
    moei_field_string ("href"),
    moei_field_flag ("templated"),
  };

  moei_entity_class_install_fields (MOEI_ENTITY_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
moei_link_init (MoeiLink *self)
{
}

/**
 * moei_link_new:
 * @relation: what it leads to, such as "places"
 * @href: the address, from "/"
 * @templated: whether @href has a part in braces, to be filled in
 *
 * Returns: (transfer full): a link
 */
MoeiLink *
moei_link_new (const char *relation,
               const char *href,
               gboolean    templated)
{
  return g_object_new (MOEI_TYPE_LINK, "id", relation, "href", href, "templated", templated, NULL);
}

/**
 * moei_link_get_relation:
 * @self: a link
 *
 * Returns: what it leads to
 */
const char *
moei_link_get_relation (MoeiLink *self)
{
  return moei_entity_get_id (MOEI_ENTITY (self));
}

/**
 * moei_link_get_href:
 * @self: a link
 *
 * Returns: its address on the service
 */
const char *
moei_link_get_href (MoeiLink *self)
{
  return g_value_get_string (moei_entity_get_field (MOEI_ENTITY (self), FIELD_HREF));
}

/**
 * moei_link_get_templated:
 * @self: a link
 *
 * Returns: whether its address has a part in braces, to be filled in
 */
gboolean
moei_link_get_templated (MoeiLink *self)
{
  return g_value_get_boolean (moei_entity_get_field (MOEI_ENTITY (self), FIELD_TEMPLATED));
}
