/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-stock.h"

#include "feed/moei-picture.h"
#include "feed/moei-restore.h"
#include "feed/moei-standing.h"

/**
 * MoeiStock:
 *
 * The service's documents that are here: noted in the ledger, kept on this
 * computer, shown in the operation, and each as current as the service said.
 */
struct _MoeiStock {
  GObject parent_instance;

  MoeiOperation *operation;
  MoeiClock     *clock;
  MoeiLastGood  *last_good;
  MoeiLedger    *ledger;
  MoeiPicture   *picture;
  MoeiStanding  *standing;
  gint64         word;  /* when the service last said at which revisions its documents are */
  gboolean       heard; /* since the start, that is, not from what was kept */
};

G_DEFINE_FINAL_TYPE (MoeiStock, moei_stock, G_TYPE_OBJECT)

static void
moei_stock_dispose (GObject *object)
{
  MoeiStock *self = MOEI_STOCK (object);

  g_clear_object (&self->operation);
  g_clear_object (&self->clock);
  g_clear_object (&self->last_good);
  g_clear_object (&self->ledger);
  g_clear_object (&self->picture);
  g_clear_object (&self->standing);

  G_OBJECT_CLASS (moei_stock_parent_class)->dispose (object);
}

static void
moei_stock_class_init (MoeiStockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_stock_dispose;
}

static void
moei_stock_init (MoeiStock *self)
{
  self->ledger = moei_ledger_new ();
  self->word = MOEI_INSTANT_UNKNOWN;
}

/**
 * moei_stock_new:
 * @operation: where the documents are shown
 * @clock: the service's clock
 * @last_good: where they are kept
 *
 * Returns: (transfer full): an empty stock
 */
MoeiStock *
moei_stock_new (MoeiOperation *operation,
                MoeiClock     *clock,
                MoeiLastGood  *last_good)
{
  MoeiStock *self = g_object_new (MOEI_TYPE_STOCK, NULL);

  self->operation = g_object_ref (operation);
  self->clock = g_object_ref (clock);
  self->last_good = g_object_ref (last_good);
  self->standing = moei_standing_new (operation);
  self->picture = moei_picture_new (operation, self->standing);
  return self;
}

/**
 * moei_stock_get_ledger:
 * @self: a stock
 *
 * Returns: (transfer none): what is here, and at which revision
 */
MoeiLedger *
moei_stock_get_ledger (MoeiStock *self)
{
  g_return_val_if_fail (MOEI_IS_STOCK (self), NULL);

  return self->ledger;
}

/* The last day of which a document tells what is to come, or how it has gone.
 * Flights that have left tell neither. */
static guint
last_day_of (const MoeiNamed *named,
             guint            today)
{
  guint day = named->day != MOEI_DAY_UNKNOWN ? named->day : today;

  if (named->kind == MOEI_DOCUMENT_WEEK)
    return named->day != MOEI_DAY_UNKNOWN ? day + 6 : day;
  if ((named->kind == MOEI_DOCUMENT_FLIGHTS && day >= today) || named->kind == MOEI_DOCUMENT_RULE)
    return day;
  return MOEI_DAY_UNKNOWN;
}

static void
say_awaited (MoeiStock *self)
{
  g_autoptr (GArray) list = moei_ledger_list (self->ledger);
  guint today = moei_operation_get_operating_day (self->operation);
  guint last = MOEI_DAY_UNKNOWN;

  for (guint i = 0; i < list->len; i++) {
    const MoeiNamed *named = &g_array_index (list, MoeiNamed, i);

    if (!moei_standing_is_shown (self->standing, named->href))
      last = MAX (last, last_day_of (named, today));
  }
  g_object_set (self->operation, "awaited-day", last, NULL);
}

/* What comes with a document and what is still awaited is shown together. */
static void
begin_showing (MoeiStock *self)
{
  g_object_freeze_notify (G_OBJECT (self->operation));
  moei_operation_freeze (self->operation);
}

static void
end_showing (MoeiStock *self)
{
  say_awaited (self);
  moei_operation_thaw (self->operation);
  g_object_thaw_notify (G_OBJECT (self->operation));
}

/* What is here as the service has it, and shown, holds as of its last word. */
static void
say_standing (MoeiStock *self)
{
  g_autoptr (GArray) list = moei_ledger_list (self->ledger);

  for (guint i = 0; i < list->len; i++) {
    MoeiNamed *named = &g_array_index (list, MoeiNamed, i);

    if (moei_picture_is_shown (self->picture, named->href) && moei_ledger_is_current (self->ledger, named->href))
      moei_standing_confirm (self->standing, named->href, self->word);
  }
  moei_standing_sum_up (self->standing, self->heard);
}

