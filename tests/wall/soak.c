/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <malloc.h>

#include "tests/benchmarks/benchmark.h"
#include "feed/moei-apply.h"
#include "feed/moei-standing.h"
#include "language/moei-language.h"
#include "moei-displays.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-notice.h"
#include "tests/service/service-fixture.h"
#include "tests/wall/fake-monitor.h"
#include "wall/moei-caretaker.h"
#include "wire/moei-document.h"

/* wall-soak [--seed N] [--updates N] [--quick]: weeks of a meeting display in a
 * few minutes.
 *
 * Documents of a real service in which something has changed are decoded and put
 * into the operation that two walls show, each on a monitor, by rotas and a
 * caretaker whose time is not the computer's.  In between, by chance: monitors
 * are pulled out and put back, the service goes and comes, its store is another,
 * a notice takes the screen, visitors come, somebody presses keys, clocks are
 * set, the computer sleeps.  At the end memory is what it was, and both walls
 * still turn, all scenes and all languages, on all of their monitors. */

#define UPDATES        10000
#define LEAST_TURNS    1000 /* of the language, where no number of updates is given */
#define A_FRAME        20   /* updates */
#define WIDTH          1366
#define HEIGHT         768
#define PATIENCE       100  /* looks at a window that comes */
#define BUDGET_GROWTH  2.0  /* MB */
#define QUICK_GROWTH   6.0  /* MB: caches fill */

static const char settings[] =
  "[Display]\ndwell=20\nlanguage-seconds=20\nidle-seconds=30\nheartbeat=none\npixel-shift=3\n"
  "office-hours=05:00-23:00\nblank=yes\nmemory-ceiling=none\nrestart-hour=none\ntake-over=extreme\n"
  "[Monitor DP-2]\nscenes=flights;week\n";

typedef struct {
  GRand          *chance;
  GtkApplication *application;
  MoeiOperation  *operation;
  MoeiWallPlan   *plan;
  MoeiDisplays   *displays;
  MoeiCaretaker  *caretaker;
  GListStore     *monitors;
  GPtrArray      *documents;
  gint64          time; /* since boot */
  gint64          now;  /* the service's */
  MoeiDataState   state;
  guint           n_faults;
  guint           n_scene_turns, n_language_turns, n_pulled, n_restarts, n_taken, n_visits, n_keys, n_clocks, n_dark;
  guint           scenes, languages; /* bits: which were seen */
} Soak;

static const struct {
  MoeiDocumentKind  kind;
  const char       *href;
} sources[] = {
  { MOEI_DOCUMENT_SERVICE, "/v1/" },
  { MOEI_DOCUMENT_SITUATION, "/v1/situation" },
  { MOEI_DOCUMENT_PLACES, "/v1/places" },
  { MOEI_DOCUMENT_ROUTES, "/v1/routes" },
  { MOEI_DOCUMENT_CONVOYS, "/v1/convoys?date=2025-03-06" },
  { MOEI_DOCUMENT_FLIGHTS, "/v1/flights?date=2025-03-06" },
  { MOEI_DOCUMENT_WEEK, "/v1/weeks/2025-W10" },
  { MOEI_DOCUMENT_NATIONALITIES, "/v1/nationalities" },
  { MOEI_DOCUMENT_RULE, "/v1/rule" },
  { MOEI_DOCUMENT_NOTICES, "/v1/notices" },
};

static void
read_operation (Soak           *self,
                ServiceFixture *fixture)
{
  g_autoptr (MoeiStanding) standing = moei_standing_new (self->operation);

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++) {
    g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", sources[i].href, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (MoeiDocument) document = moei_document_decode (sources[i].kind, answer->body, &error);

    g_assert_no_error (error);
    moei_apply_document (self->operation, document);
    moei_standing_show (standing, sources[i].href, document);
    moei_standing_confirm (standing, sources[i].href, self->now);
    g_ptr_array_add (self->documents, g_steal_pointer (&document));
  }
  moei_standing_sum_up (standing, TRUE);
}

static gboolean
one_in (Soak *self,
        int   n)
{
  return g_rand_int_range (self->chance, 0, n) == 0;
}

