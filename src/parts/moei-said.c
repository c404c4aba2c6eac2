/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-said.h"

#include <glib/gi18n-lib.h>

/**
 * moei_said_clear:
 * @self: something said
 *
 * Frees what it holds.
 */
void
moei_said_clear (MoeiSaid *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->former, g_free);
  g_clear_pointer (&self->note, g_free);
  self->icon_name = NULL;
  self->css_class = NULL;
}

/**
 * moei_said_read:
 * @self: something said
 *
 * Returns: (transfer full): all of it in one line: "15:20, planned 14:50, estimated"
 */
char *
moei_said_read (const MoeiSaid *self)
{
  g_autofree char *text = self->former != NULL ? g_strdup_printf (_("%1$s, planned %2$s"), self->text, self->former)
                                               : g_strdup (self->text);

  return self->note != NULL ? g_strdup_printf (_("%1$s, %2$s"), text, self->note) : g_steal_pointer (&text);
}
