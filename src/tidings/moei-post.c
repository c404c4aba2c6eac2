/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-post.h"

#define FREEDESKTOP "org.freedesktop.Notifications"

/**
 * MoeiPost:
 *
 * Sends notifications where somebody shows them.
 *
 * GLib complains in the log of each that nobody takes, which is no fault: there
 * are desktops without, and sessions without a bus.  So it asks the bus first,
 * but for a sandbox, where the portal is.
 */
struct _MoeiPost {
  GObject parent_instance;

  GApplication *application; /* weak: it owns us */
  GCancellable *cancellable;
  GHashTable   *waiting; /* id → GNotification, until the bus has answered */
  gboolean      asking;
  guint         asked;   /* so many of the names */
};

/* Whoever may be there. */
static const char * const names[] = { "org.gtk.Notifications", FREEDESKTOP, NULL };

G_DEFINE_FINAL_TYPE (MoeiPost, moei_post, G_TYPE_OBJECT)

static void
moei_post_dispose (GObject *object)
{
  MoeiPost *self = MOEI_POST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->application);
  g_hash_table_remove_all (self->waiting);

  G_OBJECT_CLASS (moei_post_parent_class)->dispose (object);
}

static void
moei_post_finalize (GObject *object)
{
  MoeiPost *self = MOEI_POST (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->waiting);

  G_OBJECT_CLASS (moei_post_parent_class)->finalize (object);
}

static void
moei_post_class_init (MoeiPostClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_post_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_post_finalize;
}

static void
moei_post_init (MoeiPost *self)
{
  self->cancellable = g_cancellable_new ();
  self->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void asked_cb (GObject *object, GAsyncResult *result, gpointer user_data);

static void
send_waiting (MoeiPost *self)
{
  GHashTableIter iter;
  gpointer id, notification;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &id, &notification)) {
    if (self->application != NULL)
      g_application_send_notification (self->application, id, notification);
    g_hash_table_iter_remove (&iter);
  }
}

static void
started_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MoeiPost) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, &error);

  self->asking = FALSE;
  if (answer != NULL) {
    send_waiting (self);
    return;
  }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("nobody shows notifications: %s", error->message);
  g_hash_table_remove_all (self->waiting);
}

static void
call_bus (MoeiPost            *self,
          GDBusConnection     *connection,
          const char          *method,
          GVariant            *arguments,
          GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                          arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, callback,
                          g_object_ref (self));
}

/* Whoever was started by hand is there, and the bus could not start it. */
static void
ask (MoeiPost        *self,
     GDBusConnection *connection)
{
  const char *name = names[self->asked];

  if (name != NULL)
    call_bus (self, connection, "NameHasOwner", g_variant_new ("(s)", name), asked_cb);
  else
    call_bus (self, connection, "StartServiceByName", g_variant_new ("(su)", FREEDESKTOP, 0), started_cb);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (MoeiPost) self = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (object), result, NULL);
  gboolean has_owner = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &has_owner);
  self->asked++;
  if (has_owner) {
    self->asking = FALSE;
    send_waiting (self);
  } else {
    ask (self, G_DBUS_CONNECTION (object));
  }
}

/**
 * moei_post_new:
 * @application: the program, which outlives it
 *
 * Returns: (transfer full): a post
 */
MoeiPost *
moei_post_new (GApplication *application)
{
  MoeiPost *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (MOEI_TYPE_POST, NULL);
  g_set_weak_pointer (&self->application, application);
  return self;
}

static gboolean
has_portal (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

/**
 * moei_post_send:
 * @self: a post
 * @id: what to withdraw it by, and what it takes the place of
 * @notification: a notification
 *
 * Sends it, if there is anybody to show it.
 */
void
moei_post_send (MoeiPost      *self,
                const char    *id,
                GNotification *notification)
{
  GDBusConnection *connection;

  g_return_if_fail (MOEI_IS_POST (self));

  connection = self->application != NULL ? g_application_get_dbus_connection (self->application) : NULL;
  if (connection == NULL)
    return;

  g_hash_table_replace (self->waiting, g_strdup (id), g_object_ref (notification));
  if (has_portal ()) {
    send_waiting (self);
  } else if (!self->asking) {
    self->asking = TRUE;
    self->asked = 0;
    ask (self, connection);
  }
}

/**
 * moei_post_withdraw:
 * @self: a post
 * @id: of a notification, sent or not
 *
 * Takes it back.
 */
void
moei_post_withdraw (MoeiPost   *self,
                    const char *id)
{
  g_return_if_fail (MOEI_IS_POST (self));

  if (!g_hash_table_remove (self->waiting, id) && self->application != NULL &&
      g_application_get_dbus_connection (self->application) != NULL)
    g_application_withdraw_notification (self->application, id);
}
