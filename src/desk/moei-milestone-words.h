/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/moei-fact.h"
#include "operation/moei-flight.h"
#include "parts/moei-said.h"

G_BEGIN_DECLS

void       moei_milestone_words_next  (MoeiFlight *flight,
                                       gint64      now,
                                       MoeiSaid   *said);
GPtrArray *moei_milestone_words_facts (MoeiFlight *flight,
                                       gint64      now);

G_END_DECLS
