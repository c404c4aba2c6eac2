/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"

G_BEGIN_DECLS

/**
 * MoeiFindHow:
 * @MOEI_FIND_EXACT: all of it together, numbers as whole ones
 * @MOEI_FIND_PHRASE: all of it together
 * @MOEI_FIND_WORDS: each of its words, anywhere
 *
 * How closely to match what somebody looks for.
 */
typedef enum {
  MOEI_FIND_EXACT,
  MOEI_FIND_PHRASE,
  MOEI_FIND_WORDS,
} MoeiFindHow;

char     *moei_find_words_title     (MoeiEntity    *entity,
                                     MoeiOperation *operation);
char     *moei_find_words_subtitle  (MoeiEntity    *entity,
                                     MoeiOperation *operation);
char     *moei_find_words_people    (MoeiEntity    *entity);

char     *moei_find_words_normalise (const char    *text);
char     *moei_find_words_of        (MoeiEntity    *entity,
                                     MoeiOperation *operation);
gboolean  moei_find_words_match     (const char    *words,
                                     const char    *query,
                                     MoeiFindHow    how);

G_END_DECLS
