/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-traffic.h"

#include "language/moei-zone.h"
#include "operation/moei-collection.h"

/**
 * MoeiTraffic:
 *
 * Flights and convoys as the columns of tables ask for them, at one instant.
 *
 * What follows from several of them (which flight is in danger because of
 * which convoy) is found once, however many columns ask, until the next
 * update.
 */
struct _MoeiTraffic {
  GObject parent_instance;

  MoeiOperation  *operation; /* (nullable) until it is updated */
  gint64          now;
  MoeiProcessing  processing;
  GHashTable     *risks; /* MoeiFlight → Risk */
};

typedef struct {
  MoeiFlightRisk  risk;
  MoeiConvoy     *convoy; /* holds that of the risk */
} Risk;

G_DEFINE_FINAL_TYPE (MoeiTraffic, moei_traffic, G_TYPE_OBJECT)

static void
risk_free (gpointer data)
{
  Risk *risk = data;

  g_clear_object (&risk->convoy);
  g_free (risk);
}

static void
moei_traffic_dispose (GObject *object)
{
  MoeiTraffic *self = MOEI_TRAFFIC (object);

  g_hash_table_remove_all (self->risks);
  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_traffic_parent_class)->dispose (object);
}

static void
moei_traffic_finalize (GObject *object)
{
  g_hash_table_unref (MOEI_TRAFFIC (object)->risks);

  G_OBJECT_CLASS (moei_traffic_parent_class)->finalize (object);
}

static void
moei_traffic_class_init (MoeiTrafficClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_traffic_dispose;
  object_class->finalize = moei_traffic_finalize;
}

static void
moei_traffic_init (MoeiTraffic *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->risks = g_hash_table_new_full (NULL, NULL, g_object_unref, risk_free);
  moei_processing_init_default (&self->processing);
}

/**
 * moei_traffic_new:
 *
 * Returns: (transfer full): traffic of which nothing is known yet
 */
MoeiTraffic *
moei_traffic_new (void)
{
  return g_object_new (MOEI_TYPE_TRAFFIC, NULL);
}

/**
 * moei_traffic_update:
 * @self: the traffic
 * @operation: the operation
 * @now: the instant, on the service's clock
 *
 * Forgets what was found before.
 */
void
moei_traffic_update (MoeiTraffic   *self,
                     MoeiOperation *operation,
                     gint64         now)
{
  g_return_if_fail (MOEI_IS_TRAFFIC (self));

  g_set_object (&self->operation, operation);
  self->now = now;
  g_hash_table_remove_all (self->risks);
}

/**
 * moei_traffic_get_operation:
 * @self: the traffic
 *
 * Returns: (transfer none): the operation
 */
MoeiOperation *
moei_traffic_get_operation (MoeiTraffic *self)
{
  g_return_val_if_fail (MOEI_IS_TRAFFIC (self), NULL);

  return self->operation;
}

/**
 * moei_traffic_get_now:
 * @self: the traffic
 *
 * Returns: the instant, on the service's clock
 */
gint64
moei_traffic_get_now (MoeiTraffic *self)
{
  g_return_val_if_fail (MOEI_IS_TRAFFIC (self), MOEI_INSTANT_UNKNOWN);

  return self->now;
}

/**
 * moei_traffic_get_risk:
 * @self: the traffic
 * @flight: a flight of it
 *
 * Returns: (transfer none): whether its people will be there, until the next update
 */
const MoeiFlightRisk *
moei_traffic_get_risk (MoeiTraffic *self,
                       MoeiFlight  *flight)
{
  Risk *risk;

  g_return_val_if_fail (MOEI_IS_TRAFFIC (self), NULL);

  risk = g_hash_table_lookup (self->risks, flight);
  if (risk != NULL)
    return &risk->risk;

  risk = g_new0 (Risk, 1);
  moei_flight_risk_compute (&risk->risk, flight, moei_operation_get_movements (self->operation),
                            moei_operation_get_schedule (self->operation), moei_operation_get_routes (self->operation),
                            &self->processing, self->now);
  g_set_object (&risk->convoy, risk->risk.convoy);
  g_hash_table_insert (self->risks, g_object_ref (flight), risk);
  return &risk->risk;
}

/**
 * moei_traffic_get_place:
 * @self: the traffic
 * @id: (nullable): a place's id
 *
 * Returns: (transfer none) (nullable): that place
 */
MoeiPlace *
moei_traffic_get_place (MoeiTraffic *self,
                        const char  *id)
{
  g_return_val_if_fail (MOEI_IS_TRAFFIC (self), NULL);

  return moei_collection_lookup (moei_operation_get_places (self->operation), id);
}

/**
 * moei_traffic_get_route:
 * @self: the traffic
 * @convoy: a convoy of it
 *
 * Returns: (transfer none) (nullable): its route
 */
MoeiRoute *
moei_traffic_get_route (MoeiTraffic *self,
                        MoeiConvoy  *convoy)
{
  g_return_val_if_fail (MOEI_IS_TRAFFIC (self), NULL);

  return moei_collection_lookup (moei_operation_get_routes (self->operation), moei_convoy_get_route (convoy));
}

/**
 * moei_traffic_get_flight_day:
 * @flight: a flight
 *
 * Returns: the operating day that it belongs to; where nobody said, that of
 *   its schedule; `MOEI_DAY_UNKNOWN` if that is not known either
 */
guint
moei_traffic_get_flight_day (MoeiFlight *flight)
{
  guint day = moei_flight_get_day (flight);

  return day != MOEI_DAY_UNKNOWN ? day : moei_zone_get_day (MOEI_ZONE_BANGKOK, moei_flight_get_scheduled (flight));
}

/**
 * moei_traffic_get_convoy_day:
 * @convoy: a convoy
 *
 * Returns: the operating day that it belongs to; where nobody said, that on
 *   which it is to set out; `MOEI_DAY_UNKNOWN` if that is not known either
 */
guint
moei_traffic_get_convoy_day (MoeiConvoy *convoy)
{
  guint day = moei_convoy_get_day (convoy);

  return day != MOEI_DAY_UNKNOWN ? day : moei_zone_get_day (MOEI_ZONE_BANGKOK, moei_convoy_get_planned_departure (convoy));
}
