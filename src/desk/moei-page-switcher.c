/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-page-switcher.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"

/**
 * MoeiPageSwitcher:
 *
 * The names of the window's pages, side by side in its header.
 *
 * AdwViewSwitcher adds an icon to each name, for which a window of 1024 pixels
 * has no room beside three clocks, least of all in Burmese.
 */
struct _MoeiPageSwitcher {
  GtkBox parent_instance;

  MoeiPages *pages;
};

typedef enum {
  PROP_PAGES = 1,
} MoeiPageSwitcherProperty;

static GParamSpec *properties[PROP_PAGES + 1];

G_DEFINE_FINAL_TYPE (MoeiPageSwitcher, moei_page_switcher, GTK_TYPE_BOX)

/* How much there is on a page that the reader has not seen, beside its name. */
static void
show_badge (AdwViewStackPage *page,
            GParamSpec       *pspec,
            GtkWidget        *badge)
{
  guint n = adw_view_stack_page_get_badge_number (page);
  g_autofree char *number = moei_format_count (moei_language_get_current (), (int) n);
  /* Translators: for the screen reader: a page of the window, and how many entries on it are new: "Log: 12 new" */
  g_autofree char *name = g_strdup_printf (_("%1$s: %2$s new"), adw_view_stack_page_get_title (page), number);
  GtkWidget *button = gtk_widget_get_ancestor (badge, GTK_TYPE_TOGGLE_BUTTON);

  gtk_label_set_label (GTK_LABEL (badge), number);
  gtk_widget_set_visible (badge, n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? name : adw_view_stack_page_get_title (page), -1);
}

static void
add_button (MoeiPageSwitcher *self,
            AdwViewStackPage *page,
            guint             position)
{
  /* Translators: %1$s is a page of the window, %2$u the digit of its key; keep "Alt" as the keyboard has it */
  g_autofree char *tip = g_strdup_printf (_("%1$s (Alt+%2$u)"), adw_view_stack_page_get_title (page), position + 1);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *badge = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new (adw_view_stack_page_get_title (page)));
  gtk_box_append (GTK_BOX (box), badge);
  gtk_widget_add_css_class (badge, "badge");
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect_object (page, "notify::badge-number", G_CALLBACK (show_badge), badge, G_CONNECT_DEFAULT);
  show_badge (page, NULL, badge);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", adw_view_stack_page_get_name (page));
  gtk_box_append (GTK_BOX (self), button);
}

static void
set_pages (MoeiPageSwitcher *self,
           MoeiPages        *pages)
{
  GListModel *model;

  if (pages == NULL || !g_set_object (&self->pages, pages))
    return;

  model = G_LIST_MODEL (moei_pages_get_model (pages));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (AdwViewStackPage) page = g_list_model_get_item (model, i);

    add_button (self, page, i);
  }
}

static void
moei_page_switcher_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((MoeiPageSwitcherProperty) prop_id) {
  case PROP_PAGES:
    set_pages (MOEI_PAGE_SWITCHER (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_page_switcher_dispose (GObject *object)
{
  g_clear_object (&MOEI_PAGE_SWITCHER (object)->pages);

  G_OBJECT_CLASS (moei_page_switcher_parent_class)->dispose (object);
}

static void
moei_page_switcher_class_init (MoeiPageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_page_switcher_dispose;
  object_class->set_property = moei_page_switcher_set_property;

  properties[PROP_PAGES] =
    g_param_spec_object ("pages", NULL, NULL, MOEI_TYPE_PAGES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "pageswitcher");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_page_switcher_init (MoeiPageSwitcher *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
}
