/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-pages.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-flights-page.h"
#include "desk/moei-log-mark.h"
#include "desk/moei-log-page.h"
#include "desk/moei-people-page.h"
#include "desk/moei-situation-page.h"
#include "desk/moei-week-page.h"
#include "operation/moei-change.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "parts/moei-panel.h"
#include "parts/moei-replace.h"

/**
 * MoeiPages:
 *
 * The pages of the window, one of which is seen.
 *
 * A page is made when it is first seen; while it is not seen it sleeps, and
 * what changed meanwhile is shown when it is seen again.
 */
struct _MoeiPages {
  AdwBin parent_instance;

  MoeiOperation   *operation;
  gint64           now;
  MoeiPreferences *preferences;

  AdwViewStack      *stack;
  GtkSelectionModel *model;
  char              *page;
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
  PROP_PAGE,
} MoeiPagesProperty;

static GParamSpec *properties[PROP_PAGE + 1];

G_DEFINE_FINAL_TYPE (MoeiPages, moei_pages, ADW_TYPE_BIN)

typedef GType (*GetType) (void);

/* The pages in their order.  What several pages show is shown by the last of
 * them, which tells most of it. */
static const struct {
  const char *name;
  const char *title;
  GetType     get_type;
  GetType     shows[4];
} rows[] = {
  /* Translators: the window's pages, side by side in its header: one short word each */
  { "situation", NC_("page", "Situation"), moei_situation_page_get_type,
    { moei_place_get_type, moei_route_get_type, moei_convoy_get_type, moei_flight_get_type } },
  { "week", NC_("page", "Week"), moei_week_page_get_type, { moei_quota_day_get_type } },
  { "flights", NC_("page", "Flights"), moei_flights_page_get_type, { moei_convoy_get_type, moei_flight_get_type } },
  { "people", NC_("page", "People"), moei_people_page_get_type,
    { moei_nationality_get_type, moei_roll_get_type } },
  { "log", NC_("page", "Log"), moei_log_page_get_type, { moei_notice_get_type, moei_change_get_type } },
};

static MoeiPage *
peek_page (MoeiPages  *self,
           const char *name)
{
  GtkWidget *bin = adw_view_stack_get_child_by_name (self->stack, name);

  return bin != NULL ? MOEI_PAGE (adw_bin_get_child (ADW_BIN (bin))) : NULL;
}

static void
let_sleep (GtkWidget *widget,
           gboolean   asleep)
{
  if (MOEI_IS_PANEL (widget))
    moei_panel_set_asleep (MOEI_PANEL (widget), asleep);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_sleep (child, asleep);
}

