/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-monitor-windows.h"

/**
 * MoeiMonitorWindows:
 *
 * A window full screen on each monitor, for as long as the monitor is there.
 *
 * Televisions vanish when they are switched off, several times a day, and come
 * back as other objects; for hours there may be none.  A window goes with its
 * monitor, and another comes with the next.  The monitors are a list of objects
 * with a "connector" and a "geometry", as GdkDisplay has it.
 */
struct _MoeiMonitorWindows {
  GObject parent_instance;

  GListModel        *monitors;
  GPtrArray         *shown; /* of Display, in the order of the monitors */
  MoeiMonitorOpener  opener;
  gpointer           user_data;
  guint              follow_id;
};

typedef struct {
  GObject   *monitor;
  char      *connector;
  GtkWindow *window; /* weak: somebody else may have destroyed it */
} Display;

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiMonitorWindows, moei_monitor_windows, G_TYPE_OBJECT)

static void
fill_monitor (Display *display)
{
  if (display->window == NULL)
    return;

  if (GDK_IS_MONITOR (display->monitor))
    gtk_window_fullscreen_on_monitor (display->window, GDK_MONITOR (display->monitor));
  else
    gtk_window_fullscreen (display->window);
}

static void
open_window (MoeiMonitorWindows *self,
             Display            *display)
{
  g_set_weak_pointer (&display->window, self->opener (display->monitor, display->connector, self->user_data));
  fill_monitor (display);
  if (display->window != NULL)
    gtk_window_present (display->window);
}

static char *
dup_connector (GObject *monitor)
{
  char *connector;

  g_object_get (monitor, "connector", &connector, NULL);
  return connector;
}

static Display *
add_display (MoeiMonitorWindows *self,
             GObject            *monitor)
{
  Display *display = g_new0 (Display, 1);

  display->monitor = monitor;
  display->connector = dup_connector (monitor);
  if (display->connector == NULL)
    display->connector = g_strdup ("");
  g_signal_connect_data (monitor, "notify::geometry", G_CALLBACK (fill_monitor), display, NULL, G_CONNECT_SWAPPED);
  return display;
}

static void
remove_display (gpointer data)
{
  Display *display = data;
  GtkWindow *window = display->window;

  g_signal_handlers_disconnect_by_data (display->monitor, display);
  g_clear_weak_pointer (&display->window);
  if (window != NULL)
    gtk_window_destroy (window);
  g_object_unref (display->monitor);
  g_free (display->connector);
  g_free (display);
}

static gboolean
is_of_monitor (gconstpointer display,
               gconstpointer monitor)
{
  return ((const Display *) display)->monitor == monitor;
}

static Display *
find_display (MoeiMonitorWindows *self,
              GObject            *monitor)
{
  for (guint i = 0; i < self->shown->len; i++) {
    Display *display = g_ptr_array_index (self->shown, i);

    if (display->monitor == monitor)
      return display;
  }
  return NULL;
}

static gboolean
is_valid (GObject *monitor)
{
  return !GDK_IS_MONITOR (monitor) || gdk_monitor_is_valid (GDK_MONITOR (monitor));
}

/* For a screen without any monitor GDK invents one that has no socket: it counts
 * while there is no other. */
static gboolean
is_there (MoeiMonitorWindows *self,
          GObject            *monitor)
{
  g_autofree char *connector = dup_connector (monitor);

  if (!is_valid (monitor))
    return FALSE;
  if (connector != NULL)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++) {
    g_autoptr (GObject) other = g_list_model_get_item (self->monitors, i);
    g_autofree char *name = dup_connector (other);

    if (other != monitor && is_valid (other) && (name != NULL || find_display (self, other) != NULL))
      return FALSE;
  }
  return TRUE;
}

/* New windows come before old ones go, so that the last window of the program
 * does not. */
static gboolean
follow (MoeiMonitorWindows *self)
{
  g_autoptr (GPtrArray) gone = self->shown;
  guint n_monitors = g_list_model_get_n_items (self->monitors), n_opened = 0;

  self->shown = g_ptr_array_new_with_free_func (remove_display);
  for (guint i = 0; i < n_monitors; i++) {
    g_autoptr (GObject) monitor = g_list_model_get_item (self->monitors, i);
    guint position;

    if (!is_there (self, monitor) || find_display (self, monitor) != NULL)
      continue;
    if (g_ptr_array_find_with_equal_func (gone, monitor, is_of_monitor, &position))
      g_ptr_array_add (self->shown, g_ptr_array_steal_index (gone, position));
    else
      g_ptr_array_add (self->shown, add_display (self, g_object_ref (monitor)));
  }
  for (guint i = 0; i < self->shown->len; i++) {
    Display *display = g_ptr_array_index (self->shown, i);

    if (display->window == NULL) {
      open_window (self, display);
      n_opened++;
    }
  }
  return n_opened > 0 || gone->len > 0;
}

