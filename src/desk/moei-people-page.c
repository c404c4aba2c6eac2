/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-people-page.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-country-card.h"
#include "desk/moei-country-chooser.h"
#include "desk/moei-my-country-card.h"
#include "desk/moei-page.h"
#include "desk/moei-people-columns.h"
#include "desk/moei-people-sheet.h"
#include "desk/moei-preferences.h"
#include "desk/moei-roll-card.h"
#include "desk/moei-rolls-card.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "parts/moei-replace.h"
#include "rules/moei-withhold.h"

/**
 * MoeiPeoplePage:
 *
 * Where the people of each country and region are, who says so, and when they
 * will be home.
 */
struct _MoeiPeoplePage {
  MoeiPanel parent_instance;

  MoeiPreferences *preferences; /* (nullable) */
  MoeiPeopleSheet *sheet;
  char            *country; /* the one shown in full; NULL for none */
  char            *roll;    /* the list shown; NULL for none */
  gboolean         choosing;

  MoeiMyCountryCard *mine;
  GtkWidget         *chooser;
  GtkToggleButton   *sharing;
  GtkWidget         *sharing_mark;
  GtkLabel          *sharing_text;
  MoeiTable         *table;
  GtkFlowBox        *legend;
  GtkStack          *side;
  GtkWidget         *country_scroller;
  MoeiCountryCard   *country_card;
  MoeiRollCard      *roll_card;
  MoeiRollsCard     *rolls_card;
};

typedef enum {
  PROP_PREFERENCES = 1,
} MoeiPeoplePageProperty;

static GParamSpec *properties[PROP_PREFERENCES + 1];

static void page_iface_init (MoeiPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MoeiPeoplePage, moei_people_page, MOEI_TYPE_PANEL,
                               G_IMPLEMENT_INTERFACE (MOEI_TYPE_PAGE, page_iface_init))

static int
get_below (MoeiPeoplePage *self)
{
  return self->preferences != NULL ? moei_preferences_get_withhold_below (self->preferences) : 0;
}

static const char *
get_my_country (MoeiPeoplePage *self)
{
  return self->preferences != NULL ? moei_preferences_get_my_country (self->preferences) : "";
}

static char *
describe_clearing (MoeiPeoplePage *self,
                   MoeiPeopleRow  *row)
{
  const MoeiClearing *clearing = moei_people_sheet_get_clearing (self->sheet, moei_people_row_get_id (row));
  g_autofree char *limit = NULL;

  if (clearing == NULL || clearing->answer != MOEI_CLEARING_DATE)
    return g_strdup (moei_people_row_get_clearing (row));
  limit = moei_sentence_limit (moei_language_get_current (), clearing->limit);
  return g_strdup_printf ("%s · %s", moei_people_row_get_clearing (row), limit);
}

static void
show_mine (MoeiPeoplePage *self)
{
  MoeiPeopleRow *row = moei_people_sheet_lookup (self->sheet, get_my_country (self));
  g_autofree char *clearing = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mine), row != NULL);
  if (row == NULL)
    return;
  clearing = describe_clearing (self, row);
  moei_my_country_card_show (self->mine, row, clearing);
}

static void
show_sharing (MoeiPeoplePage *self)
{
  int below = get_below (self);
  g_autofree char *limit = moei_format_count (moei_language_get_current (), below);
  /* Translators: %s is a number: counts below it are shown as "<5" */
  g_autofree char *text = g_strdup_printf (_("For sharing: counts below %s are withheld, and others that would give them away."), limit);

  moei_rolls_card_withhold (self->rolls_card, below);
  gtk_label_set_label (self->sharing_text, text);
  gtk_widget_set_visible (self->sharing_mark, below > 0);
  if (gtk_toggle_button_get_active (self->sharing) != (below > 0))
    gtk_toggle_button_set_active (self->sharing, below > 0);
}

