/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiStatementKind:
 * @MOEI_STATEMENT_HEADING: a heading: its text
 * @MOEI_STATEMENT_ROW: name, value, who said it and when, what it was before, a note
 * @MOEI_STATEMENT_PAIR: two owners' figures: what of, the difference, how far apart in
 *   time; owner, value and date of the one; owner, value and date of the other
 * @MOEI_STATEMENT_PROSE: a text in full
 * @MOEI_STATEMENT_WARNING: a text that must not be missed
 *
 * How a statement is laid out.
 */
typedef enum {
  MOEI_STATEMENT_HEADING,
  MOEI_STATEMENT_ROW,
  MOEI_STATEMENT_PAIR,
  MOEI_STATEMENT_PROSE,
  MOEI_STATEMENT_WARNING,
} MoeiStatementKind;

#define MOEI_STATEMENT_N_TEXTS 9

/**
 * MoeiStatement:
 * @kind: how it is laid out
 * @texts: what it says, each in its place; `NULL` for nothing
 *
 * One thing that is known, as a reader sees it.
 */
typedef struct {
  MoeiStatementKind  kind;
  char         *texts[MOEI_STATEMENT_N_TEXTS];
} MoeiStatement;

GPtrArray *moei_statements_new   (void);
void       moei_statements_add   (GPtrArray    *statements,
                             MoeiStatementKind  kind,
                             ...) G_GNUC_NULL_TERMINATED;
gboolean   moei_statements_equal (GPtrArray    *a,
                             GPtrArray    *b);

G_END_DECLS
