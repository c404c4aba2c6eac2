/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-probe-view.h"

#include "door/moei-probe-row.h"
#include "feed/moei-feed-advice.h"
#include "feed/moei-feed-error.h"

/**
 * MoeiProbeView:
 *
 * The way to a service step by step; where it ends, what to do next, and what
 * to send to those who look after the network.
 */
struct _MoeiProbeView {
  GtkBox parent_instance;

  MoeiProbe  *probe; /* (nullable) */
  GtkListBox *steps;
  GtkWidget  *advice;
  GtkLabel   *next;
  GtkLabel   *evidence;
  GtkButton  *copy;
};

G_DEFINE_FINAL_TYPE (MoeiProbeView, moei_probe_view, GTK_TYPE_BOX)

static void
update (MoeiProbeView *self)
{
  const GError *error = self->probe != NULL ? moei_probe_get_error (self->probe) : NULL;
  g_autofree char *next = error != NULL ? moei_feed_advice_next (error) : NULL;
  g_autofree char *evidence = error != NULL ? moei_feed_advice_evidence (error) : NULL;
  GtkListBoxRow *row;

  for (int i = 0; self->probe != NULL && (row = gtk_list_box_get_row_at_index (self->steps, i)) != NULL; i++)
    moei_probe_row_show (MOEI_PROBE_ROW (row), self->probe);
  gtk_label_set_label (self->next, next != NULL ? next : "");
  gtk_label_set_label (self->evidence, evidence != NULL ? evidence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), evidence != NULL);
  gtk_widget_set_visible (self->advice, next != NULL);
}

/* What is copied can be forwarded as it is. */
static void
on_copy (MoeiProbeView *self)
{
  const GError *error = self->probe != NULL ? moei_probe_get_error (self->probe) : NULL;
  g_autofree char *sentence = error != NULL ? moei_feed_error_to_sentence (error) : NULL;
  g_autofree char *text = NULL;

  if (sentence == NULL)
    return;
  text = g_strjoin ("\n", sentence, gtk_label_get_label (self->next), gtk_label_get_label (self->evidence), NULL);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
moei_probe_view_dispose (GObject *object)
{
  MoeiProbeView *self = MOEI_PROBE_VIEW (object);

  if (self->probe != NULL)
    moei_probe_stop (self->probe);
  g_clear_object (&self->probe);

  G_OBJECT_CLASS (moei_probe_view_parent_class)->dispose (object);
}

static void
moei_probe_view_class_init (MoeiProbeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_probe_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-probe-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeView, steps);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeView, advice);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeView, next);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeView, evidence);
  gtk_widget_class_bind_template_child (widget_class, MoeiProbeView, copy);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
moei_probe_view_init (MoeiProbeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MOEI_N_PROBE_STEPS; i++)
    gtk_list_box_append (self->steps, moei_probe_row_new ((MoeiProbeStep) i));
}

/**
 * moei_probe_view_set_probe:
 * @self: a view
 * @probe: what to show from now on; the former one is stopped
 */
void
moei_probe_view_set_probe (MoeiProbeView *self,
                           MoeiProbe     *probe)
{
  g_return_if_fail (MOEI_IS_PROBE_VIEW (self));

  if (self->probe != NULL) {
    moei_probe_stop (self->probe);
    g_signal_handlers_disconnect_by_data (self->probe, self);
  }
  g_set_object (&self->probe, probe);
  if (probe != NULL)
    g_signal_connect_object (probe, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
