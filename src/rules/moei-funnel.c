/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rules/moei-funnel.h"

#include "operation/moei-count.h"
#include "rules/moei-seats.h"

/* The steps before a slot is given, nearest first: who waits at a stage waits
 * for the next one. */
static const struct {
  MoeiStage      waits_at;
  MoeiBottleneck bottleneck;
} upstream[] = {
  { MOEI_STAGE_EMBASSY_CONFIRMED, MOEI_BOTTLENECK_SLOTS },
  { MOEI_STAGE_SCREENED, MOEI_BOTTLENECK_EMBASSY },
  { MOEI_STAGE_LISTED, MOEI_BOTTLENECK_SCREENING },
  { MOEI_STAGE_HELD, MOEI_BOTTLENECK_LISTING },
};

static int
waiting_at (MoeiCollection *nationalities,
            MoeiStage       stage,
            int            *longest_wait)
{
  int waiting = 0;

  *longest_wait = MOEI_COUNT_UNKNOWN;
  for (guint i = 0; i < moei_collection_size (nationalities); i++) {
    MoeiNationality *nationality = moei_collection_get (nationalities, i);
    int at = moei_nationality_get_at (nationality, stage);

    if (at > 0) {
      waiting = moei_count_add (waiting, at);
      *longest_wait = MAX (*longest_wait, moei_nationality_get_longest_wait (nationality));
    }
  }
  return waiting;
}

/* The first stage, counted back from the slot, whose people together with all
 * nearer ones would suffice: the step after it is what holds them up. */
static void
find_bottleneck (MoeiFunnel     *self,
                 MoeiCollection *nationalities)
{
  int within_reach = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (upstream); i++) {
    int longest_wait;
    int waiting = waiting_at (nationalities, upstream[i].waits_at, &longest_wait);

    within_reach = moei_count_add (within_reach, waiting);
    if (waiting > 0) {
      self->bottleneck = upstream[i].bottleneck;
      self->waiting = waiting;
      self->longest_wait = longest_wait;
    }
    if (within_reach >= self->short_by)
      return;
  }
}

/* Whether what is reported of the day is whole: of every country how many have come
 * as far as @from and farther.  Where one country's people are not known, the
 * others' sum says only how many there are at least. */
static gboolean
is_whole (MoeiQuotaDay *day,
          MoeiStage     from)
{
  MoeiCollection *tallies = moei_quota_day_get_tallies (day);

  for (guint i = 0; i < moei_collection_size (tallies); i++)
    for (MoeiStage stage = from; stage <= MOEI_STAGE_DEPARTED; stage++)
      if (!moei_count_is_known (moei_tally_get_reached (moei_collection_get (tallies, i), stage)))
        return FALSE;
  return moei_collection_size (tallies) > 0;
}

static void
judge_open_day (MoeiFunnel     *self,
                int             seats,
                MoeiCollection *nationalities)
{
  int coming = self->at_airport + self->on_bus + self->slot_given;
  int short_of_people = self->quota - self->departed - coming;
  int short_of_seats = moei_count_is_known (seats) ? self->quota - self->departed - seats : 0;

  if (short_of_people <= 0 && short_of_seats <= 0) {
    self->verdict = MOEI_VERDICT_COVERED;
    return;
  }

  self->verdict = MOEI_VERDICT_SHORT;
  self->short_by = MAX (short_of_people, short_of_seats);
  if (short_of_seats > short_of_people) {
    self->bottleneck = MOEI_BOTTLENECK_SEATS;
    self->waiting = coming;
  } else {
    find_bottleneck (self, nationalities);
  }
}

/* The cut-off is Mae Sot's, whose airport closes at night.  Who is on the list of
 * a flight that leaves Bangkok later that evening is still coming. */
static void
judge_past_cut_off (MoeiFunnel *self,
                    int         late)
{
  int coming = self->at_airport + self->on_bus + self->slot_given;

  self->short_by = MAX (self->quota - self->departed - MIN (late, MAX (coming, 0)), 0);
  self->verdict = self->short_by > 0 ? MOEI_VERDICT_CLOSED_SHORT : MOEI_VERDICT_COVERED;
}

/**
 * moei_funnel_compute:
 * @self: (out caller-allocates): the funnel
 * @day: (nullable): the operating day
 * @flights: that day's flights
 * @routes: (nullable): the routes known, to tell which flights a bus still reaches
 * @nationalities: the queue
 * @now: the instant, on the service's clock
 *
 * Sets today's stages against today's quota and names the bottleneck: the
 * first stage that cannot fill the remaining seats before the cut-off.
 *
 * Flights from Bangkok count like those from Mae Sot as long as a bus from the
 * border still reaches them; later only those count who are on their lists.
 */
void
moei_funnel_compute (MoeiFunnel     *self,
                     MoeiQuotaDay   *day,
                     MoeiCollection *flights,
                     MoeiCollection *routes,
                     MoeiCollection *nationalities,
                     gint64          now)
{
  gboolean is_closed;
  gint64 closes;

  *self = (MoeiFunnel) {
    .quota = MOEI_COUNT_UNKNOWN,
    .departed = MOEI_COUNT_UNKNOWN,
    .at_airport = MOEI_COUNT_UNKNOWN,
    .on_bus = MOEI_COUNT_UNKNOWN,
    .slot_given = MOEI_COUNT_UNKNOWN,
    .longest_wait = MOEI_COUNT_UNKNOWN,
  };
  if (day == NULL)
    return;

  is_closed = moei_quota_day_get_state (day) == MOEI_DAY_STATE_CLOSED;
  closes = moei_quota_day_get_closes (day);
  self->quota = moei_quota_day_get_quota (day);
  self->departed = moei_quota_day_get_at (day, MOEI_STAGE_DEPARTED);
  self->at_airport = moei_quota_day_get_at (day, MOEI_STAGE_AT_AIRPORT);
  self->on_bus = moei_quota_day_get_at (day, MOEI_STAGE_ON_BUS);
  self->slot_given = moei_quota_day_get_at (day, MOEI_STAGE_SLOT_GIVEN);

  if (self->quota <= 0) {
    self->verdict = MOEI_VERDICT_NO_QUOTA;
    return;
  }
  if (moei_count_is_known (self->departed) && self->departed >= self->quota)
    self->verdict = MOEI_VERDICT_MET;
  else if (!is_whole (day, is_closed ? MOEI_STAGE_DEPARTED : MOEI_STAGE_SLOT_GIVEN))
    self->verdict = MOEI_VERDICT_UNKNOWN;
  else if (is_closed)
    judge_past_cut_off (self, 0);
  else if (closes != MOEI_INSTANT_UNKNOWN && now != MOEI_INSTANT_UNKNOWN && now >= closes)
    judge_past_cut_off (self, moei_manifested_after (flights, closes));
  else
    judge_open_day (self, moei_seats_left (flights, routes, now), nationalities);
}

/**
 * moei_funnel_get_maximum:
 * @self: a funnel
 *
 * Returns: the people that a bar of the whole day must have room for: the
 *   quota, or all who are on their way where they are more
 */
int
moei_funnel_get_maximum (const MoeiFunnel *self)
{
  int people = MAX (self->departed, 0) + MAX (self->at_airport, 0) +
               MAX (self->on_bus, 0) + MAX (self->slot_given, 0);

  return MAX (self->quota, people);
}
