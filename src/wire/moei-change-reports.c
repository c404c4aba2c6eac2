/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-change-reports.h"

#include "operation/moei-entity.h"

static void
report_change_free (gpointer data)
{
  MoeiReportChange *self = data;

  g_free (self->field);
  g_free (self);
}

static JsonObject *
get_report (JsonArray *reports,
            guint      position)
{
  JsonNode *node = json_array_get_element (reports, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static guint
count_reports (JsonArray *reports)
{
  return reports != NULL ? json_array_get_length (reports) : 0;
}

/* "reports.embassy_confirmed", spelt as the member of a queue. */
static char *
name_field (JsonObject *report)
{
  const char *stage = moei_change_get_member (report, "stage");
  char *field = g_strconcat ("reports.", stage != NULL ? stage : "unknown", NULL);

  return g_strdelimit (field, "-", '_');
}

/* What the same owner last said of the same stage. */
static JsonObject *
find_former (JsonArray  *reports,
             JsonObject *report)
{
  JsonObject *found = NULL;

  for (guint i = 0; i < count_reports (reports); i++) {
    JsonObject *other = get_report (reports, i);

    if (other == NULL ||
        g_strcmp0 (moei_change_get_member (other, "owner"), moei_change_get_member (report, "owner")) != 0 ||
        g_strcmp0 (moei_change_get_member (other, "stage"), moei_change_get_member (report, "stage")) != 0)
      continue;
    if (found == NULL ||
        moei_change_get_instant (other, "observed") >= moei_change_get_instant (found, "observed"))
      found = other;
  }
  return found;
}

/* The former is told as it stands now: it may be withheld by now. */
static void
add_new (JsonArray  *before,
         JsonArray  *after,
         JsonObject *report,
         GPtrArray  *found)
{
  const char *replaces = moei_change_get_member (report, "replaces");
  MoeiReportChange *change = g_new0 (MoeiReportChange, 1);
  JsonObject *former, *now;

  former = replaces != NULL ? moei_change_find_item (before, replaces) : find_former (before, report);
  now = moei_change_find_item (after, replaces != NULL ? replaces : moei_change_get_member (former, "id"));
  change->field = name_field (report);
  change->source = change->after = report;
  change->before = now != NULL ? now : former;
  change->correction = replaces != NULL;
  g_ptr_array_add (found, change);
}

static void
add_gone (JsonObject *report,
          GPtrArray  *found)
{
  MoeiReportChange *change = g_new0 (MoeiReportChange, 1);

  change->field = name_field (report);
  change->source = change->before = report;
  g_ptr_array_add (found, change);
}

/**
 * moei_change_reports_compare:
 * @before: (nullable): the reports before
 * @after: (nullable): the reports now
 * @withheld: (element-type utf8): where to add the fields that are withheld now
 *
 * A correction is a new report; one that is written over is a count that goes on,
 * and no change that anybody would tell.
 *
 * Returns: (transfer full) (element-type MoeiReportChange): those that came and
 *   those that were taken back; good as long as both arrays
 */
GPtrArray *
moei_change_reports_compare (JsonArray *before,
                             JsonArray *after,
                             GPtrArray *withheld)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (report_change_free);

  for (guint i = 0; i < count_reports (after); i++) {
    JsonObject *report = get_report (after, i);

    if (report == NULL)
      continue;
    if (moei_change_is_withheld (report, "value"))
      g_ptr_array_add (withheld, name_field (report));
    if (moei_change_find_item (before, moei_change_get_member (report, "id")) == NULL)
      add_new (before, after, report, found);
  }
  for (guint i = 0; i < count_reports (before); i++) {
    JsonObject *report = get_report (before, i);

    if (report != NULL && moei_change_find_item (after, moei_change_get_member (report, "id")) == NULL)
      add_gone (report, found);
  }
  return found;
}

/**
 * moei_report_change_tell:
 * @self: a report that came or was taken back
 * @change: where to tell its values; neither, if one is withheld
 */
void
moei_report_change_tell (const MoeiReportChange *self,
                         MoeiChange             *change)
{
  g_object_set (change, "correction", self->correction, NULL);
  if (moei_change_is_withheld (self->before, "value") || moei_change_is_withheld (self->after, "value"))
    return;

  moei_change_set_value (change, "before", self->before, "value");
  moei_change_set_value (change, "after", self->after, "value");
  moei_change_set_text (change, "before-text", self->before, "value_text");
  moei_change_set_text (change, "after-text", self->after, "value_text");
}
