/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/fake-session.h"

#define NAME "org.gnome.SessionManager"
#define INHIBIT_IDLE 8

struct _FakeSession {
  GThread         *thread;
  GMainContext    *context;
  GMainLoop       *loop;
  GDBusConnection *connection;
  GMutex           mutex;
  GCond            cond;
  gboolean         ready;
  guint            n_asked;
  guint            inhibited; /* how many hold the screen on */
};

static const char introspection[] =
  "<node><interface name='" NAME "'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='o' direction='out'/></method>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
  "</interface></node>";

static void
called_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *arguments,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  FakeSession *self = user_data;
  GVariant *answer = NULL;
  const char *reason;
  guint flags;

  g_mutex_lock (&self->mutex);
  if (g_str_equal (method, "Inhibit")) {
    g_variant_get_child (arguments, 2, "&s", &reason);
    g_variant_get_child (arguments, 3, "u", &flags);
    g_assert_cmpuint (flags, ==, INHIBIT_IDLE);
    g_assert_cmpstr (reason, !=, "");
    self->inhibited++;
    answer = g_variant_new ("(u)", 4000 + ++self->n_asked);
  } else if (g_str_equal (method, "Uninhibit")) {
    g_assert_cmpuint (self->inhibited, >, 0);
    self->inhibited--;
  } else {
    answer = g_variant_new ("(o)", "/org/gnome/SessionManager/Client1");
  }
  g_mutex_unlock (&self->mutex);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
named_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  FakeSession *self = user_data;

  g_mutex_lock (&self->mutex);
  self->ready = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gpointer
run (gpointer user_data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  FakeSession *self = user_data;
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  guint name;

  g_main_context_push_thread_default (self->context);
  address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  node = g_dbus_node_info_new_for_xml (introspection, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (self->connection, "/org/gnome/SessionManager", node->interfaces[0],
                                     &vtable, self, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (self->connection, NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                                       named_cb, NULL, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

FakeSession *
fake_session_start (void)
{
  FakeSession *self = g_new0 (FakeSession, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("fake-session", run, self);
  g_mutex_lock (&self->mutex);
  while (!self->ready)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

void
fake_session_end (FakeSession *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* How many hold the screen on. */
guint
fake_session_get_inhibited (FakeSession *self)
{
  guint inhibited;

  g_mutex_lock (&self->mutex);
  inhibited = self->inhibited;
  g_mutex_unlock (&self->mutex);
  return inhibited;
}

/* How often somebody asked for it. */
guint
fake_session_get_n_asked (FakeSession *self)
{
  guint n_asked;

  g_mutex_lock (&self->mutex);
  n_asked = self->n_asked;
  g_mutex_unlock (&self->mutex);
  return n_asked;
}
