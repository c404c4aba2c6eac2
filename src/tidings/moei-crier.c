/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tidings/moei-crier.h"

#include "language/moei-language.h"
#include "tidings/moei-lookout.h"
#include "tidings/moei-post.h"
#include "tidings/moei-quiet.h"
#include "tidings/moei-tiding-words.h"

/* What a notification does when it is pressed; its target is a link, or "". */
#define OPEN "app.open"

/**
 * MoeiCrier:
 *
 * Tells whoever does not look, by the session's notifications.
 *
 * What happens while it is to be quiet is not told later, unless it is still so:
 * a flight that is at risk at the end of a meeting.
 */
struct _MoeiCrier {
  GObject parent_instance;

  MoeiOperation *operation;   /* (nullable) */
  MoeiLookout   *lookout;     /* (nullable) */
  MoeiPost      *post;
  GHashTable    *shown;       /* key → MoeiTiding */
  GHashTable    *kept;        /* the same, for after the quiet */
  gboolean       tells[MOEI_N_TIDING_KINDS];
  gboolean       is_quiet;
  gboolean       is_meeting;
  gboolean       has_hours;
  int            from;
  int            until;
  char          *country;
  gint64         now;
  gboolean       quiet_now;
};

typedef enum {
  PROP_NOTIFY_FLIGHT_DEPARTED = 1, /* in the order of MoeiTidingKind */
  PROP_NOTIFY_FLIGHT_AT_RISK,
  PROP_NOTIFY_QUOTA_REACHED,
  PROP_NOTIFY_DATA_OLD,
  PROP_QUIET,
  PROP_MEETING,
  PROP_QUIET_HOURS,
  PROP_QUIET_FROM,
  PROP_QUIET_UNTIL,
  PROP_MY_COUNTRY,
} MoeiCrierProperty;

static GParamSpec *properties[PROP_MY_COUNTRY + 1];

G_DEFINE_FINAL_TYPE (MoeiCrier, moei_crier, G_TYPE_OBJECT)

static GNotificationPriority
get_priority (MoeiTiding *tiding)
{
  return moei_tiding_keeps (tiding) ? G_NOTIFICATION_PRIORITY_HIGH : G_NOTIFICATION_PRIORITY_NORMAL;
}

static void
cry (MoeiCrier  *self,
     MoeiTiding *tiding)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *title = moei_tiding_words_title (tiding, self->operation, language);
  g_autofree char *body = moei_tiding_words_body (tiding, self->operation, language, self->now);
  g_autofree char *link = moei_tiding_dup_link (tiding);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (MOEI_APP_ID);

  if (body != NULL)
    g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  g_notification_set_priority (notification, get_priority (tiding));
  g_notification_set_default_action_and_target (notification, OPEN, "s", link);
  g_hash_table_replace (self->shown, g_strdup (moei_tiding_get_key (tiding)), g_object_ref (tiding));
  moei_post_send (self->post, moei_tiding_get_key (tiding), notification);
}

static void
told_cb (MoeiCrier   *self,
         MoeiTiding  *tiding,
         MoeiLookout *lookout)
{
  if (!self->tells[moei_tiding_get_kind (tiding)])
    return;
  if (!self->quiet_now)
    cry (self, tiding);
  else if (moei_tiding_keeps (tiding))
    g_hash_table_replace (self->kept, g_strdup (moei_tiding_get_key (tiding)), g_object_ref (tiding));
}

static void
over_cb (MoeiCrier   *self,
         MoeiTiding  *tiding,
         MoeiLookout *lookout)
{
  const char *key = moei_tiding_get_key (tiding);

  g_hash_table_remove (self->kept, key);
  if (g_hash_table_remove (self->shown, key))
    moei_post_withdraw (self->post, key);
}

/* After a meeting: what is still so. */
static void
cry_what_was_kept (MoeiCrier *self)
{
  GHashTableIter iter;
  gpointer tiding;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &tiding)) {
    if (self->tells[moei_tiding_get_kind (tiding)])
      cry (self, tiding);
    g_hash_table_iter_remove (&iter);
  }
}

