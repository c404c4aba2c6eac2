/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "operation/moei-language-id.h"
#include "operation/moei-words.h"
#include "rota/moei-office-hours.h"
#include "rota/moei-rota-words.h"

G_BEGIN_DECLS

#define MOEI_TYPE_WALL_PLAN (moei_wall_plan_get_type ())

G_DECLARE_FINAL_TYPE (MoeiWallPlan, moei_wall_plan, MOEI, WALL_PLAN, GObject)

MoeiWallPlan          *moei_wall_plan_new                     (void);
MoeiWallPlan          *moei_wall_plan_parse                   (const char          *text,
                                                               gsize                length);
MoeiWallPlan          *moei_wall_plan_load                    (const char          *path);
MoeiWallPlan          *moei_wall_plan_load_copy               (const char          *path,
                                                               const char          *copy);
MoeiWallPlan          *moei_wall_plan_open                    (const char          *chosen);
char                  *moei_wall_plan_find                    (const char          *chosen);
int                    moei_wall_plan_check                   (const char * const  *paths);

const char            *moei_wall_plan_get_path                (MoeiWallPlan        *self);
gboolean               moei_wall_plan_says_the_same           (MoeiWallPlan        *self,
                                                               MoeiWallPlan        *other);
const char * const    *moei_wall_plan_get_faults              (MoeiWallPlan        *self);

const char            *moei_wall_plan_get_service             (MoeiWallPlan        *self);
const MoeiSceneKind   *moei_wall_plan_get_scenes              (MoeiWallPlan        *self,
                                                               const char          *monitor,
                                                               guint               *n_scenes);
guint                  moei_wall_plan_get_dwell               (MoeiWallPlan        *self,
                                                               MoeiSceneKind        scene);
gboolean               moei_wall_plan_get_skip_empty          (MoeiWallPlan        *self);
const MoeiLanguage    *moei_wall_plan_get_languages           (MoeiWallPlan        *self,
                                                               guint               *n_languages);
guint                  moei_wall_plan_get_language_seconds    (MoeiWallPlan        *self);
gboolean               moei_wall_plan_get_native_digits       (MoeiWallPlan        *self);
gboolean               moei_wall_plan_get_buddhist_era        (MoeiWallPlan        *self);
guint                  moei_wall_plan_get_idle_seconds        (MoeiWallPlan        *self);

const MoeiOfficeHours *moei_wall_plan_get_office_hours        (MoeiWallPlan        *self);
gboolean               moei_wall_plan_get_blank               (MoeiWallPlan        *self);
guint                  moei_wall_plan_get_pixel_shift         (MoeiWallPlan        *self);
guint                  moei_wall_plan_get_memory_ceiling      (MoeiWallPlan        *self);
int                    moei_wall_plan_get_restart_hour        (MoeiWallPlan        *self);
const char            *moei_wall_plan_get_heartbeat           (MoeiWallPlan        *self);

guint                  moei_wall_plan_get_visitor_minutes     (MoeiWallPlan        *self);
int                    moei_wall_plan_get_withhold_below      (MoeiWallPlan        *self);

MoeiOccasionAction     moei_wall_plan_get_occasion            (MoeiWallPlan        *self,
                                                               MoeiOccasionKind     kind,
                                                               guint               *seconds);
MoeiSeverity           moei_wall_plan_get_take_over           (MoeiWallPlan        *self);
guint                  moei_wall_plan_get_take_over_minutes   (MoeiWallPlan        *self);

G_END_DECLS