/* What is chosen may be gone; then the lists are there again. */
static void
show_side (MoeiPeoplePage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));
  MoeiPeopleRow *row = moei_people_sheet_lookup (self->sheet, self->country);
  MoeiRoll *roll = self->roll != NULL ? moei_collection_lookup (moei_operation_get_rolls (operation), self->roll) : NULL;

  if (roll != NULL) {
    moei_roll_card_show (self->roll_card, roll, operation, get_below (self));
    gtk_stack_set_visible_child_name (self->side, "roll");
  } else if (row != NULL) {
    g_autofree char *clearing = describe_clearing (self, row);

    moei_country_card_show (self->country_card, row, clearing, moei_operation_get_rolls (operation), get_below (self));
    gtk_stack_set_visible_child_name (self->side, "country");
  } else {
    gtk_stack_set_visible_child_name (self->side, "lists");
  }
}

static void
moei_people_page_update (MoeiPanel *panel)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (panel);
  g_autofree char *time = moei_format_date_time (moei_language_get_current (), moei_panel_get_now (panel), MOEI_ZONE_BANGKOK);
  g_autofree char *as_of = g_strdup_printf (_("as of %s"), time);

  moei_people_sheet_update (self->sheet, moei_panel_get_operation (panel), moei_panel_get_now (panel),
                            get_my_country (self), get_below (self));
  g_object_set (self->table, "as-of", as_of, NULL);
  moei_table_refresh (self->table);
  show_mine (self);
  show_sharing (self);
  show_side (self);
}

static void
choose (MoeiPeoplePage *self,
        const char     *country,
        const char     *roll)
{
  moei_replace_string (&self->country, country);
  moei_replace_string (&self->roll, roll);
  self->choosing = TRUE;
  if (country == NULL || moei_people_sheet_lookup (self->sheet, country) != NULL)
    moei_table_select (self->table, country);
  self->choosing = FALSE;
  if (moei_panel_get_operation (MOEI_PANEL (self)) != NULL)
    show_side (self);
}

static void
selected_cb (MoeiPeoplePage *self)
{
  g_autoptr (MoeiPeopleRow) row = NULL;

  if (self->choosing)
    return;
  g_object_get (self->table, "selected", &row, NULL);
  if (row == NULL || moei_people_row_get_nationality (row) == NULL)
    return;
  moei_replace_string (&self->country, moei_people_row_get_id (row));
  moei_replace_string (&self->roll, NULL);
  show_side (self);
}

static void
activated_cb (MoeiPeoplePage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "country") == 0)
    gtk_widget_grab_focus (self->country_scroller);
}

static void
sharing_cb (MoeiPeoplePage *self)
{
  gboolean active = gtk_toggle_button_get_active (self->sharing);

  if (self->preferences == NULL || active == (get_below (self) > 0))
    return;
  g_object_set (self->preferences, "withhold-below", active ? MOEI_WITHHOLD_BELOW : 0, NULL);
}

static void
open_roll (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (widget);

  choose (self, NULL, g_variant_get_string (parameter, NULL));
  gtk_widget_child_focus (GTK_WIDGET (self->roll_card), GTK_DIR_TAB_FORWARD);
}

static void
open_details (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (widget);

  choose (self, g_variant_get_string (parameter, NULL), NULL);
  gtk_widget_grab_focus (self->country_scroller);
}

/* Whoever closes what they read is back where they came from. */
static void
close_side (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (widget);
  gboolean was_roll = self->roll != NULL;
  gboolean was_inside = gtk_widget_get_focus_child (GTK_WIDGET (self->side)) != NULL;

  if (!was_roll && was_inside)
    moei_table_focus_row (self->table);
  choose (self, NULL, NULL);
  if (was_roll && was_inside)
    gtk_widget_child_focus (GTK_WIDGET (self->side), GTK_DIR_TAB_FORWARD);
}

