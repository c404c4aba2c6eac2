/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MoeiLanguage:
 * @MOEI_LANGUAGE_EN: English
 * @MOEI_LANGUAGE_TH: Thai
 * @MOEI_LANGUAGE_MY: Burmese
 * @MOEI_LANGUAGE_ZH_CN: Simplified Chinese
 *
 * The four languages in which every text of the operation exists.
 */
typedef enum {
  MOEI_LANGUAGE_EN,
  MOEI_LANGUAGE_TH,
  MOEI_LANGUAGE_MY,
  MOEI_LANGUAGE_ZH_CN,
} MoeiLanguage;

#define MOEI_N_LANGUAGES 4

G_END_DECLS
