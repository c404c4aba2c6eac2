/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-standpoint.h"

#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-notice.h"
#include "rules/moei-funnel.h"
#include "rules/moei-notices.h"

/* What happened longer ago is only heard of late: a service that was gone for an
 * hour tells all at once what left meanwhile. */
#define NEWS (30 * G_TIME_SPAN_MINUTE)

typedef enum {
  QUOTA_UNKNOWN,
  QUOTA_OPEN,
  QUOTA_MET,
} Quota;

/* How things stand at an instant, as far as an occasion can come of it. */
struct _MoeiStandpoint {
  GHashTable *flights; /* id → MoeiFlightState */
  GHashTable *convoys; /* id → MoeiConvoyState */
  GHashTable *notices; /* (nullable) id of one in force → MoeiSeverity; not known yet */
  GHashTable *old;     /* set of ids of which the last word is no news */
  char       *day;     /* (nullable) the quota day's id */
  Quota       quota;
};

static void
note (GHashTable *table,
      gpointer    entity,
      int         value)
{
  g_hash_table_insert (table, g_strdup (moei_entity_get_id (entity)), GINT_TO_POINTER (value));
}

static void
note_old (MoeiStandpoint *self,
          gpointer        entity,
          gint64          happened,
          gint64          now)
{
  if (happened == MOEI_INSTANT_UNKNOWN)
    happened = moei_entity_get_observed (entity);
  if (happened != MOEI_INSTANT_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && happened < now - NEWS)
    g_hash_table_add (self->old, g_strdup (moei_entity_get_id (entity)));
}

static void
note_traffic (MoeiStandpoint *self,
              MoeiOperation  *operation,
              gint64          now)
{
  MoeiCollection *flights = moei_operation_get_flights (operation);
  MoeiCollection *convoys = moei_operation_get_convoys (operation);

  for (guint i = 0; i < moei_collection_size (flights); i++) {
    MoeiFlight *flight = moei_collection_get (flights, i);

    note (self->flights, flight, moei_flight_get_state (flight));
    note_old (self, flight, moei_flight_get_actual (flight), now);
  }
  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    MoeiConvoy *convoy = moei_collection_get (convoys, i);

    note (self->convoys, convoy, moei_convoy_get_state (convoy));
    note_old (self, convoy, moei_convoy_get_position_observed (convoy), now);
  }
}

static void
note_quota (MoeiStandpoint *self,
            MoeiOperation  *operation,
            gint64          now)
{
  MoeiCollection *days = moei_operation_get_days (operation);
  guint today = moei_operation_get_operating_day (operation);
  MoeiFunnel funnel;

  for (guint i = 0; i < moei_collection_size (days); i++) {
    MoeiQuotaDay *day = moei_collection_get (days, i);

    if (moei_quota_day_get_date (day) != today)
      continue;
    moei_funnel_compute (&funnel, day, moei_operation_get_flights (operation), moei_operation_get_routes (operation),
                         moei_operation_get_nationalities (operation), now);
    self->day = g_strdup (moei_entity_get_id (MOEI_ENTITY (day)));
    if (funnel.verdict == MOEI_VERDICT_MET)
      self->quota = QUOTA_MET;
    else if (funnel.verdict != MOEI_VERDICT_UNKNOWN && funnel.verdict != MOEI_VERDICT_NO_QUOTA)
      self->quota = QUOTA_OPEN;
  }
}

/* Notices are known once their document was read; until then there are none,
 * which says nothing.  An operation of which nobody says how current it is was
 * put together at once. */
static void
note_notices (MoeiStandpoint *self,
              MoeiOperation  *operation,
              gint64          now)
{
  MoeiCollection *freshness = moei_operation_get_freshness (operation);
  g_autoptr (GPtrArray) in_force = NULL;

  if (moei_collection_size (freshness) > 0 && moei_collection_lookup (freshness, "notices") == NULL)
    return;

  self->notices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  in_force = moei_notices_in_force (moei_operation_get_notices (operation), now);
  for (guint i = 0; i < in_force->len; i++)
    note (self->notices, in_force->pdata[i], moei_notice_get_severity (in_force->pdata[i]));
}

/**
 * moei_standpoint_new: (skip)
 * @operation: an operation
 * @now: the instant, on the service's clock
 *
 * Returns: (transfer full): how things stand on the operating day
 */
MoeiStandpoint *
moei_standpoint_new (MoeiOperation *operation,
                     gint64         now)
{
  MoeiStandpoint *self = g_new0 (MoeiStandpoint, 1);

  self->flights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->convoys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (moei_operation_get_operating_day (operation) == MOEI_DAY_UNKNOWN)
    return self;

  note_traffic (self, operation, now);
  note_quota (self, operation, now);
  note_notices (self, operation, now);
  return self;
}

/**
 * moei_standpoint_free: (skip)
 * @self: (transfer full): a standpoint
 */
void
moei_standpoint_free (MoeiStandpoint *self)
{
  g_hash_table_unref (self->flights);
  g_hash_table_unref (self->convoys);
  g_hash_table_unref (self->old);
  g_clear_pointer (&self->notices, g_hash_table_unref);
  g_free (self->day);
  g_free (self);
}

