/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MoeiIsPlace:
 * @id: an id
 * @user_data: data for the function
 *
 * Returns: whether a place has that id
 */
typedef gboolean (*MoeiIsPlace) (const char *id,
                                 gpointer    user_data);

/**
 * MoeiChangeFinder:
 * @type: the class of an entity
 * @id: its id
 * @before: (nullable): the members that differed before, as JSON; `NULL` if it
 *   was not there
 * @after: (nullable): the members that differ now, as JSON; `NULL` if it is gone
 * @body: what it is now as a whole, as JSON; if it is gone, what it was
 * @is_place: tells places from other things
 * @user_data: for @is_place
 * @changes: (element-type MoeiChange): where to add what changed
 * @withheld: (element-type utf8): where to add the fields that are withheld now,
 *   so that what was said of them before is not told any more
 *
 * One entry of the audit, to be told as an officer would.
 */
typedef struct {
  GType        type;
  const char  *id;
  const char  *before;
  const char  *after;
  const char  *body;
  MoeiIsPlace  is_place;
  gpointer     user_data;
  GPtrArray   *changes;
  GPtrArray   *withheld;
} MoeiChangeFinder;

void moei_change_finder_run (const MoeiChangeFinder *self);

G_END_DECLS