/**
 * moei_stock_restore:
 * @self: a stock
 * @kept: (element-type MoeiKept): what was kept of the last good picture
 *
 * Shows the last good picture of the present, and sets the clock by it.  The
 * situation in it says of each document that it held then.
 *
 * Returns: when its latest document came, as moei_clock_boot_time() tells;
 *   `G_MININT64` if there is nothing to show
 */
gint64
moei_stock_restore (MoeiStock *self,
                    GPtrArray *kept)
{
  gint64 received;

  g_return_val_if_fail (MOEI_IS_STOCK (self), G_MININT64);

  begin_showing (self);
  received = moei_restore (kept, self->ledger, self->picture, self->clock);
  end_showing (self);
  if (moei_ledger_get_situation (self->ledger) != NULL) {
    self->word = moei_document_get_generated (moei_ledger_get_situation (self->ledger));
    say_standing (self);
  }
  return received;
}

/**
 * moei_stock_restore_next:
 * @self: a stock
 * @kept: (element-type MoeiKept): what was kept of the last good picture; what
 *   is looked at is taken out
 *
 * Restores one more document, of another day; it waits to be shown.
 *
 * Returns: whether there was one
 */
gboolean
moei_stock_restore_next (MoeiStock *self,
                         GPtrArray *kept)
{
  g_return_val_if_fail (MOEI_IS_STOCK (self), FALSE);

  return moei_restore_next (kept, self->ledger, self->picture);
}

/**
 * moei_stock_take:
 * @self: a stock
 * @href: a document's address
 * @reading: what came; without a document, what is here still holds
 *
 * Notes and keeps what came; it waits to be shown.
 */
void
moei_stock_take (MoeiStock   *self,
                 const char  *href,
                 MoeiReading *reading)
{
  g_return_if_fail (MOEI_IS_STOCK (self));

  if (reading->document != NULL) {
    moei_ledger_note (self->ledger, href, reading->etag, moei_document_get_revision (reading->document));
    moei_last_good_save_async (self->last_good, href, reading->etag, reading->body, NULL, NULL, NULL);
    moei_picture_take (self->picture, href, reading->document);
  }
}

/**
 * moei_stock_object:
 * @self: a stock
 * @href: a document's address
 * @error: why it could not be read
 * @present: whether it was read for the present
 */
void
moei_stock_object (MoeiStock    *self,
                   const char   *href,
                   const GError *error,
                   gboolean      present)
{
  g_return_if_fail (MOEI_IS_STOCK (self));

  moei_standing_object (self->standing, href, error->message, present);
}

/**
 * moei_stock_hear:
 * @self: a stock
 *
 * The service has just said at which revisions its documents are.
 */
void
moei_stock_hear (MoeiStock *self)
{
  g_return_if_fail (MOEI_IS_STOCK (self));

  self->word = moei_clock_now (self->clock);
  self->heard = TRUE;
}

/**
 * moei_stock_show:
 * @self: a stock
 * @complete: whether all that was to be read of the present was read
 *
 * Shows what waits, as moei_picture_show() does, and says how current all is.
 */
void
moei_stock_show (MoeiStock *self,
                 gboolean   complete)
{
  g_return_if_fail (MOEI_IS_STOCK (self));

  begin_showing (self);
  moei_picture_show (self->picture, complete);
  end_showing (self);
  say_standing (self);
}

/**
 * moei_stock_forget_unnamed:
 * @self: a stock
 *
 * No longer keeps what the situation no longer names.
 */
void
moei_stock_forget_unnamed (MoeiStock *self)
{
  g_autoptr (GPtrArray) dropped = NULL;

  g_return_if_fail (MOEI_IS_STOCK (self));

  dropped = moei_ledger_drop_unnamed (self->ledger);
  for (guint i = 0; i < dropped->len; i++)
    moei_last_good_forget_async (self->last_good, dropped->pdata[i], NULL, NULL, NULL);
}

/**
 * moei_stock_clear:
 * @self: a stock
 *
 * Nothing that is known of the service's documents holds.  What is shown stays
 * until others have come.
 */
void
moei_stock_clear (MoeiStock *self)
{
  g_return_if_fail (MOEI_IS_STOCK (self));

  moei_ledger_clear (self->ledger);
  moei_picture_drop (self->picture);
  self->word = MOEI_INSTANT_UNKNOWN;
}
