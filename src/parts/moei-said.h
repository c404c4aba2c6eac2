/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiSaid:
 * @text: what is said
 * @former: (nullable): what was said before
 * @note: (nullable): what stands below in small letters
 * @icon_name: (nullable): what stands before it
 * @css_class: (nullable): how it looks
 *
 * Something said of a flight or a convoy, and how it looks.
 */
typedef struct {
  char       *text;
  char       *former;
  char       *note;
  const char *icon_name;
  const char *css_class;
} MoeiSaid;

void  moei_said_clear (MoeiSaid       *self);
char *moei_said_read  (const MoeiSaid *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MoeiSaid, moei_said_clear)

G_END_DECLS
