/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "service/moei-manager.h"
#include "service/moei-serving.h"

#define LISTEN "127.0.0.1:8080"

#define MAX_DESCRIPTORS 65536

#define PATIENCE_MS 25000

/**
 * moei_serving_options_add:
 * @self: the options, which are filled in when the command line is parsed
 * @context: where to add them
 */
void
moei_serving_options_add (MoeiServingOptions *self,
                          GOptionContext     *context)
{
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &self->store, "The store's file", "PATH" },
    { "listen", 0, 0, G_OPTION_ARG_STRING, &self->listen,
      "Where to listen (" LISTEN "); port 0 takes any that is free", "ADDRESS:PORT" },
    { "socket", 0, 0, G_OPTION_ARG_FILENAME, &self->socket, "Listen on a Unix socket instead", "PATH" },
    { "allow-remote", 0, 0, G_OPTION_ARG_NONE, &self->allow_remote,
      "Let other machines reach it, without any protection", NULL },
    { "cors", 0, 0, G_OPTION_ARG_NONE, &self->cors, "Let pages of any web site read it", NULL },
    { "ready-fd", 0, 0, G_OPTION_ARG_INT, &self->ready_fd,
      "Say when it listens to this file descriptor, not standard output", "NUMBER" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, NULL);
}

/**
 * moei_serving_options_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
moei_serving_options_clear (MoeiServingOptions *self)
{
  g_clear_pointer (&self->store, g_free);
  g_clear_pointer (&self->listen, g_free);
  g_clear_pointer (&self->socket, g_free);
}

/**
 * moei_serving_store_path:
 * @given: (nullable): what the command line says
 *
 * Returns: (transfer full): the store's file
 */
char *
moei_serving_store_path (const char *given)
{
  return given != NULL ? g_strdup (given) : g_build_filename (g_get_user_state_dir (), "moei", "moei.db", NULL);
}

/* One descriptor a client that listens; the soft limit is often 1,024.  What
 * is left is for the others, the store and the program. */
static guint
raise_descriptors (void)
{
  struct rlimit limit = { 1024, 1024 };

  if (getrlimit (RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit (RLIMIT_NOFILE, &limit);
    getrlimit (RLIMIT_NOFILE, &limit);
  }
  return (guint) (MIN (limit.rlim_cur, MAX_DESCRIPTORS) / 4 * 3);
}

/* On what was opened for it, unless the command line says where. */
static gboolean
listen_as_told (MoeiServer                *server,
                const MoeiServingOptions  *options,
                GError                   **error)
{
  g_autoptr (GPtrArray) sockets = moei_manager_take_sockets ();

  if (sockets->len > 0 && options->socket == NULL && options->listen == NULL) {
    for (guint i = 0; i < sockets->len; i++)
      moei_server_listen_socket (server, sockets->pdata[i]);
    return TRUE;
  }

  if (options->socket != NULL && !moei_server_listen_unix (server, options->socket, error))
    return FALSE;

  if (options->socket != NULL && options->listen == NULL)
    return TRUE;

  return moei_server_listen (server, options->listen != NULL ? options->listen : LISTEN,
                             options->allow_remote, error);
}

static void
say_ready (MoeiServer               *server,
           const MoeiServingOptions *options)
{
  g_autofree char *uri = moei_server_get_uri (server);
  const char *path = options->socket != NULL ? options->socket : "the sockets it was given";
  g_autofree char *line = g_strdup_printf ("listening on %s\n", uri != NULL ? uri : path);
  int fd = options->ready_fd > 0 ? options->ready_fd : STDOUT_FILENO;

  if (write (fd, line, strlen (line)) < 0)
    g_debug ("Nobody hears that the service is ready: %s", g_strerror (errno));
  moei_manager_tell ("READY=1");
}

static gboolean
quit (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
serve (MoeiStore                 *store,
       GMainLoop                 *loop,
       const MoeiServingOptions  *options,
       MoeiServingFunc            prepare,
       gpointer                   user_data,
       GError                   **error)
{
  g_autoptr (MoeiServiceClock) clock = moei_service_clock_new ();
  g_autoptr (MoeiServer) server = NULL;

  if (prepare != NULL && !prepare (store, clock, user_data, error))
    return FALSE;

  server = moei_server_new (store, clock);
  moei_server_set_cors (server, options->cors);
  moei_event_hub_set_limits (moei_server_get_hub (server), raise_descriptors (), PATIENCE_MS);
  if (!listen_as_told (server, options, error))
    return FALSE;

  say_ready (server, options);
  g_main_loop_run (loop);
  moei_manager_tell ("STOPPING=1");
  moei_server_stop (server);
  return TRUE;
}

/**
 * moei_serving_run:
 * @options: what the service was told
 * @prepare: (nullable): what to do before it listens
 * @user_data: for @prepare
 * @error: return location
 *
 * Serves a store until the program is interrupted or terminated.
 *
 * Returns: whether it could serve, and ended in order
 */
gboolean
moei_serving_run (const MoeiServingOptions  *options,
                  MoeiServingFunc            prepare,
                  gpointer                   user_data,
                  GError                   **error)
{
  g_autofree char *path = moei_serving_store_path (options->store);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (MoeiStore) store = NULL;
  guint interrupt, terminate;
  gboolean served;

  /* A limit of the file size is an answer of write(), not the end. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);

  store = moei_store_open (path, error);
  if (store == NULL)
    return FALSE;

  /* A second signal must not interrupt what the first has begun. */
  interrupt = g_unix_signal_add (SIGINT, quit, loop);
  terminate = g_unix_signal_add (SIGTERM, quit, loop);
  served = serve (store, loop, options, prepare, user_data, error);
  moei_store_close (store);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return served;
}
