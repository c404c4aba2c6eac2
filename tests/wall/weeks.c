/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <malloc.h>

#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-nationality.h"
#include "operation/moei-place.h"
#include "operation/moei-text.h"
#include "service/moei-shelving.h"
#include "tests/benchmarks/benchmark.h"
#include "tests/chaos/virtual-time.h"
#include "tests/wall/wall-program.h"
#include "wire/moei-document.h"
#include "wire/moei-instant.h"

/* wall-weeks [--seed N] [--commits N]: the program as it is, `moei --wall`, which
 * follows a service over HTTP in virtual time while that commits, and commits, and
 * commits.  In between, by chance: the service is killed and comes back, answers are
 * spoilt in every way there is, somebody presses keys, visitors come, the clock is
 * set, the computer sleeps.  At the end what is shown is the newest, memory and
 * descriptors are what they were, and everything still turns over the whole screen.
 *
 * Memory is that of the service too, which lives in this process. */

#define AFTERNOON     G_GINT64_CONSTANT (1741248000000000) /* 15:00 of 6 March 2025 in Bangkok */
#define COMMITS       10000
#define BUDGET_GROWTH 8.0 /* MB */
#define RECOVERY      90  /* seconds after the last fault */

static const char settings[] =
  "[Display]\ndwell=20\nlanguage-seconds=20\nidle-seconds=30\nheartbeat=none\noffice-hours=00:00-24:00\n"
  "scenes=situation;week;flights;countries;notices\nmemory-ceiling=none\nrestart-hour=none\n";

static gint64 seed, n_commits = COMMITS;
static GRand *chance;
static guint n_faults;

typedef struct {
  double allocated, resident;
  guint  descriptors;
} Load;

typedef struct {
  WallProgram *program;
  gboolean     gone;
  gboolean     spoilt;
  int          boarded; /* of every flight of today, by the last commit */
  guint        n_gone, n_spoilt, n_keys, n_clocks;
} Weeks;

static gboolean
one_in (int n)
{
  return g_rand_int_range (chance, 0, n) == 0;
}

static void
fault (const char *what)
{
  g_print ("fault: %s\n", what);
  n_faults++;
}

static void
commit (Weeks     *self,
        MoeiShelf  shelf)
{
  ServiceFixture *service = wall_program_service (self->program);
  guint today = moei_service_clock_get_day (service->clock);
  g_autoptr (MoeiCollection) entities = moei_collection_new (moei_shelf_get_item_type (shelf));
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (MoeiStoreView) view = moei_store_read (service->store, NULL);
  g_autoptr (GError) error = NULL;
  int count = g_rand_int_range (chance, 0, 80);

  moei_store_view_load (view, shelf, today, today, entities, &error);
  g_assert_no_error (error);
  g_clear_pointer (&view, moei_store_view_free);
  for (guint i = 0; i < moei_collection_size (entities); i++) {
    MoeiEntity *entity = moei_collection_get (entities, i);

    if (shelf == MOEI_SHELF_FLIGHTS)
      g_object_set (entity, "boarded", count, "state",
                    count % 2 == 0 ? MOEI_FLIGHT_STATE_BOARDING : MOEI_FLIGHT_STATE_DELAYED, NULL);
    else if (shelf == MOEI_SHELF_PLACES)
      g_object_set (entity, "people", count, NULL);
    else
      g_object_set (entity, "slot-given", count, NULL);
    moei_store_batch_put_entity (batch, entity);
  }
  if (moei_collection_size (entities) == 0)
    return;
  g_assert_cmpint (moei_store_write (service->store, batch, &error), >, 0);
  g_assert_no_error (error);
  if (shelf == MOEI_SHELF_FLIGHTS)
    self->boarded = count;
}

static void
play_clock (Weeks  *self,
            gint64  instant)
{
  moei_service_clock_play (wall_program_service (self->program)->clock, instant, 1.0);
}

