/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-empty.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "rules/moei-day-kind.h"

/* Why the board of a day is empty, and where the next flight or convoy is. */

typedef struct {
  guint n_on_day;
  guint next;   /* days; MOEI_DAY_UNKNOWN if there is none */
  guint former;
} Around;

static void
look_around (Around         *around,
             MoeiCollection *collection,
             guint           day)
{
  *around = (Around) { 0, MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN };
  for (guint i = 0; i < moei_collection_size (collection); i++) {
    gpointer item = moei_collection_get (collection, i);
    guint date = MOEI_IS_CONVOY (item) ? moei_traffic_get_convoy_day (item) : moei_traffic_get_flight_day (item);

    if (date == MOEI_DAY_UNKNOWN)
      continue;
    around->n_on_day += date == day;
    if (date > day && (around->next == MOEI_DAY_UNKNOWN || date < around->next))
      around->next = date;
    if (date < day)
      around->former = MAX (around->former, date);
  }
}

static char *
say_why (MoeiOperation *operation,
         guint          day)
{
  MoeiCollection *holidays = moei_operation_get_holidays (operation);
  MoeiQuotaDay *quota_day = moei_quota_day_lookup (moei_operation_get_calendar (operation), day);
  MoeiDayKind kind = moei_day_kind (day, moei_operation_get_rules (operation), holidays, quota_day);
  g_autoptr (GPtrArray) blocked = moei_day_kind_holidays (day, holidays);
  guint awaited = moei_operation_get_awaited_day (operation);
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *why = NULL;

  if (awaited != MOEI_DAY_UNKNOWN && day <= awaited)
    return g_strdup (_("What the service has of this day has not arrived yet."));
  why = moei_sentence_day_kind (language, kind, blocked);
  if (why == NULL)
    return g_strdup (_("None is planned or reported."));
  /* Translators: why there is no flight on a day: %s is "weekend", or the name of a holiday */
  return g_strdup_printf (_("Reason: %s."), why);
}

static void
offer_day (MoeiEmptyState *state,
           guint           day,
           guint           today)
{
  g_autofree char *key = moei_traffic_filter_day_key (day, today);
  g_autofree char *date = moei_format_date (moei_language_get_current (), day, MOEI_DATE_HEADING);
  /* Translators: button: %s is a day: "Go to Monday 24 March" */
  g_autofree char *label = g_strdup_printf (_("Go to %s"), date);

  moei_empty_state_set_action (state, label, "flights.go", key);
}

static void
show_day (MoeiEmptyState *state,
          MoeiOperation  *operation,
          const Around   *around,
          guint           day,
          gboolean        of_convoys)
{
  MoeiLanguage language = moei_language_get_current ();
  guint other = around->next != MOEI_DAY_UNKNOWN ? around->next : around->former;
  g_autofree char *date = moei_format_date (language, day, MOEI_DATE_HEADING);
  g_autofree char *title = g_strdup_printf (of_convoys ? _("No convoys on %s") : _("No flights on %s"), date);
  g_autofree char *why = say_why (operation, day), *then = NULL, *where = NULL, *text = NULL;

  if (other == MOEI_DAY_UNKNOWN) {
    moei_empty_state_say (state, title, why);
    moei_empty_state_set_action (state, NULL, NULL, NULL);
    return;
  }
  then = moei_format_date (language, other, MOEI_DATE_HEADING);
  if (of_convoys)
    where = g_strdup_printf (other > day ? _("The next convoys are on %s.") : _("The last convoys were on %s."), then);
  else
    where = g_strdup_printf (other > day ? _("The next flights are on %s.") : _("The last flights were on %s."), then);
  text = g_strdup_printf ("%s\n%s", why, where);
  moei_empty_state_say (state, title, text);
  offer_day (state, other, moei_operation_get_operating_day (operation));
}

/**
 * moei_traffic_empty_show:
 * @state: where to show it
 * @filter: what is shown of the traffic, which has no rows
 * @traffic: the traffic
 * @of_convoys: whether of its convoys; otherwise of its flights
 *
 * Says why there are none, and offers the nearest day on which there are some; or
 * all of the day's, where it is the choice that leaves none.
 */
void
moei_traffic_empty_show (MoeiEmptyState          *state,
                         const MoeiTrafficFilter *filter,
                         MoeiTraffic             *traffic,
                         gboolean                 of_convoys)
{
  MoeiOperation *operation = moei_traffic_get_operation (traffic);
  MoeiCollection *collection = of_convoys ? moei_operation_get_movements (operation) : moei_operation_get_schedule (operation);
  guint day = moei_traffic_filter_get_day (filter, moei_operation_get_operating_day (operation));
  gboolean chooses = !g_str_equal (filter->state, MOEI_CHOOSE_ALL) || !g_str_equal (filter->country, MOEI_CHOOSE_ALL);
  Around around;

  look_around (&around, collection, day);
  if (day != MOEI_DAY_UNKNOWN && around.n_on_day == 0) {
    show_day (state, operation, &around, day, of_convoys);
    return;
  }
  moei_empty_state_say (state, of_convoys ? _("No convoy is known that fits this choice")
                                          : _("No flight is known that fits this choice"), NULL);
  moei_empty_state_set_action (state, chooses ? _("All states and destinations") : NULL, "flights.all", NULL);
}
