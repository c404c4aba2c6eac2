/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-display-bus.h"

#include "wall/moei-display-interface.h"

/**
 * MoeiDisplayBus:
 *
 * The display as the session bus has it: an object whose properties say how it
 * fares.  data/dbus/org.moei.Display.xml explains them.
 *
 * Without a bus, or where another program has the name, the display goes on as
 * if somebody read it.
 */
struct _MoeiDisplayBus {
  GObject parent_instance;

  MoeiBusDisplay *object;
  guint           name;
};

G_DEFINE_FINAL_TYPE (MoeiDisplayBus, moei_display_bus, G_TYPE_OBJECT)

static void
moei_display_bus_dispose (GObject *object)
{
  MoeiDisplayBus *self = MOEI_DISPLAY_BUS (object);

  g_clear_handle_id (&self->name, g_bus_unown_name);
  if (moei_display_bus_is_reachable (self))
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->object));

  G_OBJECT_CLASS (moei_display_bus_parent_class)->dispose (object);
}

static void
moei_display_bus_finalize (GObject *object)
{
  g_object_unref (MOEI_DISPLAY_BUS (object)->object);

  G_OBJECT_CLASS (moei_display_bus_parent_class)->finalize (object);
}

static void
moei_display_bus_class_init (MoeiDisplayBusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_display_bus_dispose;
  object_class->finalize = moei_display_bus_finalize;
}

static void
moei_display_bus_init (MoeiDisplayBus *self)
{
  self->object = moei_bus_display_skeleton_new ();
  moei_bus_display_set_version (self->object, MOEI_VERSION);
}

/**
 * moei_display_bus_new:
 *
 * Returns: (transfer full): an object that is on no bus yet
 */
MoeiDisplayBus *
moei_display_bus_new (void)
{
  return g_object_new (MOEI_TYPE_DISPLAY_BUS, NULL);
}

/**
 * moei_display_bus_open:
 * @self: an object
 * @connection: (nullable): the session bus, if there is one
 *
 * Shows the object on the bus and asks for the program's name.  Whoever has the
 * name keeps it; then the object is at this connection's own name.
 */
void
moei_display_bus_open (MoeiDisplayBus  *self,
                       GDBusConnection *connection)
{
  g_return_if_fail (MOEI_IS_DISPLAY_BUS (self));

  if (connection == NULL || moei_display_bus_is_reachable (self))
    return;
  if (g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->object), connection,
                                        MOEI_DISPLAY_BUS_PATH, NULL))
    self->name = g_bus_own_name_on_connection (connection, MOEI_APP_ID, G_BUS_NAME_OWNER_FLAGS_NONE,
                                               NULL, NULL, NULL, NULL);
}

/**
 * moei_display_bus_get_object:
 * @self: an object
 *
 * Returns: (transfer none): what has the properties, under their names in lower
 *   case with dashes: "data-state" …
 */
GObject *
moei_display_bus_get_object (MoeiDisplayBus *self)
{
  g_return_val_if_fail (MOEI_IS_DISPLAY_BUS (self), NULL);

  return G_OBJECT (self->object);
}

/**
 * moei_display_bus_is_reachable:
 * @self: an object
 *
 * Returns: whether it is on a bus
 */
gboolean
moei_display_bus_is_reachable (MoeiDisplayBus *self)
{
  g_return_val_if_fail (MOEI_IS_DISPLAY_BUS (self), FALSE);

  return g_dbus_interface_skeleton_get_connection (G_DBUS_INTERFACE_SKELETON (self->object)) != NULL;
}