static void
use_keys (Weeks *self)
{
  MoeiRota *rota = wall_program_get_rota (self->program);

  self->n_keys++;
  switch (g_rand_int_range (chance, 0, 5)) {
  case 0:
    moei_rota_next (rota);
    break;
  case 1:
    moei_rota_previous (rota);
    break;
  case 2:
    moei_rota_next_language (rota);
    break;
  case 3:
    moei_rota_touch (rota);
    break;
  default:
    moei_rota_set_visitor (rota, !moei_rota_get_visitor (rota));
    break;
  }
}

/* The service's own is put right, on the only day of which it has flights. */
static void
set_clocks (Weeks *self)
{
  self->n_clocks++;
  switch (g_rand_int_range (chance, 0, 3)) {
  case 0:
    virtual_time_set_wall (g_rand_int_range (chance, -48, 48) * G_TIME_SPAN_HOUR);
    break;
  case 1:
    virtual_time_suspend (g_rand_int_range (chance, 1, 600) * G_TIME_SPAN_MINUTE);
    break;
  default:
    play_clock (self, AFTERNOON + g_rand_int_range (chance, -12, 8) * G_TIME_SPAN_HOUR);
    break;
  }
}

static void
mishap (Weeks *self)
{
  if (one_in (self->gone ? 10 : 150)) {
    self->gone = !self->gone;
    self->n_gone += self->gone;
    self->spoilt = FALSE;
    wall_program_set_gone (self->program, self->gone);
  } else if (!self->gone && one_in (self->spoilt ? 8 : 60)) {
    self->spoilt = !self->spoilt;
    self->n_spoilt += self->spoilt;
    wall_program_set_fault (self->program,
                            self->spoilt ? g_rand_int_range (chance, CHAOS_NONE + 1, CHAOS_N_FAULTS) : CHAOS_NONE);
  }
  if (one_in (60))
    use_keys (self);
  if (one_in (400))
    set_clocks (self);
}

static void
look (Weeks *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);

  if (wall == NULL || g_list_model_get_n_items (gtk_window_get_toplevels ()) != 1)
    fault ("no wall, or a window beside it");
  else if (!gtk_window_is_fullscreen (GTK_WINDOW (wall)) || !gtk_widget_get_mapped (GTK_WIDGET (wall)))
    fault ("a wall that does not fill the screen");
  else if (moei_wall_get_language (wall) != moei_rota_get_language (moei_wall_get_rota (wall)))
    fault ("a wall in another language than its rota says");
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
measure (Load *least)
{
  double allocated = benchmark_own_memory (), resident = benchmark_resident (getpid ());
  guint descriptors = count_descriptors ();

  least->allocated = least->allocated > 0 ? MIN (least->allocated, allocated) : allocated;
  least->resident = least->resident > 0 ? MIN (least->resident, resident) : resident;
  least->descriptors = least->descriptors > 0 ? MIN (least->descriptors, descriptors) : descriptors;
}

static gboolean
shows_newest (Weeks *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);
  g_autoptr (MoeiOperation) operation = NULL;
  MoeiCollection *flights;

  g_object_get (wall, "operation", &operation, NULL);
  flights = moei_operation_get_flights (operation);
  for (guint i = 0; i < moei_collection_size (flights); i++) {
    if (moei_flight_get_boarded (moei_collection_get (flights, i)) != self->boarded)
      return FALSE;
  }
  return moei_collection_size (flights) > 0;
}

