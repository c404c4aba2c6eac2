/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-way-out.h"

#include <string.h>

#include "feed/moei-exchange.h"
#include "feed/moei-way-files.h"

/**
 * MoeiWayOut:
 *
 * How one gets out of the building to the service: whom to trust beside the
 * computer's own authorities, which certificate to show, which proxy to take
 * and its login, and the token that the service lets us in by.
 *
 * All are texts; "" is none.  The two secrets, #MoeiWayOut:token and
 * #MoeiWayOut:proxy-login, can be set and not read: nothing that shows or
 * keeps properties comes upon them.
 */
struct _MoeiWayOut {
  GObject parent_instance;

  char *authorities_file;
  char *certificate_file;
  char *token_file;
  char *proxy;
  char *proxy_login;
  char *token;

  GTlsDatabase    *trust;       /* (nullable) loaded */
  GTlsCertificate *certificate; /* (nullable) loaded */
  char            *filed_token; /* (nullable) loaded */
};

typedef enum {
  PROP_AUTHORITIES_FILE = 1,
  PROP_CERTIFICATE_FILE,
  PROP_TOKEN_FILE,
  PROP_PROXY,
  PROP_PROXY_LOGIN,
  PROP_TOKEN,
} MoeiWayOutProperty;

static GParamSpec *properties[PROP_TOKEN + 1];

G_DEFINE_FINAL_TYPE (MoeiWayOut, moei_way_out, G_TYPE_OBJECT)

/* What the files held; made in a thread. */
typedef struct {
  char            *authorities_file;
  char            *certificate_file;
  char            *token_file;
  char            *proxy;
  GTlsDatabase    *trust;
  GTlsCertificate *certificate;
  char            *token;
} Loading;

static void
forget_secret (char **secret)
{
  if (*secret != NULL)
    memset (*secret, 0, strlen (*secret));
  g_clear_pointer (secret, g_free);
}

static void
loading_free (Loading *self)
{
  g_free (self->authorities_file);
  g_free (self->certificate_file);
  g_free (self->token_file);
  g_free (self->proxy);
  g_clear_object (&self->trust);
  g_clear_object (&self->certificate);
  forget_secret (&self->token);
  g_free (self);
}

static char **
get_place (MoeiWayOut         *self,
           MoeiWayOutProperty  property)
{
  switch (property) {
  case PROP_AUTHORITIES_FILE:
    return &self->authorities_file;
  case PROP_CERTIFICATE_FILE:
    return &self->certificate_file;
  case PROP_TOKEN_FILE:
    return &self->token_file;
  case PROP_PROXY:
    return &self->proxy;
  case PROP_PROXY_LOGIN:
    return &self->proxy_login;
  case PROP_TOKEN:
    return &self->token;
  default:
    return NULL;
  }
}

static void
moei_way_out_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  g_value_set_string (value, *get_place (MOEI_WAY_OUT (object), (MoeiWayOutProperty) prop_id));
}

static void
moei_way_out_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  char **place = get_place (MOEI_WAY_OUT (object), (MoeiWayOutProperty) prop_id);
  g_autofree char *text = g_strstrip (g_strdup (g_value_get_string (value) != NULL ? g_value_get_string (value) : ""));

  if (g_strcmp0 (*place, text) == 0)
    return;
  forget_secret (place);
  *place = g_steal_pointer (&text);
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_way_out_finalize (GObject *object)
{
  MoeiWayOut *self = MOEI_WAY_OUT (object);

  for (guint i = PROP_AUTHORITIES_FILE; i <= PROP_TOKEN; i++)
    forget_secret (get_place (self, (MoeiWayOutProperty) i));
  forget_secret (&self->filed_token);
  g_clear_object (&self->trust);
  g_clear_object (&self->certificate);

  G_OBJECT_CLASS (moei_way_out_parent_class)->finalize (object);
}