/* A count of one of its entities, through bytes. */
static void
update (Soak *self)
{
  static const guint changing[] = { 2, 2, 5, 5, 5, 7 };
  static const char * const properties[] = { [2] = "people", [5] = "boarded", [7] = "slot-given" };
  guint which = changing[g_rand_int_range (self->chance, 0, G_N_ELEMENTS (changing))];
  MoeiDocument *document = self->documents->pdata[which];
  MoeiCollection *entities = moei_document_get_entities (document);
  guint position = (guint) g_rand_int_range (self->chance, 0, (int) moei_collection_size (entities));
  MoeiEntity *entity = moei_collection_get (entities, position);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MoeiDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (entity, properties[which], g_rand_int_range (self->chance, 0, 90), NULL);
  if (MOEI_IS_FLIGHT (entity) && one_in (self, 40))
    g_object_set (entity, "state", g_rand_int_range (self->chance, 1, 6), NULL);
  bytes = moei_document_encode (document);
  again = moei_document_decode (sources[which].kind, bytes, &error);
  g_assert_no_error (error);
  moei_apply_document (self->operation, again);
}

static void
pull_or_plug (Soak *self)
{
  guint n_monitors = g_list_model_get_n_items (G_LIST_MODEL (self->monitors));
  static const char * const names[] = { "HDMI-1", "DP-2" };

  if (n_monitors == 2) {
    g_list_store_remove (self->monitors, (guint) g_rand_int_range (self->chance, 0, 2));
    if (one_in (self, 4))
      g_list_store_remove (self->monitors, 0);
    self->n_pulled++;
    return;
  }
  g_list_store_remove_all (self->monitors);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GObject) monitor = fake_monitor_new (names[i], WIDTH, HEIGHT);

    g_list_store_append (self->monitors, monitor);
  }
}

static void
come_or_go (Soak *self)
{
  g_autofree char *epoch = g_strdup_printf ("e%u", g_rand_int (self->chance));

  if (self->state == MOEI_DATA_STATE_LIVE) {
    self->state = one_in (self, 2) ? MOEI_DATA_STATE_OFFLINE : MOEI_DATA_STATE_OLD;
  } else {
    self->state = MOEI_DATA_STATE_LIVE;
    self->n_restarts++;
    if (one_in (self, 3))
      g_object_set (self->operation, "epoch", epoch, NULL);
  }
}

static MoeiRota *
any_rota (Soak *self)
{
  GListModel *walls = moei_displays_get_walls (self->displays);
  guint n_walls = g_list_model_get_n_items (walls);
  g_autoptr (MoeiWall) wall = NULL;

  if (n_walls == 0)
    return NULL;
  wall = g_list_model_get_item (walls, (guint) g_rand_int_range (self->chance, 0, (int) n_walls));
  return moei_wall_get_rota (wall);
}

/* A notice that takes the screen for a while, and then has expired. */
static void
take_over (Soak *self)
{
  MoeiCollection *notices = moei_operation_get_notices (self->operation);
  guint n = moei_collection_size (notices);
  MoeiEntity *notice = n > 0 ? moei_collection_get (notices, (guint) g_rand_int_range (self->chance, 0, (int) n)) : NULL;

  if (notice == NULL)
    return;
  g_object_set (notice, "severity", MOEI_SEVERITY_EXTREME, "effective", self->now,
                "expires", self->now + g_rand_int_range (self->chance, 1, 20) * G_TIME_SPAN_MINUTE, NULL);
  self->n_taken++;
}

static void
use_keys (Soak *self)
{
  MoeiRota *rota = any_rota (self);

  if (rota == NULL)
    return;
  self->n_keys++;
  moei_caretaker_wake (self->caretaker);
  switch (g_rand_int_range (self->chance, 0, 5)) {
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
    self->n_visits++;
    break;
  }
}

/* The service's clock was wrong, or the computer slept. */
static void
set_clocks (Soak *self)
{
  self->n_clocks++;
  if (one_in (self, 2))
    self->now += g_rand_int_range (self->chance, -48, 48) * G_TIME_SPAN_HOUR / 4;
  else
    self->time += g_rand_int_range (self->chance, 1, 14) * G_TIME_SPAN_HOUR;
}

static void
mishap (Soak *self)
{
  guint n_monitors = g_list_model_get_n_items (G_LIST_MODEL (self->monitors));

  if (one_in (self, n_monitors == 2 ? 100 : 10))
    pull_or_plug (self);
  if (one_in (self, self->state == MOEI_DATA_STATE_LIVE ? 150 : 15))
    come_or_go (self);
  if (one_in (self, 150))
    take_over (self);
  if (one_in (self, 60))
    use_keys (self);
  if (one_in (self, 300))
    set_clocks (self);
}

