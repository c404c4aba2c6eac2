/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-log-page.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-drop-down-name.h"
#include "desk/moei-empty-state.h"
#include "desk/moei-list-show.h"
#include "desk/moei-log-mark.h"
#include "desk/moei-log-row.h"
#include "desk/moei-log.h"
#include "desk/moei-page.h"
#include "desk/moei-preferences.h"
#include "desk/moei-row-selection.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "parts/moei-replace.h"

/* After so long before it, the reader has seen what there was. */
#define SEEN_AFTER_MS 4000

/**
 * MoeiLogPage:
 *
 * What changed and what was announced, the newest first, with a mark between
 * what is new to the reader and what they have seen before.
 */
struct _MoeiLogPage {
  MoeiPanel parent_instance;

  MoeiPreferences  *preferences; /* (nullable) */
  MoeiLog          *log;
  MoeiRowSelection *selection;
  gint64            seen; /* where the mark stands while the page is looked at */
  guint             seen_source;
  char             *place; /* "" for all */
  GPtrArray        *place_ids;
  char             *place_names;
  gboolean          filling;

  GtkDropDown    *kind_chooser;
  GtkDropDown    *place_chooser;
  GtkLabel       *count;
  GtkStack       *stack;
  MoeiEmptyState *empty;
  GtkListView    *list;
};

typedef enum {
  PROP_PREFERENCES = 1,
} MoeiLogPageProperty;

static GParamSpec *properties[PROP_PREFERENCES + 1];

/* In the order of the menu, after "everything" */
static const MoeiChangeKind kinds[] = {
  MOEI_CHANGE_KIND_NOTICE, MOEI_CHANGE_KIND_FLIGHT, MOEI_CHANGE_KIND_CONVOY, MOEI_CHANGE_KIND_PLACE,
  MOEI_CHANGE_KIND_ROUTE, MOEI_CHANGE_KIND_DAY, MOEI_CHANGE_KIND_NATIONALITY, MOEI_CHANGE_KIND_RULE,
  MOEI_CHANGE_KIND_ROLL,
};

static void page_iface_init (MoeiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiLogPage, moei_log_page, MOEI_TYPE_PANEL,
                               G_IMPLEMENT_INTERFACE (MOEI_TYPE_PAGE, page_iface_init))

static void
fill_kinds (MoeiLogPage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  /* Translators: menu of the log: entries of all kinds */
  gtk_string_list_append (list, C_("log", "Everything"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, moei_word_change_kind (moei_language_get_current (), kinds[i]));
  gtk_drop_down_set_model (self->kind_chooser, G_LIST_MODEL (list));
}

static const char *
get_place_name (MoeiPlace *place)
{
  return moei_text_get (moei_place_get_name (place), moei_language_get_current ());
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return moei_language_collate (moei_language_get_current (), get_place_name (*(MoeiPlace **) a),
                                get_place_name (*(MoeiPlace **) b));
}

static void
fill_places (MoeiLogPage *self)
{
  MoeiCollection *places = moei_operation_get_places (moei_panel_get_operation (MOEI_PANEL (self)));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < moei_collection_size (places); i++)
    g_ptr_array_add (sorted, moei_collection_get (places, i));
  g_ptr_array_sort (sorted, compare_places);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (names, "%s\n", get_place_name (sorted->pdata[i]));
  if (!moei_replace_string (&self->place_names, names->str))
    return;

  g_ptr_array_set_size (self->place_ids, 0);
  g_ptr_array_add (self->place_ids, g_strdup (""));
  gtk_string_list_append (list, _("All places"));
  for (guint i = 0; i < sorted->len; i++) {
    g_ptr_array_add (self->place_ids, g_strdup (moei_entity_get_id (sorted->pdata[i])));
    gtk_string_list_append (list, get_place_name (sorted->pdata[i]));
    if (g_strcmp0 (moei_entity_get_id (sorted->pdata[i]), self->place) == 0)
      chosen = i + 1;
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->place_chooser, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->place_chooser, chosen);
  self->filling = FALSE;
}

/* There is nothing, or nothing of what was chosen. */
static void
show_empty (MoeiLogPage *self)
{
  gboolean chooses = gtk_drop_down_get_selected (self->kind_chooser) != 0 || *self->place != '\0';

  moei_empty_state_say (self->empty, chooses ? _("No entry fits this choice")
                                             : _("No change or notice is known."), NULL);
  moei_empty_state_set_action (self->empty, chooses ? C_("log", "Everything") : NULL, "log.everything", NULL);
}

