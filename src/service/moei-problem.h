/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiProblem:
 * @status: the HTTP status
 * @type: what sort of problem, the end of its URN
 * @title: that sort in a few words
 * @detail: this occurrence in a sentence
 * @instance: (nullable): the address that was asked for
 * @pointer: (nullable): a JSON pointer to the parameter that is wrong
 * @pointed: (nullable): what is wrong with it
 *
 * A problem as RFC 9457 has it.
 */
typedef struct {
  guint       status;
  const char *type;
  const char *title;
  const char *detail;
  const char *instance;
  const char *pointer;
  const char *pointed;
} MoeiProblem;

GBytes *moei_problem_encode (const MoeiProblem *self);

G_END_DECLS
