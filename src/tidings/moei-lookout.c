/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-lookout.h"

#include <string.h>

#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-quota-day.h"
#include "rules/moei-flight-risk.h"
#include "rules/moei-funnel.h"

/* What is not told again, should it cease and come back meanwhile: a margin
 * that wavers about its limit, a link that fails every minute. */
#define ONCE_IN (15 * G_TIME_SPAN_MINUTE)

/* So long data must be old without a break: a connection that is being renewed
 * is no news. */
#define OLD_FOR (60 * G_TIME_SPAN_SECOND)

/* What happened longer ago is only heard of late. */
#define NEWS (30 * G_TIME_SPAN_MINUTE)

/* So often things must stand alike before a change is believed to be one: what
 * is found at first was so before. */
#define STEADY 3

/* An exercise at a thousandfold speed never stands still: so many looks suffice. */
#define LOOKS_ENOUGH 60

/**
 * MoeiLookout:
 *
 * Watches an operation for what whoever does not look wants to be told.
 *
 * Only what was known not to be so, and then is, is told: not what it finds when
 * it first looks, or when the service's store became another one.
 */
struct _MoeiLookout {
  GObject parent_instance;

  MoeiOperation *operation;
  char          *country;   /* (nullable) whose flights; of all */
  char          *epoch;     /* (nullable) */
  GHashTable    *open;      /* set of keys of what was known not to be so */
  GHashTable    *true_now;  /* key → MoeiTiding, told or not */
  GHashTable    *told;      /* key → when, on the clock of the computer's running */
  gint64         old_since; /* the same clock; G_MININT64 while data is current */
  guint          n_steady;
  guint          n_looks;
};

enum {
  TOLD,
  OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiLookout, moei_lookout, G_TYPE_OBJECT)

/* What one look finds. */
typedef struct {
  GHashTable *yes; /* key → MoeiTiding */
  GHashTable *no;  /* set of keys */
  GHashTable *old; /* set of keys of what is so, but no news */
} Found;

static Found *
found_new (void)
{
  Found *found = g_new0 (Found, 1);

  found->yes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  found->no = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  found->old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return found;
}

static void
found_free (Found *found)
{
  g_hash_table_unref (found->yes);
  g_hash_table_unref (found->no);
  g_hash_table_unref (found->old);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static void
find (Found          *found,
      MoeiTidingKind  kind,
      gpointer        entity,
      gboolean        is_so,
      gboolean        is_old)
{
  g_autoptr (MoeiTiding) tiding = moei_tiding_new (kind, entity != NULL ? moei_entity_get_id (entity) : NULL);
  const char *key = moei_tiding_get_key (tiding);

  if (is_so && is_old)
    g_hash_table_add (found->old, g_strdup (key));
  if (is_so)
    g_hash_table_insert (found->yes, g_strdup (key), g_object_ref (tiding));
  else
    g_hash_table_add (found->no, g_strdup (key));
}

static gboolean
has_left (MoeiFlight *flight)
{
  MoeiFlightState state = moei_flight_get_state (flight);

  return state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED;
}

static void
look_at_flight (MoeiLookout          *self,
                MoeiFlight           *flight,
                const MoeiProcessing *processing,
                gint64                now,
                Found                *found)
{
  gint64 left = moei_flight_get_actual (flight);
  MoeiFlightRisk risk;

  if (moei_flight_get_state (flight) != MOEI_FLIGHT_STATE_UNKNOWN)
    find (found, MOEI_TIDING_FLIGHT_DEPARTED, flight, has_left (flight),
          left != MOEI_INSTANT_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && left < now - NEWS);

  moei_flight_risk_compute (&risk, flight, moei_operation_get_convoys (self->operation),
                            moei_operation_get_flights (self->operation), moei_operation_get_routes (self->operation),
                            processing, now);
  if (risk.verdict != MOEI_RISK_UNKNOWN)
    find (found, MOEI_TIDING_FLIGHT_AT_RISK, flight,
          risk.verdict == MOEI_RISK_AT_RISK || risk.verdict == MOEI_RISK_MISSED, FALSE);
}

static void
look_at_flights (MoeiLookout *self,
                 gint64       now,
                 Found       *found)
{
  MoeiCollection *flights = moei_operation_get_flights (self->operation);
  MoeiProcessing processing;

  moei_processing_init_default (&processing);
  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    if (self->country == NULL ||
        moei_collection_lookup (moei_flight_get_nationalities (flight), self->country) != NULL)
      look_at_flight (self, flight, &processing, now, found);
  }
}

