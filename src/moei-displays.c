/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-displays.h"

#include "rota/moei-occasions.h"
#include "wall/moei-monitor-windows.h"

/* How often it is looked at whether each wall still fills its monitor. */
#define LOOK (10 * G_TIME_SPAN_SECOND)

/**
 * MoeiDisplays:
 *
 * The walls: which monitor has one, and what each shows by its rota.
 *
 * The program goes on while no monitor is there, and has its walls again when
 * one comes back.
 */
struct _MoeiDisplays {
  GObject parent_instance;

  GtkApplication     *application; /* weak: it owns this */
  MoeiOperation      *operation;
  MoeiWallPlan       *plan;
  MoeiOccasions      *occasions;
  GListStore         *walls;
  MoeiMonitorWindows *windows; /* NULL until every monitor has a wall */
  gint64              next_look;
};

G_DEFINE_FINAL_TYPE (MoeiDisplays, moei_displays, G_TYPE_OBJECT)

/* The list holds the wall, which therefore would never be gone by itself. */
static void
forget_wall (MoeiDisplays *self,
             MoeiWall     *wall)
{
  guint position;

  if (g_list_store_find (self->walls, wall, &position))
    g_list_store_remove (self->walls, position);
}

static void
forget_monitors (MoeiDisplays *self)
{
  if (self->windows == NULL)
    return;
  moei_monitor_windows_close (self->windows);
  g_clear_object (&self->windows);
  if (self->application != NULL)
    g_application_release (G_APPLICATION (self->application));
}

/* All walls go together; the desk waits behind them. */
static void
left_cb (MoeiDisplays *self)
{
  GListModel *walls = G_LIST_MODEL (self->walls);

  forget_monitors (self);
  while (g_list_model_get_n_items (walls) > 0) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, 0);

    g_list_store_remove (self->walls, 0);
    gtk_window_destroy (GTK_WINDOW (wall));
  }
}

static GtkWindow *
open_wall (GObject    *monitor,
           const char *connector,
           gpointer    user_data)
{
  MoeiDisplays *self = user_data;
  g_autoptr (MoeiRota) rota = moei_rota_new (self->plan, connector);
  MoeiWall *wall = moei_wall_new (self->operation, rota);
  g_auto (GValue) geometry = G_VALUE_INIT;
  const GdkRectangle *size;

  g_object_get_property (monitor, "geometry", &geometry);
  size = g_value_get_boxed (&geometry);
  gtk_window_set_default_size (GTK_WINDOW (wall), size->width, size->height);
  gtk_application_add_window (self->application, GTK_WINDOW (wall));
  g_signal_connect_object (wall, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (wall, "unrealize", G_CALLBACK (forget_wall), self, G_CONNECT_SWAPPED);
  moei_occasions_lead (self->occasions, rota);
  g_list_store_append (self->walls, wall);
  return GTK_WINDOW (wall);
}

static void
moei_displays_dispose (GObject *object)
{
  forget_monitors (MOEI_DISPLAYS (object));

  G_OBJECT_CLASS (moei_displays_parent_class)->dispose (object);
}

static void
moei_displays_finalize (GObject *object)
{
  MoeiDisplays *self = MOEI_DISPLAYS (object);

  g_clear_weak_pointer (&self->application);
  g_object_unref (self->operation);
  g_object_unref (self->plan);
  g_object_unref (self->occasions);
  g_object_unref (self->walls);

  G_OBJECT_CLASS (moei_displays_parent_class)->finalize (object);
}

static void
moei_displays_class_init (MoeiDisplaysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_displays_dispose;
  object_class->finalize = moei_displays_finalize;
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
 * @plan: what they do, and when
 *
 * Returns: (transfer full): no wall yet
 */
MoeiDisplays *
moei_displays_new (GtkApplication *application,
                   MoeiOperation  *operation,
                   MoeiWallPlan   *plan)
{
  MoeiDisplays *self = g_object_new (MOEI_TYPE_DISPLAYS, NULL);

  g_set_weak_pointer (&self->application, application);
  self->operation = g_object_ref (operation);
  self->plan = g_object_ref (plan);
  self->occasions = moei_occasions_new (operation, plan);
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
 * @monitors: the monitors, as gdk_display_get_monitors() lists them
 *
 * Opens a wall on every monitor, now and whenever one is plugged in.
 */
void
moei_displays_open (MoeiDisplays *self,
                    GListModel   *monitors)
{
  g_return_if_fail (MOEI_IS_DISPLAYS (self));
  g_return_if_fail (G_IS_LIST_MODEL (monitors));

  if (self->windows != NULL)
    return;
  g_application_hold (G_APPLICATION (self->application));
  self->windows = moei_monitor_windows_new (monitors, open_wall, self);
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
  GtkWindow *wall;

  g_return_if_fail (MOEI_IS_DISPLAYS (self));

  if (gtk_native_get_surface (native) == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->walls)) > 0)
    return;
  monitor = gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)),
                                                gtk_native_get_surface (native));
  if (monitor == NULL)
    return;
  wall = open_wall (G_OBJECT (monitor), gdk_monitor_get_connector (monitor), self);
  gtk_window_fullscreen_on_monitor (wall, monitor);
  gtk_window_present (wall);
}

/**
 * moei_displays_advance:
 * @self: the displays
 * @time: microseconds on a clock that goes on while the computer sleeps
 * @now: the instant, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not known
 *
 * Lets the time of the walls pass, and tells them what has happened; to be called
 * about each second.
 */
void
moei_displays_advance (MoeiDisplays *self,
                       gint64        time,
                       gint64        now)
{
  g_return_if_fail (MOEI_IS_DISPLAYS (self));

  if (self->windows == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->walls)) == 0)
    return;

  moei_occasions_look (self->occasions, now);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->walls)); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (G_LIST_MODEL (self->walls), i);

    moei_rota_advance (moei_wall_get_rota (wall), time);
  }
  if (self->windows != NULL && time >= self->next_look) {
    self->next_look = time + LOOK;
    moei_monitor_windows_look (self->windows);
  }
}
