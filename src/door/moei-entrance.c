/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-entrance.h"

#include <glib/gi18n-lib.h>

#include "door/moei-rehearsal.h"
#include "door/moei-secrets.h"

/* A keyring that is open answers in far less; one that is locked asks a person. */
#define PATIENCE_S 3

/**
 * MoeiEntrance:
 *
 * Which service is followed, and how one gets there.
 *
 * Whoever has settings binds them to these properties, which bear their names;
 * secrets are the keyring's to keep.  An address may be
 * %MOEI_ENTRANCE_EXERCISE: then the service is started here.
 */
struct _MoeiEntrance {
  GObject parent_instance;

  char          *address; /* "" for none */
  MoeiWayOut    *way_out;
  MoeiRehearsal *rehearsal; /* (nullable) */
  GCancellable  *cancellable;
  GCancellable  *asking; /* (nullable) of the keyring, while it is asked */
  guint          patience_id;
  char          *problem; /* (nullable) why a secret is not kept, or the exercise does not start */
  gboolean       held_up;   /* the keyring takes its time */
  gboolean       keyring;
};

typedef enum {
  PROP_SERVICE_URL = 1,
  PROP_AUTHORITIES_FILE,
  PROP_CERTIFICATE_FILE,
  PROP_PROXY,
  PROP_KEYRING,
} MoeiEntranceProperty;

static GParamSpec *properties[PROP_KEYRING + 1];

enum {
  CHOSEN,
  OPENED,
  READY,
  PROBLEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiEntrance, moei_entrance, G_TYPE_OBJECT)

/* @sentence has a place for @reason. */
static void
say_problem (MoeiEntrance *self,
             const char   *sentence,
             const char   *reason)
{
  g_free (self->problem);
  self->problem = g_strdup_printf (sentence, reason);
  g_signal_emit (self, signals[PROBLEM], 0);
}

static void
say_opened (MoeiEntrance *self,
            const char   *address)
{
  g_signal_emit (self, signals[OPENED], 0, address, self->way_out);
}

static void
rehearsal_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MoeiEntrance) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = moei_rehearsal_start_finish (MOEI_REHEARSAL (object), result, &error);
  g_autoptr (MoeiWayOut) none = NULL;

  if (object != G_OBJECT (self->rehearsal))
    return;
  if (address == NULL) {
    g_clear_object (&self->rehearsal);
    say_problem (self, _("The exercise cannot be started: %s"), error->message);
    return;
  }

  /* Nothing of the way out of the building is needed. */
  none = moei_way_out_new ();
  g_signal_emit (self, signals[OPENED], 0, address, none);
}

static void
stop_asking (MoeiEntrance *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->held_up = FALSE;
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MoeiEntrance) self = user_data;
  g_autoptr (GError) error = NULL;

  moei_secrets_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_asking (self);
  if (error != NULL)
    say_problem (self, _("What the keyring holds cannot be read: %s"), error->message);
  g_signal_emit (self, signals[READY], 0);
}

static gboolean
out_of_patience_cb (gpointer user_data)
{
  MoeiEntrance *self = user_data;

  self->patience_id = 0;
  self->held_up = TRUE;
  g_signal_emit (self, signals[PROBLEM], 0);
  return G_SOURCE_REMOVE;
}

/* Whoever has earlier data shows it meanwhile. */
static void
ask_keyring (MoeiEntrance *self)
{
  self->asking = g_cancellable_new ();
  self->patience_id = g_timeout_add_seconds (PATIENCE_S, out_of_patience_cb, self);
  say_opened (self, self->address);
  moei_secrets_fetch_async (self->address, self->way_out, self->asking, fetched_cb, g_object_ref (self));
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (MoeiEntrance) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!moei_secrets_finish (result, &error))
    say_problem (self, _("The keyring cannot keep the access token or the login; Moei forgets them when it ends: %s"),
                 error->message);
}

static void
way_out_notify_cb (MoeiEntrance *self,
                   GParamSpec   *pspec,
                   MoeiWayOut   *way_out)
{
  GParamSpec *own = g_object_class_find_property (G_OBJECT_GET_CLASS (self), pspec->name);

  if (own != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), own);
}

