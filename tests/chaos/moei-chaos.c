/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chaos-proxy.h"

/* The proxy of these tests for trying by hand:
 *
 *   moei-service exercise --listen 127.0.0.1:7107
 *   moei-chaos --service 7107 --listen 7108 --fault drip --path /v1/events
 *   moei --service http://127.0.0.1:7108 */

typedef struct {
  ChaosProxy *proxy;
  char       *path;
  ChaosFault  fault;
} Hand;

static gboolean
begin_cb (gpointer user_data)
{
  Hand *hand = user_data;

  g_print ("%s\n", chaos_fault_get_name (hand->fault));
  chaos_proxy_set_fault (hand->proxy, hand->path, hand->fault);
  return G_SOURCE_REMOVE;
}

static gboolean
heal_cb (gpointer user_data)
{
  Hand *hand = user_data;

  g_print ("healed\n");
  chaos_proxy_heal (hand->proxy);
  return G_SOURCE_REMOVE;
}

static void
list_faults (void)
{
  for (guint i = 0; i < CHAOS_N_FAULTS; i++)
    g_print ("%s\n", chaos_fault_get_name (i));
}

int
main (int    argc,
      char **argv)
{
  int service = 8080, port = 8081, after = 10, lasts = 60, seed = 1;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "service", 's', 0, G_OPTION_ARG_INT, &service, "The service's port on loopback", "PORT" },
    { "listen", 'l', 0, G_OPTION_ARG_INT, &port, "Where to listen on loopback", "PORT" },
    { "fault", 'f', 0, G_OPTION_ARG_STRING, &name, "What befalls the answers; without it they are listed", "FAULT" },
    { "path", 'p', 0, G_OPTION_ARG_STRING, &path, "Whose answers; all without it", "PATH" },
    { "after", 'a', 0, G_OPTION_ARG_INT, &after, "When it begins", "SECONDS" },
    { "lasts", 't', 0, G_OPTION_ARG_INT, &lasts, "How long it lasts", "SECONDS" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "What all that is left open hangs on", "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- a network that misbehaves");
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  Hand hand = { 0 };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  if (name == NULL || !chaos_fault_from_name (name, &hand.fault)) {
    list_faults ();
    return name != NULL;
  }

  hand.path = path;
  hand.proxy = chaos_proxy_new ((guint16) port, (guint16) service, (guint32) seed);
  g_timeout_add_seconds ((guint) after, begin_cb, &hand);
  g_timeout_add_seconds ((guint) (after + lasts), heal_cb, &hand);
  g_main_loop_run (loop);
  return 0;
}
