/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifier.h"

#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"
#include "tidings/moei-crier.h"

#define PROGRAM "org.moei.Test"
#define S (gint64) G_TIME_SPAN_SECOND
#define M (gint64) G_TIME_SPAN_MINUTE
#define TODAY 739330u /* Thursday 20 March 2025 */
#define NOON ((gint64) 1742446800 * G_USEC_PER_SEC)
#define MIDDAY (12 * 60)
#define PATIENCE_S 120

typedef struct {
  GTestDBus     *bus;
  FakeNotifier  *notifier; /* (nullable) */
  GApplication  *application;
  MoeiOperation *operation;
  MoeiFlight    *flight;
  MoeiConvoy    *convoy;
  MoeiCrier     *crier;
  MoeiDataState  state;
  gint64         now;
  int            minute;
  char          *opened; /* (nullable) */
} Stage;

static gboolean
out_of_patience (gpointer user_data)
{
  g_error ("waited too long");
  return G_SOURCE_REMOVE;
}

static void
open_cb (GSimpleAction *action,
         GVariant      *link,
         gpointer       user_data)
{
  Stage *stage = user_data;

  g_free (stage->opened);
  stage->opened = g_variant_dup_string (link, NULL);
}

static void
nothing_cb (GApplication *application)
{
}

static void
fill (Stage *stage)
{
  g_autoptr (MoeiText) name = moei_text_new ("Xishuangbanna", NULL, NULL, NULL);
  const char *flights[] = { "a", NULL };

  stage->operation = moei_operation_new ();
  g_object_set (stage->operation, "epoch", "one", "operating-day", TODAY, NULL);
  moei_collection_append (moei_operation_get_places (stage->operation),
                          g_object_new (MOEI_TYPE_PLACE, "id", "jhg", "name", name, NULL));
  stage->flight = g_object_new (MOEI_TYPE_FLIGHT, "id", "a", "number", "EX2001", "to", "jhg", "day", TODAY, "state",
                                MOEI_FLIGHT_STATE_SCHEDULED, "scheduled", NOON + 120 * M, NULL);
  moei_collection_append (moei_operation_get_flights (stage->operation), stage->flight);
  stage->convoy = g_object_new (MOEI_TYPE_CONVOY, "id", "c", "number", 3, "state", MOEI_CONVOY_STATE_UNDER_WAY,
                                "people", 50, "flights", flights, "estimated-arrival", NOON + 20 * M,
                                "position-observed", NOON, NULL);
  moei_collection_append (moei_operation_get_convoys (stage->operation), stage->convoy);
}

static void
look (Stage *stage,
      guint  n)
{
  for (guint i = 0; i < n; i++) {
    stage->now += S;
    moei_crier_look (stage->crier, stage->state, stage->now, stage->now, stage->minute);
  }
}

/* Only one in a process: GLib decides once whether there is a portal. */
static void
stage_open (Stage            *stage,
            FakeNotifierKind  kind,
            gboolean          is_there)
{
  static const GActionEntry entries[] = { { .name = "open", .parameter_type = "s", .activate = open_cb } };
  g_autoptr (GError) error = NULL;

  g_setenv ("GTK_USE_PORTAL", kind == FAKE_NOTIFIER_PORTAL ? "1" : "0", TRUE);
  stage->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (stage->bus);
  if (is_there)
    stage->notifier = fake_notifier_start (kind);
  stage->application = g_application_new (PROGRAM, G_APPLICATION_DEFAULT_FLAGS);
  g_action_map_add_action_entries (G_ACTION_MAP (stage->application), entries, G_N_ELEMENTS (entries), stage);
  g_signal_connect (stage->application, "activate", G_CALLBACK (nothing_cb), NULL);
  g_application_register (stage->application, NULL, &error);
  g_assert_no_error (error);
  fill (stage);
  stage->crier = moei_crier_new (stage->application);
  moei_crier_set_operation (stage->crier, stage->operation);
  stage->state = MOEI_DATA_STATE_LIVE;
  stage->now = NOON;
  stage->minute = MIDDAY;
  look (stage, 5);
}

static void
stage_close (Stage *stage)
{
  g_object_unref (stage->crier);
  g_object_unref (stage->operation);
  g_object_unref (stage->application);
  g_clear_pointer (&stage->notifier, fake_notifier_end);
  g_free (stage->opened);
  g_test_dbus_down (stage->bus);
  g_object_unref (stage->bus);
}

static gboolean
look_again (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  gboolean *answered = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);

  g_assert_nonnull (answer);
  *answered = TRUE;
}

/* GLib knows a notification by the answer to it, which is here when the answer to this is. */
static void
wait_for_answers (Stage *stage)
{
  gboolean answered = FALSE;

  g_dbus_connection_call (g_application_get_dbus_connection (stage->application), fake_notifier_name (stage->notifier),
                          "/", "org.freedesktop.DBus.Peer", "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          answered_cb, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
}

/* What was shown and taken back since the beginning. */
static void
wait_for (Stage      *stage,
          const char *expected)
{
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL);
  guint again = g_timeout_add (5, look_again, NULL);
  g_autofree char *said = fake_notifier_dup (stage->notifier);

  while (strlen (said) < strlen (expected)) {
    g_main_context_iteration (NULL, TRUE);
    g_free (said);
    said = fake_notifier_dup (stage->notifier);
  }
  g_assert_cmpstr (said, ==, expected);
  wait_for_answers (stage);
  g_source_remove (again);
  g_source_remove (patience);
}