static void
set_address (MoeiEntrance *self,
             const char   *address)
{
  if (g_strcmp0 (self->address, address) == 0)
    return;

  g_free (self->address);
  self->address = g_strdup (address != NULL ? address : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERVICE_URL]);
}

static void
moei_entrance_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MoeiEntrance *self = MOEI_ENTRANCE (object);

  switch ((MoeiEntranceProperty) prop_id) {
  case PROP_SERVICE_URL:
    g_value_set_string (value, self->address);
    break;
  case PROP_AUTHORITIES_FILE:
  case PROP_CERTIFICATE_FILE:
  case PROP_PROXY:
    g_object_get_property (G_OBJECT (self->way_out), pspec->name, value);
    break;
  case PROP_KEYRING:
    g_value_set_boolean (value, self->keyring);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_entrance_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiEntrance *self = MOEI_ENTRANCE (object);

  switch ((MoeiEntranceProperty) prop_id) {
  case PROP_SERVICE_URL:
    set_address (self, g_value_get_string (value));
    break;
  case PROP_AUTHORITIES_FILE:
  case PROP_CERTIFICATE_FILE:
  case PROP_PROXY:
    g_object_set_property (G_OBJECT (self->way_out), pspec->name, value);
    break;
  case PROP_KEYRING:
    if (self->keyring == g_value_get_boolean (value))
      break;
    self->keyring = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_entrance_dispose (GObject *object)
{
  MoeiEntrance *self = MOEI_ENTRANCE (object);

  stop_asking (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->rehearsal);
  g_clear_object (&self->way_out);

  G_OBJECT_CLASS (moei_entrance_parent_class)->dispose (object);
}

static void
moei_entrance_finalize (GObject *object)
{
  MoeiEntrance *self = MOEI_ENTRANCE (object);

  g_object_unref (self->cancellable);
  g_free (self->address);
  g_free (self->problem);

  G_OBJECT_CLASS (moei_entrance_parent_class)->finalize (object);
}

static void
moei_entrance_class_init (MoeiEntranceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_entrance_dispose;
  object_class->finalize = moei_entrance_finalize;
  object_class->get_property = moei_entrance_get_property;
  object_class->set_property = moei_entrance_set_property;

  properties[PROP_SERVICE_URL] = g_param_spec_string ("service-url", NULL, NULL, "", flags);
  properties[PROP_AUTHORITIES_FILE] = g_param_spec_string ("authorities-file", NULL, NULL, "", flags);
  properties[PROP_CERTIFICATE_FILE] = g_param_spec_string ("certificate-file", NULL, NULL, "", flags);
  properties[PROP_PROXY] = g_param_spec_string ("proxy", NULL, NULL, "", flags);
  /* Whether the keyring is worth asking. */
  properties[PROP_KEYRING] = g_param_spec_boolean ("keyring", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MoeiEntrance::chosen:
   * @self: an entrance
   *
   * A person has chosen a service, which is to be remembered.
   */
  signals[CHOSEN] = g_signal_new ("chosen", MOEI_TYPE_ENTRANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * MoeiEntrance::opened:
   * @self: an entrance
   * @address: where the service is
   * @way_out: how to get there
   *
   * It is known which service is to be followed from now on.  While
   * moei_entrance_is_waiting(), the way out wants secrets that are still to
   * come; #MoeiEntrance::ready follows.
   */
  signals[OPENED] = g_signal_new ("opened", MOEI_TYPE_ENTRANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, MOEI_TYPE_WAY_OUT);

  /**
   * MoeiEntrance::ready:
   * @self: an entrance
   *
   * The way out has all that the keyring holds for it.
   */
  signals[READY] = g_signal_new ("ready", MOEI_TYPE_ENTRANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  /**
   * MoeiEntrance::problem:
   * @self: an entrance
   *
   * A secret cannot be kept, or the exercise cannot be started: see
   * moei_entrance_get_problem().
   */
  signals[PROBLEM] = g_signal_new ("problem", MOEI_TYPE_ENTRANCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
moei_entrance_init (MoeiEntrance *self)
{
  self->address = g_strdup ("");
  self->cancellable = g_cancellable_new ();
  self->way_out = moei_way_out_new ();
  g_signal_connect_object (self->way_out, "notify", G_CALLBACK (way_out_notify_cb), self, G_CONNECT_SWAPPED);
}

/**
 * moei_entrance_new:
 *
 * Returns: (transfer full): an entrance to no service yet
 */
MoeiEntrance *
moei_entrance_new (void)
{
  return g_object_new (MOEI_TYPE_ENTRANCE, NULL);
}

/**
 * moei_entrance_open:
 * @self: an entrance
 *
 * Starts the exercise, or asks the keyring, if need be; #MoeiEntrance::opened
 * follows.
 */
void
moei_entrance_open (MoeiEntrance *self)
{
  g_return_if_fail (MOEI_IS_ENTRANCE (self));

  stop_asking (self);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->rehearsal);
  if (g_str_equal (self->address, MOEI_ENTRANCE_EXERCISE)) {
    self->rehearsal = moei_rehearsal_new ();
    moei_rehearsal_start_async (self->rehearsal, self->cancellable, rehearsal_cb, g_object_ref (self));
    return;
  }
  if (!self->keyring || *self->address == '\0' || *moei_way_out_get_text (self->way_out, "token-file") != '\0') {
    say_opened (self, self->address);
    return;
  }

  ask_keyring (self);
}

/**
 * moei_entrance_choose:
 * @self: an entrance
 * @address: a service's address, or %MOEI_ENTRANCE_EXERCISE
 * @way_out: how to get there
 *
 * Follows another service, or the same by another way, and remembers it.
 */
void
moei_entrance_choose (MoeiEntrance *self,
                      const char   *address,
                      MoeiWayOut   *way_out)
{
  static const char * const texts[] = { "authorities-file", "certificate-file", "proxy", "token", "proxy-login" };
  gboolean secret = FALSE;

  g_return_if_fail (MOEI_IS_ENTRANCE (self));

  stop_asking (self);
  set_address (self, address);
  g_signal_emit (self, signals[CHOSEN], 0);
  if (g_str_equal (address, MOEI_ENTRANCE_EXERCISE)) {
    moei_entrance_open (self);
    return;
  }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_object_set (self->way_out, texts[i], moei_way_out_get_text (way_out, texts[i]), NULL);
  for (guint i = 0; i < MOEI_N_SECRETS; i++)
    secret |= *moei_way_out_get_text (way_out, moei_secrets[i]) != '\0';
  if (secret || self->keyring)
    moei_secrets_keep_async (self->address, way_out, self->cancellable, kept_cb, g_object_ref (self));
  g_object_set (self, "keyring", secret, NULL);
  g_clear_pointer (&self->problem, g_free);
  g_clear_object (&self->rehearsal);
  say_opened (self, self->address);
}

/**
 * moei_entrance_get_address:
 * @self: an entrance
 *
 * Returns: which service was chosen; "" if none was
 */
const char *
moei_entrance_get_address (MoeiEntrance *self)
{
  g_return_val_if_fail (MOEI_IS_ENTRANCE (self), "");

  return self->address;
}

/**
 * moei_entrance_get_way_out:
 * @self: an entrance
 *
 * Returns: (transfer none): how to get to the service
 */
MoeiWayOut *
moei_entrance_get_way_out (MoeiEntrance *self)
{
  g_return_val_if_fail (MOEI_IS_ENTRANCE (self), NULL);

  return self->way_out;
}

/**
 * moei_entrance_get_problem:
 * @self: an entrance
 *
 * Returns: (nullable): why a secret is not kept, or the exercise did not start
 */
const char *
moei_entrance_get_problem (MoeiEntrance *self)
{
  g_return_val_if_fail (MOEI_IS_ENTRANCE (self), NULL);

  return self->problem;
}

/**
 * moei_entrance_is_waiting:
 * @self: an entrance
 *
 * Returns: whether the keyring has not given what it holds
 */
gboolean
moei_entrance_is_waiting (MoeiEntrance *self)
{
  g_return_val_if_fail (MOEI_IS_ENTRANCE (self), FALSE);

  return self->asking != NULL;
}

/**
 * moei_entrance_is_held_up:
 * @self: an entrance
 *
 * Returns: whether the keyring has been asked for so long that a person must
 *   have to unlock it
 */
gboolean
moei_entrance_is_held_up (MoeiEntrance *self)
{
  g_return_val_if_fail (MOEI_IS_ENTRANCE (self), FALSE);

  return self->held_up;
}
