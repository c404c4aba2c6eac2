/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-load.h"

#include <math.h>

/**
 * MoeiLoad:
 *
 * How full an aircraft or a convoy is: who is aboard, who is on the list and
 * not aboard, and the seats, as a bar below the figures.
 *
 * It is drawn; whoever uses it says it to a screen reader in words.
 */
struct _MoeiLoad {
  GtkWidget parent_instance;

  GtkWidget *figures;
  GtkLabel  *text;
  GtkLabel  *note;
  GtkWidget *trough;
  GtkWidget *listed;
  GtkWidget *aboard;

  double share_listed; /* of the bar */
  double share_aboard;
};

#define BAR_HEIGHT 6
#define BAR_WIDTH  72
#define SPACING    2

G_DEFINE_FINAL_TYPE (MoeiLoad, moei_load, GTK_TYPE_WIDGET)

static void
moei_load_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  MoeiLoad *self = MOEI_LOAD (widget);

  gtk_widget_measure (self->figures, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (*minimum, BAR_WIDTH);
    *natural = MAX (*natural, BAR_WIDTH);
  } else {
    *minimum += SPACING + BAR_HEIGHT;
    *natural += SPACING + BAR_HEIGHT;
  }
}

static void
allocate_bar (MoeiLoad  *self,
              GtkWidget *part,
              double     share,
              int        width,
              int        y)
{
  int length = (int) round (CLAMP (share, 0, 1) * width);
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { from_right ? width - length : 0, y, length, BAR_HEIGHT };

  gtk_widget_set_child_visible (part, length > 0);
  if (length > 0)
    gtk_widget_size_allocate (part, &at, -1);
}

static void
moei_load_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  MoeiLoad *self = MOEI_LOAD (widget);
  int y = height - BAR_HEIGHT;
  GtkAllocation above = { 0, 0, width, y - SPACING };

  gtk_widget_size_allocate (self->figures, &above, -1);
  allocate_bar (self, self->trough, 1, width, y);
  allocate_bar (self, self->listed, self->share_listed, width, y);
  allocate_bar (self, self->aboard, self->share_aboard, width, y);
}

static void
moei_load_dispose (GObject *object)
{
  MoeiLoad *self = MOEI_LOAD (object);

  g_clear_pointer (&self->figures, gtk_widget_unparent);
  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->listed, gtk_widget_unparent);
  g_clear_pointer (&self->aboard, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_load_parent_class)->dispose (object);
}

static void
moei_load_class_init (MoeiLoadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_load_dispose;
  widget_class->measure = moei_load_measure;
  widget_class->size_allocate = moei_load_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "load");
}

static GtkWidget *
make_part (MoeiLoad   *self,
           const char *css_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", "segment",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
moei_load_init (MoeiLoad *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  self->note = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "valign", GTK_ALIGN_BASELINE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
  self->figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->figures), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->figures), GTK_WIDGET (self->note));
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));
  self->trough = make_part (self, "trough");
  self->listed = make_part (self, "slot-given");
  self->aboard = make_part (self, "departed");
}

/**
 * moei_load_new:
 *
 * Returns: (transfer floating): an empty load
 */
GtkWidget *
moei_load_new (void)
{
  return g_object_new (MOEI_TYPE_LOAD, NULL);
}

/**
 * moei_load_set_people:
 * @self: a load
 * @aboard: people aboard; less than none where nobody said
 * @listed: people on the list
 * @seats: how many seats there are; where nobody said, the bar is as long as its list
 */
void
moei_load_set_people (MoeiLoad *self,
                      int       aboard,
                      int       listed,
                      int       seats)
{
  double whole = MAX (MAX (MAX (seats, listed), aboard), 1);
  double share_listed = MAX (listed, 0) / whole, share_aboard = MAX (aboard, 0) / whole;

  g_return_if_fail (MOEI_IS_LOAD (self));

  if (self->share_listed == share_listed && self->share_aboard == share_aboard)
    return;
  self->share_listed = share_listed;
  self->share_aboard = share_aboard;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * moei_load_set_text:
 * @self: a load
 * @text: the figures
 * @note: (nullable): what stands beside them in small letters
 */
void
moei_load_set_text (MoeiLoad   *self,
                    const char *text,
                    const char *note)
{
  g_return_if_fail (MOEI_IS_LOAD (self));

  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->note, note != NULL ? note : "");
}