static void
look_at_quota (MoeiLookout *self,
               gint64       now,
               Found       *found)
{
  MoeiCollection *days = moei_operation_get_days (self->operation);
  guint today = moei_operation_get_operating_day (self->operation);

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);
    MoeiFunnel funnel;

    if (moei_quota_day_get_date (day) != today)
      continue;
    moei_funnel_compute (&funnel, day, moei_operation_get_flights (self->operation),
                         moei_operation_get_routes (self->operation),
                         moei_operation_get_nationalities (self->operation), now);
    if (funnel.verdict != MOEI_VERDICT_UNKNOWN && funnel.verdict != MOEI_VERDICT_NO_QUOTA)
      find (found, MOEI_TIDING_QUOTA_REACHED, day, funnel.verdict == MOEI_VERDICT_MET, FALSE);
  }
}

static void
look_at_age (MoeiLookout   *self,
             MoeiDataState  state,
             gint64         time,
             Found         *found)
{
  if (state != MOEI_DATA_STATE_OLD && state != MOEI_DATA_STATE_OFFLINE) {
    self->old_since = G_MININT64;
    if (state != MOEI_DATA_STATE_NONE)
      find (found, MOEI_TIDING_DATA_OLD, NULL, FALSE, FALSE);
    return;
  }
  if (self->old_since == G_MININT64 || self->old_since > time)
    self->old_since = time;
  if (time - self->old_since >= OLD_FOR)
    find (found, MOEI_TIDING_DATA_OLD, NULL, TRUE, FALSE);
}

static gboolean
is_data_old (gpointer key)
{
  return g_str_equal (key, moei_tiding_kind_get_name (MOEI_TIDING_DATA_OLD));
}

/* What is no longer so. */
static void
end_what_is_over (MoeiLookout *self,
                  Found       *found)
{
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, tiding;

  g_hash_table_iter_init (&iter, self->true_now);
  while (g_hash_table_iter_next (&iter, &key, &tiding)) {
    if (!g_hash_table_contains (found->yes, key)) {
      g_ptr_array_add (over, g_object_ref (tiding));
      g_hash_table_iter_remove (&iter);
    }
  }
  for (guint i = 0; i < over->len; i++)
    g_signal_emit (self, signals[OVER], 0, over->pdata[i]);
}

static gboolean
was_told_lately (MoeiLookout *self,
                 const char  *key,
                 gint64       time)
{
  const gint64 *when = g_hash_table_lookup (self->told, key);

  return when != NULL && time >= *when && time - *when < ONCE_IN;
}

static int
compare_tidings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (moei_tiding_get_key (*(MoeiTiding **) a), moei_tiding_get_key (*(MoeiTiding **) b));
}

/* What is so now, and was not. */
static void
tell_what_is_new (MoeiLookout *self,
                  Found       *found,
                  gboolean     silently,
                  gint64       time)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer key, tiding;

  g_hash_table_iter_init (&iter, found->yes);
  while (g_hash_table_iter_next (&iter, &key, &tiding)) {
    gboolean was_open = g_hash_table_remove (self->open, key);

    if (g_hash_table_contains (self->true_now, key))
      continue;
    g_hash_table_insert (self->true_now, g_strdup (key), g_object_ref (tiding));
    if (was_open && (!silently || is_data_old (key)) && !g_hash_table_contains (found->old, key) &&
        !was_told_lately (self, key, time)) {
      g_hash_table_replace (self->told, g_strdup (key), g_memdup2 (&time, sizeof time));
      g_ptr_array_add (news, g_object_ref (tiding));
    }
  }
  g_ptr_array_sort (news, compare_tidings);
  for (guint i = 0; i < news->len; i++)
    g_signal_emit (self, signals[TOLD], 0, news->pdata[i]);
}

/* Whether it is so as it was when it last looked. */
static gboolean
stands_alike (MoeiLookout *self,
              Found       *found)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (found->yes) != g_hash_table_size (self->true_now))
    return FALSE;

  g_hash_table_iter_init (&iter, found->yes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (self->true_now, key))
      return FALSE;
  g_hash_table_iter_init (&iter, found->no);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (self->open, key))
      return FALSE;
  return TRUE;
}

