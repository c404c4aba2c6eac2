/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiFact:
 * @icon_name: (nullable): what stands before it
 * @name: what is said
 * @former: (nullable): what it was before, struck through
 * @value: what it is
 * @note: (nullable): who said so, and what else stands below in small letters
 * @css_class: (nullable): how it looks: "loud", "done", "quiet"
 * @link: (nullable): what opens when it is pressed: `flight:ID`
 *
 * A line of what is known about something.
 */
typedef struct {
  const char *icon_name;
  char       *name;
  char       *former;
  char       *value;
  char       *note;
  const char *css_class;
  char       *link;
} MoeiFact;

GPtrArray *moei_facts_new  (void);
MoeiFact  *moei_facts_add  (GPtrArray  *facts,
                            const char *name,
                            const char *value);
MoeiFact  *moei_facts_take (GPtrArray  *facts,
                            const char *name,
                            char       *value);

G_END_DECLS
