/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "wall/moei-display-bus.h"

#define PATIENCE_S 120

/* The display's connection, a reader's, and what the reader heard. */
typedef struct {
  GDBusConnection *display, *reader;
  GPtrArray       *changed;
} Fixture;

static gboolean
out_of_patience (gpointer what)
{
  g_error ("waited too long for: %s", (const char *) what);
  return G_SOURCE_REMOVE;
}

#define wait_for(condition) G_STMT_START { \
  guint patience = g_timeout_add_seconds (PATIENCE_S, out_of_patience, #condition); \
  while (!(condition)) \
    g_main_context_iteration (NULL, TRUE); \
  g_source_remove (patience); \
} G_STMT_END

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection *connection;

  g_assert_no_error (error);
  connection = g_dbus_connection_new_for_address_sync (address,
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  return connection;
}

static void
changed_cb (GDBusConnection *connection,
            const char      *sender,
            const char      *path,
            const char      *interface,
            const char      *signal,
            GVariant        *arguments,
            gpointer         user_data)
{
  g_ptr_array_add (user_data, g_variant_get_child_value (arguments, 1));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->display = connect_to_bus ();
  fixture->reader = connect_to_bus ();
  fixture->changed = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_dbus_connection_signal_subscribe (fixture->reader, NULL, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                      MOEI_DISPLAY_BUS_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, changed_cb,
                                      fixture->changed, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (g_dbus_connection_close_sync (fixture->display, NULL, NULL));
  g_assert_true (g_dbus_connection_close_sync (fixture->reader, NULL, NULL));
  g_clear_object (&fixture->display);
  g_clear_object (&fixture->reader);
  g_clear_pointer (&fixture->changed, g_ptr_array_unref);
}

typedef struct {
  GVariant *answer;
  GError   *error;
  gboolean  done;
} Call;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Call *call = user_data;

  call->answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &call->error);
  call->done = TRUE;
}

/* A property as somebody else reads it; NULL if there is none. */
static GVariant *
read_from (Fixture    *fixture,
           const char *name,
           const char *property)
{
  GVariant *value = NULL;
  Call call = { NULL, NULL, FALSE };

  g_dbus_connection_call (fixture->reader, name, MOEI_DISPLAY_BUS_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.moei.Display", property), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &call);
  wait_for (call.done);
  g_clear_error (&call.error);
  if (call.answer != NULL)
    g_variant_get (call.answer, "(v)", &value);
  g_clear_pointer (&call.answer, g_variant_unref);
  /* What is waited for may have come while this call was under way, and nothing after it. */
  if (value == NULL)
    g_main_context_wakeup (NULL);
  return value;
}

static void
test_new_destroy (void)
{
  MoeiDisplayBus *self = moei_display_bus_new ();

  moei_display_bus_open (self, NULL);
  g_assert_false (moei_display_bus_is_reachable (self));
  g_object_set (moei_display_bus_get_object (self), "data-state", "live", NULL);
  g_assert_finalize_object (self);
}

static void
test_says (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (MoeiDisplayBus) self = moei_display_bus_new ();
  g_autoptr (GVariant) version = NULL, state = NULL, age = NULL;

  moei_display_bus_open (self, fixture->display);
  g_assert_true (moei_display_bus_is_reachable (self));
  g_object_set (moei_display_bus_get_object (self), "data-state", "old", "data-age", (gint64) 86400, NULL);
  wait_for ((version = read_from (fixture, MOEI_APP_ID, "Version")) != NULL);
  g_assert_cmpstr (g_variant_get_string (version, NULL), ==, MOEI_VERSION);
  state = read_from (fixture, MOEI_APP_ID, "DataState");
  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, "old");
  age = read_from (fixture, MOEI_APP_ID, "DataAge");
  g_assert_cmpint (g_variant_get_int64 (age), ==, 86400);
}

/* What changes is said, once; an age, which always does, is not. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (MoeiDisplayBus) self = moei_display_bus_new ();
  GObject *object = moei_display_bus_get_object (self);
  const char *scene = NULL;

  moei_display_bus_open (self, fixture->display);
  g_object_set (object, "scene", "week", "data-age", (gint64) 3, NULL);
  wait_for (fixture->changed->len == 1);
  g_assert_true (g_variant_lookup (fixture->changed->pdata[0], "Scene", "&s", &scene));
  g_assert_cmpstr (scene, ==, "week");
  g_assert_false (g_variant_lookup (fixture->changed->pdata[0], "DataAge", "x", NULL));

  g_object_set (object, "scene", "week", "data-age", (gint64) 4, NULL);
  g_object_set (object, "visitor", TRUE, NULL);
  wait_for (fixture->changed->len == 2);
  g_assert_cmpuint (g_variant_n_children (fixture->changed->pdata[1]), ==, 1);
}

/* Another program has the name: the display is where its connection is, and has
 * the name when the other goes. */
static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiDisplayBus) first = moei_display_bus_new (), second = moei_display_bus_new ();
  g_autoptr (GDBusConnection) other = connect_to_bus ();
  g_autoptr (GVariant) scene = NULL, mine = NULL;

  moei_display_bus_open (first, other);
  g_object_set (moei_display_bus_get_object (first), "scene", "situation", NULL);
  wait_for ((scene = read_from (fixture, MOEI_APP_ID, "Scene")) != NULL);
  moei_display_bus_open (second, fixture->display);
  g_object_set (moei_display_bus_get_object (second), "scene", "flights", NULL);
  mine = read_from (fixture, g_dbus_connection_get_unique_name (fixture->display), "Scene");
  g_assert_cmpstr (g_variant_get_string (mine, NULL), ==, "flights");

  g_clear_object (&first);
  do {
    g_clear_pointer (&scene, g_variant_unref);
    scene = read_from (fixture, MOEI_APP_ID, "Scene");
  } while (scene == NULL);
  g_assert_cmpstr (g_variant_get_string (scene, NULL), ==, "flights");
  g_dbus_connection_close_sync (other, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/display-bus/new-destroy", test_new_destroy);
  g_test_add ("/display-bus/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/display-bus/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/display-bus/taken", Fixture, NULL, set_up, test_taken, tear_down);

  return g_test_run ();
}
