/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-language-id.h"
#include "operation/moei-nationality.h"
#include "operation/moei-operation.h"
#include "rules/moei-clearing.h"
#include "rules/moei-disagreement.h"

G_BEGIN_DECLS

/**
 * MoeiCountryLine:
 * @nationality: (transfer full): the country or region
 * @waiting: its people at all stages before departed; `MOEI_COUNT_UNKNOWN` if none is reported
 * @departed: its people who left
 * @has_clearing: whether there is an answer
 * @clearing: when the last of them will have left
 * @is_disputed: whether two owners' figures differ
 * @disagreement: the largest difference; its reports are those of @nationality
 *
 * What the meeting display says of one country or region.
 */
typedef struct {
  MoeiNationality  *nationality;
  int               waiting;
  int               departed;
  gboolean          has_clearing;
  MoeiClearing      clearing;
  gboolean          is_disputed;
  MoeiDisagreement  disagreement;
} MoeiCountryLine;

/**
 * MoeiCountrySum:
 * @n: of how many countries or regions it is
 * @waiting: their people who wait, as far as they are known
 * @departed: their people who left, as far as they are known
 * @n_unknown: of how many it is not known how many wait
 *
 * Several countries or regions together.
 */
typedef struct {
  guint n;
  int   waiting;
  int   departed;
  guint n_unknown;
} MoeiCountrySum;

GArray *moei_country_lines_list           (MoeiOperation         *operation,
                                           const MoeiForecast    *forecast);
void    moei_country_lines_sum            (GArray                *lines,
                                           guint                  first,
                                           guint                  n,
                                           MoeiCountrySum        *sum);
void    moei_country_lines_withhold       (GArray                *lines,
                                           guint                  n_shown,
                                           int                    below,
                                           MoeiCountrySum        *rest,
                                           MoeiCountrySum        *total);

char   *moei_country_line_say_clearing    (MoeiLanguage           language,
                                           const MoeiCountryLine *line);
char   *moei_country_line_say_disagreement (MoeiLanguage           language,
                                            const MoeiCountryLine *line);
char   *moei_country_sum_say_rest         (MoeiLanguage           language,
                                           const MoeiCountrySum  *rest);

G_END_DECLS