static gboolean
tables_equal (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer id, value, other;

  if (a == NULL || b == NULL)
    return a == b;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!g_hash_table_lookup_extended (b, id, NULL, &other) || value != other)
      return FALSE;
  return TRUE;
}

/**
 * moei_standpoint_equal: (skip)
 * @self: a standpoint
 * @other: another
 *
 * Returns: whether things stand alike
 */
gboolean
moei_standpoint_equal (MoeiStandpoint *self,
                       MoeiStandpoint *other)
{
  return tables_equal (self->flights, other->flights) && tables_equal (self->convoys, other->convoys) &&
         tables_equal (self->notices, other->notices) &&
         g_strcmp0 (self->day, other->day) == 0 && self->quota == other->quota;
}

static void
add (GPtrArray        *occasions,
     MoeiOccasionKind  kind,
     const char       *id,
     MoeiSeverity      severity)
{
  g_ptr_array_add (occasions, moei_occasion_new (kind, id, severity));
}

static gboolean
has_left (MoeiFlightState state)
{
  return state == MOEI_FLIGHT_STATE_DEPARTED || state == MOEI_FLIGHT_STATE_ARRIVED;
}

static gboolean
will_not_go (MoeiFlightState state)
{
  return state == MOEI_FLIGHT_STATE_CANCELLED || state == MOEI_FLIGHT_STATE_DIVERTED;
}

static void
compare_flights (MoeiStandpoint *self,
                 MoeiStandpoint *before,
                 GPtrArray      *occasions)
{
  GHashTableIter iter;
  gpointer id, state, former;

  g_hash_table_iter_init (&iter, self->flights);
  while (g_hash_table_iter_next (&iter, &id, &state)) {
    MoeiFlightState now = GPOINTER_TO_INT (state);

    if (!g_hash_table_lookup_extended (before->flights, id, NULL, &former) || g_hash_table_contains (self->old, id))
      continue;
    if (has_left (now) && !has_left (GPOINTER_TO_INT (former)) && !will_not_go (GPOINTER_TO_INT (former)))
      add (occasions, MOEI_OCCASION_KIND_FLIGHT_DEPARTED, id, MOEI_SEVERITY_MINOR);
    if (will_not_go (now) && !will_not_go (GPOINTER_TO_INT (former)))
      add (occasions, MOEI_OCCASION_KIND_FLIGHT_CANCELLED, id, MOEI_SEVERITY_SEVERE);
  }
}

static void
compare_convoys (MoeiStandpoint *self,
                 MoeiStandpoint *before,
                 GPtrArray      *occasions)
{
  GHashTableIter iter;
  gpointer id, state, former;

  g_hash_table_iter_init (&iter, self->convoys);
  while (g_hash_table_iter_next (&iter, &id, &state)) {
    if (GPOINTER_TO_INT (state) == MOEI_CONVOY_STATE_HALTED && !g_hash_table_contains (self->old, id) &&
        g_hash_table_lookup_extended (before->convoys, id, NULL, &former) &&
        GPOINTER_TO_INT (former) != MOEI_CONVOY_STATE_HALTED && GPOINTER_TO_INT (former) != MOEI_CONVOY_STATE_UNKNOWN)
      add (occasions, MOEI_OCCASION_KIND_CONVOY_HALTED, id, MOEI_SEVERITY_MODERATE);
  }
}

/* A notice that became graver is as good as a new one. */
static void
compare_notices (MoeiStandpoint *self,
                 MoeiStandpoint *before,
                 GPtrArray      *occasions)
{
  GHashTableIter iter;
  gpointer id, severity, former;

  if (self->notices == NULL || before->notices == NULL)
    return;

  g_hash_table_iter_init (&iter, self->notices);
  while (g_hash_table_iter_next (&iter, &id, &severity))
    if (!g_hash_table_lookup_extended (before->notices, id, NULL, &former) ||
        GPOINTER_TO_INT (former) < GPOINTER_TO_INT (severity))
      add (occasions, MOEI_OCCASION_KIND_NOTICE, id, GPOINTER_TO_INT (severity));
}

static int
compare_occasions (gconstpointer a,
                   gconstpointer b)
{
  return moei_occasion_compare (*(MoeiOccasion **) a, *(MoeiOccasion **) b);
}

/**
 * moei_standpoint_compare: (skip)
 * @self: how things stand
 * @before: how they stood
 *
 * What was not known before has not changed, except for notices: of these the
 * coming into force is what happens.
 *
 * Returns: (transfer full) (element-type MoeiOccasion): what happened in between,
 *   the gravest first
 */
GPtrArray *
moei_standpoint_compare (MoeiStandpoint *self,
                         MoeiStandpoint *before)
{
  GPtrArray *occasions = g_ptr_array_new_with_free_func (g_object_unref);

  compare_flights (self, before, occasions);
  compare_convoys (self, before, occasions);
  compare_notices (self, before, occasions);
  if (self->day != NULL && g_strcmp0 (self->day, before->day) == 0 &&
      before->quota == QUOTA_OPEN && self->quota == QUOTA_MET)
    add (occasions, MOEI_OCCASION_KIND_QUOTA_REACHED, self->day, MOEI_SEVERITY_MODERATE);

  g_ptr_array_sort (occasions, compare_occasions);
  return occasions;
}
