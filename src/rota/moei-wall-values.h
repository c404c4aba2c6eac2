/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "operation/moei-language-id.h"
#include "operation/moei-words.h"
#include "rota/moei-office-hours.h"
#include "rota/moei-rota-words.h"

G_BEGIN_DECLS

#define MOEI_MAX_SCENES 32

/**
 * MoeiSceneList:
 * @n_scenes: how many
 * @scenes: in their order
 *
 * The scenes of a display, one after another.
 */
typedef struct {
  guint         n_scenes;
  MoeiSceneKind scenes[MOEI_MAX_SCENES];
} MoeiSceneList;

/**
 * MoeiLanguageList:
 * @n_languages: how many
 * @languages: in their order, each once
 *
 * The languages of a display, one after another.
 */
typedef struct {
  guint        n_languages;
  MoeiLanguage languages[MOEI_N_LANGUAGES];
} MoeiLanguageList;

/**
 * MoeiOccasionRule:
 * @action: what it does
 * @seconds: for how long
 *
 * What an occasion does to the scenes.
 */
typedef struct {
  MoeiOccasionAction action;
  int                seconds;
} MoeiOccasionRule;

/* What a display's settings say; yes and no are 1 and 0. */
typedef struct {
  char             *service;    /* (nullable): the one of the desk's settings */
  MoeiSceneList     scenes;
  GHashTable       *monitors;   /* (nullable): name → MoeiSceneList */
  int               dwell;      /* seconds */
  int               dwells[MOEI_N_SCENE_KINDS]; /* 0: dwell */
  int               skip_empty;
  MoeiLanguageList  languages;
  int               language_seconds;
  int               native_digits;
  int               buddhist_era;
  int               idle_seconds;
  MoeiOfficeHours   hours;
  int               blank;
  int               pixel_shift;
  int               memory_ceiling; /* MiB; 0: none */
  int               restart_hour;   /* Bangkok's; -1: none */
  char             *heartbeat;      /* (nullable): none is written */
  int               visitor_minutes;
  int               withhold_below;
  MoeiOccasionRule  occasions[MOEI_N_OCCASION_KINDS];
  int               take_over;      /* MoeiSeverity; unknown: none */
  int               take_over_minutes;
} MoeiWallValues;

void        moei_wall_values_init      (MoeiWallValues *self);
void        moei_wall_values_clear     (MoeiWallValues *self);
void        moei_wall_values_read      (MoeiWallValues *self,
                                        const char     *text,
                                        gsize           length,
                                        GPtrArray      *faults);
GPtrArray  *moei_wall_values_list_keys (void);

G_END_DECLS
