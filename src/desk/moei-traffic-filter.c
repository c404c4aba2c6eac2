/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-filter.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-word-types.h"
#include "parts/moei-flight-words.h"

/* Which flights and convoys to show, and what there is to choose from. */

/**
 * moei_traffic_filter_init:
 * @self: (out caller-allocates): a filter
 *
 * Sets what holds at first: today, and all of it.
 */
void
moei_traffic_filter_init (MoeiTrafficFilter *self)
{
  self->day = g_strdup (MOEI_DAY_TODAY);
  self->state = g_strdup (MOEI_CHOOSE_ALL);
  self->country = g_strdup (MOEI_CHOOSE_ALL);
}

/**
 * moei_traffic_filter_clear:
 * @self: a filter
 *
 * Frees what it holds.
 */
void
moei_traffic_filter_clear (MoeiTrafficFilter *self)
{
  g_clear_pointer (&self->day, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->country, g_free);
}

static guint
parse_day (const char *text)
{
  int year, month, day_of_month;
  GDate date;

  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day_of_month) != 3 ||
      !g_date_valid_dmy (day_of_month, month, year))
    return MOEI_DAY_UNKNOWN;
  g_date_set_dmy (&date, day_of_month, month, year);
  return g_date_get_julian (&date);
}

/**
 * moei_traffic_filter_day_key:
 * @day: a day
 * @today: the operating day
 *
 * Returns: (transfer full): its key in a filter: "today" stays so after midnight
 */
char *
moei_traffic_filter_day_key (guint day,
                             guint today)
{
  GDate date;

  if (day == today || !g_date_valid_julian (day))
    return g_strdup (MOEI_DAY_TODAY);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * moei_traffic_filter_normalise_day:
 * @day: (nullable): "yesterday", "today", "tomorrow", a date or ""
 * @today: the operating day
 *
 * Returns: (transfer full): the key of that day in a filter; "today" where it is no day
 */
char *
moei_traffic_filter_normalise_day (const char *day,
                                   guint       today)
{
  if (day == NULL || g_str_equal (day, MOEI_CHOOSE_ALL))
    return g_strdup (MOEI_CHOOSE_ALL);
  if (g_str_equal (day, "yesterday"))
    return moei_traffic_filter_day_key (today - 1, today);
  if (g_str_equal (day, "tomorrow"))
    return moei_traffic_filter_day_key (today + 1, today);
  return moei_traffic_filter_day_key (parse_day (day), today);
}

/**
 * moei_traffic_filter_get_day:
 * @self: a filter
 * @today: the operating day
 *
 * Returns: the day that it shows; `MOEI_DAY_UNKNOWN` where it shows every day
 */
guint
moei_traffic_filter_get_day (const MoeiTrafficFilter *self,
                             guint                    today)
{
  if (g_str_equal (self->day, MOEI_CHOOSE_ALL))
    return MOEI_DAY_UNKNOWN;
  return g_str_equal (self->day, MOEI_DAY_TODAY) ? today : parse_day (self->day);
}

static gboolean
has_day (const MoeiTrafficFilter *self,
         MoeiTraffic             *traffic,
         guint                    day)
{
  guint wanted = moei_traffic_filter_get_day (self, moei_operation_get_operating_day (moei_traffic_get_operation (traffic)));

  return wanted == MOEI_DAY_UNKNOWN || day == wanted;
}

static gboolean
has_word (const char *wanted,
          GType       type,
          int         value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value (words, value);

  return g_str_equal (wanted, MOEI_CHOOSE_ALL) || (word != NULL && g_str_equal (word->value_nick, wanted));
}

static gboolean
goes_to (MoeiTraffic *traffic,
         MoeiFlight  *flight,
         const char  *country)
{
  MoeiPlace *place = moei_traffic_get_place (traffic, moei_flight_get_to (flight));

  return place != NULL && g_strcmp0 (moei_place_get_country (place), country) == 0;
}

/**
 * moei_traffic_filter_has_flight:
 * @self: a filter
 * @traffic: the traffic
 * @flight: a flight of it
 *
 * Returns: whether to show it
 */
gboolean
moei_traffic_filter_has_flight (const MoeiTrafficFilter *self,
                                MoeiTraffic             *traffic,
                                MoeiFlight              *flight)
{
  return has_day (self, traffic, moei_traffic_get_flight_day (flight)) &&
         has_word (self->state, MOEI_TYPE_FLIGHT_STATE, moei_flight_get_state (flight)) &&
         (g_str_equal (self->country, MOEI_CHOOSE_ALL) || goes_to (traffic, flight, self->country));
}

/**
 * moei_traffic_filter_has_convoy:
 * @self: a filter
 * @traffic: the traffic
 * @convoy: a convoy of it
 *
 * Returns: whether to show it; of a country, if it serves a flight there
 */
gboolean
moei_traffic_filter_has_convoy (const MoeiTrafficFilter *self,
                                MoeiTraffic             *traffic,
                                MoeiConvoy              *convoy)
{
  const char * const *ids = moei_convoy_get_flights (convoy);
  MoeiCollection *schedule = moei_operation_get_schedule (moei_traffic_get_operation (traffic));

  if (!has_day (self, traffic, moei_traffic_get_convoy_day (convoy)) ||
      !has_word (self->state, MOEI_TYPE_CONVOY_STATE, moei_convoy_get_state (convoy)))
    return FALSE;
  if (g_str_equal (self->country, MOEI_CHOOSE_ALL))
    return TRUE;
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++) {
    MoeiFlight *flight = moei_collection_lookup (schedule, ids[i]);

    if (flight != NULL && goes_to (traffic, flight, self->country))
      return TRUE;
  }
  return FALSE;
}