static void
turn_to (MoeiPages  *self,
         const char *name)
{
  GtkWidget *from = self->page != NULL ? adw_view_stack_get_child_by_name (self->stack, self->page) : NULL;
  GtkWidget *to = adw_view_stack_get_child_by_name (self->stack, name);

  if (to == NULL || !moei_replace_string (&self->page, name))
    return;

  moei_pages_get_page (self, name);
  let_sleep (to, FALSE);
  adw_view_stack_set_visible_child_name (self->stack, name);
  if (from != NULL)
    let_sleep (from, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
chosen_cb (MoeiPages *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (name != NULL)
    turn_to (self, name);
}

/* The name of the log's page tells how much there is to see on it. */
static void
count_unseen (MoeiPages *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->stack, adw_view_stack_get_child_by_name (self->stack, "log"));

  if (self->operation != NULL)
    adw_view_stack_page_set_badge_number (page, moei_log_mark_count_unseen (
                                                  moei_preferences_get_log_seen (self->preferences), self->operation));
}

static void
set_operation (MoeiPages     *self,
               MoeiOperation *operation)
{
  self->operation = g_object_ref (operation);
  g_signal_connect_object (moei_operation_get_changes (operation), "changed", G_CALLBACK (count_unseen), self,
                           G_CONNECT_SWAPPED);
  count_unseen (self);
}

static void
moei_pages_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiPages *self = MOEI_PAGES (object);

  switch ((MoeiPagesProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  case PROP_PAGE:
    g_value_set_string (value, self->page);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_pages_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MoeiPages *self = MOEI_PAGES (object);

  switch ((MoeiPagesProperty) prop_id) {
  case PROP_OPERATION:
    if (self->operation != NULL || g_value_get_object (value) == NULL)
      return;
    set_operation (self, g_value_get_object (value));
    break;
  case PROP_NOW:
    if (!moei_replace_int64 (&self->now, g_value_get_int64 (value)))
      return;
    break;
  case PROP_PAGE:
    if (g_value_get_string (value) != NULL)
      turn_to (self, g_value_get_string (value));
    return;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_pages_dispose (GObject *object)
{
  MoeiPages *self = MOEI_PAGES (object);

  g_clear_object (&self->operation);
  g_clear_object (&self->preferences);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (moei_pages_parent_class)->dispose (object);
}

static void
moei_pages_finalize (GObject *object)
{
  g_free (MOEI_PAGES (object)->page);

  G_OBJECT_CLASS (moei_pages_parent_class)->finalize (object);
}

static void
moei_pages_class_init (MoeiPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_pages_dispose;
  object_class->finalize = moei_pages_finalize;
  object_class->get_property = moei_pages_get_property;
  object_class->set_property = moei_pages_set_property;

  properties[PROP_OPERATION] = g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION, flags);
  properties[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  /* A name that no page has leaves the page as it is. */
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_pages_init (MoeiPages *self)
{
  self->now = MOEI_INSTANT_UNKNOWN;
  self->preferences = moei_preferences_new ();
  self->stack = g_object_new (ADW_TYPE_VIEW_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_view_stack_add_titled (self->stack, adw_bin_new (), rows[i].name,
                               g_dpgettext2 (GETTEXT_PACKAGE, "page", rows[i].title));
  self->model = adw_view_stack_get_pages (self->stack);
  g_signal_connect_object (self->preferences, "notify::log-seen", G_CALLBACK (count_unseen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
}

/**
 * moei_pages_get_model:
 * @self: the pages
 *
 * Returns: (transfer none): an #AdwViewStackPage a page, the one that is seen selected
 */
GtkSelectionModel *
moei_pages_get_model (MoeiPages *self)
{
  g_return_val_if_fail (MOEI_IS_PAGES (self), NULL);

  return self->model;
}

/**
 * moei_pages_get_preferences:
 * @self: the pages
 *
 * Returns: (transfer none): what the reader has chosen, and pages go by
 */
MoeiPreferences *
moei_pages_get_preferences (MoeiPages *self)
{
  g_return_val_if_fail (MOEI_IS_PAGES (self), NULL);

  return self->preferences;
}

/**
 * moei_pages_get_page:
 * @self: the pages
 * @name: a page's name
 *
 * Makes the page if it was not seen yet.
 *
 * Returns: (transfer none) (nullable): the page; %NULL if there is none of this name
 */
MoeiPage *
moei_pages_get_page (MoeiPages  *self,
                     const char *name)
{
  MoeiPage *page;

  g_return_val_if_fail (MOEI_IS_PAGES (self), NULL);

  page = peek_page (self, name);
  for (gsize i = 0; page == NULL && i < G_N_ELEMENTS (rows); i++) {
    if (g_strcmp0 (rows[i].name, name) != 0)
      continue;
    page = g_object_new (rows[i].get_type (), NULL);
    g_object_bind_property (self, "operation", page, "operation", G_BINDING_SYNC_CREATE);
    g_object_bind_property (self, "now", page, "now", G_BINDING_SYNC_CREATE);
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "preferences") != NULL)
      g_object_set (page, "preferences", self->preferences, NULL);
    adw_bin_set_child (ADW_BIN (adw_view_stack_get_child_by_name (self->stack, name)), GTK_WIDGET (page));
  }
  return page;
}

/**
 * moei_pages_show:
 * @self: the pages
 * @entity: an entity
 *
 * Turns to the page that tells most of @entity, and shows it there.
 *
 * Returns: whether there is such a page
 */
gboolean
moei_pages_show (MoeiPages  *self,
                 MoeiEntity *entity)
{
  g_return_val_if_fail (MOEI_IS_PAGES (self), FALSE);

  for (gsize i = G_N_ELEMENTS (rows); i > 0; i--) {
    for (gsize j = 0; j < G_N_ELEMENTS (rows[i - 1].shows) && rows[i - 1].shows[j] != NULL; j++) {
      if (!G_TYPE_CHECK_INSTANCE_TYPE (entity, rows[i - 1].shows[j] ()))
        continue;
      turn_to (self, rows[i - 1].name);
      moei_page_show (moei_pages_get_page (self, rows[i - 1].name), entity);
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * moei_pages_turn:
 * @self: the pages
 * @by: 1 for the next page, -1 for the previous; after the last comes the first
 */
void
moei_pages_turn (MoeiPages *self,
                 int        by)
{
  int n = G_N_ELEMENTS (rows);

  g_return_if_fail (MOEI_IS_PAGES (self));

  for (int i = 0; i < n; i++) {
    if (g_strcmp0 (rows[i].name, self->page) == 0) {
      turn_to (self, rows[(i + by % n + n) % n].name);
      return;
    }
  }
}

/**
 * moei_pages_take_place:
 * @self: the pages of a new window
 * @former: those of the window in whose place it comes
 *
 * Takes over which page is seen, and of each what was selected and where it stood.
 */
void
moei_pages_take_place (MoeiPages *self,
                       MoeiPages *former)
{
  g_return_if_fail (MOEI_IS_PAGES (self));
  g_return_if_fail (MOEI_IS_PAGES (former));

  moei_preferences_take (self->preferences, former->preferences);
  turn_to (self, former->page);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    MoeiPage *page = peek_page (former, rows[i].name);

    if (page != NULL)
      moei_page_take_place (moei_pages_get_page (self, rows[i].name), page);
  }
}
