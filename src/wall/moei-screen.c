/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-screen.h"

/**
 * MoeiScreen:
 *
 * Shows its child on all of the screen, whatever size the child would like: a
 * wall never makes its window larger than the monitor is.
 *
 * Tells its size when it has another one, after sizes have been given out, so
 * that the type can be fitted to it.  Moves the picture by a few pixels against
 * burn-in, and takes it away in the hours when nobody looks.
 */
struct _MoeiScreen {
  GtkWidget parent_instance;

  GtkWidget *child;
  int        width;
  int        height;
  int        across;
  int        down;
  guint      tell_id;
  gboolean   blank;
};

enum {
  RESIZED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiScreen, moei_screen, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable;

static void
moei_screen_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  if (GTK_IS_WIDGET (child))
    moei_screen_set_child (MOEI_SCREEN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = moei_screen_add_child;
}

static void
moei_screen_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static gboolean
tell_cb (gpointer user_data)
{
  MoeiScreen *self = MOEI_SCREEN (user_data);

  self->tell_id = 0;
  g_signal_emit (self, signals[RESIZED], 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
moei_screen_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  MoeiScreen *self = MOEI_SCREEN (widget);
  GtkAllocation at = { self->across, self->down, width, height };
  int least;

  if (self->width != width || self->height != height) {
    self->width = width;
    self->height = height;
    if (self->tell_id == 0)
      self->tell_id = g_idle_add_full (G_PRIORITY_HIGH, tell_cb, self, NULL);
  }
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  at.width = MAX (at.width, least);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, at.width, &least, NULL, NULL, NULL);
  at.height = MAX (at.height, least);
  gtk_widget_size_allocate (self->child, &at, -1);
}

static void
moei_screen_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  if (MOEI_SCREEN (widget)->blank)
    gtk_snapshot_append_color (snapshot, &black, &all);
  else
    GTK_WIDGET_CLASS (moei_screen_parent_class)->snapshot (widget, snapshot);
}

static void
moei_screen_dispose (GObject *object)
{
  MoeiScreen *self = MOEI_SCREEN (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_screen_parent_class)->dispose (object);
}

static void
moei_screen_class_init (MoeiScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_screen_dispose;
  widget_class->measure = moei_screen_measure;
  widget_class->size_allocate = moei_screen_size_allocate;
  widget_class->snapshot = moei_screen_snapshot;

  /**
   * MoeiScreen::resized:
   * @self: a screen
   * @width: its width in pixels
   * @height: its height in pixels
   */
  signals[RESIZED] = g_signal_new ("resized", MOEI_TYPE_SCREEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "screen");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
moei_screen_init (MoeiScreen *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/**
 * moei_screen_get_child:
 * @self: a screen
 *
 * Returns: (transfer none) (nullable): what it shows
 */
GtkWidget *
moei_screen_get_child (MoeiScreen *self)
{
  g_return_val_if_fail (MOEI_IS_SCREEN (self), NULL);

  return self->child;
}

/**
 * moei_screen_set_child:
 * @self: a screen
 * @child: (nullable): what it shows
 */
void
moei_screen_set_child (MoeiScreen *self,
                       GtkWidget  *child)
{
  g_return_if_fail (MOEI_IS_SCREEN (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (child != NULL) {
    gtk_widget_set_child_visible (child, !self->blank);
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  }
  self->child = child;
}

/**
 * moei_screen_set_shift:
 * @self: a screen
 * @across: by how many pixels the picture is moved to the right
 * @down: by how many it is moved down
 */
void
moei_screen_set_shift (MoeiScreen *self,
                       int         across,
                       int         down)
{
  g_return_if_fail (MOEI_IS_SCREEN (self));

  if (self->across == across && self->down == down)
    return;
  self->across = across;
  self->down = down;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_screen_set_blank:
 * @self: a screen
 * @blank: whether it is black and nothing else
 *
 * Takes the picture away, which is not drawn then, or brings it back.
 */
void
moei_screen_set_blank (MoeiScreen *self,
                       gboolean    blank)
{
  g_return_if_fail (MOEI_IS_SCREEN (self));

  blank = !!blank;
  if (self->blank == blank)
    return;
  self->blank = blank;
  if (self->child != NULL)
    gtk_widget_set_child_visible (self->child, !blank);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * moei_screen_get_blank:
 * @self: a screen
 *
 * Returns: whether it is black and nothing else
 */
gboolean
moei_screen_get_blank (MoeiScreen *self)
{
  g_return_val_if_fail (MOEI_IS_SCREEN (self), FALSE);

  return self->blank;
}
