/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-notice-strip.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "operation/moei-collection.h"
#include "parts/moei-replace.h"
#include "rules/moei-notices.h"

/* The gravest; more than anybody reads. */
#define MAX_SHOWN 50

/**
 * MoeiNoticeStrip:
 *
 * The gravest notice in force; opened, all of them in full.
 */
struct _MoeiNoticeStrip {
  MoeiPanel parent_instance;

  GtkImage  *icon;
  GtkWidget *button;
  GtkLabel  *headline;
  GtkLabel  *more;
  GtkBox    *notices;
  char      *shown; /* all that the list says */
};

G_DEFINE_FINAL_TYPE (MoeiNoticeStrip, moei_notice_strip, MOEI_TYPE_PANEL)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *broken = moei_break_text (language, text);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", broken, "xalign", 0.0f, "wrap", TRUE,
                                   "max-width-chars", 60, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
provenance_of (MoeiNotice *notice)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (MOEI_ENTITY (notice)));
  g_autofree char *date = moei_format_date_time (language, moei_notice_get_effective (notice), MOEI_ZONE_BANGKOK);

  /* Translators: who gave a notice and since when it holds */
  return g_strdup_printf (_("%1$s, %2$s"), owner != NULL ? owner : "–", date);
}

static void
add_notice (MoeiNoticeStrip *self,
            MoeiNotice      *notice)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *provenance = provenance_of (notice);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label (moei_text_get (moei_notice_get_headline (notice), language), "heading"));
  if (moei_notice_get_description (notice) != NULL)
    gtk_box_append (GTK_BOX (box), make_label (moei_text_get (moei_notice_get_description (notice), language), "body"));
  gtk_box_append (GTK_BOX (box), make_label (provenance, "caption"));
  gtk_box_append (self->notices, box);
}

static char *
list_text (GPtrArray *in_force)
{
  MoeiLanguage language = moei_language_get_current ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (in_force->len, MAX_SHOWN); i++) {
    g_autofree char *provenance = provenance_of (in_force->pdata[i]);

    g_string_append_printf (text, "%s\n%s\n%s\n",
                            moei_text_get (moei_notice_get_headline (in_force->pdata[i]), language),
                            moei_text_get (moei_notice_get_description (in_force->pdata[i]), language), provenance);
  }
  return g_string_free (text, FALSE);
}

/* Whoever reads the list must not be thrown back to its top by what is not
 * news here. */
static void
show_list (MoeiNoticeStrip *self,
           GPtrArray       *in_force)
{
  g_autofree char *text = list_text (in_force);
  GtkWidget *child;

  if (!moei_replace_string (&self->shown, text))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notices))) != NULL)
    gtk_box_remove (self->notices, child);
  for (guint i = 0; i < MIN (in_force->len, MAX_SHOWN); i++)
    add_notice (self, in_force->pdata[i]);
}

static void
show_first (MoeiNoticeStrip *self,
            MoeiNotice      *notice,
            guint            n_more)
{
  MoeiLanguage language = moei_language_get_current ();
  gboolean grave = moei_notice_is_grave (notice);
  g_autofree char *count = moei_format_count (language, (int) n_more);
  /* Translators: %s further notices are in force */
  g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %s more", "and %s more", n_more), count);

  gtk_image_set_from_icon_name (self->icon, grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  gtk_label_set_label (self->headline, moei_text_get (moei_notice_get_headline (notice), language));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->headline), -1);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  if (grave)
    gtk_widget_add_css_class (GTK_WIDGET (self), "grave");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "grave");
}

static void
moei_notice_strip_update (MoeiPanel *panel)
{
  MoeiNoticeStrip *self = MOEI_NOTICE_STRIP (panel);
  MoeiCollection *notices = moei_operation_get_notices (moei_panel_get_operation (panel));
  g_autoptr (GPtrArray) in_force = moei_notices_in_force (notices, moei_panel_get_now (panel));

  gtk_widget_set_visible (GTK_WIDGET (self), in_force->len > 0);
  if (in_force->len > 0)
    show_first (self, in_force->pdata[0], in_force->len - 1);
  show_list (self, in_force);
}

static void
moei_notice_strip_finalize (GObject *object)
{
  g_free (MOEI_NOTICE_STRIP (object)->shown);

  G_OBJECT_CLASS (moei_notice_strip_parent_class)->finalize (object);
}

static void
moei_notice_strip_class_init (MoeiNoticeStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_notice_strip_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_notice_strip_update;

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-notice-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeStrip, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeStrip, button);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeStrip, headline);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeStrip, more);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeStrip, notices);
  gtk_widget_class_set_css_name (widget_class, "noticestrip");
}

static void
moei_notice_strip_init (MoeiNoticeStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
