/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-accels.h"

/* ui/gtk/help-overlay.ui tells of each. */
static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<primary>q" } },
  { "app.preferences", { "<primary>comma" } },
  { "app.wall", { "F11" } },
  { "win.retry", { "F5" } },
  { "win.find", { "<primary>f" } },
  { "win.show-help-overlay", { "F1", "<primary>question" } },
  { "win.previous-page", { "<primary>Page_Up" } },
  { "win.next-page", { "<primary>Page_Down" } },
  /* Alt and the digit of a page's place in the header */
  { "win.page::situation", { "<alt>1" } },
  { "win.page::week", { "<alt>2" } },
  { "win.page::flights", { "<alt>3" } },
  { "win.page::people", { "<alt>4" } },
  { "win.page::log", { "<alt>5" } },
};

/**
 * moei_accels_add:
 * @application: the program
 *
 * Gives its actions their keys.
 */
void
moei_accels_add (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].accels);
}
