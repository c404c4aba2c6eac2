/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-flight-item.h"

#include "operation/moei-collection.h"

/**
 * MoeiFlightItem:
 *
 * A row of the departures: a flight together with the place that it goes to.
 */
struct _MoeiFlightItem {
  GObject parent_instance;

  MoeiFlight     *flight;
  MoeiCollection *places;
};

typedef enum {
  PROP_FLIGHT = 1,
  PROP_DESTINATION,
} MoeiFlightItemProperty;

static GParamSpec *properties[PROP_DESTINATION + 1];

G_DEFINE_FINAL_TYPE (MoeiFlightItem, moei_flight_item, G_TYPE_OBJECT)

static void
destination_changed (MoeiFlightItem *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESTINATION]);
}

static void
moei_flight_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MoeiFlightItem *self = MOEI_FLIGHT_ITEM (object);

  switch ((MoeiFlightItemProperty) prop_id) {
  case PROP_FLIGHT:
    g_value_set_object (value, self->flight);
    break;
  case PROP_DESTINATION:
    g_value_set_object (value, moei_collection_lookup (self->places, moei_flight_get_to (self->flight)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_flight_item_dispose (GObject *object)
{
  MoeiFlightItem *self = MOEI_FLIGHT_ITEM (object);

  g_clear_object (&self->flight);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (moei_flight_item_parent_class)->dispose (object);
}

static void
moei_flight_item_class_init (MoeiFlightItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_flight_item_dispose;
  object_class->get_property = moei_flight_item_get_property;

  properties[PROP_FLIGHT] =
    g_param_spec_object ("flight", NULL, NULL, MOEI_TYPE_FLIGHT,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESTINATION] =
    g_param_spec_object ("destination", NULL, NULL, MOEI_TYPE_PLACE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_flight_item_init (MoeiFlightItem *self)
{
}

/**
 * moei_flight_item_new:
 * @flight: a flight
 * @places: the collection in which its destination is found
 *
 * Returns: (transfer full): a row for @flight
 */
MoeiFlightItem *
moei_flight_item_new (MoeiFlight     *flight,
                      MoeiCollection *places)
{
  MoeiFlightItem *self = g_object_new (MOEI_TYPE_FLIGHT_ITEM, NULL);

  self->flight = g_object_ref (flight);
  self->places = g_object_ref (places);
  g_signal_connect_object (flight, "notify::to", G_CALLBACK (destination_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (places, "items-changed", G_CALLBACK (destination_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * moei_flight_item_get_flight:
 * @self: a row
 *
 * Returns: (transfer none): its flight
 */
MoeiFlight *
moei_flight_item_get_flight (MoeiFlightItem *self)
{
  g_return_val_if_fail (MOEI_IS_FLIGHT_ITEM (self), NULL);

  return self->flight;
}
