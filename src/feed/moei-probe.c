/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-probe.h"

#include "feed/moei-address.h"
#include "feed/moei-exchange.h"
#include "feed/moei-feed-error.h"
#include "feed/moei-reading.h"

#define SILENCE_S 20

/**
 * MoeiProbe:
 *
 * Tries the way to a service once, and says how far it leads: whether its name
 * is known, whether a connection is made, and so on up to what it has to say.
 */
struct _MoeiProbe {
  GObject parent_instance;

  char                *address;
  MoeiWayOut          *way_out;
  const MoeiDurations *durations;
  GUri                *uri;
  SoupSession         *session;
  GCancellable        *cancellable;

  MoeiProbeState   states[MOEI_N_PROBE_STEPS];
  GError          *error;
  MoeiDocument    *service;
  MoeiDocument    *situation;
  GTlsCertificate *certificate;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiProbe, moei_probe, G_TYPE_OBJECT)

static const struct {
  MoeiFeedError first, last;
  MoeiProbeStep step;
} places[] = {
  { MOEI_FEED_ERROR_ADDRESS, MOEI_FEED_ERROR_ADDRESS, MOEI_PROBE_WAY },
  { MOEI_FEED_ERROR_RESOLVE, MOEI_FEED_ERROR_RESOLVE, MOEI_PROBE_NAME },
  { MOEI_FEED_ERROR_REFUSED, MOEI_FEED_ERROR_UNREACHABLE, MOEI_PROBE_CONNECTION },
  { MOEI_FEED_ERROR_TLS, MOEI_FEED_ERROR_TLS_OWN_CERTIFICATE, MOEI_PROBE_CERTIFICATE },
  { MOEI_FEED_ERROR_TLS_OWN_REFUSED, MOEI_FEED_ERROR_TLS_OWN_REFUSED, MOEI_PROBE_CERTIFICATE },
  { MOEI_FEED_ERROR_PROXY, MOEI_FEED_ERROR_PROXY_LOGIN, MOEI_PROBE_PROXY },
  { MOEI_FEED_ERROR_WAY_PATH, MOEI_FEED_ERROR_WAY_PROXY, MOEI_PROBE_WAY },
};

static void
say_changed (MoeiProbe *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Whatever came before @step is done, as far as it was needed. */
static void
reach (MoeiProbe     *self,
       MoeiProbeStep  step)
{
  for (guint i = 0; i < step; i++) {
    if (self->states[i] == MOEI_PROBE_RUNNING)
      self->states[i] = MOEI_PROBE_PASSED;
    else if (self->states[i] == MOEI_PROBE_WAITING)
      self->states[i] = i == MOEI_PROBE_PROXY || i == MOEI_PROBE_CERTIFICATE ? MOEI_PROBE_NOT_NEEDED : MOEI_PROBE_PASSED;
  }
  if (step < MOEI_N_PROBE_STEPS && self->states[step] == MOEI_PROBE_WAITING)
    self->states[step] = MOEI_PROBE_RUNNING;
  say_changed (self);
}

static MoeiProbeStep
place_error (MoeiProbe    *self,
             const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    if (error->code >= (int) places[i].first && error->code <= (int) places[i].last)
      return places[i].step;
  }
  for (guint i = 0; i < MOEI_N_PROBE_STEPS; i++) {
    if (self->states[i] == MOEI_PROBE_RUNNING)
      return (MoeiProbeStep) i;
  }
  return MOEI_PROBE_SERVICE;
}

/* Takes the error. */
static void
fail (MoeiProbe *self,
      GError    *error)
{
  MoeiProbeStep step;

  if (error->domain != MOEI_FEED_ERROR) {
    g_error_free (error);
    return;
  }

  if (self->uri != NULL)
    moei_feed_error_set_host (error, g_uri_get_host (self->uri));
  self->error = error;
  step = place_error (self, error);
  reach (self, step);
  self->states[step] = MOEI_PROBE_FAILED;
  for (guint i = step + 1; i < MOEI_N_PROBE_STEPS; i++)
    self->states[i] = MOEI_PROBE_WAITING;
  say_changed (self);
}

static void
network_event_cb (MoeiProbe          *self,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  SoupMessage        *message)
{
  if (self->error != NULL || self->service != NULL)
    return;

  if (event == G_SOCKET_CLIENT_CONNECTING)
    reach (self, MOEI_PROBE_CONNECTION);
  else if (event == G_SOCKET_CLIENT_PROXY_NEGOTIATING)
    reach (self, MOEI_PROBE_PROXY);
  else if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING)
    reach (self, MOEI_PROBE_CERTIFICATE);
  else if (event == G_SOCKET_CLIENT_COMPLETE)
    reach (self, MOEI_PROBE_SERVICE);
}

static void
starting_cb (MoeiProbe   *self,
             SoupMessage *message)
{
  if (self->service == NULL)
    g_set_object (&self->certificate, soup_message_get_tls_peer_certificate (message));
}