static void
moei_way_out_class_init (MoeiWayOutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = moei_way_out_finalize;
  object_class->get_property = moei_way_out_get_property;
  object_class->set_property = moei_way_out_set_property;

  /* Whole paths of files in PEM form: authorities to be trusted beside the
   * computer's own; this computer's certificate, with its key. */
  properties[PROP_AUTHORITIES_FILE] =
    g_param_spec_string ("authorities-file", NULL, NULL, "", flags | G_PARAM_READABLE);
  properties[PROP_CERTIFICATE_FILE] =
    g_param_spec_string ("certificate-file", NULL, NULL, "", flags | G_PARAM_READABLE);
  /* The path of a file that holds the token, where nobody can unlock a keyring. */
  properties[PROP_TOKEN_FILE] = g_param_spec_string ("token-file", NULL, NULL, "", flags | G_PARAM_READABLE);
  /* An address, instead of what the system says. */
  properties[PROP_PROXY] = g_param_spec_string ("proxy", NULL, NULL, "", flags | G_PARAM_READABLE);
  /* "name:password", for whichever proxy wants one. */
  properties[PROP_PROXY_LOGIN] = g_param_spec_string ("proxy-login", NULL, NULL, "", flags);
  properties[PROP_TOKEN] = g_param_spec_string ("token", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_way_out_init (MoeiWayOut *self)
{
  for (guint i = PROP_AUTHORITIES_FILE; i <= PROP_TOKEN; i++)
    *get_place (self, (MoeiWayOutProperty) i) = g_strdup ("");
}

/**
 * moei_way_out_new:
 *
 * Returns: (transfer full): the way that the system knows, with nothing added
 */
MoeiWayOut *
moei_way_out_new (void)
{
  return g_object_new (MOEI_TYPE_WAY_OUT, NULL);
}

/**
 * moei_way_out_copy:
 * @self: a way out
 *
 * Returns: (transfer full): another that says the same, its secrets too, and
 *   has loaded nothing
 */
MoeiWayOut *
moei_way_out_copy (MoeiWayOut *self)
{
  g_return_val_if_fail (MOEI_IS_WAY_OUT (self), NULL);

  return g_object_new (MOEI_TYPE_WAY_OUT,
                       "authorities-file", self->authorities_file,
                       "certificate-file", self->certificate_file,
                       "token-file", self->token_file,
                       "proxy", self->proxy,
                       "proxy-login", self->proxy_login,
                       "token", self->token,
                       NULL);
}

/**
 * moei_way_out_get_text:
 * @self: a way out
 * @name: one of its properties, a secret too
 *
 * For whoever keeps secrets; for nobody who shows them.
 *
 * Returns: what it says; "" for nothing
 */
const char *
moei_way_out_get_text (MoeiWayOut *self,
                       const char *name)
{
  g_return_val_if_fail (MOEI_IS_WAY_OUT (self), "");

  for (guint i = PROP_AUTHORITIES_FILE; i <= PROP_TOKEN; i++) {
    if (g_str_equal (g_param_spec_get_name (properties[i]), name))
      return *get_place (self, (MoeiWayOutProperty) i);
  }
  g_return_val_if_reached ("");
}

static gboolean
load (Loading  *self,
      GError  **error)
{
  if (*self->proxy != '\0' && !moei_way_files_check_proxy (self->proxy, error))
    return FALSE;
  if (*self->authorities_file != '\0' &&
      (self->trust = moei_way_files_read_authorities (self->authorities_file, error)) == NULL)
    return FALSE;
  if (*self->certificate_file != '\0' &&
      (self->certificate = moei_way_files_read_certificate (self->certificate_file, error)) == NULL)
    return FALSE;
  if (*self->token_file != '\0' &&
      (self->token = moei_way_files_read_token (self->token_file, error)) == NULL)
    return FALSE;
  return TRUE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (load (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * moei_way_out_load_async:
 * @self: a way out
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the files that it names, and looks whether all makes sense.
 */
void
moei_way_out_load_async (MoeiWayOut          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  g_return_if_fail (MOEI_IS_WAY_OUT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, moei_way_out_load_async);
  loading = g_new0 (Loading, 1);
  loading->authorities_file = g_strdup (self->authorities_file);
  loading->certificate_file = g_strdup (self->certificate_file);
  loading->token_file = g_strdup (self->token_file);
  loading->proxy = g_strdup (self->proxy);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * moei_way_out_load_finish:
 * @self: a way out
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether it can be taken; else an error of the feed, or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
moei_way_out_load_finish (MoeiWayOut    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  Loading *loading;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  loading = g_task_get_task_data (G_TASK (result));
  g_set_object (&self->trust, loading->trust);
  g_set_object (&self->certificate, loading->certificate);
  forget_secret (&self->filed_token);
  self->filed_token = g_steal_pointer (&loading->token);
  return TRUE;
}

static const char *
get_token (MoeiWayOut *self)
{
  const char *token = self->filed_token != NULL ? self->filed_token : self->token;

  return moei_way_files_is_token (token) ? token : NULL;
}

/* Only a proxy is given its login, and only once: it may be a wrong one. */
static gboolean
authenticate_cb (SoupMessage *message,
                 SoupAuth    *auth,
                 gboolean     retrying,
                 gpointer     user_data)
{
  MoeiWayOut *self = user_data;
  const char *colon = strchr (self->proxy_login, ':');
  g_autofree char *name = NULL;

  if (!soup_auth_is_for_proxy (auth) || retrying || colon == NULL)
    return FALSE;

  name = g_strndup (self->proxy_login, (gsize) (colon - self->proxy_login));
  soup_auth_authenticate (auth, name, colon + 1);
  return TRUE;
}

/* libsoup says the proxy's login to whoever answers through the proxy, too. */
static void
starting_cb (SoupMessage *message,
             gpointer     user_data)
{
  soup_message_headers_remove (soup_message_get_request_headers (message), "Proxy-Authorization");
}

/* Requests go to the service alone and are not led elsewhere: see
 * moei_address_resolve() and moei_exchange_message_new().  But what asks a
 * proxy for a passage goes to the proxy. */
static void
queued_cb (MoeiWayOut  *self,
           SoupMessage *message,
           SoupSession *session)
{
  const char *token = get_token (self);

  g_signal_connect_object (message, "authenticate", G_CALLBACK (authenticate_cb), self, 0);
  if (soup_message_get_method (message) == SOUP_METHOD_CONNECT)
    return;

  if (token != NULL) {
    g_autofree char *value = g_strconcat ("Bearer ", token, NULL);

    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  }
  if (self->certificate != NULL)
    moei_exchange_show_certificate (message, self->certificate);
  if (g_str_equal (g_uri_get_scheme (soup_message_get_uri (message)), "https"))
    g_signal_connect (message, "starting", G_CALLBACK (starting_cb), NULL);
}

/**
 * moei_way_out_apply:
 * @self: a way out that was loaded
 * @session: a session made by moei_exchange_session_new(), for the service alone
 * @service: the service's address, accepted by moei_address_parse()
 *
 * From now on the session's requests take this way.
 */
void
moei_way_out_apply (MoeiWayOut  *self,
                    SoupSession *session,
                    GUri        *service)
{
  gboolean plain = g_strcmp0 (g_uri_get_scheme (service), "http") == 0;

  g_return_if_fail (MOEI_IS_WAY_OUT (self));

  if (self->trust != NULL)
    soup_session_set_tls_database (session, self->trust);

  /* Without TLS the service is on this computer, and no proxy need read our token. */
  if (plain && get_token (self) != NULL) {
    soup_session_set_proxy_resolver (session, NULL);
  } else if (*self->proxy != '\0') {
    g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (self->proxy, NULL);

    soup_session_set_proxy_resolver (session, resolver);
  }
  g_signal_connect_object (session, "request-queued", G_CALLBACK (queued_cb), self, G_CONNECT_SWAPPED);
}
