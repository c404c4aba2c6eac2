/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "moei-application.h"
#include "moei-renderer.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (MoeiApplication) application = NULL;

  /* libsoup does not notice a dead HTTP/2 stream; it reads this once. */
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  moei_renderer_choose ();
  moei_language_init (moei_language_find_localedir ());
  gtk_disable_setlocale ();

  application = moei_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
