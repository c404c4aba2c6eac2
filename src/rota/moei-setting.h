/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-wall-values.h"

G_BEGIN_DECLS

typedef struct _MoeiSetting MoeiSetting;

/**
 * MoeiSettingReader:
 * @setting: what is read
 * @text: what the file says, without space around it
 * @value: (out): where it goes; left as it is if @text will not do
 *
 * Returns: (transfer full) (nullable): what is wrong with @text, such as "not a
 *   whole number from 10 to 600"; `NULL` if nothing
 */
typedef char *(*MoeiSettingReader) (const MoeiSetting *setting,
                                    const char        *text,
                                    gpointer           value);

/**
 * MoeiSetting:
 * @key: its name
 * @read: how it is read
 * @offset: where it goes in #MoeiWallValues
 * @least: the least number
 * @most: the greatest number
 * @none: what "none" means, if it may be said; else `MOEI_SETTING_NO_NONE`
 * @words: (nullable): the words that it may be
 *
 * A key of the settings file.
 */
struct _MoeiSetting {
  const char         *key;
  MoeiSettingReader   read;
  gsize               offset;
  int                 least;
  int                 most;
  int                 none;
  const char * const *words;
};

#define MOEI_SETTING_NO_NONE G_MININT

char *moei_setting_read_number    (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_word      (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_yes_or_no (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_service   (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_path      (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_scenes    (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_languages (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_hours     (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_days      (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);
char *moei_setting_read_occasion  (const MoeiSetting *setting,
                                   const char        *text,
                                   gpointer           value);

G_END_DECLS
