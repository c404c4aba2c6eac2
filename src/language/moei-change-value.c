/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-change-value.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "operation/moei-place.h"
#include "rules/moei-lanes.h"

/* What a change's field is called, and how its values are written: they come
 * as the wire spells them. */

typedef enum {
  VALUE_TEXT,
  VALUE_COUNT,  /* people, withheld where small */
  VALUE_NUMBER, /* anything else that is counted */
  VALUE_INSTANT,
  VALUE_DAY,
  VALUE_PLACE,
  VALUE_LANE,
  VALUE_FLIGHT_STATE,
  VALUE_CONVOY_STATE,
  VALUE_PLACE_STATE,
  VALUE_ROUTE_STATE,
  VALUE_DAY_STATE,
  VALUE_READINESS,
  VALUE_SEVERITY,
  VALUE_HOLDER,
} ValueType;

typedef struct {
  MoeiChangeKind  kind; /* unknown for any */
  const char     *field;
  const char     *word;
  ValueType       type;
} Field;

/* Translators: what changed, in the middle of a line: "Flight EX 2004: expected departure 14:05 → 14:30" */
static const Field fields[] = {
  { MOEI_CHANGE_KIND_FLIGHT, "state", NC_("change", "state"), VALUE_FLIGHT_STATE },
  { MOEI_CHANGE_KIND_CONVOY, "state", NC_("change", "state"), VALUE_CONVOY_STATE },
  { MOEI_CHANGE_KIND_PLACE, "state", NC_("change", "state"), VALUE_PLACE_STATE },
  { MOEI_CHANGE_KIND_ROUTE, "state", NC_("change", "state"), VALUE_ROUTE_STATE },
  { MOEI_CHANGE_KIND_DAY, "state", NC_("change", "state"), VALUE_DAY_STATE },
  { MOEI_CHANGE_KIND_UNKNOWN, "readiness", NC_("change", "embassy"), VALUE_READINESS },
  { MOEI_CHANGE_KIND_UNKNOWN, "severity", NC_("change", "severity"), VALUE_SEVERITY },
  { MOEI_CHANGE_KIND_UNKNOWN, "holder", NC_("change", "held or protected by"), VALUE_HOLDER },
  { MOEI_CHANGE_KIND_UNKNOWN, "scheduled", NC_("change", "scheduled departure"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "estimated", NC_("change", "expected departure"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "actual", NC_("change", "departed at"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "arrives", NC_("change", "arrives"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "planned_departure", NC_("change", "planned departure"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "actual_departure", NC_("change", "departed at"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "estimated_arrival", NC_("change", "expected arrival"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "actual_arrival", NC_("change", "arrived at"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "closes", NC_("change", "closes at"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "effective", NC_("change", "in force from"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "expires", NC_("change", "in force until"), VALUE_INSTANT },
  { MOEI_CHANGE_KIND_UNKNOWN, "date", NC_("change", "date"), VALUE_DAY },
  { MOEI_CHANGE_KIND_UNKNOWN, "from", NC_("change", "from"), VALUE_PLACE },
  { MOEI_CHANGE_KIND_UNKNOWN, "to", NC_("change", "destination"), VALUE_PLACE },
  { MOEI_CHANGE_KIND_UNKNOWN, "lane", NC_("change", "lane"), VALUE_LANE },
  { MOEI_CHANGE_KIND_UNKNOWN, "seats", NC_("change", "seats"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "buses", NC_("change", "buses"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "quota", NC_("change", "quota"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "countries", NC_("change", "countries/regions"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "longest_wait", NC_("change", "longest wait in days"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "manifested", NC_("change", "on its list"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "boarded", NC_("change", "on board"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "no_show", NC_("change", "did not come"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "people", NC_("change", "people"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "capacity", NC_("change", "room for"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "total", NC_("change", "total"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "lost", NC_("change", "seats lost"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "reallocated", NC_("change", "seats given to others"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "carried", NC_("change", "seats carried over"), VALUE_NUMBER },
  { MOEI_CHANGE_KIND_UNKNOWN, "reason", NC_("change", "reason"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "note", NC_("change", "note"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "name", NC_("change", "name"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "number", NC_("change", "number"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "headline", NC_("change", "headline"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "description", NC_("change", "text"), VALUE_TEXT },
  { MOEI_CHANGE_KIND_UNKNOWN, "hand_overs.out", NC_("change", "head count, going out"), VALUE_COUNT },
  { MOEI_CHANGE_KIND_UNKNOWN, "hand_overs.in", NC_("change", "head count, coming in"), VALUE_COUNT },
};

static const Field *
find_field (MoeiChange *change)
{
  const char *field = moei_change_get_field (change);

  for (gsize i = 0; field != NULL && i < G_N_ELEMENTS (fields); i++) {
    if (g_str_equal (fields[i].field, field) &&
        (fields[i].kind == MOEI_CHANGE_KIND_UNKNOWN || fields[i].kind == moei_change_get_kind (change)))
      return &fields[i];
  }
  return NULL;
}

static int
parse_word (GType       type,
            const char *word)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *value = g_enum_get_value_by_nick (klass, word);

  return value != NULL ? value->value : 0;
}

/* An item of a collection is named with it: "reports.departed". */
static const char *
get_part (MoeiChange *change,
          const char *collection)
{
  const char *field = moei_change_get_field (change);
  gsize length = strlen (collection);

  if (field == NULL || !g_str_has_prefix (field, collection) || field[length] != '.')
    return NULL;
  return field + length + 1;
}

static char *
write_count (MoeiLanguage  language,
             const char   *value,
             int           withhold_below)
{
  gint64 count = g_ascii_strtoll (value, NULL, 10);

  if (count > 0 && count < withhold_below) {
    g_autofree char *limit = moei_format_count (language, withhold_below);

    return g_strdup_printf ("<%s", limit);
  }
  return moei_format_count (language, (int) CLAMP (count, 0, G_MAXINT));
}

static char *
write_instant (MoeiLanguage  language,
               MoeiChange   *change,
               const char   *value)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (value, NULL);
  gint64 instant, at = moei_change_get_at (change);

  if (time == NULL)
    return g_strdup (value);

  instant = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  if (at != MOEI_INSTANT_UNKNOWN &&
      moei_zone_get_day (MOEI_ZONE_BANGKOK, at) == moei_zone_get_day (MOEI_ZONE_BANGKOK, instant))
    return moei_format_time (language, instant, MOEI_ZONE_BANGKOK);
  return moei_format_date_time (language, instant, MOEI_ZONE_BANGKOK);
}

static char *
write_day (MoeiLanguage  language,
           const char   *value)
{
  guint year, month, day;
  g_autoptr (GDate) date = NULL;

  if (sscanf (value, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup (value);
  date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return moei_format_date (language, g_date_get_julian (date), MOEI_DATE_MEDIUM);
}

static char *
write_place (MoeiLanguage   language,
             const char    *value,
             MoeiOperation *operation)
{
  MoeiPlace *place = moei_collection_lookup (moei_operation_get_places (operation), value);

  return g_strdup (place != NULL ? moei_text_get (moei_place_get_name (place), language) : value);
}

static char *
write_lane (MoeiLanguage   language,
            const char    *value,
            MoeiOperation *operation)
{
  MoeiLane *lane = moei_lane_lookup (moei_operation_get_rules (operation), value);

  return g_strdup (lane != NULL ? moei_text_get (moei_lane_get_name (lane), language) : value);
}

static char *
write_value (MoeiLanguage   language,
             MoeiChange    *change,
             ValueType      type,
             const char    *value,
             MoeiOperation *operation,
             int            withhold_below)
{
  switch (type) {
  case VALUE_COUNT:
    return write_count (language, value, withhold_below);
  case VALUE_NUMBER:
    return write_count (language, value, 0);
  case VALUE_INSTANT:
    return write_instant (language, change, value);
  case VALUE_DAY:
    return write_day (language, value);
  case VALUE_PLACE:
    return write_place (language, value, operation);
  case VALUE_LANE:
    return write_lane (language, value, operation);
  case VALUE_FLIGHT_STATE:
    return g_strdup (moei_word_flight_state (language, parse_word (MOEI_TYPE_FLIGHT_STATE, value)));
  case VALUE_CONVOY_STATE:
    return g_strdup (moei_word_convoy_state (language, parse_word (MOEI_TYPE_CONVOY_STATE, value)));
  case VALUE_PLACE_STATE:
    return g_strdup (moei_word_place_state (language, parse_word (MOEI_TYPE_PLACE_STATE, value)));
  case VALUE_ROUTE_STATE:
    return g_strdup (moei_word_route_state (language, parse_word (MOEI_TYPE_ROUTE_STATE, value)));
  case VALUE_DAY_STATE:
    return g_strdup (moei_word_day_state (language, parse_word (MOEI_TYPE_DAY_STATE, value)));
  case VALUE_READINESS:
    return g_strdup (moei_word_readiness (language, parse_word (MOEI_TYPE_READINESS, value)));
  case VALUE_SEVERITY:
    return g_strdup (moei_word_severity (language, parse_word (MOEI_TYPE_SEVERITY, value)));
  case VALUE_HOLDER:
    return g_strdup (moei_word_holder (language, value));
  case VALUE_TEXT:
  default:
    return g_strdup (value);
  }
}

static gboolean
is_number (const char *value)
{
  return *value != '\0' && strspn (value, "0123456789") == strlen (value);
}

/**
 * moei_change_field_word:
 * @language: the reader's language
 * @change: a change
 *
 * Returns: (transfer full): what is different, for the middle of a line; of a
 *   field that this program does not know, its name on the wire
 */
char *
moei_change_field_word (MoeiLanguage  language,
                        MoeiChange   *change)
{
  const Field *field = find_field (change);
  const char *part;

  if (field != NULL)
    return g_strdup (moei_pgettext (language, "change", field->word));

  part = get_part (change, "reports");
  if (part != NULL)
    /* Translators: a report of how many people are at a stage changed: "China: reported as departed 12 → 14" */
    return g_strdup_printf (moei_pgettext (language, "change", "reported as “%s”"),
                            moei_word_stage (language, parse_word (MOEI_TYPE_STAGE, part)));
  part = get_part (change, "milestones");
  if (part != NULL)
    return g_strdup (moei_word_milestone (language, part));
  part = get_part (change, "holdings");
  if (part != NULL)
    /* Translators: how many people somebody holds changed: "Kenya: held by DKBA 47 → 40" */
    return g_strdup_printf (moei_pgettext (language, "change", "held by %s"), moei_word_holder (language, part));
  return g_strdup (moei_change_get_field (change) != NULL ? moei_change_get_field (change) : "");
}

/**
 * moei_change_field_title:
 * @language: the reader's language
 * @change: a change
 *
 * Returns: (transfer full): as [func@change_field_word], to stand before a value
 */
char *
moei_change_field_title (MoeiLanguage  language,
                         MoeiChange   *change)
{
  g_autofree char *word = moei_change_field_word (language, change);
  char first[8] = "";

  if (*word == '\0')
    return g_steal_pointer (&word);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (word)), first);
  return g_strconcat (first, g_utf8_next_char (word), NULL);
}

/**
 * moei_change_is_news:
 * @change: a change
 *
 * That nobody failed to come is what everybody expects, and so is that a figure
 * which nobody had named is not named still.
 *
 * Returns: whether there is anything to say of it
 */
gboolean
moei_change_is_news (MoeiChange *change)
{
  const char *before = moei_change_get_before (change), *after = moei_change_get_after (change);

  if (before != NULL || moei_change_get_before_text (change) != NULL)
    return TRUE;
  return g_strcmp0 (moei_change_get_field (change), "no_show") != 0 || (after != NULL && !g_str_equal (after, "0"));
}

/**
 * moei_change_is_of_state:
 * @change: a change
 *
 * Returns: whether it is of the state of the thing, which needs no name
 */
gboolean
moei_change_is_of_state (MoeiChange *change)
{
  return g_strcmp0 (moei_change_get_field (change), "state") == 0;
}

/**
 * moei_change_is_milestone:
 * @change: a change
 *
 * Returns: whether it is of one of the things that must happen before a flight can leave
 */
gboolean
moei_change_is_milestone (MoeiChange *change)
{
  return get_part (change, "milestones") != NULL;
}

/**
 * moei_change_value:
 * @language: the reader's language
 * @change: a change
 * @value: (nullable): its value before or after
 * @text: (nullable): that value where it is told in words
 * @operation: where the names are
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Returns: (transfer full): @value as people read it; "–" if there is none
 */
char *
moei_change_value (MoeiLanguage    language,
                   MoeiChange     *change,
                   const char     *value,
                   const MoeiText *text,
                   MoeiOperation  *operation,
                   int             withhold_below)
{
  const Field *field = find_field (change);

  if (text != NULL)
    return g_strdup (moei_text_get (text, language));
  if (value == NULL)
    return moei_format_count (language, MOEI_COUNT_UNKNOWN);
  if (field != NULL)
    return write_value (language, change, field->type, value, operation, withhold_below);
  if (moei_change_is_milestone (change))
    return write_instant (language, change, value);
  if (is_number (value))
    return write_count (language, value, withhold_below);
  return g_strdup (value);
}
