/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-fact-list.h"

#include "desk/moei-fact-row.h"
#include "parts/moei-replace.h"

/**
 * MoeiFactList:
 *
 * A heading and lines of what is known below it; not seen while there is
 * nothing to say.
 *
 * Lines are changed in place, so that whoever reads on or has the keyboard in
 * one of them stays there.
 */
struct _MoeiFactList {
  AdwBin parent_instance;

  GtkBox   *box;
  GtkLabel *heading;
  char     *title;
};

typedef enum {
  PROP_TITLE = 1,
} MoeiFactListProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MoeiFactList, moei_fact_list, ADW_TYPE_BIN)

static void
moei_fact_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch ((MoeiFactListProperty) prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, MOEI_FACT_LIST (object)->title);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_fact_list_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  MoeiFactList *self = MOEI_FACT_LIST (object);

  switch ((MoeiFactListProperty) prop_id) {
  case PROP_TITLE:
    if (!moei_replace_string (&self->title, g_value_get_string (value)))
      return;
    gtk_label_set_label (self->heading, self->title);
    gtk_widget_set_visible (GTK_WIDGET (self->heading), self->title != NULL);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_fact_list_finalize (GObject *object)
{
  g_free (MOEI_FACT_LIST (object)->title);

  G_OBJECT_CLASS (moei_fact_list_parent_class)->finalize (object);
}

static void
moei_fact_list_class_init (MoeiFactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = moei_fact_list_finalize;
  object_class->get_property = moei_fact_list_get_property;
  object_class->set_property = moei_fact_list_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "factlist");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_fact_list_init (MoeiFactList *self)
{
  self->heading = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (self->box, GTK_WIDGET (self->heading));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->heading, NULL, -1);
}

static GtkWidget *
replace_row (MoeiFactList   *self,
             GtkWidget      *former,
             GtkWidget      *after,
             const MoeiFact *fact)
{
  GtkWidget *row = moei_fact_row_new (fact->link != NULL);

  if (former != NULL)
    gtk_box_remove (self->box, former);
  gtk_box_insert_child_after (self->box, row, after);
  return row;
}

/**
 * moei_fact_list_take:
 * @self: a list
 * @facts: (transfer full) (element-type MoeiFact): what there is to say
 */
void
moei_fact_list_take (MoeiFactList *self,
                     GPtrArray    *facts)
{
  g_autoptr (GPtrArray) taken = facts;
  GtkWidget *last = GTK_WIDGET (self->heading), *row;

  g_return_if_fail (MOEI_IS_FACT_LIST (self));

  gtk_widget_set_visible (GTK_WIDGET (self), taken->len > 0);
  for (guint i = 0; i < taken->len; i++) {
    row = gtk_widget_get_next_sibling (last);
    if (row == NULL || !moei_fact_row_fits (MOEI_FACT_ROW (row), taken->pdata[i]))
      row = replace_row (self, row, last, taken->pdata[i]);
    moei_fact_row_show (MOEI_FACT_ROW (row), taken->pdata[i]);
    last = row;
  }
  while ((row = gtk_widget_get_next_sibling (last)) != NULL)
    gtk_box_remove (self->box, row);
}
