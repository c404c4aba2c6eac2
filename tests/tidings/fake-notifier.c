/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fake-notifier.h"

static const char introspection[] =
  "<node>"
  "<interface name='org.freedesktop.Notifications'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface>"
  "<interface name='org.gtk.Notifications'>"
  "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='a{sv}' direction='in'/></method>"
  "<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
  "</interface>"
  "<interface name='org.freedesktop.portal.Notification'>"
  "<method name='AddNotification'><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/></method>"
  "<method name='RemoveNotification'><arg type='s' direction='in'/></method>"
  "</interface>"
  "</node>";

static const struct {
  const char *name;
  const char *path;
  const char *interface;
} kinds[] = {
  [FAKE_NOTIFIER_FREEDESKTOP] = { "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                                  "org.freedesktop.Notifications" },
  [FAKE_NOTIFIER_GNOME] = { "org.gtk.Notifications", "/org/gtk/Notifications", "org.gtk.Notifications" },
  [FAKE_NOTIFIER_PORTAL] = { "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                             "org.freedesktop.portal.Notification" },
};

struct _FakeNotifier {
  FakeNotifierKind  kind;
  GThread          *thread;
  GMainContext     *context;
  GMainLoop        *loop;
  GDBusConnection  *connection;
  GMutex            mutex;
  GCond             cond;
  gboolean          ready;
  GPtrArray        *shown; /* "title|body" */
  GVariant         *last;  /* of the last notification: "(ss)" with the action and the target */
  guint             n_removed;
};

/* What a notification of GNOME's or the portal's says. */
static void
take (FakeNotifier *self,
      GVariant     *notification)
{
  g_autoptr (GVariant) target = g_variant_lookup_value (notification, "default-action-target", NULL);
  const char *title = "", *body = "", *action = "";

  g_variant_lookup (notification, "title", "&s", &title);
  g_variant_lookup (notification, "body", "&s", &body);
  g_variant_lookup (notification, "default-action", "&s", &action);
  g_ptr_array_add (self->shown, g_strdup_printf ("%s|%s", title, body));
  g_clear_pointer (&self->last, g_variant_unref);
  if (target != NULL)
    self->last = g_variant_ref_sink (g_variant_new ("(ss)", action, g_variant_get_string (target, NULL)));
}

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
  FakeNotifier *self = user_data;
  g_autoptr (GVariant) notification = NULL;
  GVariant *answer = NULL;
  const char *title, *body;

  g_mutex_lock (&self->mutex);
  if (g_str_equal (method, "Notify")) {
    g_variant_get_child (arguments, 3, "&s", &title);
    g_variant_get_child (arguments, 4, "&s", &body);
    g_ptr_array_add (self->shown, g_strdup_printf ("%s|%s", title, body));
    answer = g_variant_new ("(u)", self->shown->len);
  } else if (g_str_equal (method, "AddNotification")) {
    notification = g_variant_get_child_value (arguments, g_variant_n_children (arguments) - 1);
    take (self, notification);
  } else {
    self->n_removed++;
  }
  /* Before anybody can press it: GLib knows it by the answer. */
  g_dbus_method_invocation_return_value (invocation, answer);
  g_mutex_unlock (&self->mutex);
}

static void
named_cb (GDBusConnection *connection,
          const char      *name,
          gpointer         user_data)
{
  FakeNotifier *self = user_data;

  g_mutex_lock (&self->mutex);
  self->ready = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gpointer
run (gpointer user_data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  FakeNotifier *self = user_data;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
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
  g_dbus_connection_register_object (self->connection, kinds[self->kind].path,
                                     g_dbus_node_info_lookup_interface (node, kinds[self->kind].interface),
                                     &vtable, self, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (self->connection, kinds[self->kind].name, G_BUS_NAME_OWNER_FLAGS_NONE,
                                       named_cb, NULL, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

FakeNotifier *
fake_notifier_start (FakeNotifierKind kind)
{
  FakeNotifier *self = g_new0 (FakeNotifier, 1);

  self->kind = kind;
  self->shown = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("fake-notifier", run, self);
  g_mutex_lock (&self->mutex);
  while (!self->ready)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return self;
}

void
fake_notifier_end (FakeNotifier *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->last, g_variant_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* Its name on the bus. */
const char *
fake_notifier_name (FakeNotifier *self)
{
  return kinds[self->kind].name;
}

/* "title|body" of each that was shown, and "-" for each that was taken back, with a blank line between. */
char *
fake_notifier_dup (FakeNotifier *self)
{
  GString *said = g_string_new (NULL);

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->shown->len; i++)
    g_string_append_printf (said, "%s\n", (char *) self->shown->pdata[i]);
  for (guint i = 0; i < self->n_removed; i++)
    g_string_append (said, "-\n");
  g_mutex_unlock (&self->mutex);
  return g_string_free (said, FALSE);
}

/* As a person does: presses the notification that came last. */
void
fake_notifier_press (FakeNotifier *self,
                     const char   *application)
{
  g_autoptr (GVariant) last = NULL;
  g_autofree char *path = g_strdelimit (g_strconcat ("/", application, NULL), ".", '/');
  const char *action, *target;

  g_mutex_lock (&self->mutex);
  if (self->kind == FAKE_NOTIFIER_FREEDESKTOP) {
    g_dbus_connection_emit_signal (self->connection, NULL, kinds[self->kind].path, kinds[self->kind].interface,
                                   "ActionInvoked", g_variant_new ("(us)", self->shown->len, "default"), NULL);
    g_mutex_unlock (&self->mutex);
    return;
  }
  g_assert_nonnull (self->last);
  last = g_variant_ref (self->last);
  g_mutex_unlock (&self->mutex);

  /* GNOME and the portal have the program, or start it, and name the action. */
  g_variant_get (last, "(&s&s)", &action, &target);
  g_assert_true (g_str_has_prefix (action, "app."));
  g_dbus_connection_call (self->connection, application, path, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new_parsed ("(%s, [<%s>], @a{sv} {})", action + 4, target), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}