/* After all that: live, newest, and turning. */
static void
check_alive (Weeks *self)
{
  MoeiWall *wall = wall_program_get_wall (self->program);
  MoeiRota *rota = wall_program_get_rota (self->program);
  g_autoptr (MoeiText) problem = NULL;
  guint scenes = 0, languages = 0;
  gboolean denied;
  int state;

  virtual_time_set_wall (0);
  wall_program_set_gone (self->program, FALSE);
  moei_rota_set_visitor (rota, FALSE);
  play_clock (self, AFTERNOON);
  commit (self, MOEI_SHELF_FLIGHTS);
  virtual_time_pass (RECOVERY);
  g_object_get (wall, "state", &state, "denied", &denied, "problem", &problem, NULL);
  if (state != MOEI_DATA_STATE_LIVE) {
    g_print ("state %d, %s: %s\n", state, denied ? "denied" : "not denied",
             problem != NULL ? moei_text_get (problem, MOEI_LANGUAGE_EN) : "no problem");
    fault ("not live when all is well again");
  }
  if (!shows_newest (self))
    fault ("what is shown is not the newest");
  for (guint i = 0; i < 600; i++) {
    virtual_time_pass (1);
    scenes |= 1u << moei_rota_get_scene (rota);
    languages |= 1u << moei_wall_get_language (wall);
  }
  if ((scenes & 0xfu) != 0xfu || languages != (1u << MOEI_N_LANGUAGES) - 1)
    fault ("a scene or a language that does not come any more");
  look (self);
}

static void
report (Weeks      *self,
        const Load *early,
        const Load *late)
{
  benchmark_note ("commits", (double) n_commits, "");
  benchmark_note ("turns of the languages", moei_rota_get_language_turns (wall_program_get_rota (self->program)), "");
  benchmark_note ("turns of the scenes", moei_rota_get_scene_turns (wall_program_get_rota (self->program)), "");
  benchmark_note ("service killed", self->n_gone, "");
  benchmark_note ("network faults", self->n_spoilt, "");
  benchmark_note ("keys", self->n_keys, "");
  benchmark_note ("clocks set, computers asleep", self->n_clocks, "");
  benchmark_note ("memory of the machine after a fifth", early->resident, "MB");
  benchmark_note ("memory of the machine at the end", late->resident, "MB");
  benchmark_note ("memory in use after a fifth", early->allocated, "MB");
  benchmark_note ("memory in use at the end", late->allocated, "MB");
  benchmark_note ("descriptors after a fifth", early->descriptors, "");
  benchmark_note ("descriptors at the end", late->descriptors, "");
  n_faults += (guint) benchmark_report ("growth of the memory in use", late->allocated - early->allocated, BUDGET_GROWTH,
                                       "MB");
  n_faults += (guint) benchmark_report ("growth of the descriptors", (double) late->descriptors - early->descriptors, 4, "");
}

static void
live (WallProgram *program)
{
  static const MoeiShelf shelves[] = { MOEI_SHELF_FLIGHTS, MOEI_SHELF_FLIGHTS, MOEI_SHELF_PLACES,
                                       MOEI_SHELF_NATIONALITIES };
  Weeks self = { program };
  Load early = { 0 }, late = { 0 };

  virtual_time_pass (30);
  for (gint64 i = 0; i < n_commits; i++) {
    if (moei_service_clock_get_day (wall_program_service (program)->clock) != moei_day_of_instant (AFTERNOON))
      play_clock (&self, AFTERNOON); /* back over midnight */
    commit (&self, shelves[g_rand_int_range (chance, 0, G_N_ELEMENTS (shelves))]);
    mishap (&self);
    virtual_time_pass (g_rand_int_range (chance, 1, 10));
    if (i % 20 != 0)
      continue;
    look (&self);
    if (i >= n_commits / 5 && i < 2 * n_commits / 5)
      measure (&early);
    if (i >= n_commits - n_commits / 5)
      measure (&late);
  }
  check_alive (&self);
  report (&self, &early, &late);
}

int
main (int    argc,
      char **argv)
{
  static const char * const as_wall[] = { "--wall", NULL };
  const GOptionEntry options[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "What happens when", "N" },
    { "commits", 0, 0, G_OPTION_ARG_INT64, &n_commits, "How many", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  seed = g_random_int ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }
  mallopt (M_ARENA_MAX, 1); /* one arena, whose use can be known */
  g_print ("seed %" G_GINT64_FORMAT "\n", seed);
  chance = g_rand_new_with_seed ((guint32) seed);
  wall_program_init (&argc, &argv);
  wall_program_run (as_wall, settings, AFTERNOON, live);
  g_rand_free (chance);
  return benchmark_report ("faults", n_faults, 0, "");
}