static void
note_what_is_not (MoeiLookout *self,
                  Found       *found)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, found->no);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->open, g_strdup (key));
}

static gboolean
is_of_the_operation (gpointer key,
                     gpointer value,
                     gpointer user_data)
{
  return !is_data_old (key);
}

/* All that was known is another store's, or of another country. */
static void
begin_anew (MoeiLookout *self)
{
  g_hash_table_foreach_remove (self->open, is_of_the_operation, NULL);
  g_hash_table_foreach_remove (self->told, is_of_the_operation, NULL);
  self->n_steady = self->n_looks = 0;
}

static void
moei_lookout_finalize (GObject *object)
{
  MoeiLookout *self = MOEI_LOOKOUT (object);

  g_clear_object (&self->operation);
  g_hash_table_unref (self->open);
  g_hash_table_unref (self->true_now);
  g_hash_table_unref (self->told);
  g_free (self->country);
  g_free (self->epoch);

  G_OBJECT_CLASS (moei_lookout_parent_class)->finalize (object);
}

static void
moei_lookout_class_init (MoeiLookoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_lookout_finalize;

  /**
   * MoeiLookout::told:
   * @self: a lookout
   * @tiding: what happened
   *
   * Something came to be so.
   */
  signals[TOLD] = g_signal_new ("told", MOEI_TYPE_LOOKOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, MOEI_TYPE_TIDING);

  /**
   * MoeiLookout::over:
   * @self: a lookout
   * @tiding: what was so, whether it was told or not
   *
   * Something is so no longer.
   */
  signals[OVER] = g_signal_new ("over", MOEI_TYPE_LOOKOUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, MOEI_TYPE_TIDING);
}

static void
moei_lookout_init (MoeiLookout *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->true_now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->old_since = G_MININT64;
}

/**
 * moei_lookout_new:
 * @operation: what is watched
 *
 * Returns: (transfer full): a lookout that has not looked yet
 */
MoeiLookout *
moei_lookout_new (MoeiOperation *operation)
{
  MoeiLookout *self;

  g_return_val_if_fail (MOEI_IS_OPERATION (operation), NULL);

  self = g_object_new (MOEI_TYPE_LOOKOUT, NULL);
  self->operation = g_object_ref (operation);
  return self;
}

/**
 * moei_lookout_set_country:
 * @self: a lookout
 * @country: (nullable): ISO 3166-1 alpha-3; `NULL` or "" for all
 *
 * Tells of the flights of this country or region only.  What is so already when
 * it is chosen is no news.
 */
void
moei_lookout_set_country (MoeiLookout *self,
                          const char  *country)
{
  const char *chosen = country != NULL && *country != '\0' ? country : NULL;

  g_return_if_fail (MOEI_IS_LOOKOUT (self));

  if (g_strcmp0 (self->country, chosen) == 0)
    return;
  g_free (self->country);
  self->country = g_strdup (chosen);
  begin_anew (self);
}

/**
 * moei_lookout_look:
 * @self: a lookout
 * @state: how current the data is
 * @now: the instant, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not known
 * @time: how long the computer has been running, in microseconds
 *
 * Looks what has changed, and tells it.  To be called every second or so.
 */
void
moei_lookout_look (MoeiLookout   *self,
                   MoeiDataState  state,
                   gint64         now,
                   gint64         time)
{
  g_autoptr (Found) found = found_new ();
  const char *epoch;
  gboolean settling;

  g_return_if_fail (MOEI_IS_LOOKOUT (self));

  epoch = moei_operation_get_epoch (self->operation);
  if (g_strcmp0 (epoch, self->epoch) != 0) {
    g_free (self->epoch);
    self->epoch = g_strdup (epoch);
    begin_anew (self);
  }
  if (epoch != NULL && moei_operation_get_operating_day (self->operation) != MOEI_DAY_UNKNOWN) {
    look_at_flights (self, now, found);
    look_at_quota (self, now, found);
  }
  look_at_age (self, state, time, found);

  settling = epoch == NULL || (self->n_steady < STEADY && self->n_looks < LOOKS_ENOUGH);
  if (settling && epoch != NULL) {
    self->n_steady = stands_alike (self, found) ? self->n_steady + 1 : 0;
    self->n_looks++;
  }
  end_what_is_over (self, found);
  tell_what_is_new (self, found, settling, time);
  note_what_is_not (self, found);
}