static void
queued_cb (MoeiProbe   *self,
           SoupMessage *message,
           SoupSession *session)
{
  g_signal_connect_object (message, "network-event", G_CALLBACK (network_event_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (message, "starting", G_CALLBACK (starting_cb), self, G_CONNECT_SWAPPED);
}

static void
situation_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (MoeiProbe) self = user_data;
  GError *error = NULL;
  g_autoptr (MoeiReading) reading = moei_read_finish (result, &error);

  if (reading == NULL) {
    fail (self, error);
    return;
  }

  self->situation = g_object_ref (reading->document);
  reach (self, MOEI_N_PROBE_STEPS);
}

static void
read_document (MoeiProbe           *self,
               const char          *href,
               MoeiDocumentKind     kind,
               GAsyncReadyCallback  callback)
{
  g_autoptr (GUri) uri = moei_address_resolve (self->uri, href, NULL);

  moei_read_async (self->session, uri, kind, NULL, self->durations->request, self->cancellable,
                   callback, g_object_ref (self));
}

static void
service_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (MoeiProbe) self = user_data;
  GError *error = NULL;
  g_autoptr (MoeiReading) reading = moei_read_finish (result, &error);

  if (reading == NULL) {
    fail (self, error);
    return;
  }

  self->service = g_object_ref (reading->document);
  reach (self, MOEI_PROBE_DATA);
  read_document (self, "/v1/situation", MOEI_DOCUMENT_SITUATION, situation_cb);
}

static void
way_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (MoeiProbe) self = user_data;
  GError *error = NULL;

  if (!moei_way_out_load_finish (MOEI_WAY_OUT (object), result, &error)) {
    fail (self, error);
    return;
  }

  moei_way_out_apply (self->way_out, self->session, self->uri);
  reach (self, MOEI_PROBE_NAME);
  read_document (self, "/v1/", MOEI_DOCUMENT_SERVICE, service_cb);
}

static void
moei_probe_dispose (GObject *object)
{
  MoeiProbe *self = MOEI_PROBE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->session);
  g_clear_object (&self->way_out);
  g_clear_object (&self->service);
  g_clear_object (&self->situation);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (moei_probe_parent_class)->dispose (object);
}

static void
moei_probe_finalize (GObject *object)
{
  MoeiProbe *self = MOEI_PROBE (object);

  g_free (self->address);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (moei_probe_parent_class)->finalize (object);
}

static void
moei_probe_class_init (MoeiProbeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = moei_probe_dispose;
  object_class->finalize = moei_probe_finalize;

  /**
   * MoeiProbe::changed:
   * @self: a probe
   *
   * It is further than before, or at its end.
   */
  signals[CHANGED] = g_signal_new ("changed", MOEI_TYPE_PROBE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
moei_probe_init (MoeiProbe *self)
{
  self->cancellable = g_cancellable_new ();
  self->session = moei_exchange_session_new (SILENCE_S);
  g_signal_connect_object (self->session, "request-queued", G_CALLBACK (queued_cb), self, G_CONNECT_SWAPPED);
}

/**
 * moei_probe_new:
 * @address: what somebody gave as the service's address
 * @way_out: how to get there
 * @durations: (transfer none): how long to wait; must outlive the probe
 *
 * Returns: (transfer full): a probe that has not started
 */
MoeiProbe *
moei_probe_new (const char          *address,
                MoeiWayOut          *way_out,
                const MoeiDurations *durations)
{
  MoeiProbe *self = g_object_new (MOEI_TYPE_PROBE, NULL);

  self->address = g_strdup (address);
  self->way_out = moei_way_out_copy (way_out);
  self->durations = durations;
  return self;
}

/**
 * moei_probe_start:
 * @self: a probe that has not started
 *
 * Sets out.
 */
void
moei_probe_start (MoeiProbe *self)
{
  GError *error = NULL;

  g_return_if_fail (MOEI_IS_PROBE (self));
  g_return_if_fail (self->states[0] == MOEI_PROBE_WAITING);

  reach (self, MOEI_PROBE_WAY);
  self->uri = moei_address_parse (self->address, &error);
  if (self->uri == NULL)
    fail (self, error);
  else
    moei_way_out_load_async (self->way_out, self->cancellable, way_cb, g_object_ref (self));
}

/**
 * moei_probe_stop:
 * @self: a probe
 *
 * Gives up; nothing more will change.
 */
void
moei_probe_stop (MoeiProbe *self)
{
  g_return_if_fail (MOEI_IS_PROBE (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * moei_probe_get_state:
 * @self: a probe
 * @step: one of its steps
 *
 * Returns: how far it is
 */
MoeiProbeState
moei_probe_get_state (MoeiProbe     *self,
                      MoeiProbeStep  step)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self) && step < MOEI_N_PROBE_STEPS, MOEI_PROBE_WAITING);

  return self->states[step];
}

/**
 * moei_probe_is_over:
 * @self: a probe
 *
 * Returns: whether it came to an end, good or bad
 */
gboolean
moei_probe_is_over (MoeiProbe *self)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self), FALSE);

  return self->error != NULL || self->situation != NULL;
}

/**
 * moei_probe_get_error:
 * @self: a probe
 *
 * Returns: (nullable): why it did not get through
 */
const GError *
moei_probe_get_error (MoeiProbe *self)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self), NULL);

  return self->error;
}

/**
 * moei_probe_get_service:
 * @self: a probe
 *
 * Returns: (transfer none) (nullable): what the service says of itself
 */
MoeiDocument *
moei_probe_get_service (MoeiProbe *self)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self), NULL);

  return self->service;
}

/**
 * moei_probe_get_situation:
 * @self: a probe
 *
 * Returns: (transfer none) (nullable): the service's situation
 */
MoeiDocument *
moei_probe_get_situation (MoeiProbe *self)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self), NULL);

  return self->situation;
}

/**
 * moei_probe_get_certificate:
 * @self: a probe
 *
 * Returns: (transfer none) (nullable): what the service has shown
 */
GTlsCertificate *
moei_probe_get_certificate (MoeiProbe *self)
{
  g_return_val_if_fail (MOEI_IS_PROBE (self), NULL);

  return self->certificate;
}
