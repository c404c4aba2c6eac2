/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-occasions.h"

#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "rota/moei-interruptions.h"
#include "rota/moei-standpoint.h"
#include "rules/moei-notices.h"

/* What is not told again, should it be taken back and said anew meanwhile. */
#define ONCE_IN (15 * G_TIME_SPAN_MINUTE)

/* So often things must stand alike before a change is believed to be one: the
 * documents of a service that was not known before come one after another. */
#define STEADY 3

/* An exercise at a thousandfold speed never stands still: so many looks suffice. */
#define LOOKS_ENOUGH 60

/**
 * MoeiOccasions:
 *
 * Watches an operation for what all in the room should see at once: a flight that
 * left or will not go, a convoy that stopped, the quota reached, a notice.
 *
 * It looks when it is told to; what changed between two looks comes in one row,
 * the gravest first.  What it finds when it first looks, or after the service's
 * store became another one, is no change.
 */
struct _MoeiOccasions {
  GObject parent_instance;

  MoeiOperation  *operation;
  MoeiWallPlan   *plan;
  MoeiStandpoint *before;    /* (nullable) until it has looked */
  char           *epoch;     /* (nullable) */
  guint           n_steady;
  guint           n_looks;   /* since the epoch began */
  GHashTable     *told;      /* kind and id → instant */
  GHashTable     *seen;      /* notice without a beginning → instant */
  char           *take_over; /* (nullable) */
  gboolean        has_notices;
};

G_DEFINE_FINAL_TYPE (MoeiOccasions, moei_occasions, G_TYPE_OBJECT)

typedef enum {
  PROP_TAKE_OVER = 1,
  PROP_HAS_NOTICES,
} MoeiOccasionsProperty;

enum {
  OCCASION,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_HAS_NOTICES + 1];
static guint signals[N_SIGNALS];

static gboolean
is_past (gpointer key,
         gpointer value,
         gpointer user_data)
{
  const gint64 *instant = value, *now = user_data;

  return *now < *instant || *now - *instant >= ONCE_IN;
}

/* FALSE if the same was told a moment ago. */
static gboolean
tell_once (MoeiOccasions *self,
           MoeiOccasion  *occasion,
           gint64         now)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", moei_occasion_get_kind (occasion),
                                          moei_occasion_get_severity (occasion), moei_occasion_get_entity (occasion));

  if (now == MOEI_INSTANT_UNKNOWN)
    return TRUE;
  if (g_hash_table_contains (self->told, key))
    return FALSE;

  g_hash_table_insert (self->told, g_steal_pointer (&key), g_memdup2 (&now, sizeof now));
  return TRUE;
}

static gboolean
takes_over (MoeiOccasions *self,
            MoeiSeverity   severity)
{
  MoeiSeverity least = moei_wall_plan_get_take_over (self->plan);

  return least != MOEI_SEVERITY_UNKNOWN && severity >= least;
}

static void
tell (MoeiOccasions *self,
      GPtrArray     *occasions,
      gint64         now)
{
  guint n = 0;

  g_hash_table_foreach_remove (self->told, is_past, &now);
  for (guint i = 0; i < occasions->len && n < MOEI_INTERRUPTIONS_MAX; i++) {
    MoeiOccasion *occasion = occasions->pdata[i];

    /* What takes the screen need not interrupt it too. */
    if (moei_occasion_get_kind (occasion) == MOEI_OCCASION_KIND_NOTICE &&
        takes_over (self, moei_occasion_get_severity (occasion)))
      continue;
    if (tell_once (self, occasion, now)) {
      g_signal_emit (self, signals[OCCASION], 0, occasion);
      n++;
    }
  }
}

/* A notice without an end takes the screen for some time after its beginning,
 * or after it was first seen. */
static gboolean
is_over (MoeiOccasions *self,
         MoeiNotice    *notice,
         gint64         now)
{
  gint64 begun = moei_notice_get_effective (notice);
  const char *id = moei_entity_get_id (MOEI_ENTITY (notice));
  const gint64 *seen;

  if (now == MOEI_INSTANT_UNKNOWN || moei_notice_get_expires (notice) != MOEI_INSTANT_UNKNOWN)
    return FALSE;

  if (begun == MOEI_INSTANT_UNKNOWN) {
    seen = g_hash_table_lookup (self->seen, id);
    if (seen == NULL || *seen > now)
      g_hash_table_replace (self->seen, g_strdup (id), g_memdup2 (&now, sizeof now));
    begun = seen != NULL ? MIN (*seen, now) : now;
  }
  return now - begun >= moei_wall_plan_get_take_over_minutes (self->plan) * G_TIME_SPAN_MINUTE;
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  return moei_collection_lookup (user_data, key) == NULL;
}

static void
look_at_notices (MoeiOccasions *self,
                 gint64         now)
{
  MoeiCollection *notices = moei_operation_get_notices (self->operation);
  g_autoptr (GPtrArray) in_force = moei_notices_in_force (notices, now);
  const char *take_over = NULL;

  g_hash_table_foreach_remove (self->seen, is_gone, notices);
  for (guint i = 0; i < in_force->len && take_over == NULL; i++)
    if (takes_over (self, moei_notice_get_severity (in_force->pdata[i])) && !is_over (self, in_force->pdata[i], now))
      take_over = moei_entity_get_id (in_force->pdata[i]);

  if (self->has_notices != (in_force->len > 0)) {
    self->has_notices = in_force->len > 0;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_NOTICES]);
  }
  if (g_strcmp0 (take_over, self->take_over) != 0) {
    g_free (self->take_over);
    self->take_over = g_strdup (take_over);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKE_OVER]);
  }
}

