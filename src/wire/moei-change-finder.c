/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-change-finder.h"

#include <string.h>

#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-holiday.h"
#include "operation/moei-nationality.h"
#include "operation/moei-notice.h"
#include "operation/moei-place.h"
#include "operation/moei-quota-day.h"
#include "operation/moei-roll.h"
#include "operation/moei-route.h"
#include "operation/moei-rule.h"
#include "wire/moei-change-reports.h"
#include "wire/moei-change-values.h"
#include "wire/moei-json-reader.h"

/* An estimate that moves by less is none. */
#define WORTH_SAYING (10 * G_TIME_SPAN_MINUTE)

/**
 * Saying:
 * @SAY_VALUE: whenever it differs
 * @SAY_TEXT: likewise; it is a text
 * @SAY_ESTIMATE: when it moves by ten minutes or more
 * @SAY_CORRECTION: when it was known already: that it came to be known is told
 *   by the state
 */
typedef enum {
  SAY_VALUE,
  SAY_TEXT,
  SAY_ESTIMATE,
  SAY_CORRECTION,
} Saying;

typedef struct {
  const char *member;
  Saying      saying;
} Watched;

/* A collection of which some members are watched; one that has one such member
 * is told by the item's id, one with two by theirs. */
typedef struct {
  const char *collection;
  const char *members[2];
} WatchedItems;

#define MAX_WATCHED 12

/* Positions, counters that go on all day, and who waits how long are no changes
 * that anybody would tell. */
static const struct {
  GType        (*get_type) (void);
  MoeiChangeKind kind;
  const char    *name;   /* (nullable) the text that it is called by */
  const char    *group;  /* (nullable) the member that holds all but the id */
  gboolean       whole;  /* whether its coming and going is told */
  Watched        watched[MAX_WATCHED];
  WatchedItems   items[3];
} classes[] = {
  { moei_place_get_type, MOEI_CHANGE_KIND_PLACE, "name", "properties", TRUE,
    { { "state" }, { "holder" }, { "capacity" }, { "reason", SAY_TEXT } } },
  { moei_route_get_type, MOEI_CHANGE_KIND_ROUTE, "name", "properties", TRUE,
    { { "state" }, { "minutes" }, { "reason", SAY_TEXT } } },
  { moei_convoy_get_type, MOEI_CHANGE_KIND_CONVOY, NULL, NULL, TRUE,
    { { "state" }, { "route" }, { "buses" }, { "seats" }, { "planned_departure" },
      { "estimated_arrival", SAY_ESTIMATE }, { "actual_departure", SAY_CORRECTION },
      { "actual_arrival", SAY_CORRECTION } },
    { { "hand_overs", { "out", "in" } } } },
  { moei_flight_get_type, MOEI_CHANGE_KIND_FLIGHT, NULL, NULL, TRUE,
    { { "state" }, { "number" }, { "from" }, { "to" }, { "scheduled" }, { "estimated", SAY_ESTIMATE },
      { "actual", SAY_CORRECTION }, { "seats" }, { "no_show" } },
    { { "milestones", { "done" } } } },
  { moei_quota_day_get_type, MOEI_CHANGE_KIND_DAY, NULL, NULL, FALSE,
    { { "state" }, { "quota" }, { "lane" }, { "reason", SAY_TEXT }, { "closes" }, { "lost" },
      { "reallocated" }, { "carried" } } },
  { moei_nationality_get_type, MOEI_CHANGE_KIND_NATIONALITY, "name", NULL, FALSE,
    { { "readiness" }, { "note", SAY_TEXT } },
    { { "holdings", { "people" } }, { "aftercare", { "people" } } } },
  { moei_rule_get_type, MOEI_CHANGE_KIND_RULE, "name", NULL, TRUE,
    { { "effective" }, { "quota" }, { "spare" } } },
  { moei_holiday_get_type, MOEI_CHANGE_KIND_RULE, "name", NULL, TRUE, { { "date" } } },
  { moei_notice_get_type, MOEI_CHANGE_KIND_NOTICE, "headline", NULL, TRUE,
    { { "severity" }, { "urgency" }, { "expires" }, { "headline", SAY_TEXT }, { "description", SAY_TEXT } } },
  { moei_roll_get_type, MOEI_CHANGE_KIND_ROLL, "name", NULL, TRUE,
    { { "total" }, { "countries" } }, { { "rows", { "people" } } } },
};