static void
show_count (MoeiLogPage *self)
{
  GListModel *entries = moei_log_get_entries (self->log);
  g_autofree char *number = NULL, *text = NULL;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++) {
    g_autoptr (MoeiLogEntry) entry = g_list_model_get_item (entries, i);

    n += moei_log_entry_get_entity (entry) != NULL;
  }
  number = moei_format_count (moei_language_get_current (), (int) n);
  text = g_strdup_printf (moei_ngettext (moei_language_get_current (), "%s entry", "%s entries", n), number);
  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  if (n == 0)
    show_empty (self);
}

static void
moei_log_page_update (MoeiPanel *panel)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (panel);
  guint kind = gtk_drop_down_get_selected (self->kind_chooser);
  MoeiLogFilter filter = {
    .everything = kind == 0 || kind > G_N_ELEMENTS (kinds),
    .place = *self->place != '\0' ? self->place : NULL,
    .withhold_below = self->preferences != NULL ? moei_preferences_get_withhold_below (self->preferences) : 0,
    .seen = self->seen,
  };

  if (!filter.everything)
    filter.about = kinds[kind - 1];
  fill_places (self);
  moei_log_update (self->log, moei_panel_get_operation (panel), &filter);
  show_count (self);
}

static void
chosen_cb (MoeiLogPage *self)
{
  guint position = gtk_drop_down_get_selected (self->place_chooser);

  if (self->filling || moei_panel_get_operation (MOEI_PANEL (self)) == NULL)
    return;
  moei_replace_string (&self->place, position < self->place_ids->len ? self->place_ids->pdata[position] : "");
  moei_panel_update (MOEI_PANEL (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, moei_log_row_new ());
}

/* Days and the mark are read, and nothing is done with them. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  MoeiLogEntry *entry = gtk_list_item_get_item (item);

  gtk_list_item_set_activatable (item, moei_log_entry_get_entity (entry) != NULL);
  moei_log_row_set_entry (MOEI_LOG_ROW (gtk_list_item_get_child (item)), entry);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  moei_log_row_set_entry (MOEI_LOG_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (MoeiLogPage *self,
             guint        position)
{
  g_autoptr (MoeiLogEntry) entry = g_list_model_get_item (moei_log_get_entries (self->log), position);
  g_autofree char *link = entry != NULL ? moei_log_entry_get_link (entry) : NULL;

  if (link != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", link);
}

static void
choose_everything (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (widget);

  gtk_drop_down_set_selected (self->kind_chooser, 0);
  gtk_drop_down_set_selected (self->place_chooser, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
copy_entry (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MoeiLogEntry *entry = moei_row_selection_get_item (MOEI_LOG_PAGE (widget)->selection);
  g_autofree char *said = NULL, *day = NULL, *text = NULL;

  if (entry == NULL)
    return;
  said = moei_log_row_describe (entry);
  day = moei_format_date (moei_language_get_current (), moei_log_entry_get_day (entry), MOEI_DATE_MEDIUM);
  text = moei_log_entry_get_entity (entry) != NULL ? g_strdup_printf ("%s\n%s", day, said) : g_strdup (said);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* Settings follow; the mark stays where it is until the page is looked at anew. */
static void
remember_seen (MoeiLogPage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  g_autofree char *seen = operation != NULL ? moei_log_mark_write (operation) : NULL;

  if (seen != NULL && self->preferences != NULL)
    g_object_set (self->preferences, "log-seen", seen, NULL);
}

static void
seen_cb (gpointer user_data)
{
  MoeiLogPage *self = user_data;

  self->seen_source = 0;
  remember_seen (self);
}

static void
take_mark (MoeiLogPage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  self->seen = operation != NULL && self->preferences != NULL
                 ? moei_log_mark_parse (moei_preferences_get_log_seen (self->preferences), operation)
                 : MOEI_LOG_NOTHING_SEEN;
}

static void
moei_log_page_map (GtkWidget *widget)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (widget);

  take_mark (self);
  moei_panel_update (MOEI_PANEL (self));
  self->seen_source = g_timeout_add_once (SEEN_AFTER_MS, seen_cb, self);

  GTK_WIDGET_CLASS (moei_log_page_parent_class)->map (widget);
}

/* Whoever leaves has seen what came while they were there; a glance is none. */
static void
moei_log_page_unmap (GtkWidget *widget)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (widget);

  if (self->seen_source == 0)
    remember_seen (self);
  g_clear_handle_id (&self->seen_source, g_source_remove);

  GTK_WIDGET_CLASS (moei_log_page_parent_class)->unmap (widget);
}