static void
set_preferences (MoeiPeoplePage  *self,
                 MoeiPreferences *preferences)
{
  if (preferences == NULL || !g_set_object (&self->preferences, preferences))
    return;

  g_object_bind_property (preferences, "my-country", self->chooser, "country",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (preferences, "notify", G_CALLBACK (moei_panel_update), self, G_CONNECT_SWAPPED);
  moei_panel_update (MOEI_PANEL (self));
}

static void
moei_people_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((MoeiPeoplePageProperty) prop_id) {
  case PROP_PREFERENCES:
    set_preferences (MOEI_PEOPLE_PAGE (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
watch_operation (MoeiPeoplePage *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  if (operation == NULL)
    return;
  g_signal_connect_object (moei_operation_get_rolls (operation), "changed", G_CALLBACK (moei_panel_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (moei_operation_get_calendar (operation), "changed", G_CALLBACK (moei_panel_update), self,
                           G_CONNECT_SWAPPED);
}

static void
moei_people_page_show (MoeiPage   *page,
                       MoeiEntity *entity)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (page);

  if (MOEI_IS_ROLL (entity)) {
    choose (self, NULL, moei_entity_get_id (entity));
    gtk_widget_child_focus (GTK_WIDGET (self->roll_card), GTK_DIR_TAB_FORWARD);
    return;
  }
  choose (self, moei_entity_get_id (entity), NULL);
  gtk_widget_grab_focus (self->country_scroller);
}

static void
moei_people_page_take_place (MoeiPage *page,
                             MoeiPage *former)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (page), *other = MOEI_PEOPLE_PAGE (former);

  moei_table_take_place (self->table, other->table);
  choose (self, other->country, other->roll);
}

static void
page_iface_init (MoeiPageInterface *iface)
{
  iface->show = moei_people_page_show;
  iface->take_place = moei_people_page_take_place;
}

static void
moei_people_page_dispose (GObject *object)
{
  g_clear_object (&MOEI_PEOPLE_PAGE (object)->preferences);

  G_OBJECT_CLASS (moei_people_page_parent_class)->dispose (object);
}

static void
moei_people_page_finalize (GObject *object)
{
  MoeiPeoplePage *self = MOEI_PEOPLE_PAGE (object);

  g_object_unref (self->sheet);
  g_free (self->country);
  g_free (self->roll);

  G_OBJECT_CLASS (moei_people_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  g_type_ensure (MOEI_TYPE_COUNTRY_CARD);
  g_type_ensure (MOEI_TYPE_COUNTRY_CHOOSER);
  g_type_ensure (MOEI_TYPE_MY_COUNTRY_CARD);
  g_type_ensure (MOEI_TYPE_ROLL_CARD);
  g_type_ensure (MOEI_TYPE_ROLLS_CARD);
  g_type_ensure (MOEI_TYPE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, mine);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, sharing);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, sharing_mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, sharing_text);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, table);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, legend);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, side);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, country_scroller);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, country_card);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, roll_card);
  gtk_widget_class_bind_template_child (widget_class, MoeiPeoplePage, rolls_card);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sharing_cb);
}

static void
moei_people_page_class_init (MoeiPeoplePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_people_page_dispose;
  object_class->finalize = moei_people_page_finalize;
  object_class->set_property = moei_people_page_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_people_page_update;

  properties[PROP_PREFERENCES] =
    g_param_spec_object ("preferences", NULL, NULL, MOEI_TYPE_PREFERENCES, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "people.close", NULL, close_side);
  gtk_widget_class_install_action (widget_class, "people.details", "s", open_details);
  gtk_widget_class_install_action (widget_class, "people.roll", "s", open_roll);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "people.close", NULL);
  gtk_widget_class_set_css_name (widget_class, "peoplepage");
}

static void
add_to_legend (MoeiPeoplePage *self,
               MoeiStage       stage)
{
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                   "focusable", FALSE, NULL);
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, moei_stage_stack_get_class (stage));
  gtk_box_append (GTK_BOX (entry), swatch);
  gtk_box_append (GTK_BOX (entry), gtk_label_new (moei_word_stage (moei_language_get_current (), stage)));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), entry);
  gtk_flow_box_append (self->legend, child);
}

static void
moei_people_page_init (MoeiPeoplePage *self)
{
  self->sheet = moei_people_sheet_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_people_columns_add (self->table);
  g_object_set (self->table, "pinned", moei_people_sheet_get_pinned (self->sheet),
                "model", moei_people_sheet_get_rows (self->sheet), NULL);
  moei_table_sort_by (self->table, "waiting", GTK_SORT_DESCENDING);
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    add_to_legend (self, stage);
  g_signal_connect (self, "notify::operation", G_CALLBACK (watch_operation), NULL);
}