/* One comparison. */
typedef struct {
  const MoeiChangeFinder *finder;
  guint                   class;  /* in the table */
  JsonObject             *before;
  JsonObject             *after;
  JsonObject             *body;
} Comparison;

static const char *
find_place (const Comparison *self,
            const char       *place)
{
  const MoeiChangeFinder *finder = self->finder;
  JsonArray *affects = moei_change_get_items (self->body, "affects");
  const char *from = moei_change_get_member (self->body, "from");

  if (place == NULL && finder->type == MOEI_TYPE_PLACE)
    place = finder->id;
  if (place == NULL)
    place = from;
  if (place != NULL)
    return finder->is_place (place, finder->user_data) ? place : NULL;

  for (guint i = 0; affects != NULL && i < json_array_get_length (affects); i++) {
    JsonNode *node = json_array_get_element (affects, i);
    const char *id = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";

    if (finder->is_place (id, finder->user_data))
      return id;
  }
  return NULL;
}

static void
set_name (const Comparison *self,
          MoeiChange       *change)
{
  const char *name = classes[self->class].name;
  const char *number = moei_change_get_member (self->body, "number");

  if (name != NULL) {
    moei_change_set_text (change, "name", self->body, name);
  } else if (number != NULL) {
    g_autoptr (MoeiText) text = moei_text_new (number, NULL, NULL, NULL);

    g_object_set (change, "name", text, NULL);
  }
}

static MoeiChange *
new_change (const Comparison *self,
            const char       *field,
            JsonObject       *source,
            const char       *place)
{
  MoeiChange *change = moei_change_new ("0");

  g_object_set (change,
                "kind", classes[self->class].kind,
                "entity", self->finder->id,
                "field", field,
                "place", find_place (self, place),
                NULL);
  set_name (self, change);
  moei_change_set_source (change, source);
  return change;
}

/* Keeps a change that says something. */
static void
take_change (const Comparison *self,
             MoeiChange       *change)
{
  if (moei_change_says (change))
    g_ptr_array_add (self->finder->changes, change);
  else
    g_object_unref (change);
}

static void
withhold (const Comparison *self,
          const char       *field)
{
  g_ptr_array_add (self->finder->withheld, g_strdup (field));
}

/* A withheld value is not told, nor what it was; that it changed is. */
static gboolean
tell_withheld (const Comparison *self,
               const char       *field,
               const char       *member,
               JsonObject       *before,
               JsonObject       *after,
               JsonObject       *source,
               const char       *place)
{
  gboolean was = moei_change_is_withheld (before, member);
  gboolean is = moei_change_is_withheld (after, member);

  if (is)
    withhold (self, field);
  if (is != was)
    g_ptr_array_add (self->finder->changes, new_change (self, field, source, place));
  return is || was;
}

static gboolean
is_worth_saying (const Comparison *self,
                 const Watched    *watched)
{
  gint64 before = moei_change_get_instant (self->before, watched->member);
  gint64 after = moei_change_get_instant (self->after, watched->member);

  if (watched->saying == SAY_CORRECTION)
    return before != MOEI_INSTANT_UNKNOWN;
  if (watched->saying != SAY_ESTIMATE)
    return TRUE;
  if (before == MOEI_INSTANT_UNKNOWN)
    before = moei_change_get_instant (self->body, "scheduled");
  if (before == MOEI_INSTANT_UNKNOWN || after == MOEI_INSTANT_UNKNOWN)
    return FALSE;
  return ABS (after - before) >= WORTH_SAYING;
}

static void
compare_member (const Comparison *self,
                const Watched    *watched)
{
  const char *member = watched->member;
  /* What is withheld on both sides is in neither difference. */
  gboolean told = json_object_has_member (self->before, "suppressed") ||
                  json_object_has_member (self->after, "suppressed");
  MoeiChange *change;

  if (told && tell_withheld (self, member, member, self->before, self->after, self->body, NULL))
    return;
  if ((!json_object_has_member (self->before, member) && !json_object_has_member (self->after, member)) ||
      !is_worth_saying (self, watched))
    return;

  change = new_change (self, member, self->body, NULL);
  g_object_set (change, "correction", watched->saying == SAY_CORRECTION, NULL);
  if (watched->saying == SAY_TEXT) {
    moei_change_set_text (change, "before-text", self->before, member);
    moei_change_set_text (change, "after-text", self->after, member);
  } else {
    moei_change_set_value (change, "before", self->before, member);
    moei_change_set_value (change, "after", self->after, member);
  }
  take_change (self, change);
}

