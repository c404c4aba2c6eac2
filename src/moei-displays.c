/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-displays.h"

/**
 * MoeiDisplays:
 *
 * The walls: which monitor has one.
 */
struct _MoeiDisplays {
  GObject parent_instance;

  GtkApplication *application; /* weak: it owns this */
  MoeiOperation  *operation;
  GListStore     *walls;
};

G_DEFINE_FINAL_TYPE (MoeiDisplays, moei_displays, G_TYPE_OBJECT)

static void
destroyed_cb (MoeiDisplays *self,
              MoeiWall     *wall)
{
  guint position;

  if (g_list_store_find (self->walls, wall, &position))
    g_list_store_remove (self->walls, position);
}

static MoeiWall *
open_wall (MoeiDisplays *self,
           GdkMonitor   *monitor)
{
  MoeiWall *wall = moei_wall_new (self->operation);
  GdkRectangle geometry;

  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_default_size (GTK_WINDOW (wall), geometry.width, geometry.height);
  gtk_application_add_window (self->application, GTK_WINDOW (wall));
  g_signal_connect_object (wall, "destroy", G_CALLBACK (destroyed_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->walls, wall);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (wall), monitor);
  gtk_window_present (GTK_WINDOW (wall));
  return wall;
}

static void
moei_displays_finalize (GObject *object)
{
  MoeiDisplays *self = MOEI_DISPLAYS (object);

  g_clear_weak_pointer (&self->application);
  g_object_unref (self->operation);
  g_object_unref (self->walls);

  G_OBJECT_CLASS (moei_displays_parent_class)->finalize (object);
}

static void
moei_displays_class_init (MoeiDisplaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_displays_finalize;
}

static void
moei_displays_init (MoeiDisplays *self)
{
  self->walls = g_list_store_new (MOEI_TYPE_WALL);
}

/**
 * moei_displays_new:
 * @application: the program
 * @operation: what the walls show
 *
 * Returns: (transfer full): no wall yet
 */
MoeiDisplays *
moei_displays_new (GtkApplication *application,
                   MoeiOperation  *operation)
{
  MoeiDisplays *self = g_object_new (MOEI_TYPE_DISPLAYS, NULL);

  g_set_weak_pointer (&self->application, application);
  self->operation = g_object_ref (operation);
  return self;
}

/**
 * moei_displays_get_walls:
 * @self: the displays
 *
 * Returns: (transfer none): the walls there are
 */
GListModel *
moei_displays_get_walls (MoeiDisplays *self)
{
  g_return_val_if_fail (MOEI_IS_DISPLAYS (self), NULL);

  return G_LIST_MODEL (self->walls);
}

/**
 * moei_displays_open:
 * @self: the displays
 *
 * Opens a wall on every monitor.
 */
void
moei_displays_open (MoeiDisplays *self)
{
  GListModel *monitors;

  g_return_if_fail (MOEI_IS_DISPLAYS (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->walls)) > 0)
    return;
  monitors = gdk_display_get_monitors (gdk_display_get_default ());
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++) {
    g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

    open_wall (self, monitor);
  }
}

/**
 * moei_displays_open_beside:
 * @self: the displays
 * @window: a window on a monitor
 *
 * Opens a wall on that monitor.
 */
void
moei_displays_open_beside (MoeiDisplays *self,
                           GtkWindow    *window)
{
  GtkNative *native = GTK_NATIVE (window);
  GdkMonitor *monitor;

  g_return_if_fail (MOEI_IS_DISPLAYS (self));

  if (gtk_native_get_surface (native) == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->walls)) > 0)
    return;
  monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)),
                                                gtk_native_get_surface (native));
  if (monitor != NULL)
    open_wall (self, monitor);
}