static void
watch_operation (MoeiLogPage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  if (operation != NULL)
    g_signal_connect_object (moei_operation_get_changes (operation), "changed", G_CALLBACK (moei_panel_update), self,
                             G_CONNECT_SWAPPED);
}

static void
moei_log_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (object);

  switch ((MoeiLogPageProperty) prop_id) {
  case PROP_PREFERENCES:
    if (g_set_object (&self->preferences, g_value_get_object (value)) && self->preferences != NULL)
      g_signal_connect_object (self->preferences, "notify::withhold-below", G_CALLBACK (moei_panel_update), self,
                               G_CONNECT_SWAPPED);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static guint
find_entry (MoeiLogPage *self,
            MoeiEntity  *entity)
{
  GListModel *entries = moei_log_get_entries (self->log);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++) {
    g_autoptr (MoeiLogEntry) entry = g_list_model_get_item (entries, i);

    if (moei_log_entry_get_entity (entry) == entity)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

static GtkWidget *
find_row (gpointer self,
          gpointer entry)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (MOEI_LOG_PAGE (self)->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *child = gtk_widget_get_first_child (row);

    if (MOEI_IS_LOG_ROW (child) && moei_log_row_get_entry (MOEI_LOG_ROW (child)) == entry)
      return row;
  }
  return NULL;
}

static void
moei_log_page_show (MoeiPage   *page,
                    MoeiEntity *entity)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (page);
  g_autoptr (MoeiLogEntry) entry = NULL;
  guint position;

  gtk_drop_down_set_selected (self->kind_chooser, 0);
  gtk_drop_down_set_selected (self->place_chooser, 0);
  position = find_entry (self, entity);
  entry = g_list_model_get_item (moei_log_get_entries (self->log), position);
  if (entry == NULL)
    return;
  moei_row_selection_set_item (self->selection, entry);
  moei_list_show (GTK_WIDGET (self->list), position, entry, find_row, self);
}

static void
moei_log_page_take_place (MoeiPage *page,
                          MoeiPage *former)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (page), *other = MOEI_LOG_PAGE (former);

  moei_replace_string (&self->place, other->place);
  gtk_drop_down_set_selected (self->kind_chooser, gtk_drop_down_get_selected (other->kind_chooser));
  for (guint i = 0; i < self->place_ids->len; i++) {
    if (g_strcmp0 (self->place_ids->pdata[i], other->place) == 0)
      gtk_drop_down_set_selected (self->place_chooser, i);
  }
}

static void
page_iface_init (MoeiPageInterface *iface)
{
  iface->show = moei_log_page_show;
  iface->take_place = moei_log_page_take_place;
}

static void
moei_log_page_dispose (GObject *object)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (object);

  g_clear_handle_id (&self->seen_source, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (moei_log_page_parent_class)->dispose (object);
}

static void
moei_log_page_finalize (GObject *object)
{
  MoeiLogPage *self = MOEI_LOG_PAGE (object);

  g_object_unref (self->log);
  g_ptr_array_unref (self->place_ids);
  g_free (self->place_names);
  g_free (self->place);

  G_OBJECT_CLASS (moei_log_page_parent_class)->finalize (object);
}

static void
moei_log_page_class_init (MoeiLogPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_log_page_dispose;
  object_class->finalize = moei_log_page_finalize;
  object_class->set_property = moei_log_page_set_property;
  widget_class->map = moei_log_page_map;
  widget_class->unmap = moei_log_page_unmap;
  MOEI_PANEL_CLASS (klass)->update = moei_log_page_update;

  properties[PROP_PREFERENCES] =
    g_param_spec_object ("preferences", NULL, NULL, MOEI_TYPE_PREFERENCES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-log-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, kind_chooser);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, place_chooser);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, count);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogPage, list);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "log.copy", NULL, copy_entry);
  gtk_widget_class_install_action (widget_class, "log.everything", NULL, choose_everything);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "log.copy", NULL);
  gtk_widget_class_set_css_name (widget_class, "logpage");
}

static void
moei_log_page_init (MoeiLogPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->log = moei_log_new ();
  self->seen = MOEI_LOG_NOTHING_SEEN;
  self->place = g_strdup ("");
  self->place_ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_drop_down_set_name (self->kind_chooser, _("Kind of entry"));
  moei_drop_down_set_name (self->place_chooser, _("Place"));
  fill_kinds (self);
  gtk_drop_down_set_expression (self->place_chooser, text);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  self->selection = moei_row_selection_new (moei_log_get_entries (self->log));
  gtk_list_view_set_model (self->list, moei_row_selection_get_model (self->selection));
  g_signal_connect (self, "notify::operation", G_CALLBACK (watch_operation), NULL);
}