static void
add_day (GArray *days,
         guint   day)
{
  if (day == MOEI_DAY_UNKNOWN)
    return;
  for (guint i = 0; i < days->len; i++) {
    if (g_array_index (days, guint, i) == day)
      return;
  }
  g_array_append_val (days, day);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static GArray *
find_days (const MoeiTrafficFilter *self,
           MoeiTraffic             *traffic,
           guint                    today)
{
  MoeiCollection *schedule = moei_operation_get_schedule (moei_traffic_get_operation (traffic));
  MoeiCollection *movements = moei_operation_get_movements (moei_traffic_get_operation (traffic));
  GArray *days = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; today != MOEI_DAY_UNKNOWN && i < 3; i++)
    add_day (days, today - 1 + i);
  add_day (days, parse_day (self->day));
  for (guint i = 0; i < moei_collection_size (schedule); i++)
    add_day (days, moei_traffic_get_flight_day (moei_collection_get (schedule, i)));
  for (guint i = 0; i < moei_collection_size (movements); i++)
    add_day (days, moei_traffic_get_convoy_day (moei_collection_get (movements, i)));
  g_array_sort (days, compare_days);
  return days;
}

static char *
say_day (guint day,
         guint today)
{
  g_autofree char *date = moei_format_date (moei_language_get_current (), day, MOEI_DATE_HEADING);

  if (day == today)
    /* Translators: %s is a date: "Today, Thursday 20 March" */
    return g_strdup_printf (_("Today, %s"), date);
  if (day + 1 == today)
    return g_strdup_printf (_("Yesterday, %s"), date);
  if (day == today + 1)
    return g_strdup_printf (_("Tomorrow, %s"), date);
  return g_steal_pointer (&date);
}

/**
 * moei_traffic_filter_offer_days:
 * @self: a filter
 * @traffic: the traffic
 * @choice: where to choose
 *
 * Offers the days of which anything is known, and those around today.
 */
void
moei_traffic_filter_offer_days (const MoeiTrafficFilter *self,
                                MoeiTraffic             *traffic,
                                MoeiChoice              *choice)
{
  guint today = moei_operation_get_operating_day (moei_traffic_get_operation (traffic));
  g_autoptr (GArray) days = find_days (self, traffic, today);

  moei_choice_begin (choice);
  moei_choice_add (choice, MOEI_CHOOSE_ALL, _("All days"));
  for (guint i = 0; i < days->len; i++) {
    guint day = g_array_index (days, guint, i);
    g_autofree char *key = moei_traffic_filter_day_key (day, today);
    g_autofree char *text = say_day (day, today);

    moei_choice_add (choice, key, text);
  }
  moei_choice_end (choice);
}

/**
 * moei_traffic_filter_offer_states:
 * @type: the states of flights, or those of convoys
 * @choice: where to choose
 *
 * Offers the states.
 */
void
moei_traffic_filter_offer_states (GType       type,
                                  MoeiChoice *choice)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autoptr (GEnumClass) words = g_type_class_ref (type);

  moei_choice_begin (choice);
  moei_choice_add (choice, MOEI_CHOOSE_ALL, _("All states"));
  for (guint i = 1; i < words->n_values; i++)
    moei_choice_add (choice, words->values[i].value_nick,
                     type == MOEI_TYPE_FLIGHT_STATE ? moei_word_flight_state (language, words->values[i].value)
                                                    : moei_word_convoy_state (language, words->values[i].value));
  moei_choice_end (choice);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char * const *first = *(const char * const * const *) a, * const *second = *(const char * const * const *) b;

  return moei_language_collate (moei_language_get_current (), first[1], second[1]);
}

static void
add_country (GPtrArray   *countries,
             MoeiTraffic *traffic,
             const char  *code)
{
  char **country;

  if (code == NULL || *code == '\0')
    return;
  for (guint i = 0; i < countries->len; i++) {
    if (g_str_equal (((char **) countries->pdata[i])[0], code))
      return;
  }
  country = g_new0 (char *, 3);
  country[0] = g_strdup (code);
  country[1] = moei_flight_words_country (traffic, code);
  g_ptr_array_add (countries, country);
}

/**
 * moei_traffic_filter_offer_countries:
 * @self: a filter
 * @traffic: the traffic
 * @choice: where to choose
 *
 * Offers the countries and regions that flights go to.
 */
void
moei_traffic_filter_offer_countries (const MoeiTrafficFilter *self,
                                     MoeiTraffic             *traffic,
                                     MoeiChoice              *choice)
{
  MoeiCollection *schedule = moei_operation_get_schedule (moei_traffic_get_operation (traffic));
  g_autoptr (GPtrArray) countries = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  add_country (countries, traffic, self->country);
  for (guint i = 0; i < moei_collection_size (schedule); i++) {
    MoeiPlace *place = moei_traffic_get_place (traffic, moei_flight_get_to (moei_collection_get (schedule, i)));

    add_country (countries, traffic, place != NULL ? moei_place_get_country (place) : NULL);
  }
  g_ptr_array_sort (countries, compare_names);

  moei_choice_begin (choice);
  moei_choice_add (choice, MOEI_CHOOSE_ALL, _("All countries/regions"));
  for (guint i = 0; i < countries->len; i++) {
    char **country = countries->pdata[i];

    moei_choice_add (choice, country[0], country[1]);
  }
  moei_choice_end (choice);
}