static void
moei_occasions_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiOccasions *self = MOEI_OCCASIONS (object);

  switch ((MoeiOccasionsProperty) prop_id) {
  case PROP_TAKE_OVER:
    g_value_set_string (value, self->take_over);
    break;
  case PROP_HAS_NOTICES:
    g_value_set_boolean (value, self->has_notices);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_occasions_finalize (GObject *object)
{
  MoeiOccasions *self = MOEI_OCCASIONS (object);

  g_clear_pointer (&self->before, moei_standpoint_free);
  g_clear_object (&self->operation);
  g_clear_object (&self->plan);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->seen);
  g_free (self->epoch);
  g_free (self->take_over);

  G_OBJECT_CLASS (moei_occasions_parent_class)->finalize (object);
}

static void
moei_occasions_class_init (MoeiOccasionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = moei_occasions_get_property;
  object_class->finalize = moei_occasions_finalize;

  properties[PROP_TAKE_OVER] = g_param_spec_string ("take-over", NULL, NULL, NULL, flags);
  properties[PROP_HAS_NOTICES] = g_param_spec_boolean ("has-notices", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MoeiOccasions::occasion:
   * @self: occasions
   * @occasion: what happened
   *
   * Emitted once for each, the gravest of a look first.
   */
  signals[OCCASION] = g_signal_new ("occasion", MOEI_TYPE_OCCASIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, MOEI_TYPE_OCCASION);
}

static void
moei_occasions_init (MoeiOccasions *self)
{
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * moei_occasions_new:
 * @operation: what is watched
 * @plan: which notices take the screen
 *
 * Returns: (transfer full): a watch that has not looked yet
 */
MoeiOccasions *
moei_occasions_new (MoeiOperation *operation,
                    MoeiWallPlan  *plan)
{
  MoeiOccasions *self;

  g_return_val_if_fail (MOEI_IS_OPERATION (operation), NULL);
  g_return_val_if_fail (MOEI_IS_WALL_PLAN (plan), NULL);

  self = g_object_new (MOEI_TYPE_OCCASIONS, NULL);
  self->operation = g_object_ref (operation);
  self->plan = g_object_ref (plan);
  return self;
}

/**
 * moei_occasions_look:
 * @self: a watch
 * @now: the instant, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not known
 *
 * Looks what has changed, and tells it.  To be called every second or so.
 */
void
moei_occasions_look (MoeiOccasions *self,
                     gint64         now)
{
  g_autoptr (MoeiStandpoint) before = NULL;
  g_autoptr (GPtrArray) occasions = NULL;
  const char *epoch;

  g_return_if_fail (MOEI_IS_OCCASIONS (self));

  epoch = moei_operation_get_epoch (self->operation);
  before = g_steal_pointer (&self->before);
  self->before = moei_standpoint_new (self->operation, now);
  if (before == NULL || g_strcmp0 (epoch, self->epoch) != 0) {
    g_free (self->epoch);
    self->epoch = g_strdup (epoch);
    self->n_steady = self->n_looks = 0;
  } else if (self->n_steady < STEADY && self->n_looks++ < LOOKS_ENOUGH) {
    self->n_steady = moei_standpoint_equal (self->before, before) ? self->n_steady + 1 : 0;
  } else {
    occasions = moei_standpoint_compare (self->before, before);
    tell (self, occasions, now);
  }
  look_at_notices (self, now);
}

static void
tell_rota (MoeiOccasions *self,
           GParamSpec    *pspec,
           MoeiRota      *rota)
{
  moei_rota_set_empty (rota, MOEI_SCENE_KIND_NOTICES, !self->has_notices);
  moei_rota_set_take_over (rota, self->take_over);
}

static void
interrupt_rota (MoeiOccasions *self,
                MoeiOccasion  *occasion,
                MoeiRota      *rota)
{
  moei_rota_interrupt (rota, occasion);
}

/**
 * moei_occasions_lead:
 * @self: a watch
 * @rota: a rota, which it does not keep alive
 *
 * From now on @rota hears of all that it tells.
 */
void
moei_occasions_lead (MoeiOccasions *self,
                     MoeiRota      *rota)
{
  g_return_if_fail (MOEI_IS_OCCASIONS (self));
  g_return_if_fail (MOEI_IS_ROTA (rota));

  g_signal_connect_object (self, "occasion", G_CALLBACK (interrupt_rota), rota, 0);
  g_signal_connect_object (self, "notify::has-notices", G_CALLBACK (tell_rota), rota, 0);
  g_signal_connect_object (self, "notify::take-over", G_CALLBACK (tell_rota), rota, 0);
  tell_rota (self, NULL, rota);
}

/**
 * moei_occasions_get_take_over:
 * @self: a watch
 *
 * Returns: (nullable): the id of the notice that takes the screen
 */
const char *
moei_occasions_get_take_over (MoeiOccasions *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASIONS (self), NULL);

  return self->take_over;
}

/**
 * moei_occasions_get_has_notices:
 * @self: a watch
 *
 * Returns: whether any notice is in force
 */
gboolean
moei_occasions_get_has_notices (MoeiOccasions *self)
{
  g_return_val_if_fail (MOEI_IS_OCCASIONS (self), FALSE);

  return self->has_notices;
}