/* What the program does each second, after some of them. */
static void
pass (Soak   *self,
      gint64  span)
{
  GListModel *walls = moei_displays_get_walls (self->displays);
  gint64 age = self->state == MOEI_DATA_STATE_LIVE ? 3 : 4000;

  self->time += span;
  self->now += span;
  moei_displays_advance (self->displays, self->time, self->now);
  for (guint i = 0; i < g_list_model_get_n_items (walls); i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, i);

    g_object_set (wall, "now", self->now, "state", self->state, "age", age, "service", "https://moei.example/",
                  "skew", (gint64) 0, NULL);
    self->scenes |= 1u << moei_rota_get_scene (moei_wall_get_rota (wall));
    self->languages |= 1u << moei_wall_get_language (wall);
  }
  g_object_set (self->caretaker, "now", self->now, "state", self->state, "age", age, "skew", (gint64) 0, NULL);
  moei_caretaker_look (self->caretaker, self->time);
  self->n_dark += moei_caretaker_get_blank (self->caretaker);
}

static void
turned_cb (guint *n_turns)
{
  (*n_turns)++;
}

static void
walls_changed_cb (Soak       *self,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListModel *walls)
{
  for (guint i = 0; i < added; i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, position + i);

    g_signal_connect_swapped (moei_wall_get_rota (wall), "notify::scene", G_CALLBACK (turned_cb), &self->n_scene_turns);
    g_signal_connect_swapped (moei_wall_get_rota (wall), "notify::language",
                              G_CALLBACK (turned_cb), &self->n_language_turns);
  }
}

static void
fault (Soak       *self,
       const char *what)
{
  g_print ("fault: %s\n", what);
  self->n_faults++;
}

/* A window that has just come is drawn a moment later. */
static gboolean
fills_monitor (MoeiWall *wall)
{
  GtkWidget *screen = GTK_WIDGET (moei_wall_get_screen (wall));

  for (guint i = 0; i < PATIENCE; i++) {
    if (gtk_widget_get_width (screen) == WIDTH && gtk_widget_get_height (screen) == HEIGHT)
      return gtk_widget_get_mapped (GTK_WIDGET (wall));
    benchmark_iterate (20);
  }
  return FALSE;
}

/* As many walls as monitors, each as large as its monitor, and each in the
 * language and with the scene that its rota says. */
static void
look (Soak *self)
{
  GListModel *walls = moei_displays_get_walls (self->displays);
  guint n_walls = g_list_model_get_n_items (walls);

  if (n_walls != g_list_model_get_n_items (G_LIST_MODEL (self->monitors)))
    fault (self, "a monitor without a wall, or a wall without a monitor");
  if (n_walls != g_list_model_get_n_items (gtk_window_get_toplevels ()))
    fault (self, "a window that is not a wall");
  for (guint i = 0; i < n_walls; i++) {
    g_autoptr (MoeiWall) wall = g_list_model_get_item (walls, i);

    if (!fills_monitor (wall))
      fault (self, "a wall that does not fill its monitor");
    if (moei_wall_get_language (wall) != moei_rota_get_language (moei_wall_get_rota (wall)))
      fault (self, "a wall in another language than its rota says");
    if (moei_screen_get_blank (moei_wall_get_screen (wall)) != moei_caretaker_get_blank (self->caretaker))
      fault (self, "a wall that is lit in the dark, or dark in office hours");
  }
}

/* After all that, without any mishap: everything turns. */
static void
check_alive (Soak *self)
{
  guint n_scenes, n_languages;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->monitors)) < 2)
    pull_or_plug (self);
  self->state = MOEI_DATA_STATE_LIVE;
  for (guint i = 0; i < 60; i++)
    pass (self, G_TIME_SPAN_MINUTE); /* visitors have gone, notices expired */
  benchmark_iterate (200);
  self->scenes = self->languages = 0;
  n_scenes = self->n_scene_turns;
  n_languages = self->n_language_turns;
  for (guint i = 0; i < 600; i++)
    pass (self, G_TIME_SPAN_SECOND);
  benchmark_iterate (200);
  look (self);
  if (self->n_scene_turns - n_scenes < 20)
    fault (self, "the scenes do not turn any more");
  if (self->n_language_turns - n_languages < 40)
    fault (self, "the languages do not turn any more");
  if ((self->scenes & 0xfu) != 0xfu || self->languages != (1u << MOEI_N_LANGUAGES) - 1)
    fault (self, "a scene or a language that does not come any more");
}

typedef struct {
  double allocated, resident;
} Memory;

static void
measure (Memory *least)
{
  double allocated = benchmark_own_memory (), resident = benchmark_resident (getpid ());

  least->allocated = least->allocated > 0 ? MIN (least->allocated, allocated) : allocated;
  least->resident = least->resident > 0 ? MIN (least->resident, resident) : resident;
}

