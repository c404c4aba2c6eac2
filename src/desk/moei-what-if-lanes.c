/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-what-if-lanes.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-drop-down-name.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-lane.h"

#define N_WEEKDAYS 5

/**
 * MoeiWhatIfLanes:
 *
 * Who goes first from Monday to Friday, to be tried out: a choice a weekday among
 * the rule's own lanes, or nobody.
 */
struct _MoeiWhatIfLanes {
  AdwBin parent_instance;

  MoeiRule    *rule; /* (nullable) */
  char        *names; /* of its lanes, to see whether they change */
  GtkDropDown *choices[N_WEEKDAYS];
  gboolean     is_filling;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiWhatIfLanes, moei_what_if_lanes, ADW_TYPE_BIN)

/* The number of the lane that the rule gives to a weekday; the last choice is nobody. */
static guint
find_lane (MoeiRule *rule,
           int       weekday)
{
  MoeiCollection *lanes = moei_rule_get_lanes (rule);

  for (guint i = 0; i < moei_collection_size (lanes); i++) {
    if ((moei_lane_get_weekdays (moei_collection_get (lanes, i)) & (1 << weekday)) != 0)
      return i;
  }
  return moei_collection_size (lanes);
}

static void
chosen_cb (MoeiWhatIfLanes *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
moei_what_if_lanes_dispose (GObject *object)
{
  g_clear_object (&MOEI_WHAT_IF_LANES (object)->rule);

  G_OBJECT_CLASS (moei_what_if_lanes_parent_class)->dispose (object);
}

static void
moei_what_if_lanes_finalize (GObject *object)
{
  g_free (MOEI_WHAT_IF_LANES (object)->names);

  G_OBJECT_CLASS (moei_what_if_lanes_parent_class)->finalize (object);
}

static void
moei_what_if_lanes_class_init (MoeiWhatIfLanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_what_if_lanes_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_what_if_lanes_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "whatiflanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Any Monday of the week after will do to name the weekdays. */
static void
add_choice (MoeiWhatIfLanes *self,
            GtkGrid         *grid,
            int              weekday)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *short_name = moei_format_date (language, 8 + weekday, MOEI_DATE_WEEKDAY);
  g_autofree char *name = moei_format_date (language, 8 + weekday, MOEI_DATE_WEEKDAY_LONG);
  GtkWidget *label = gtk_label_new (short_name);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  moei_drop_down_set_name (GTK_DROP_DOWN (choice), name);
  gtk_grid_attach (grid, label, weekday % 2 * 2, weekday / 2, 1, 1);
  gtk_grid_attach (grid, choice, weekday % 2 * 2 + 1, weekday / 2, 1, 1);
  self->choices[weekday] = GTK_DROP_DOWN (choice);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
moei_what_if_lanes_init (MoeiWhatIfLanes *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 8, "row-spacing", 4, NULL);

  for (int i = 0; i < N_WEEKDAYS; i++)
    add_choice (self, GTK_GRID (grid), i);
  adw_bin_set_child (ADW_BIN (self), grid);
}

static GtkStringList *
name_lanes (MoeiRule *rule)
{
  MoeiCollection *lanes = moei_rule_get_lanes (rule);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < moei_collection_size (lanes); i++) {
    const MoeiText *name = moei_lane_get_short_name (moei_collection_get (lanes, i));

    gtk_string_list_append (names, name != NULL ? moei_text_get (name, moei_language_get_current ())
                                                : moei_entity_get_id (moei_collection_get (lanes, i)));
  }
  /* Translators: a choice of who goes first on a weekday, where space is short */
  gtk_string_list_append (names, C_("lane", "nobody"));
  return names;
}

/**
 * moei_what_if_lanes_set_rule:
 * @self: the choices
 * @rule: (nullable): the rule as it is
 *
 * What somebody chose stays, unless the lanes themselves are others.
 */
void
moei_what_if_lanes_set_rule (MoeiWhatIfLanes *self,
                             MoeiRule        *rule)
{
  g_autoptr (GString) names = g_string_new (NULL);
  MoeiCollection *lanes = rule != NULL ? moei_rule_get_lanes (rule) : NULL;

  g_return_if_fail (MOEI_IS_WHAT_IF_LANES (self));

  g_set_object (&self->rule, rule);
  for (guint i = 0; lanes != NULL && i < moei_collection_size (lanes); i++)
    g_string_append_printf (names, "%s %x\n", moei_entity_get_id (moei_collection_get (lanes, i)),
                            (guint) moei_lane_get_weekdays (moei_collection_get (lanes, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), names->len > 0);
  if (g_strcmp0 (names->str, self->names) == 0 || names->len == 0)
    return;

  g_free (self->names);
  self->names = g_strdup (names->str);
  self->is_filling = TRUE;
  for (int i = 0; i < N_WEEKDAYS; i++) {
    g_autoptr (GtkStringList) list = name_lanes (rule);

    gtk_drop_down_set_model (self->choices[i], G_LIST_MODEL (list));
  }
  self->is_filling = FALSE;
  moei_what_if_lanes_reset (self);
}

/**
 * moei_what_if_lanes_reset:
 * @self: the choices
 *
 * Chooses what the rule says.
 */
void
moei_what_if_lanes_reset (MoeiWhatIfLanes *self)
{
  g_return_if_fail (MOEI_IS_WHAT_IF_LANES (self));

  if (self->rule == NULL)
    return;
  self->is_filling = TRUE;
  for (int i = 0; i < N_WEEKDAYS; i++)
    gtk_drop_down_set_selected (self->choices[i], find_lane (self->rule, i));
  self->is_filling = FALSE;
  chosen_cb (self);
}

/**
 * moei_what_if_lanes_dup_lanes:
 * @self: the choices
 *
 * Returns: (transfer full) (nullable): the rule's lanes with the weekdays that were
 *   chosen; %NULL where they are the rule's own
 */
MoeiCollection *
moei_what_if_lanes_dup_lanes (MoeiWhatIfLanes *self)
{
  g_autoptr (MoeiCollection) chosen = moei_collection_new (MOEI_TYPE_LANE);
  MoeiCollection *lanes;
  gboolean differs = FALSE;

  g_return_val_if_fail (MOEI_IS_WHAT_IF_LANES (self), NULL);

  if (self->rule == NULL)
    return NULL;
  lanes = moei_rule_get_lanes (self->rule);
  for (guint i = 0; i < moei_collection_size (lanes); i++) {
    MoeiLane *lane = moei_collection_get (lanes, i);
    int weekend = moei_lane_get_weekdays (lane) & ~((1 << N_WEEKDAYS) - 1);
    int weekdays = weekend;

    for (int j = 0; j < N_WEEKDAYS; j++)
      weekdays |= gtk_drop_down_get_selected (self->choices[j]) == i ? 1 << j : 0;
    differs |= weekdays != moei_lane_get_weekdays (lane);
    moei_collection_append (chosen, g_object_new (MOEI_TYPE_LANE, "id", moei_entity_get_id (MOEI_ENTITY (lane)),
                                                  "name", moei_lane_get_name (lane),
                                                  "short-name", moei_lane_get_short_name (lane),
                                                  "order", moei_lane_get_order (lane), "weekdays", weekdays, NULL));
  }
  return differs ? g_steal_pointer (&chosen) : NULL;
}
