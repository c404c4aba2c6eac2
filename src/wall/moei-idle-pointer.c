/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-idle-pointer.h"

#include <math.h>

/**
 * MoeiIdlePointer:
 *
 * Hides the pointer over a widget when nobody has moved it for some seconds.
 */
struct _MoeiIdlePointer {
  GObject parent_instance;

  GtkWidget *widget; /* weak */
  guint      hide_id;
  double     x;
  double     y;
};

#define PATIENCE_S 3

/* A picture that changes below the pointer is told as motion, too. */
#define LEAST_MOTION 1.0

G_DEFINE_FINAL_TYPE (MoeiIdlePointer, moei_idle_pointer, G_TYPE_OBJECT)

static void
hide_cb (gpointer user_data)
{
  MoeiIdlePointer *self = user_data;

  self->hide_id = 0;
  moei_idle_pointer_hide (self);
}

static void
motion_cb (MoeiIdlePointer *self,
           double           x,
           double           y)
{
  gboolean moved = fabs (x - self->x) + fabs (y - self->y) >= LEAST_MOTION;

  self->x = x;
  self->y = y;
  if (!moved || self->widget == NULL)
    return;
  gtk_widget_set_cursor (self->widget, NULL);
  g_clear_handle_id (&self->hide_id, g_source_remove);
  self->hide_id = g_timeout_add_once (PATIENCE_S * 1000, hide_cb, self);
}

static void
moei_idle_pointer_dispose (GObject *object)
{
  MoeiIdlePointer *self = MOEI_IDLE_POINTER (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (moei_idle_pointer_parent_class)->dispose (object);
}

static void
moei_idle_pointer_class_init (MoeiIdlePointerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_idle_pointer_dispose;
}

static void
moei_idle_pointer_init (MoeiIdlePointer *self)
{
  self->x = self->y = -1;
}

/**
 * moei_idle_pointer_new:
 * @widget: the widget over which the pointer is hidden
 *
 * Returns: (transfer full): what hides it, as long as it is kept
 */
MoeiIdlePointer *
moei_idle_pointer_new (GtkWidget *widget)
{
  MoeiIdlePointer *self = g_object_new (MOEI_TYPE_IDLE_POINTER, NULL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, motion);
  self->hide_id = g_timeout_add_once (PATIENCE_S * 1000, hide_cb, self);
  return self;
}

/**
 * moei_idle_pointer_hide:
 * @self: what hides the pointer
 *
 * Hides it at once, until it is moved.
 */
void
moei_idle_pointer_hide (MoeiIdlePointer *self)
{
  g_return_if_fail (MOEI_IS_IDLE_POINTER (self));

  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (self->widget != NULL)
    gtk_widget_set_cursor_from_name (self->widget, "none");
}
