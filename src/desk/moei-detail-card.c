/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-detail-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-detail-rows.h"
#include "parts/moei-entity-title.h"

/**
 * MoeiDetailCard:
 *
 * What is known about the selected thing, and who said so.
 */
struct _MoeiDetailCard {
  MoeiPanel parent_instance;

  MoeiEntity *entity;
  GPtrArray  *shown; /* MoeiDetailRow; NULL for none */

  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkLabel  *remark;
  GtkWidget *scroller;
  GtkGrid   *rows;
};

typedef enum {
  PROP_ENTITY = 1,
} MoeiDetailCardProperty;

static GParamSpec *properties[PROP_ENTITY + 1];

G_DEFINE_FINAL_TYPE (MoeiDetailCard, moei_detail_card, MOEI_TYPE_PANEL)

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", xalign, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "valign", GTK_ALIGN_BASELINE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A scrolled window asks for its height at the labels' narrowest, so that
 * these must not claim to be narrower than they are shown. */
#define NAME_CHARS 12
#define VALUE_CHARS 14
#define PROSE_CHARS 30

static void
add_row (MoeiDetailCard *self,
         MoeiDetailRow  *row,
         int            *line)
{
  GtkWidget *name = make_label (row->name, 0, "dim-label");
  GtkWidget *value = make_label (row->value, 1, "strong");
  gboolean is_prose = g_utf8_strlen (row->value, -1) > 40;

  gtk_widget_add_css_class (value, "numeric");
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (value), is_prose ? PROSE_CHARS : VALUE_CHARS);
  gtk_grid_attach (self->rows, name, 0, *line, is_prose ? 2 : 1, 1);
  if (is_prose) {
    gtk_label_set_xalign (GTK_LABEL (value), 0);
    gtk_widget_remove_css_class (value, "strong");
    gtk_grid_attach (self->rows, value, 0, ++*line, 2, 1);
  } else {
    gtk_widget_set_hexpand (value, TRUE);
    gtk_grid_attach (self->rows, value, 1, *line, 1, 1);
  }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  ++*line;

  if (row->provenance != NULL) {
    GtkWidget *provenance = make_label (row->provenance, 0, "caption");

    gtk_widget_add_css_class (provenance, "dim-label");
    gtk_label_set_width_chars (GTK_LABEL (provenance), PROSE_CHARS);
    gtk_grid_attach (self->rows, provenance, 0, (*line)++, 2, 1);
  }
}

static gboolean
row_equal (const MoeiDetailRow *a,
           const MoeiDetailRow *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->value, b->value) == 0 &&
         g_strcmp0 (a->provenance, b->provenance) == 0;
}

static gboolean
is_shown (MoeiDetailCard *self,
          GPtrArray      *rows)
{
  if (self->shown == NULL || rows == NULL || self->shown->len != rows->len)
    return self->shown == rows;

  for (guint i = 0; i < rows->len; i++) {
    if (!row_equal (self->shown->pdata[i], rows->pdata[i]))
      return FALSE;
  }
  return TRUE;
}

/* Takes the rows; NULL for none.  Most changes of the operation are not of
 * this entity, and whoever reads on must not be thrown back to the top. */
static void
show_rows (MoeiDetailCard *self,
           GPtrArray      *rows)
{
  GtkWidget *child;
  int line = 0;

  if (is_shown (self, rows)) {
    g_clear_pointer (&rows, g_ptr_array_unref);
    return;
  }

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = rows;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_row (self, rows->pdata[i], &line);
}

static void
moei_detail_card_update (MoeiPanel *panel)
{
  MoeiDetailCard *self = MOEI_DETAIL_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  g_autofree char *title = NULL, *subtitle = NULL, *remark = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->entity != NULL);
  if (self->entity == NULL || operation == NULL) {
    show_rows (self, NULL);
    return;
  }

  title = moei_entity_title (self->entity);
  subtitle = moei_detail_subtitle (self->entity, operation);
  remark = moei_detail_remark (self->entity);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->remark, remark != NULL ? remark : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
  show_rows (self, moei_detail_rows (self->entity, operation));
}

/* What is said is what to read first; closing comes after. */
static gboolean
moei_detail_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MOEI_DETAIL_CARD (widget)->scroller);
}

static void
close_card (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_object_set (widget, "entity", NULL, NULL);
}

static void
moei_detail_card_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MoeiDetailCard *self = MOEI_DETAIL_CARD (object);

  switch ((MoeiDetailCardProperty) prop_id) {
  case PROP_ENTITY:
    g_value_set_object (value, self->entity);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_detail_card_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MoeiDetailCard *self = MOEI_DETAIL_CARD (object);

  switch ((MoeiDetailCardProperty) prop_id) {
  case PROP_ENTITY:
    if (!g_set_object (&self->entity, g_value_get_object (value)))
      return;
    moei_detail_card_update (MOEI_PANEL (self));
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_detail_card_dispose (GObject *object)
{
  MoeiDetailCard *self = MOEI_DETAIL_CARD (object);

  g_clear_object (&self->entity);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (moei_detail_card_parent_class)->dispose (object);
}

static void
moei_detail_card_class_init (MoeiDetailCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_detail_card_dispose;
  object_class->get_property = moei_detail_card_get_property;
  object_class->set_property = moei_detail_card_set_property;
  widget_class->grab_focus = moei_detail_card_grab_focus;
  MOEI_PANEL_CLASS (klass)->update = moei_detail_card_update;

  properties[PROP_ENTITY] =
    g_param_spec_object ("entity", NULL, NULL, MOEI_TYPE_ENTITY,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-detail-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDetailCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiDetailCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MoeiDetailCard, remark);
  gtk_widget_class_bind_template_child (widget_class, MoeiDetailCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, MoeiDetailCard, rows);
  gtk_widget_class_install_action (widget_class, "detail.close", NULL, close_card);
  gtk_widget_class_set_css_name (widget_class, "detailcard");
}

static void
moei_detail_card_init (MoeiDetailCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
