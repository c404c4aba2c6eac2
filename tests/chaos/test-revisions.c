/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chaos-world.h"
#include "virtual-time.h"

/* Whatever befalls the answers, what the model shows of each document is, as a
 * whole, one that the service once served, never an older one than before, and
 * in the end the newest.
 *
 * A schedule is a seed: which answers are spoilt and how, when something is
 * committed, when connections are reset, when the program is started anew. */

#define N_SCHEDULES      200
#define N_SCHEDULES_FULL 5000

#define RECOVERY 90

static ChaosWorld world;
static guint n_schedules = N_SCHEDULES;
static guint32 wanted;
static guint n_spoilt, n_looks, n_commits;
static double longest;

/* How often answers are spoilt in a schedule, in percent; chosen anew for each. */
typedef struct {
  GRand *chance;
  int    percent;
  int    only; /* of one kind only, or -1 */
} Schedule;

static ChaosFault
choose (const char *href,
        gpointer    user_data)
{
  Schedule *schedule = user_data;
  ChaosFault fault = CHAOS_NONE;

  if (g_rand_int_range (schedule->chance, 0, 100) >= schedule->percent)
    return CHAOS_NONE;

  do
    fault = schedule->only >= 0 ? (ChaosFault) schedule->only
                                : (ChaosFault) g_rand_int_range (schedule->chance, CHAOS_DELAY, CHAOS_N_FAULTS);
  while (fault == CHAOS_STATUS_401 || fault == CHAOS_STATUS_403 || fault == CHAOS_HUGE_LINE);
  n_spoilt++;
  return fault;
}

static MoeiDocumentKind
any_kind (GRand *chance)
{
  static const MoeiDocumentKind kinds[] = {
    MOEI_DOCUMENT_PLACES, MOEI_DOCUMENT_ROUTES, MOEI_DOCUMENT_CONVOYS, MOEI_DOCUMENT_FLIGHTS, MOEI_DOCUMENT_WEEK,
    MOEI_DOCUMENT_NATIONALITIES, MOEI_DOCUMENT_RULE, MOEI_DOCUMENT_NOTICES, MOEI_DOCUMENT_ROLLS,
  };

  return kinds[g_rand_int_range (chance, 0, G_N_ELEMENTS (kinds))];
}

static void
start_anew (Schedule *schedule)
{
  chaos_world_stop (&world);
  if (g_rand_boolean (schedule->chance))
    chaos_world_empty (&world);
  chaos_world_start (&world);
}

static void
play (Schedule *schedule,
      char    **wrong)
{
  GRand *chance = schedule->chance;
  int n_steps = g_rand_int_range (chance, 1, 5);

  if (world.feed == NULL || g_rand_int_range (chance, 0, 8) == 0)
    start_anew (schedule);
  for (int i = 0; i < n_steps && *wrong == NULL; i++) {
    chaos_world_pass (&world, g_rand_double_range (chance, 0, 8), FALSE, wrong);
    for (int n = g_rand_int_range (chance, 0, 3); n > 0; n--, n_commits++)
      chaos_world_change (&world, any_kind (chance));
    if (g_rand_int_range (chance, 0, 4) == 0)
      chaos_proxy_reset_all (world.proxy);
  }
  chaos_world_pass (&world, g_rand_double_range (chance, 0, 8), FALSE, wrong);
}

static void
settle (char **wrong)
{
  double took;

  chaos_proxy_heal (world.proxy);
  /* What came of the last schedule must not be told to wait for the next. */
  took = chaos_world_pass (&world, RECOVERY, TRUE, wrong);
  longest = MAX (longest, took);
  if (*wrong == NULL && took > RECOVERY) {
    g_autofree char *all = chaos_world_describe (&world);

    *wrong = g_strdup_printf ("not current after %d s: %s", RECOVERY, all);
  }
  if (*wrong == NULL)
    *wrong = chaos_world_find_fault (&world);
}

static void
run_schedule (guint32 seed)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  Schedule schedule = { .chance = chance, .only = -1 };
  g_autofree char *wrong = NULL;

  schedule.percent = g_rand_int_range (chance, 10, 90);
  if (g_rand_int_range (chance, 0, 4) == 0)
    schedule.only = g_rand_int_range (chance, CHAOS_DELAY, CHAOS_STATUS_204);
  if (schedule.only == CHAOS_HUGE_LINE)
    schedule.only = -1;
  g_random_set_seed (seed);
  chaos_proxy_set_seed (world.proxy, seed);
  chaos_proxy_set_chooser (world.proxy, choose, &schedule);
  play (&schedule, &wrong);
  settle (&wrong);
  n_looks += world.n_looks;
  world.n_looks = 0;

  if (wrong != NULL) {
    g_test_message ("schedule %u: %s", seed, wrong);
    g_test_message ("again: --schedule=%u, by itself", seed);
    g_test_fail ();
    chaos_world_stop (&world);
  }
}

static void
test_revisions (void)
{
  if (wanted != 0) {
    run_schedule (wanted);
    return;
  }
  for (guint i = 0; i < n_schedules; i++)
    run_schedule ((guint32) g_test_rand_int_range (1, G_MAXINT));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++) {
    if (g_str_equal (argv[i], "--full"))
      n_schedules = N_SCHEDULES_FULL;
    if (g_str_has_prefix (argv[i], "--schedule="))
      wanted = (guint32) g_ascii_strtoull (argv[i] + strlen ("--schedule="), NULL, 10);
  }

  g_test_add_func ("/revisions/whole-only", test_revisions);
  chaos_world_set_up (&world);
  world.may_ask = TRUE;
  virtual_time_begin ();
  result = g_test_run ();
  printf ("# %u schedules, %u answers spoilt, %u commits, %u looks at the whole model; current again after at most %.0f s\n",
          wanted != 0 ? 1 : n_schedules, n_spoilt, n_commits, n_looks, longest);
  virtual_time_end ();
  chaos_world_tear_down (&world);
  return result;
}