static void
wait_until_opened (Stage      *stage,
                   const char *link)
{
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL);

  while (stage->opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (stage->opened, ==, link);
  g_source_remove (patience);
}

#define RISK "Flight at risk: EX2001 to Xishuangbanna|misses by 28 min: convoy 3\n"
#define LEFT "Departed: EX2001 to Xishuangbanna|At 12:00, Bangkok time\n"

static void
play (FakeNotifierKind kind)
{
  /* Elsewhere one that is pressed stays until it is taken back; here it is gone. */
  const char *first_gone = kind == FAKE_NOTIFIER_FREEDESKTOP ? RISK LEFT : RISK LEFT "-\n";
  const char *both_gone = kind == FAKE_NOTIFIER_FREEDESKTOP ? RISK LEFT "-\n" : RISK LEFT "-\n-\n";
  Stage stage = { NULL };

  stage_open (&stage, kind, TRUE);

  g_object_set (stage.convoy, "estimated-arrival", NOON + 110 * M, NULL);
  look (&stage, 1);
  wait_for (&stage, RISK);
  fake_notifier_press (stage.notifier, PROGRAM);
  wait_until_opened (&stage, "flight:a");

  /* No longer true: it goes. */
  g_object_set (stage.flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", NOON, NULL);
  look (&stage, 1);
  wait_for (&stage, first_gone);

  /* Of no more interest: nor is what was told. */
  g_object_set (stage.crier, "notify-flight-departed", FALSE, NULL);
  wait_for (&stage, both_gone);
  stage_close (&stage);
}

static void
test_freedesktop (void)
{
  play (FAKE_NOTIFIER_FREEDESKTOP);
}

static void
test_gnome (void)
{
  play (FAKE_NOTIFIER_GNOME);
}

static void
test_portal (void)
{
  play (FAKE_NOTIFIER_PORTAL);
}

/* A meeting: what is still so afterwards is told then, what is past is not. */
static void
test_quiet (void)
{
  static const char * const ways[] = { "quiet", "meeting", "quiet-hours" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    Stage stage = { NULL };

    stage_open (&stage, FAKE_NOTIFIER_GNOME, TRUE);
    g_object_set (stage.crier, "quiet-from", MIDDAY - 1, "quiet-until", MIDDAY + 1, ways[i], TRUE, NULL);
    g_object_set (stage.convoy, "estimated-arrival", NOON + 110 * M, NULL);
    look (&stage, 70);
    stage.state = MOEI_DATA_STATE_OFFLINE;
    look (&stage, 70);
    g_object_set (stage.flight, "state", MOEI_FLIGHT_STATE_DEPARTED, NULL);
    look (&stage, 2);
    stage.minute = MIDDAY + 1;
    g_object_set (stage.crier, "quiet", FALSE, "meeting", FALSE, NULL);
    look (&stage, 1);
    wait_for (&stage, "The data is old|The service is not heard. What is shown is the last that it said.\n");
    stage_close (&stage);
  }
}

/* An exercise must not be taken for the real thing, in any language. */
static void
test_exercise (void)
{
  Stage stage = { NULL };

  stage_open (&stage, FAKE_NOTIFIER_GNOME, TRUE);
  g_object_set (stage.operation, "exercise", TRUE, NULL);
  g_object_set (stage.flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", NOON, NULL);
  look (&stage, 1);
  wait_for (&stage, "EXERCISE – " LEFT);
  stage_close (&stage);
}

static void
test_language (void)
{
  Stage stage = { NULL };
  g_autofree char *said = NULL;

  moei_language_init (g_getenv ("MOEI_LOCALEDIR"));
  stage_open (&stage, FAKE_NOTIFIER_GNOME, TRUE);
  moei_language_set_current (MOEI_LANGUAGE_ZH_CN);
  g_object_set (stage.flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", NOON, NULL);
  look (&stage, 1);
  wait_for (&stage, "已起飞：EX2001 飞往Xishuangbanna|曼谷时间 12:00\n");
  stage_close (&stage);
}

/* Nobody to show it: no complaint, and nothing that comes up later. */
static void
test_nobody (void)
{
  Stage stage = { NULL };
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, NULL);

  stage_open (&stage, FAKE_NOTIFIER_FREEDESKTOP, FALSE);
  g_object_set (stage.flight, "state", MOEI_FLIGHT_STATE_DEPARTED, "actual", NOON, NULL);
  look (&stage, 1);
  /* The bus answers in order: its answer to this comes after those. */
  for (guint i = 0; i < 3; i++) {
    g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (g_application_get_dbus_connection (stage.application), "org.freedesktop.DBus",
                                   "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetId", NULL, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

    g_assert_nonnull (answer);
    while (g_main_context_iteration (NULL, FALSE))
      continue;
  }
  g_source_remove (patience);
  stage_close (&stage);
}

/* GLib decides once for a process how it sends. */
static void
in_process_of_its_own (gconstpointer data)
{
  void (*function) (void) = (void (*) (void)) data;

  if (g_test_subprocess ()) {
    function ();
    return;
  }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add_data_func ("/crier/" name, function, in_process_of_its_own)
  add ("freedesktop", test_freedesktop);
  add ("gnome", test_gnome);
  add ("portal", test_portal);
  add ("quiet", test_quiet);
  add ("exercise", test_exercise);
  add ("language", test_language);
  add ("nobody", test_nobody);
#undef add

  return g_test_run ();
}
