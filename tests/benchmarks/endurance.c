/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <signal.h>

#include "benchmark.h"
#include "desk/moei-situation-page.h"
#include "desk/moei-window.h"
#include "feed/moei-apply.h"
#include "feed/moei-standing.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "tests/service/service-fixture.h"
#include "wire/moei-document.h"

/* endurance WATCHED-WINDOW [--full]: what an idle window costs, and whether it
 * grows with updates and with changes of the language.
 *
 * Idle: the program in a process of its own, on a service where nothing
 * happens; its processor time, all threads.  Updates: documents in which
 * something has changed are decoded and put into the operation that a window
 * shows, drawn now and then.  Languages: a window takes the former's place, as
 * when somebody chooses another language; the former must be gone.  Memory is
 * what this process has allocated: the least in the last fifth less the least in
 * the second fifth, since caches fill and are emptied. */

#define BUDGET_IDLE     1.0 /* percent of one core */
#define BUDGET_GROWTH   2.0 /* MB */
#define BUDGET_WINDOWS  0.0
#define UPDATES_A_FRAME 20

typedef struct {
  guint idle_s;
  guint n_updates;
  guint n_languages;
} Form;

static const Form short_form = { 12, 2000, 60 }, full_form = { 60, 10000, 300 };

/* The least memory in one fifth of the way and in the last. */
typedef struct {
  double early, late;
} Growth;

static guint n_windows;
static gint64 now;

static int
watch_idle (const char *program,
            const char *address,
            guint       seconds)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL, program,
                                                      "--service", address, NULL);
  int pid = atoi (g_subprocess_get_identifier (process));
  g_autofree char *name = g_strdup_printf ("idle window for %u s, processor time", seconds);
  double before, used;

  benchmark_iterate (8000);
  before = benchmark_cpu_time (pid);
  benchmark_iterate (seconds * 1000);
  used = benchmark_cpu_time (pid) - before;
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
  return benchmark_report (name, 100 * used / seconds, BUDGET_IDLE, "%");
}

static MoeiDocument *
read_document (ServiceFixture   *fixture,
               MoeiDocumentKind  kind,
               const char       *href)
{
  g_autoptr (Answer) answer = service_fixture_ask (fixture, "GET", href, NULL);
  g_autoptr (GError) error = NULL;
  MoeiDocument *document = moei_document_decode (kind, answer->body, &error);

  g_assert_no_error (error);
  return document;
}

static const struct {
  MoeiDocumentKind  kind;
  const char       *href;
} documents[] = {
  { MOEI_DOCUMENT_SERVICE, "/v1/" },
  { MOEI_DOCUMENT_SITUATION, "/v1/situation" },
  { MOEI_DOCUMENT_PLACES, "/v1/places" },
  { MOEI_DOCUMENT_ROUTES, "/v1/routes" },
  { MOEI_DOCUMENT_CONVOYS, "/v1/convoys?date=2025-03-06" },
  { MOEI_DOCUMENT_FLIGHTS, "/v1/flights?date=2025-03-06" },
  { MOEI_DOCUMENT_WEEK, "/v1/weeks/2025-W10" },
  { MOEI_DOCUMENT_NATIONALITIES, "/v1/nationalities" },
  { MOEI_DOCUMENT_RULE, "/v1/rule" },
};

static MoeiOperation *
read_operation (ServiceFixture *fixture)
{
  MoeiOperation *operation = moei_operation_new ();
  g_autoptr (MoeiStanding) standing = moei_standing_new (operation);

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++) {
    g_autoptr (MoeiDocument) document = read_document (fixture, documents[i].kind, documents[i].href);

    moei_apply_document (operation, document);
    moei_standing_show (standing, documents[i].href, document);
    moei_standing_confirm (standing, documents[i].href, now);
  }
  moei_standing_sum_up (standing, TRUE);
  return operation;
}

static void
window_gone (gpointer  user_data,
             GObject  *window)
{
  n_windows--;
}

static MoeiWindow *
open_window (AdwApplication *application,
             MoeiOperation  *operation,
             MoeiWindow     *former)
{
  MoeiWindow *window = moei_window_new (application, operation);

  n_windows++;
  g_object_weak_ref (G_OBJECT (window), window_gone, NULL);
  g_object_set (window, "now", now, "state", MOEI_DATA_STATE_LIVE, "age", (gint64) 0, NULL);
  if (former != NULL)
    moei_window_take_place (window, former);
  else
    gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  if (former != NULL)
    gtk_window_destroy (GTK_WINDOW (former));
  return window;
}

