/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "chaos-oracle.h"
#include "virtual-time.h"

/* What befalls each document on its way, in each phase of following it: during
 * it the state in words is right; when it ends the picture is whole and current
 * within 90 s.  Time is virtual, the durations are the program's own.
 *
 * The ordinary run has each fault in each phase once, of a document by chance:
 * --seed repeats one.  --full has all; --cell=SUBJECT/FAULT/PHASE has one. */

/* The promises, in seconds. */
#define RECOVERY 90
#define STALE    45

/* How long a fault lasts: longer than any request or watchdog. */
#define HOLD 70

static ChaosWorld world;
static const char * const phases[CHAOS_N_PHASES] = { "first", "following", "reconnect" };
static double longest[CHAOS_N_PHASES];
static double longest_stale;
static guint n_cells;

static void
begin (const ChaosSubject *subject,
       ChaosFault          fault,
       ChaosPhase          phase,
       char              **wrong)
{
  g_autofree char *href = NULL;

  if (subject->kind >= 0)
    href = chaos_world_get_href (&world, subject->kind);
  else if (subject->kind == CHAOS_EVENTS)
    href = g_strdup ("/v1/events");

  if (phase == CHAOS_PHASE_FIRST) {
    chaos_proxy_set_fault (world.proxy, href, fault);
    chaos_world_start (&world);
    return;
  }

  chaos_world_start (&world);
  if (chaos_world_pass (&world, RECOVERY, TRUE, wrong) > RECOVERY && *wrong == NULL)
    *wrong = g_strdup ("not current before anything befell it");
  chaos_proxy_set_fault (world.proxy, href, fault);
  chaos_world_change (&world, subject->kind >= 0 ? (MoeiDocumentKind) subject->kind : MOEI_DOCUMENT_FLIGHTS);
  if (phase == CHAOS_PHASE_RECONNECT)
    chaos_proxy_reset_all (world.proxy);
}

static void
recover (ChaosPhase   phase,
         char       **wrong)
{
  double took;

  chaos_proxy_heal (world.proxy);
  took = chaos_world_pass (&world, RECOVERY, TRUE, wrong);
  longest[phase] = MAX (longest[phase], took);
  longest_stale = MAX (longest_stale, world.live_s);

  if (*wrong == NULL && took > RECOVERY) {
    g_autofree char *all = chaos_world_describe (&world);

    *wrong = g_strdup_printf ("not current %d s after its end: %s", RECOVERY, all);
  }
  if (*wrong == NULL && world.live_s > STALE)
    *wrong = g_strdup_printf ("said to be live for %.0f s while it was not the newest", world.live_s);
}

static void
run_cell (const ChaosSubject *subject,
          ChaosFault          fault,
          ChaosPhase          phase,
          guint32             seed)
{
  g_autofree char *wrong = NULL;

  g_random_set_seed (seed);
  chaos_proxy_set_seed (world.proxy, seed);
  begin (subject, fault, phase, &wrong);
  chaos_world_pass (&world, HOLD, FALSE, &wrong);
  if (wrong == NULL)
    wrong = chaos_oracle_judge (&world, subject, fault, phase);
  recover (phase, &wrong);
  n_cells++;
  if (wrong != NULL) {
    g_test_message ("%s/%s/%s: %s", subject->name, chaos_fault_get_name (fault), phases[phase], wrong);
    g_test_message ("again: --cell=%s/%s/%s/%u", subject->name, chaos_fault_get_name (fault), phases[phase], seed);
    g_test_fail ();
  }

  chaos_world_stop (&world);
  chaos_world_empty (&world);
  chaos_proxy_reset_all (world.proxy);
  chaos_proxy_forget (world.proxy);
}

static guint32
draw (void)
{
  return (guint32) g_test_rand_int_range (0, G_MAXINT);
}

static void
test_sample (gconstpointer data)
{
  ChaosPhase phase = GPOINTER_TO_INT (data);

  for (ChaosFault fault = CHAOS_DELAY; fault < CHAOS_N_FAULTS; fault++)
    run_cell (&chaos_subjects[draw () % CHAOS_N_SUBJECTS], fault, phase, draw ());
}

static void
test_subject (gconstpointer data)
{
  for (ChaosFault fault = CHAOS_DELAY; fault < CHAOS_N_FAULTS; fault++) {
    for (ChaosPhase phase = 0; phase < CHAOS_N_PHASES; phase++)
      run_cell (data, fault, phase, draw ());
  }
}

static char *wanted_cell;

static void
test_cell (void)
{
  g_auto (GStrv) words = g_strsplit (wanted_cell, "/", 4);
  ChaosFault fault;

  g_assert_cmpuint (g_strv_length (words), >=, 3);
  g_assert_true (chaos_fault_from_name (words[1], &fault));
  for (guint i = 0; i < CHAOS_N_SUBJECTS; i++) {
    for (ChaosPhase phase = 0; phase < CHAOS_N_PHASES; phase++) {
      if (g_str_equal (chaos_subjects[i].name, words[0]) && g_str_equal (phases[phase], words[2]))
        run_cell (&chaos_subjects[i], fault, phase,
                  words[3] != NULL ? (guint32) g_ascii_strtoull (words[3], NULL, 10) : draw ());
    }
  }
}

static void
add_tests (gboolean full)
{
  if (wanted_cell != NULL) {
    g_test_add_func ("/matrix/cell", test_cell);
    return;
  }

  for (ChaosPhase phase = 0; !full && phase < CHAOS_N_PHASES; phase++) {
    g_autofree char *path = g_strconcat ("/matrix/", phases[phase], NULL);

    g_test_add_data_func (path, GINT_TO_POINTER (phase), test_sample);
  }
  for (guint i = 0; full && i < CHAOS_N_SUBJECTS; i++) {
    g_autofree char *path = g_strconcat ("/matrix/", chaos_subjects[i].name, NULL);

    g_test_add_data_func (path, &chaos_subjects[i], test_subject);
  }
}

int
main (int    argc,
      char **argv)
{
  gboolean full = FALSE;
  int result;

  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++) {
    full |= g_str_equal (argv[i], "--full");
    if (g_str_has_prefix (argv[i], "--cell="))
      wanted_cell = argv[i] + strlen ("--cell=");
  }

  add_tests (full);
  chaos_world_set_up (&world);
  virtual_time_begin ();
  result = g_test_run ();
  virtual_time_end ();
  chaos_world_tear_down (&world);

  printf ("# %u cells; current again after at most %.0f s (first), %.0f s (following), %.0f s (reconnect); "
          "live though not the newest for at most %.0f s\n", n_cells, longest[CHAOS_PHASE_FIRST],
          longest[CHAOS_PHASE_FOLLOWING], longest[CHAOS_PHASE_RECONNECT], longest_stale);
  return result;
}
