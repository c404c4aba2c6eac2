/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-picture.h"

#include "feed/moei-apply.h"

/**
 * MoeiPicture:
 *
 * The documents that were read and are to be shown together.
 *
 * When the operating day turns, the documents of the new day are shown once
 * all of them have come: yesterday's flights are never shown as today's.
 */
struct _MoeiPicture {
  GObject parent_instance;

  MoeiOperation *operation;
  MoeiDocument  *waiting[MOEI_N_DOCUMENT_KINDS];
};

G_DEFINE_FINAL_TYPE (MoeiPicture, moei_picture, G_TYPE_OBJECT)

static void
moei_picture_dispose (GObject *object)
{
  MoeiPicture *self = MOEI_PICTURE (object);

  moei_picture_drop (self);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_picture_parent_class)->dispose (object);
}

static void
moei_picture_class_init (MoeiPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_picture_dispose;
}

static void
moei_picture_init (MoeiPicture *self)
{
}

/* The situation says which day it is. */
static gboolean
is_dated (MoeiDocumentKind kind)
{
  return kind == MOEI_DOCUMENT_SITUATION || kind == MOEI_DOCUMENT_CONVOYS ||
         kind == MOEI_DOCUMENT_FLIGHTS || kind == MOEI_DOCUMENT_WEEK;
}

static gboolean
day_turns (MoeiPicture *self)
{
  MoeiDocument *situation = self->waiting[MOEI_DOCUMENT_SITUATION];
  guint day = moei_operation_get_operating_day (self->operation);

  return situation != NULL && day != MOEI_DAY_UNKNOWN &&
         moei_document_get_operating_day (situation) != day;
}

/**
 * moei_picture_new:
 * @operation: where to show what was read
 *
 * Returns: (transfer full): a picture in which nothing waits
 */
MoeiPicture *
moei_picture_new (MoeiOperation *operation)
{
  MoeiPicture *self = g_object_new (MOEI_TYPE_PICTURE, NULL);

  self->operation = g_object_ref (operation);
  return self;
}

/**
 * moei_picture_take:
 * @self: a picture
 * @document: a document, whole and understood
 *
 * Lets it wait to be shown, in place of a former one that still waits.
 */
void
moei_picture_take (MoeiPicture  *self,
                   MoeiDocument *document)
{
  g_return_if_fail (MOEI_IS_PICTURE (self));
  g_return_if_fail (MOEI_IS_DOCUMENT (document));

  g_set_object (&self->waiting[moei_document_get_kind (document)], document);
}

/**
 * moei_picture_show:
 * @self: a picture
 * @complete: whether all that was to be read was read
 *
 * Shows what waits.  If it is not complete and the day turns, what belongs to
 * a day goes on waiting.
 */
void
moei_picture_show (MoeiPicture *self,
                   gboolean     complete)
{
  gboolean hold;

  g_return_if_fail (MOEI_IS_PICTURE (self));

  hold = !complete && day_turns (self);
  g_object_freeze_notify (G_OBJECT (self->operation));
  moei_operation_freeze (self->operation);
  for (MoeiDocumentKind kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++) {
    if (self->waiting[kind] == NULL || (hold && is_dated (kind)))
      continue;
    moei_apply_document (self->operation, self->waiting[kind]);
    g_clear_object (&self->waiting[kind]);
  }
  moei_operation_thaw (self->operation);
  g_object_thaw_notify (G_OBJECT (self->operation));
}

/**
 * moei_picture_drop:
 * @self: a picture
 *
 * Throws away what waits.
 */
void
moei_picture_drop (MoeiPicture *self)
{
  g_return_if_fail (MOEI_IS_PICTURE (self));

  for (MoeiDocumentKind kind = 0; kind < MOEI_N_DOCUMENT_KINDS; kind++)
    g_clear_object (&self->waiting[kind]);
}

/**
 * moei_picture_is_shown:
 * @self: a picture
 * @kind: a kind of document
 *
 * Returns: whether what was last read of that kind is shown; no, where it
 *   waits for the rest of its day
 */
gboolean
moei_picture_is_shown (MoeiPicture      *self,
                       MoeiDocumentKind  kind)
{
  g_return_val_if_fail (MOEI_IS_PICTURE (self), FALSE);

  return self->waiting[kind] == NULL &&
         !(is_dated (kind) && self->waiting[MOEI_DOCUMENT_SITUATION] != NULL);
}