static void
look (Growth *growth,
      guint   at,
      guint   of)
{
  double memory = benchmark_own_memory ();

  if (at >= of / 5 && at < 2 * of / 5)
    growth->early = growth->early > 0 ? MIN (growth->early, memory) : memory;
  if (at >= of - of / 5)
    growth->late = growth->late > 0 ? MIN (growth->late, memory) : memory;
}

/* Changes one flight, one place and the tallies of a day, through bytes. */
static void
update (MoeiOperation *operation,
        MoeiDocument  *document,
        int            value)
{
  MoeiCollection *entities = moei_document_get_entities (document);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MoeiDocument) again = NULL;
  g_autoptr (GError) error = NULL;
  MoeiEntity *entity = moei_collection_get (entities, (guint) value % moei_collection_size (entities));

  g_object_set (entity, MOEI_IS_FLIGHT (entity) ? "boarded" : "people", value % 90, NULL);
  bytes = moei_document_encode (document);
  again = moei_document_decode (moei_document_get_kind (document), bytes, &error);
  g_assert_no_error (error);
  moei_apply_document (operation, again);
}

static int
watch_updates (ServiceFixture *fixture,
               MoeiOperation  *operation,
               guint           n_updates)
{
  g_autoptr (MoeiDocument) flights = read_document (fixture, MOEI_DOCUMENT_FLIGHTS, documents[5].href);
  g_autoptr (MoeiDocument) places = read_document (fixture, MOEI_DOCUMENT_PLACES, documents[2].href);
  g_autofree char *name = g_strdup_printf ("growth over %u updates", n_updates);
  Growth growth = { 0, 0 };

  for (guint i = 0; i < n_updates; i++) {
    update (operation, i % 2 == 0 ? flights : places, (int) i);
    if (i % UPDATES_A_FRAME == 0) {
      benchmark_iterate (20);
      look (&growth, i, n_updates);
    }
  }
  return benchmark_report (name, growth.late - growth.early, BUDGET_GROWTH, "MB");
}

static int
watch_languages (AdwApplication *application,
                 MoeiOperation  *operation,
                 MoeiWindow     *window,
                 guint           n_languages)
{
  g_autofree char *name = g_strdup_printf ("growth over %u changes of the language", n_languages);
  Growth growth = { 0, 0 };
  int status;

  for (guint i = 0; i < n_languages; i++) {
    moei_language_set_current ((MoeiLanguage) (i + 1) % MOEI_N_LANGUAGES);
    window = open_window (application, operation, window);
    benchmark_iterate (60);
    look (&growth, i, n_languages);
  }
  benchmark_iterate (1000);
  status = benchmark_report (name, growth.late - growth.early, BUDGET_GROWTH, "MB") |
           benchmark_report ("windows that are left of them", n_windows - 1, BUDGET_WINDOWS, "");
  gtk_window_destroy (GTK_WINDOW (window));
  benchmark_iterate (500);
  return status | benchmark_report ("windows that are left after the last", n_windows, BUDGET_WINDOWS, "");
}

int
main (int    argc,
      char **argv)
{
  const Form *form = argc == 3 && g_str_equal (argv[2], "--full") ? &full_form : &short_form;
  g_autoptr (AdwApplication) application = NULL;
  g_autoptr (MoeiOperation) operation = NULL;
  g_autofree char *cache = g_dir_make_tmp ("moei-benchmark-XXXXXX", NULL);
  ServiceFixture fixture = { NULL };
  MoeiWindow *window;
  int status;

  g_assert_cmpint (argc, >=, 2);
  /* One arena, whose use can be known. */
  mallopt (M_ARENA_MAX, 1);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();
  service_fixture_set_up (&fixture, NULL);
  status = watch_idle (argv[1], fixture.uri, form->idle_s);

  application = adw_application_new (MOEI_APP_ID ".Benchmark", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  moei_language_set_current (MOEI_LANGUAGE_EN);
  now = moei_service_clock_get_now (fixture.clock);
  operation = read_operation (&fixture);
  window = open_window (application, operation, NULL);
  benchmark_iterate (1500);
  status |= watch_updates (&fixture, operation, form->n_updates);
  status |= watch_languages (application, operation, window, form->n_languages);
  service_fixture_tear_down (&fixture, NULL);
  benchmark_remove (cache);
  return status;
}
