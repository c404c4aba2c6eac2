/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-probe-row.h"

#include <glib/gi18n-lib.h>

#include "door/moei-probe-words.h"
#include "language/moei-language.h"

/**
 * MoeiProbeRow:
 *
 * One step of the way to a service: a symbol and a word for how far it is, and
 * what was found.
 */
struct _MoeiProbeRow {
  GtkListBoxRow parent_instance;

  MoeiProbeStep step;
  GtkImage     *icon;
  GtkLabel     *title;
  GtkLabel     *state;
  GtkLabel     *detail;
};

G_DEFINE_FINAL_TYPE (MoeiProbeRow, moei_probe_row, GTK_TYPE_LIST_BOX_ROW)

static void
moei_probe_row_class_init (MoeiProbeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-probe-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeRow, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeRow, state);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeRow, detail);
}

static void
moei_probe_row_init (MoeiProbeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_probe_row_new:
 * @step: a step to a service
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
moei_probe_row_new (MoeiProbeStep step)
{
  MoeiProbeRow *self = g_object_new (MOEI_TYPE_PROBE_ROW, NULL);

  self->step = step;
  gtk_label_set_label (self->title, moei_probe_words_step (step));
  return GTK_WIDGET (self);
}

/**
 * moei_probe_row_show:
 * @self: a row
 * @probe: whose step to show
 */
void
moei_probe_row_show (MoeiProbeRow *self,
                     MoeiProbe    *probe)
{
  MoeiProbeState state = moei_probe_get_state (probe, self->step);
  g_autofree char *detail = moei_probe_words_detail (probe, self->step);
  g_autofree char *name = g_strdup_printf ("%s: %s", moei_probe_words_step (self->step), moei_probe_words_state (state));
  static const char * const classes[] = { "waiting", "running", "passed", "not-needed", "failed" };
  const char *row_classes[] = { "probe", classes[state], NULL };

  gtk_image_set_from_icon_name (self->icon, moei_probe_words_icon (state));
  gtk_label_set_label (self->state, moei_probe_words_state (state));
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_widget_set_css_classes (GTK_WIDGET (self), row_classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail != NULL ? detail : "", -1);
}
