/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-two-lines.h"

#include "language/moei-burmese.h"
#include "language/moei-language.h"

/**
 * MoeiTwoLines:
 *
 * What is said, with what it was before struck through beside it, and in
 * small letters below what else is worth saying.
 *
 * It is drawn; whoever uses it says it to a screen reader in words.
 */
struct _MoeiTwoLines {
  AdwBin parent_instance;

  GtkImage   *icon;
  GtkLabel   *former;
  GtkLabel   *text;
  GtkLabel   *note;
  const char *css_class; /* (nullable) interned */
};

G_DEFINE_FINAL_TYPE (MoeiTwoLines, moei_two_lines, ADW_TYPE_BIN)

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gboolean says_something = text != NULL && *text != '\0';
  g_autofree char *broken = NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), says_something);
  if (!says_something)
    return;
  if (gtk_label_get_wrap (label))
    broken = moei_break_text (moei_language_get_current (), text);
  gtk_label_set_label (label, broken != NULL ? broken : text);
}

static void
moei_two_lines_class_init (MoeiTwoLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-two-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiTwoLines, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiTwoLines, former);
  gtk_widget_class_bind_template_child (widget_class, MoeiTwoLines, text);
  gtk_widget_class_bind_template_child (widget_class, MoeiTwoLines, note);
  gtk_widget_class_set_css_name (widget_class, "twolines");
}

static void
moei_two_lines_init (MoeiTwoLines *self)
{
  g_autoptr (PangoAttrList) struck = pango_attr_list_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->former, struck);
}

/**
 * moei_two_lines_new:
 * @numeric: whether it is made of figures that stand below one another; words
 *   may break their lines
 *
 * Returns: (transfer floating): two lines that say nothing yet
 */
GtkWidget *
moei_two_lines_new (gboolean numeric)
{
  MoeiTwoLines *self = g_object_new (MOEI_TYPE_TWO_LINES, NULL);

  if (numeric)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  g_object_set (self->text, "wrap", !numeric, NULL);
  g_object_set (self->note, "wrap", !numeric, NULL);
  return GTK_WIDGET (self);
}

/**
 * moei_two_lines_set_text:
 * @self: two lines
 * @former: (nullable): what was said before
 * @text: (nullable): what is said
 * @note: (nullable): what stands below
 */
void
moei_two_lines_set_text (MoeiTwoLines *self,
                         const char   *former,
                         const char   *text,
                         const char   *note)
{
  g_return_if_fail (MOEI_IS_TWO_LINES (self));

  show_label (self->former, former);
  show_label (self->text, text);
  show_label (self->note, note);
}

/**
 * moei_two_lines_set_look:
 * @self: two lines
 * @icon_name: (nullable): what stands before the first
 * @css_class: (nullable): the class of the first
 */
void
moei_two_lines_set_look (MoeiTwoLines *self,
                         const char   *icon_name,
                         const char   *css_class)
{
  g_return_if_fail (MOEI_IS_TWO_LINES (self));

  css_class = g_intern_string (css_class);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (self->icon, icon_name);
  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  self->css_class = css_class;
}
