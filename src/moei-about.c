/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-about.h"

#include <glib/gi18n-lib.h>

#include "door/moei-troubleshooting.h"

/**
 * moei_about_show:
 * @parent: the window to stand before
 * @entrance: which service is followed
 * @feed: (nullable): how it goes
 *
 * Says what Moei is, and what to send to whoever looks into a fault.
 */
void
moei_about_show (GtkWindow    *parent,
                 MoeiEntrance *entrance,
                 MoeiFeed     *feed)
{
  g_autofree char *troubleshooting = moei_troubleshooting_write (entrance, feed);

  adw_show_about_window (parent,
                         "application-name", _("Moei"),
                         "application-icon", MOEI_APP_ID,
                         "version", MOEI_VERSION,
                         "developer-name", _("The Moei project"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("The return of people freed from compounds on the Thai-Myanmar border, on one screen"),
                         "debug-info", troubleshooting,
                         "debug-info-filename", "moei.txt",
                         NULL);
}