static void
compare_item (const Comparison   *self,
              const WatchedItems *items,
              const char         *id,
              JsonObject         *before,
              JsonObject         *after)
{
  JsonObject *said = after != NULL ? after : before;

  for (guint i = 0; i < G_N_ELEMENTS (items->members) && items->members[i] != NULL; i++) {
    const char *member = items->members[i];
    g_autofree char *field = g_strconcat (items->collection, ".", items->members[1] != NULL ? member : id, NULL);
    const char *place = moei_change_get_member (said, "place");
    MoeiChange *change;

    if (tell_withheld (self, field, member, before, after, said, place))
      continue;
    change = new_change (self, field, said, place);
    if (moei_change_get_member (said, "counted_by") != NULL)
      g_object_set (change, "owner", moei_change_get_member (said, "counted_by"), NULL);
    moei_change_set_value (change, "before", before, member);
    moei_change_set_value (change, "after", after, member);
    take_change (self, change);
  }
}

static void
compare_items (const Comparison   *self,
               const WatchedItems *items)
{
  JsonArray *sides[] = {
    moei_change_get_items (self->before, items->collection),
    moei_change_get_items (self->after, items->collection),
  };

  /* What is there now, and then what is there no more. */
  for (int side = 1; side >= 0; side--) {
    for (guint i = 0; sides[side] != NULL && i < json_array_get_length (sides[side]); i++) {
      JsonNode *node = json_array_get_element (sides[side], i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *id = moei_change_get_member (item, "id");
      JsonObject *other = moei_change_find_item (sides[1 - side], id);

      if (id != NULL && side == 1)
        compare_item (self, items, id, other, item);
      else if (id != NULL && other == NULL)
        compare_item (self, items, id, item, NULL);
    }
  }
}

static void
compare_reports (const Comparison *self)
{
  JsonArray *before = moei_change_get_items (self->before, "reports");
  JsonArray *after = moei_change_get_items (self->after, "reports");
  g_autoptr (GPtrArray) found = moei_change_reports_compare (before, after, self->finder->withheld);

  for (guint i = 0; i < found->len; i++) {
    const MoeiReportChange *report = found->pdata[i];
    MoeiChange *change = new_change (self, report->field, report->source, NULL);

    moei_report_change_tell (report, change);
    g_ptr_array_add (self->finder->changes, change);
  }
}

static void
compare (const Comparison *self)
{
  for (guint i = 0; i < MAX_WATCHED && classes[self->class].watched[i].member != NULL; i++)
    compare_member (self, &classes[self->class].watched[i]);
  for (guint i = 0; i < G_N_ELEMENTS (classes[0].items) && classes[self->class].items[i].collection != NULL; i++)
    compare_items (self, &classes[self->class].items[i]);
  compare_reports (self);
}

static JsonNode *
parse (const char *text)
{
  JsonNode *root = text != NULL ? moei_json_parse (text, strlen (text), NULL, NULL) : NULL;

  if (root != NULL && !JSON_NODE_HOLDS_OBJECT (root))
    g_clear_pointer (&root, json_node_unref);
  return root;
}

static JsonObject *
get_object (JsonNode   *root,
            const char *group)
{
  JsonObject *object = root != NULL ? json_node_get_object (root) : NULL;
  JsonNode *node;

  if (object == NULL || group == NULL)
    return object;

  node = json_object_get_member (object, group);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
run_on (const MoeiChangeFinder *finder,
        guint                   class)
{
  const char *group = classes[class].group;
  g_autoptr (JsonNode) before = parse (finder->before);
  g_autoptr (JsonNode) after = parse (finder->after);
  g_autoptr (JsonNode) body = parse (finder->body);
  Comparison self = {
    finder, class, get_object (before, group), get_object (after, group), get_object (body, group)
  };

  if (self.body == NULL)
    return;
  if (finder->before != NULL && finder->after != NULL) {
    if (self.before != NULL && self.after != NULL)
      compare (&self);
  } else if (classes[class].whole) {
    g_ptr_array_add (finder->changes,
                     new_change (&self, finder->after != NULL ? "added" : "removed", self.body, NULL));
  }
}

/**
 * moei_change_finder_run:
 * @self: an entry of the audit
 *
 * Finds what an officer would call changes in it.  What it cannot read, it
 * leaves.
 */
void
moei_change_finder_run (const MoeiChangeFinder *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    if (classes[i].get_type () == self->type)
      run_on (self, i);
  }
}
