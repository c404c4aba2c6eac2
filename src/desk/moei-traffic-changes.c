/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-traffic-changes.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-change.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"

/* What was said before of a flight or a convoy, and who changed it when. */

#define MAX_CHANGES 6

static const struct {
  const char *field; /* as the wire spells it */
  const char *name;
} fields[] = {
  { "state", N_("State") },
  { "scheduled", N_("Scheduled") },
  { "estimated", N_("Estimated") },
  { "actual", N_("Departed at") },
  { "arrives", N_("Arrives") },
  { "seats", N_("Seats") },
  { "manifested", N_("On its list") },
  { "no_show", N_("Did not come") },
  { "people", N_("People on board") },
  { "buses", N_("Buses") },
  { "planned_departure", N_("Planned departure") },
  { "actual_departure", N_("Departed at") },
  { "estimated_arrival", N_("Estimated arrival") },
  { "actual_arrival", N_("Arrived at") },
};

static const char *
name_field (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (g_strcmp0 (fields[i].field, field) == 0)
      return _(fields[i].name);
  }
  return NULL;
}

static char *
say_state (MoeiEntity *entity,
           const char *nick)
{
  MoeiLanguage language = moei_language_get_current ();
  gboolean is_flight = MOEI_IS_FLIGHT (entity);
  g_autoptr (GEnumClass) words = g_type_class_ref (is_flight ? MOEI_TYPE_FLIGHT_STATE : MOEI_TYPE_CONVOY_STATE);
  GEnumValue *word = g_enum_get_value_by_nick (words, nick);

  if (word == NULL)
    return g_strdup (nick);
  return g_strdup (is_flight ? moei_word_flight_state (language, word->value)
                             : moei_word_convoy_state (language, word->value));
}

/* As on the wire: a state, an instant or a number. */
static char *
say_value (MoeiEntity     *entity,
           const char     *field,
           const char     *value,
           const MoeiText *text)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autoptr (GDateTime) time = NULL;

  if (text != NULL)
    return g_strdup (moei_text_get (text, language));
  if (value == NULL)
    return NULL;
  if (g_str_equal (field, "state"))
    return say_state (entity, value);
  time = g_date_time_new_from_iso8601 (value, NULL);
  if (time != NULL)
    return moei_format_time (language, g_date_time_to_unix (time) * G_USEC_PER_SEC, MOEI_ZONE_BANGKOK);
  return moei_format_digits (language, value);
}

static char *
say_who (MoeiChange *change)
{
  MoeiLanguage language = moei_language_get_current ();
  const char *owner = moei_entity_get_owner (MOEI_ENTITY (change));
  g_autofree char *at = moei_format_date_time (language, moei_change_get_at (change), MOEI_ZONE_BANGKOK);
  g_autofree char *who = owner != NULL ? moei_owner_name (language, owner) : NULL;

  return who != NULL ? g_strdup_printf (_("%1$s, %2$s"), at, who) : g_steal_pointer (&at);
}

/**
 * moei_traffic_changes_facts:
 * @operation: the operation
 * @entity: a flight or a convoy of it
 *
 * Returns: (transfer full) (element-type MoeiFact): the newest changes of it:
 *   what was said before, what is said now, by whom and since when
 */
GPtrArray *
moei_traffic_changes_facts (MoeiOperation *operation,
                            MoeiEntity    *entity)
{
  MoeiCollection *changes = moei_operation_get_changes (operation);
  MoeiChangeKind kind = MOEI_IS_FLIGHT (entity) ? MOEI_CHANGE_KIND_FLIGHT : MOEI_CHANGE_KIND_CONVOY;
  GPtrArray *facts = moei_facts_new ();

  for (guint i = 0; i < moei_collection_size (changes) && facts->len < MAX_CHANGES; i++) {
    MoeiChange *change = moei_collection_get (changes, i);
    const char *field = moei_change_get_field (change);
    const char *name = name_field (field);
    g_autofree char *after = NULL;
    MoeiFact *fact;

    if (moei_change_get_kind (change) != kind || name == NULL ||
        g_strcmp0 (moei_change_get_entity (change), moei_entity_get_id (entity)) != 0)
      continue;
    after = say_value (entity, field, moei_change_get_after (change), moei_change_get_after_text (change));
    fact = moei_facts_add (facts, name, after != NULL ? after : "–");
    fact->former = say_value (entity, field, moei_change_get_before (change), moei_change_get_before_text (change));
    fact->note = say_who (change);
  }
  return facts;
}