static void
catch_up (MoeiMonitorWindows *self)
{
  g_clear_handle_id (&self->follow_id, g_source_remove);
  if (follow (self))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
catch_up_cb (gpointer user_data)
{
  MoeiMonitorWindows *self = user_data;

  self->follow_id = 0;
  catch_up (self);
  return G_SOURCE_REMOVE;
}

/* What has come has neither a name nor a size before GDK is done with it. */
static void
monitors_changed_cb (MoeiMonitorWindows *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_HIGH, catch_up_cb, self, NULL);
}

static void
moei_monitor_windows_dispose (GObject *object)
{
  moei_monitor_windows_close (MOEI_MONITOR_WINDOWS (object));

  G_OBJECT_CLASS (moei_monitor_windows_parent_class)->dispose (object);
}

static void
moei_monitor_windows_finalize (GObject *object)
{
  g_ptr_array_unref (MOEI_MONITOR_WINDOWS (object)->shown);

  G_OBJECT_CLASS (moei_monitor_windows_parent_class)->finalize (object);
}

static void
moei_monitor_windows_class_init (MoeiMonitorWindowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_monitor_windows_dispose;
  object_class->finalize = moei_monitor_windows_finalize;

  /**
   * MoeiMonitorWindows::changed:
   *
   * A window has come or gone.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
moei_monitor_windows_init (MoeiMonitorWindows *self)
{
  self->shown = g_ptr_array_new_with_free_func (remove_display);
}

/**
 * moei_monitor_windows_new:
 * @monitors: the monitors, as gdk_display_get_monitors() lists them
 * @opener: (scope forever): makes a window for a monitor
 * @user_data: handed to @opener
 *
 * Opens a window on each monitor.  While there is none no window is open, so the
 * program must be held for itself.
 *
 * Returns: (transfer full): the windows
 */
MoeiMonitorWindows *
moei_monitor_windows_new (GListModel        *monitors,
                          MoeiMonitorOpener  opener,
                          gpointer           user_data)
{
  MoeiMonitorWindows *self = g_object_new (MOEI_TYPE_MONITOR_WINDOWS, NULL);

  self->monitors = g_object_ref (monitors);
  self->opener = opener;
  self->user_data = user_data;
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  follow (self);
  return self;
}

/**
 * moei_monitor_windows_close:
 * @self: windows
 *
 * Closes every window, and opens none any more.
 */
void
moei_monitor_windows_close (MoeiMonitorWindows *self)
{
  g_return_if_fail (MOEI_IS_MONITOR_WINDOWS (self));

  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_data (self->monitors, self);
  g_clear_object (&self->monitors);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_ptr_array_set_size (self->shown, 0);
}

/**
 * moei_monitor_windows_get_n_windows:
 * @self: windows
 *
 * Returns: how many monitors there are
 */
guint
moei_monitor_windows_get_n_windows (MoeiMonitorWindows *self)
{
  g_return_val_if_fail (MOEI_IS_MONITOR_WINDOWS (self), 0);

  return self->shown->len;
}

/**
 * moei_monitor_windows_get_window:
 * @self: windows
 * @position: which, less than moei_monitor_windows_get_n_windows()
 *
 * Returns: (transfer none) (nullable): the window on that monitor
 */
GtkWindow *
moei_monitor_windows_get_window (MoeiMonitorWindows *self,
                                 guint               position)
{
  g_return_val_if_fail (MOEI_IS_MONITOR_WINDOWS (self), NULL);
  g_return_val_if_fail (position < self->shown->len, NULL);

  return ((Display *) g_ptr_array_index (self->shown, position))->window;
}

/**
 * moei_monitor_windows_get_connector:
 * @self: windows
 * @position: which, less than moei_monitor_windows_get_n_windows()
 *
 * Returns: the name of that monitor's socket; empty if it has none
 */
const char *
moei_monitor_windows_get_connector (MoeiMonitorWindows *self,
                                    guint               position)
{
  g_return_val_if_fail (MOEI_IS_MONITOR_WINDOWS (self), "");
  g_return_val_if_fail (position < self->shown->len, "");

  return ((Display *) g_ptr_array_index (self->shown, position))->connector;
}

/**
 * moei_monitor_windows_look:
 * @self: windows
 *
 * Heals what somebody else has done: a window that is not full screen any more
 * fills its monitor again, one that was destroyed is opened again, and one that
 * is missing.  To be called now and then.
 */
void
moei_monitor_windows_look (MoeiMonitorWindows *self)
{
  g_return_if_fail (MOEI_IS_MONITOR_WINDOWS (self));

  if (self->monitors == NULL)
    return;
  catch_up (self);
  for (guint i = 0; i < self->shown->len; i++) {
    Display *display = g_ptr_array_index (self->shown, i);

    if (display->window != NULL && !gtk_window_is_fullscreen (display->window))
      fill_monitor (display);
  }
}