static int
soak (Soak    *self,
      guint    n_updates,
      gboolean quick)
{
  Memory early = { 0, 0 }, late = { 0, 0 };
  int status;

  for (guint i = 0; i < n_updates || (!quick && self->n_language_turns < LEAST_TURNS); i++) {
    update (self);
    mishap (self);
    pass (self, g_rand_int_range (self->chance, 1, 10) * G_TIME_SPAN_SECOND);
    if (i % A_FRAME != 0)
      continue;
    benchmark_iterate (30);
    look (self);
    if (i >= n_updates / 5 && i < 2 * n_updates / 5)
      measure (&early);
    if (i >= n_updates - n_updates / 5)
      measure (&late);
  }
  check_alive (self);
  benchmark_note ("turns of the scenes", self->n_scene_turns, "");
  benchmark_note ("turns of the languages", self->n_language_turns, "");
  benchmark_note ("monitors pulled out and put back", self->n_pulled, "");
  benchmark_note ("service gone and back", self->n_restarts, "");
  benchmark_note ("notices that took the screen", self->n_taken, "");
  benchmark_note ("keys", self->n_keys, "");
  benchmark_note ("clocks set, computers asleep", self->n_clocks, "");
  benchmark_note ("looks in the dark", self->n_dark, "");
  benchmark_note ("memory in use after a fifth", early.allocated, "MB");
  benchmark_note ("memory in use at the end", late.allocated, "MB");
  benchmark_note ("memory of the machine after a fifth", early.resident, "MB");
  benchmark_note ("memory of the machine at the end", late.resident, "MB");
  status = benchmark_report ("growth of the memory in use", late.allocated - early.allocated,
                             quick ? QUICK_GROWTH : BUDGET_GROWTH, "MB");
  return status | benchmark_report ("faults", self->n_faults, 0, "");
}

static void
set_up (Soak           *self,
        ServiceFixture *fixture)
{
  self->application = gtk_application_new (MOEI_APP_ID ".Soak", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (self->application), NULL, NULL);
  self->operation = moei_operation_new ();
  self->plan = moei_wall_plan_parse (settings, strlen (settings));
  g_assert_cmpstr (moei_wall_plan_get_faults (self->plan)[0], ==, NULL);
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->now = moei_service_clock_get_now (fixture->clock);
  self->time = 1000 * G_USEC_PER_SEC;
  self->state = MOEI_DATA_STATE_LIVE;
  read_operation (self, fixture);
  self->monitors = g_list_store_new (FAKE_TYPE_MONITOR);
  pull_or_plug (self);
  self->displays = moei_displays_new (self->application, self->operation, self->plan);
  g_signal_connect_swapped (moei_displays_get_walls (self->displays), "items-changed",
                            G_CALLBACK (walls_changed_cb), self);
  self->caretaker = moei_caretaker_new (self->application, self->operation, self->plan,
                                        moei_displays_get_walls (self->displays));
  moei_displays_open (self->displays, G_LIST_MODEL (self->monitors));
  benchmark_iterate (500);
}

static void
tear_down (Soak *self)
{
  g_clear_object (&self->caretaker);
  g_clear_object (&self->displays);
  g_clear_object (&self->monitors);
  g_ptr_array_unref (self->documents);
  g_clear_object (&self->plan);
  g_clear_object (&self->operation);
  g_clear_object (&self->application);
  g_rand_free (self->chance);
}

int
main (int    argc,
      char **argv)
{
  gint64 seed = g_random_int (), n_updates = UPDATES;
  gboolean quick = FALSE;
  const GOptionEntry options[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "What happens when", "N" },
    { "updates", 0, 0, G_OPTION_ARG_INT64, &n_updates, "How many updates", "N" },
    { "quick", 0, 0, G_OPTION_ARG_NONE, &quick, "No more than those, with room for caches that fill", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *cache = g_dir_make_tmp ("moei-soak-XXXXXX", NULL);
  ServiceFixture fixture = { NULL };
  Soak self = { NULL };
  int status;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 2;
  }

  mallopt (M_ARENA_MAX, 1); /* one arena, whose use can be known */
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  gtk_init ();
  adw_init ();
  moei_language_set_current (MOEI_LANGUAGE_EN);
  g_print ("seed %" G_GINT64_FORMAT "\n", seed);
  self.chance = g_rand_new_with_seed ((guint32) seed);
  service_fixture_set_up (&fixture, NULL);
  set_up (&self, &fixture);
  status = soak (&self, (guint) n_updates, quick);
  tear_down (&self);
  service_fixture_tear_down (&fixture, NULL);
  benchmark_remove (cache);
  return status;
}
