/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-fit-box.h"

/**
 * MoeiFitBox:
 *
 * Parts one below the other, of which those that matter least are left out where
 * there is not room for all.
 *
 * Type on a wall cannot be made smaller, and what is cut off cannot be scrolled
 * to.  What room is over goes to the children that expand.
 */
struct _MoeiFitBox {
  GtkWidget parent_instance;
};

#define RANK_KEY "moei-fit-box-rank"


static void buildable_iface_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiFitBox, moei_fit_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static GtkBuildableIface *parent_buildable;

/* A child's type is its rank: "optional-2". */
static void
moei_fit_box_add_child (GtkBuildable *buildable,
                        GtkBuilder   *builder,
                        GObject      *child,
                        const char   *type)
{
  MoeiFitBox *self = MOEI_FIT_BOX (buildable);

  if (!GTK_IS_WIDGET (child)) {
    parent_buildable->add_child (buildable, builder, child, type);
    return;
  }
  moei_fit_box_append (self, GTK_WIDGET (child));
  if (type != NULL && g_str_has_prefix (type, "optional-"))
    moei_fit_box_set_optional (self, GTK_WIDGET (child), (guint) g_ascii_strtoull (type + strlen ("optional-"), NULL, 10));
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = moei_fit_box_add_child;
}

static guint
get_rank (GtkWidget *child)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), RANK_KEY));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What those need that are of more than @rank. */
static int
measure_above (MoeiFitBox *self,
               guint       rank,
               int         width)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child) || (get_rank (child) != 0 && get_rank (child) <= rank))
      continue;
    height += measure_height (child, width);
  }
  return height;
}

static guint
get_highest_rank (MoeiFitBox *self)
{
  guint highest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    highest = MAX (highest, get_rank (child));
  return highest;
}

static void
moei_fit_box_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  MoeiFitBox *self = MOEI_FIT_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = measure_above (self, get_highest_rank (self), for_size);
    *natural = measure_above (self, 0, for_size);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural = MAX (*natural, child_natural);
  }
}

static gboolean
is_shown (GtkWidget *child,
          guint      rank)
{
  return gtk_widget_should_layout (child) && (get_rank (child) == 0 || get_rank (child) > rank);
}

static guint
count_expanding (MoeiFitBox *self,
                 guint       rank)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += is_shown (child, rank) && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
  return n;
}

static void
moei_fit_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  MoeiFitBox *self = MOEI_FIT_BOX (widget);
  guint highest = get_highest_rank (self), rank = 0, n_expanding;
  GtkAllocation at = { 0, 0, width, 0 };
  int over;

  while (rank < highest && measure_above (self, rank, width) > height)
    rank++;
  n_expanding = count_expanding (self, rank);
  over = MAX (height - measure_above (self, rank, width), 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    gboolean shown = is_shown (child, rank);

    gtk_widget_set_child_visible (child, shown);
    if (!shown)
      continue;
    at.height = measure_height (child, width);
    if (n_expanding > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL))
      at.height += over / (int) n_expanding;
    gtk_widget_size_allocate (child, &at, -1);
    at.y += at.height;
  }
}

static GtkSizeRequestMode
moei_fit_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
moei_fit_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (moei_fit_box_parent_class)->dispose (object);
}

static void
moei_fit_box_class_init (MoeiFitBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_fit_box_dispose;
  widget_class->get_request_mode = moei_fit_box_get_request_mode;
  widget_class->measure = moei_fit_box_measure;
  widget_class->size_allocate = moei_fit_box_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "fitbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_fit_box_init (MoeiFitBox *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * moei_fit_box_append:
 * @self: a box
 * @child: (transfer floating): a part, which is always shown
 */
void
moei_fit_box_append (MoeiFitBox *self,
                     GtkWidget  *child)
{
  g_return_if_fail (MOEI_IS_FIT_BOX (self));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

/**
 * moei_fit_box_set_optional:
 * @self: a box
 * @child: a part of it
 * @rank: how much it matters: the lowest are the first to be left out; 0 if it
 *   is always shown
 */
void
moei_fit_box_set_optional (MoeiFitBox *self,
                           GtkWidget  *child,
                           guint       rank)
{
  g_return_if_fail (MOEI_IS_FIT_BOX (self));

  if (get_rank (child) == rank)
    return;
  g_object_set_data (G_OBJECT (child), RANK_KEY, GUINT_TO_POINTER (rank));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
