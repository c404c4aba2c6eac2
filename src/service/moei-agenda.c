/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-agenda.h"
#include "service/moei-resource.h"
#include "wire/moei-instant.h"

/* What there is beyond the day: of some kind, on the days of a shelf. */
typedef struct {
  MoeiDocumentKind kind;
  MoeiShelf        shelf;
  guint            first_day;
  guint            last_day;
} Reach;

/* Sorts the nearest to the front, and what comes before what was. */
static int
compare_nearness (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  guint today = GPOINTER_TO_UINT (user_data);
  guint first = *(const guint *) a, second = *(const guint *) b;
  guint first_distance = first > today ? first - today : today - first;
  guint second_distance = second > today ? second - today : today - second;

  if (first_distance != second_distance)
    return first_distance < second_distance ? -1 : 1;
  return (first < second) - (first > second);
}

/* A document of many days is listed once; that of today is listed already. */
static void
add_resources (const Reach *reach,
               GArray      *days,
               GPtrArray   *resources)
{
  for (guint i = 0; i < days->len; i++) {
    g_autoptr (MoeiResource) resource = moei_resource_new (reach->kind, g_array_index (days, guint, i));
    gboolean listed = FALSE;

    for (guint j = 0; j < resources->len && !listed; j++)
      listed = g_str_equal (((MoeiResource *) resources->pdata[j])->href, resource->href);
    if (!listed)
      g_ptr_array_add (resources, g_steal_pointer (&resource));
  }
}

/**
 * moei_agenda_add:
 * @view: a view of the store
 * @today: the operating day
 * @resources: (element-type MoeiResource): what is listed already
 * @error: return location
 *
 * Adds the documents that a board shows beyond the present, where anything is
 * known: flights and convoys from the Monday of last week to thirteen days
 * ahead, and the weeks of half a year back and of two weeks ahead; of each
 * kind the nearest first.
 *
 * Returns: whether they could be found out
 */
gboolean
moei_agenda_add (MoeiStoreView  *view,
                 guint           today,
                 GPtrArray      *resources,
                 GError        **error)
{
  guint monday = moei_week_of_day (today);
  const Reach reaches[] = {
    { MOEI_DOCUMENT_FLIGHTS, MOEI_SHELF_FLIGHTS, monday - 7, today + MOEI_AGENDA_DAYS_AHEAD },
    { MOEI_DOCUMENT_CONVOYS, MOEI_SHELF_CONVOYS, monday - 7, today + MOEI_AGENDA_DAYS_AHEAD },
    { MOEI_DOCUMENT_WEEK, MOEI_SHELF_DAYS, monday - 7 * MOEI_AGENDA_WEEKS_BACK,
      monday + 7 * MOEI_AGENDA_WEEKS_AHEAD + 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++) {
    g_autoptr (GArray) days = moei_store_view_list_days (view, reaches[i].shelf, reaches[i].first_day,
                                                         reaches[i].last_day, error);

    if (days == NULL)
      return FALSE;
    g_array_sort_with_data (days, compare_nearness, GUINT_TO_POINTER (today));
    add_resources (&reaches[i], days, resources);
  }
  return TRUE;
}