static void
withdraw_kind (MoeiCrier      *self,
               MoeiTidingKind  kind)
{
  GHashTableIter iter;
  gpointer key, tiding;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &key, &tiding)) {
    if (moei_tiding_get_kind (tiding) == kind) {
      moei_post_withdraw (self->post, key);
      g_hash_table_iter_remove (&iter);
    }
  }
}

static void
set_tells (MoeiCrier      *self,
           MoeiTidingKind  kind,
           gboolean        tells)
{
  self->tells[kind] = tells;
  if (!tells)
    withdraw_kind (self, kind);
}

static void
set_country (MoeiCrier  *self,
             const char *country)
{
  g_free (self->country);
  self->country = g_strdup (country != NULL ? country : "");
  if (self->lookout != NULL)
    moei_lookout_set_country (self->lookout, self->country);
}

static void
moei_crier_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  MoeiCrier *self = MOEI_CRIER (object);

  switch ((MoeiCrierProperty) prop_id) {
  case PROP_NOTIFY_FLIGHT_DEPARTED:
  case PROP_NOTIFY_FLIGHT_AT_RISK:
  case PROP_NOTIFY_QUOTA_REACHED:
  case PROP_NOTIFY_DATA_OLD:
    g_value_set_boolean (value, self->tells[prop_id - PROP_NOTIFY_FLIGHT_DEPARTED]);
    break;
  case PROP_QUIET:
    g_value_set_boolean (value, self->is_quiet);
    break;
  case PROP_MEETING:
    g_value_set_boolean (value, self->is_meeting);
    break;
  case PROP_QUIET_HOURS:
    g_value_set_boolean (value, self->has_hours);
    break;
  case PROP_QUIET_FROM:
    g_value_set_int (value, self->from);
    break;
  case PROP_QUIET_UNTIL:
    g_value_set_int (value, self->until);
    break;
  case PROP_MY_COUNTRY:
    g_value_set_string (value, self->country);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_crier_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  MoeiCrier *self = MOEI_CRIER (object);

  switch ((MoeiCrierProperty) prop_id) {
  case PROP_NOTIFY_FLIGHT_DEPARTED:
  case PROP_NOTIFY_FLIGHT_AT_RISK:
  case PROP_NOTIFY_QUOTA_REACHED:
  case PROP_NOTIFY_DATA_OLD:
    set_tells (self, prop_id - PROP_NOTIFY_FLIGHT_DEPARTED, g_value_get_boolean (value));
    break;
  case PROP_QUIET:
    self->is_quiet = g_value_get_boolean (value);
    break;
  case PROP_MEETING:
    self->is_meeting = g_value_get_boolean (value);
    break;
  case PROP_QUIET_HOURS:
    self->has_hours = g_value_get_boolean (value);
    break;
  case PROP_QUIET_FROM:
    self->from = g_value_get_int (value);
    break;
  case PROP_QUIET_UNTIL:
    self->until = g_value_get_int (value);
    break;
  case PROP_MY_COUNTRY:
    set_country (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_crier_dispose (GObject *object)
{
  MoeiCrier *self = MOEI_CRIER (object);

  g_clear_object (&self->lookout);
  g_clear_object (&self->operation);
  g_clear_object (&self->post);

  G_OBJECT_CLASS (moei_crier_parent_class)->dispose (object);
}

static void
moei_crier_finalize (GObject *object)
{
  MoeiCrier *self = MOEI_CRIER (object);

  g_hash_table_unref (self->shown);
  g_hash_table_unref (self->kept);
  g_free (self->country);

  G_OBJECT_CLASS (moei_crier_parent_class)->finalize (object);
}

static void
moei_crier_class_init (MoeiCrierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = moei_crier_dispose;
  object_class->finalize = moei_crier_finalize;
  object_class->get_property = moei_crier_get_property;
  object_class->set_property = moei_crier_set_property;

  for (guint i = 0; i < MOEI_N_TIDING_KINDS; i++) {
    g_autofree char *name = g_strconcat ("notify-", moei_tiding_kind_get_name (i), NULL);

    properties[PROP_NOTIFY_FLIGHT_DEPARTED + i] =
      g_param_spec_boolean (g_intern_string (name), NULL, NULL, TRUE, flags);
  }
  properties[PROP_QUIET] = g_param_spec_boolean ("quiet", NULL, NULL, FALSE, flags);
  /* Whether the meeting display stands before the window. */
  properties[PROP_MEETING] = g_param_spec_boolean ("meeting", NULL, NULL, FALSE, flags);
  properties[PROP_QUIET_HOURS] = g_param_spec_boolean ("quiet-hours", NULL, NULL, FALSE, flags);
  properties[PROP_QUIET_FROM] = g_param_spec_int ("quiet-from", NULL, NULL, 0, MOEI_QUIET_DAY - 1, 0, flags);
  properties[PROP_QUIET_UNTIL] = g_param_spec_int ("quiet-until", NULL, NULL, 0, MOEI_QUIET_DAY - 1, 0, flags);
  properties[PROP_MY_COUNTRY] = g_param_spec_string ("my-country", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_crier_init (MoeiCrier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->country = g_strdup ("");
  self->now = MOEI_INSTANT_UNKNOWN;
  for (guint i = 0; i < MOEI_N_TIDING_KINDS; i++)
    self->tells[i] = TRUE;
}

/**
 * moei_crier_new:
 * @application: the program, which has an action `open` with the link of an
 *   entity, or "" for none
 *
 * Returns: (transfer full): a crier who knows of no operation yet
 */
MoeiCrier *
moei_crier_new (GApplication *application)
{
  MoeiCrier *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (MOEI_TYPE_CRIER, NULL);
  self->post = moei_post_new (application);
  return self;
}

/**
 * moei_crier_set_operation:
 * @self: a crier
 * @operation: what is told of from now on
 *
 * What was told of another is withdrawn.
 */
void
moei_crier_set_operation (MoeiCrier     *self,
                          MoeiOperation *operation)
{
  g_return_if_fail (MOEI_IS_CRIER (self));

  if (!g_set_object (&self->operation, operation))
    return;
  for (guint i = 0; i < MOEI_N_TIDING_KINDS; i++)
    withdraw_kind (self, i);
  g_hash_table_remove_all (self->kept);
  g_clear_object (&self->lookout);
  self->lookout = moei_lookout_new (operation);
  moei_lookout_set_country (self->lookout, self->country);
  g_signal_connect_object (self->lookout, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lookout, "over", G_CALLBACK (over_cb), self, G_CONNECT_SWAPPED);
}

/**
 * moei_crier_look:
 * @self: a crier
 * @state: how current the data is
 * @now: the instant, on the service's clock; `MOEI_INSTANT_UNKNOWN` if not known
 * @time: how long the computer has been running, in microseconds
 * @minute: the time of day where the person is, in minutes after midnight
 *
 * Looks what is to be told.  To be called every second or so.
 */
void
moei_crier_look (MoeiCrier     *self,
                 MoeiDataState  state,
                 gint64         now,
                 gint64         time,
                 int            minute)
{
  g_return_if_fail (MOEI_IS_CRIER (self));

  self->now = now;
  self->quiet_now = self->is_quiet || self->is_meeting ||
                    (self->has_hours && moei_quiet_contains (self->from, self->until, minute));
  if (self->lookout == NULL)
    return;
  moei_lookout_look (self->lookout, state, now, time);
  if (!self->quiet_now)
    cry_what_was_kept (self);
}

/**
 * moei_crier_end:
 * @self: a crier
 *
 * Takes back what nobody watches any more: what goes on, and may cease.
 */
void
moei_crier_end (MoeiCrier *self)
{
  g_return_if_fail (MOEI_IS_CRIER (self));

  withdraw_kind (self, MOEI_TIDING_FLIGHT_AT_RISK);
  withdraw_kind (self, MOEI_TIDING_DATA_OLD);
}
