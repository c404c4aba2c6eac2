/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-other-days.h"

#include "feed/moei-feed-error.h"
#include "feed/moei-round.h"

/* Of the four connections two are left to the present, whatever happens here. */
#define AT_ONCE 2

/**
 * MoeiOtherDays:
 *
 * Reads the documents of other days and weeks, and what else a board of today
 * does without, beside the rounds that read the present's, so that nothing of
 * today ever waits for them.
 *
 * At first they come from the last good picture, one by one, when there is
 * nothing else to do.  What cannot be read is left alone for a while.
 */
struct _MoeiOtherDays {
  GObject parent_instance;

  GUri                *service;
  SoupSession         *session;
  const MoeiDurations *durations;
  MoeiStock           *stock;

  GPtrArray *kept;        /* (nullable) (element-type MoeiKept) still to be restored */
  guint      restore_id;
  MoeiRound *round;       /* (nullable) in progress */
  int        retry_after; /* seconds, of what failed in it; -1 if nothing did */
  guint      pause_id;
};

G_DEFINE_FINAL_TYPE (MoeiOtherDays, moei_other_days, G_TYPE_OBJECT)

static void
moei_other_days_dispose (GObject *object)
{
  MoeiOtherDays *self = MOEI_OTHER_DAYS (object);

  moei_other_days_stop (self);
  g_clear_object (&self->session);
  g_clear_object (&self->stock);

  G_OBJECT_CLASS (moei_other_days_parent_class)->dispose (object);
}

static void
moei_other_days_finalize (GObject *object)
{
  g_uri_unref (MOEI_OTHER_DAYS (object)->service);

  G_OBJECT_CLASS (moei_other_days_parent_class)->finalize (object);
}

static void
moei_other_days_class_init (MoeiOtherDaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_other_days_dispose;
  object_class->finalize = moei_other_days_finalize;
}

static void
moei_other_days_init (MoeiOtherDays *self)
{
}

/**
 * moei_other_days_new:
 * @service: the service's address
 * @session: a session made by moei_exchange_session_new()
 * @stock: what is here already, and what to add to
 * @durations: (transfer none): how long to wait; must outlive it
 *
 * Returns: (transfer full): a reader of other days that reads nothing yet
 */
MoeiOtherDays *
moei_other_days_new (GUri                *service,
                     SoupSession         *session,
                     MoeiStock           *stock,
                     const MoeiDurations *durations)
{
  MoeiOtherDays *self = g_object_new (MOEI_TYPE_OTHER_DAYS, NULL);

  self->service = g_uri_ref (service);
  self->session = g_object_ref (session);
  self->stock = g_object_ref (stock);
  self->durations = durations;
  return self;
}

static gboolean
restore_cb (gpointer user_data)
{
  MoeiOtherDays *self = user_data;

  if (moei_stock_restore_next (self->stock, self->kept))
    return G_SOURCE_CONTINUE;

  self->restore_id = 0;
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  moei_stock_show (self->stock, FALSE);
  moei_other_days_catch_up (self);
  return G_SOURCE_REMOVE;
}

/**
 * moei_other_days_restore:
 * @self: other days
 * @kept: (element-type MoeiKept): the last good picture, of which the present
 *   is restored already; it is used up
 *
 * Begins to restore the rest.
 */
void
moei_other_days_restore (MoeiOtherDays *self,
                         GPtrArray     *kept)
{
  g_return_if_fail (MOEI_IS_OTHER_DAYS (self));
  g_return_if_fail (self->kept == NULL);

  self->kept = g_ptr_array_ref (kept);
  self->restore_id = g_idle_add (restore_cb, self);
}

static gboolean
pause_cb (gpointer user_data)
{
  MoeiOtherDays *self = user_data;

  self->pause_id = 0;
  moei_other_days_catch_up (self);
  return G_SOURCE_REMOVE;
}

static void
read_cb (MoeiOtherDays *self,
         const char    *href,
         int            kind,
         MoeiReading   *reading,
         MoeiRound     *round)
{
  moei_stock_take (self->stock, href, reading);
}

static void
failed_cb (MoeiOtherDays *self,
           const char    *href,
           const GError  *error,
           MoeiRound     *round)
{
  self->retry_after = MAX (self->retry_after, MAX (moei_feed_error_get_retry_after (error), 0));
  moei_stock_object (self->stock, href, error, FALSE);
}

static void
over_cb (MoeiOtherDays *self,
         MoeiRound     *round)
{
  guint pause = MAX ((guint) MAX (self->retry_after, 0) * self->durations->second, self->durations->ping);

  g_clear_object (&self->round);
  if (self->retry_after >= 0)
    self->pause_id = g_timeout_add (pause, pause_cb, self);
  moei_stock_show (self->stock, FALSE);
  moei_other_days_catch_up (self);
}

static void
ensure_round (MoeiOtherDays *self)
{
  if (self->round != NULL)
    return;

  self->retry_after = -1;
  self->round = moei_round_new (self->service, self->session, moei_stock_get_ledger (self->stock), self->durations, AT_ONCE);
  g_signal_connect_object (self->round, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->round, "over", G_CALLBACK (over_cb), self, G_CONNECT_SWAPPED);
}

/**
 * moei_other_days_catch_up:
 * @self: other days
 *
 * The service has said what there is: has read what is not here as it says,
 * unless that is being done, or is to be left alone.
 */
void
moei_other_days_catch_up (MoeiOtherDays *self)
{
  MoeiLedger *ledger;
  g_autoptr (GArray) list = NULL;

  g_return_if_fail (MOEI_IS_OTHER_DAYS (self));

  if (self->kept != NULL || self->round != NULL || self->pause_id != 0)
    return;

  ledger = moei_stock_get_ledger (self->stock);
  list = moei_ledger_list (ledger);
  for (guint i = 0; i < list->len; i++) {
    MoeiNamed *named = &g_array_index (list, MoeiNamed, i);

    if (named->present || moei_ledger_is_current (ledger, named->href))
      continue;
    ensure_round (self);
    moei_round_ask (self->round, named->href, named->kind, named->revision);
  }
  if (self->round != NULL)
    moei_round_begin (self->round);
}

/**
 * moei_other_days_stop:
 * @self: other days
 *
 * Gives up what is in progress.
 */
void
moei_other_days_stop (MoeiOtherDays *self)
{
  g_return_if_fail (MOEI_IS_OTHER_DAYS (self));

  if (self->round != NULL)
    moei_round_stop (self->round);
  g_clear_object (&self->round);
  g_clear_handle_id (&self->restore_id, g_source_remove);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
}
