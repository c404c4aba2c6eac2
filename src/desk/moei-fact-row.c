/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-fact-row.h"

#include <glib/gi18n-lib.h>

#include "language/moei-burmese.h"
#include "language/moei-language.h"

/**
 * MoeiFactRow:
 *
 * A line of what is known about something; pressed, it opens what it links to.
 */
struct _MoeiFactRow {
  AdwBin parent_instance;

  GtkWidget  *button; /* (nullable) if it links to something */
  GtkImage   *icon;
  GtkLabel   *name;
  GtkLabel   *former;
  GtkLabel   *value;
  GtkLabel   *note;
  const char *css_class; /* (nullable) interned */
};

/* What is longer stands below its name and may take several lines. */
#define LONG_CHARS 26
/* What is shorter is a figure or a word, and stays in one piece. */
#define SHORT_CHARS 10

G_DEFINE_FINAL_TYPE (MoeiFactRow, moei_fact_row, ADW_TYPE_BIN)

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gboolean says_something = text != NULL && *text != '\0';
  g_autofree char *broken = says_something ? moei_break_text (moei_language_get_current (), text) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), says_something);
  if (says_something && g_strcmp0 (gtk_label_get_label (label), broken) != 0)
    gtk_label_set_label (label, broken);
}

static void
set_css_class (MoeiFactRow *self,
               const char  *css_class)
{
  css_class = g_intern_string (css_class);
  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  self->css_class = css_class;
}

/* For the screen reader: "Aircraft ready: 14:20, Mae Sot Airport" */
static void
describe (MoeiFactRow    *self,
          const MoeiFact *fact)
{
  g_autofree char *line = NULL, *all = NULL;

  if (self->button == NULL)
    return;
  line = g_strdup_printf (C_("column", "%1$s: %2$s"), fact->name, fact->value);
  all = fact->note != NULL ? g_strdup_printf (_("%1$s, %2$s"), line, fact->note) : g_strdup (line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

static void
moei_fact_row_class_init (MoeiFactRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiFactRow, name);
  gtk_widget_class_bind_template_child (widget_class, MoeiFactRow, former);
  gtk_widget_class_bind_template_child (widget_class, MoeiFactRow, value);
  gtk_widget_class_bind_template_child (widget_class, MoeiFactRow, note);
  gtk_widget_class_set_css_name (widget_class, "factrow");
}

static void
moei_fact_row_init (MoeiFactRow *self)
{
  g_autoptr (PangoAttrList) struck = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->former, struck);
}

static void
make_button (MoeiFactRow *self)
{
  GtkWidget *content = g_object_ref (adw_bin_get_child (ADW_BIN (self)));

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show");
  adw_bin_set_child (ADW_BIN (self), self->button);
  g_object_unref (content);
}

/**
 * moei_fact_row_new:
 * @links: whether its facts link to something
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
moei_fact_row_new (gboolean links)
{
  MoeiFactRow *self = g_object_new (MOEI_TYPE_FACT_ROW, NULL);

  if (links)
    make_button (self);
  return GTK_WIDGET (self);
}

/**
 * moei_fact_row_fits:
 * @self: a line
 * @fact: a fact
 *
 * Returns: whether @self can show it: a line that links to something is made otherwise
 */
gboolean
moei_fact_row_fits (MoeiFactRow    *self,
                    const MoeiFact *fact)
{
  g_return_val_if_fail (MOEI_IS_FACT_ROW (self), FALSE);

  return (self->button != NULL) == (fact->link != NULL);
}

/**
 * moei_fact_row_show:
 * @self: a line
 * @fact: a fact that fits
 */
void
moei_fact_row_show (MoeiFactRow    *self,
                    const MoeiFact *fact)
{
  gboolean is_long = fact->value != NULL && g_utf8_strlen (fact->value, -1) > LONG_CHARS;

  g_return_if_fail (MOEI_IS_FACT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->icon), fact->icon_name != NULL);
  if (fact->icon_name != NULL)
    gtk_image_set_from_icon_name (self->icon, fact->icon_name);
  show_label (self->name, fact->name);
  show_label (self->former, fact->former);
  if (is_long && fact->note == NULL) {
    show_label (self->value, NULL);
    show_label (self->note, fact->value);
  } else {
    show_label (self->value, fact->value);
    show_label (self->note, fact->note);
  }
  gtk_label_set_wrap (self->value, fact->value != NULL && g_utf8_strlen (fact->value, -1) > SHORT_CHARS);
  set_css_class (self, fact->css_class);
  if (self->button != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", fact->link);
  describe (self, fact);
}
