/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-statement-list.h"

#include <glib/gi18n-lib.h>

#include "language/moei-burmese.h"
#include "language/moei-language.h"

/**
 * MoeiStatementList:
 *
 * What is known about something, one statement below the other.
 *
 * It draws anew only when a text differs.
 */
struct _MoeiStatementList {
  AdwBin parent_instance;

  GtkBox    *box;
  GPtrArray *shown; /* MoeiStatement */
};

G_DEFINE_FINAL_TYPE (MoeiStatementList, moei_statement_list, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  g_autofree char *broken = moei_break_text (moei_language_get_current (), text != NULL ? text : "");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", broken, "xalign", xalign, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_dim (const char *text,
          float       xalign)
{
  GtkWidget *label = make_label (text, xalign, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
make_row (const MoeiStatement *statement)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = make_label (statement->texts[0], 0, NULL);
  GtkWidget *value = make_label (statement->texts[1], 1, "strong");

  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (value, GTK_ALIGN_BASELINE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (GTK_BOX (row), line);
  for (gsize i = 2; i <= 4; i++) {
    if (statement->texts[i] != NULL)
      gtk_box_append (GTK_BOX (row), make_dim (statement->texts[i], 0));
  }
  return row;
}

static GtkWidget *
make_half (const char * const *texts)
{
  GtkWidget *half = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *value = make_label (texts[1], 0, "title-3");

  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (half), make_label (texts[0], 0, "strong"));
  gtk_box_append (GTK_BOX (half), value);
  gtk_box_append (GTK_BOX (half), make_dim (texts[2], 0));
  return half;
}

/* Side by side, with a line between: two figures, and no third. */
static GtkWidget *
make_pair (const MoeiStatement *statement)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *left = make_half ((const char * const *) statement->texts + 3);
  GtkWidget *right = make_half ((const char * const *) statement->texts + 6);
  g_autofree char *name = NULL;

  gtk_box_append (GTK_BOX (head), make_label (statement->texts[0], 0, "heading"));
  gtk_box_append (GTK_BOX (head), make_label (statement->texts[1], 1, "strong"));
  gtk_box_append (GTK_BOX (halves), left);
  gtk_box_append (GTK_BOX (halves), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (halves), right);
  gtk_box_append (GTK_BOX (pair), head);
  gtk_box_append (GTK_BOX (pair), halves);
  if (statement->texts[2] != NULL)
    gtk_box_append (GTK_BOX (pair), make_dim (statement->texts[2], 0));
  gtk_widget_add_css_class (pair, "disagreement");
  /* Translators: for the screen reader, two owners' figures: "Departed. BGF 7,968, 14 March 2025; Thai MFA 4,895, 21 March 2025. Difference 3,073" */
  name = g_strdup_printf (_("%1$s. %2$s %3$s, %4$s; %5$s %6$s, %7$s. %8$s"), statement->texts[0], statement->texts[3],
                          statement->texts[4], statement->texts[5] != NULL ? statement->texts[5] : "–", statement->texts[6], statement->texts[7],
                          statement->texts[8] != NULL ? statement->texts[8] : "–", statement->texts[1]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pair), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return pair;
}

static GtkWidget *
make_warning (const MoeiStatement *statement)
{
  GtkWidget *warning = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (warning, "verdict");
  gtk_widget_add_css_class (warning, "short");
  gtk_box_append (GTK_BOX (warning), icon);
  gtk_box_append (GTK_BOX (warning), make_label (statement->texts[0], 0, NULL));
  return warning;
}

static GtkWidget *
make_heading (const MoeiStatement *statement)
{
  GtkWidget *heading = make_label (statement->texts[0], 0, "heading");

  gtk_widget_set_margin_top (heading, 6);
  return heading;
}

static GtkWidget *
make_statement (const MoeiStatement *statement)
{
  switch (statement->kind) {
  case MOEI_STATEMENT_HEADING:
    return make_heading (statement);
  case MOEI_STATEMENT_ROW:
    return make_row (statement);
  case MOEI_STATEMENT_PAIR:
    return make_pair (statement);
  case MOEI_STATEMENT_WARNING:
    return make_warning (statement);
  case MOEI_STATEMENT_PROSE:
  default:
    return make_label (statement->texts[0], 0, NULL);
  }
}

static void
moei_statement_list_finalize (GObject *object)
{
  g_clear_pointer (&MOEI_STATEMENT_LIST (object)->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (moei_statement_list_parent_class)->finalize (object);
}

static void
moei_statement_list_class_init (MoeiStatementListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_statement_list_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statementlist");
}

static void
moei_statement_list_init (MoeiStatementList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * moei_statement_list_take:
 * @self: a list
 * @statements: (transfer full) (element-type MoeiStatement): what is known
 *
 * Shows @statements.
 */
void
moei_statement_list_take (MoeiStatementList *self,
                     GPtrArray    *statements)
{
  GtkWidget *child;

  g_return_if_fail (MOEI_IS_STATEMENT_LIST (self));

  if (moei_statements_equal (self->shown, statements)) {
    g_ptr_array_unref (statements);
    return;
  }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < statements->len; i++)
    gtk_box_append (self->box, make_statement (statements->pdata[i]));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = statements;
}
