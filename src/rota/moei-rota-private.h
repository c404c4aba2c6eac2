/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rota/moei-interruptions.h"
#include "rota/moei-rota.h"
#include "rota/moei-rounds.h"

G_BEGIN_DECLS

typedef enum {
  MOEI_ROTA_PROP_SCENE = 1,
  MOEI_ROTA_PROP_LANGUAGE,
  MOEI_ROTA_PROP_HELD_BY,
  MOEI_ROTA_PROP_VISITOR,
  MOEI_ROTA_PROP_TAKE_OVER,
  MOEI_ROTA_PROP_OCCASION,
} MoeiRotaProperty;

extern GParamSpec *moei_rota_properties[MOEI_ROTA_PROP_OCCASION + 1];

struct _MoeiRota {
  GObject parent_instance;

  MoeiWallPlan      *plan;
  char              *monitor;
  MoeiRounds        *rounds;
  MoeiInterruptions *interruptions;

  gboolean           has_begun;
  gint64             last;         /* when it was last told the time */
  gint64             touch_left;   /* until nobody is at the keyboard any more */
  gint64             touched_for;
  gint64             untouched_for;
  gint64             visitor_left;
  char              *take_over;    /* (nullable): a notice's id */
  guint              is_put_aside : 1;   /* the take-over, by who looks at a scene */
  guint              is_deaf : 1;        /* to a key that does not end */
  guint              is_for_visitors : 1; /* shows nothing else, ever */

  /* What was last said */
  MoeiSceneKind      scene;
  MoeiLanguage       language;
  MoeiHold           held_by;
  gboolean           visitor;
  MoeiOccasion      *occasion;     /* (nullable) */
  guint              scene_turns;
  guint              language_turns;
};

gboolean moei_rota_is_visitor    (MoeiRota *self);
gboolean moei_rota_is_taken_over (MoeiRota *self);
void     moei_rota_settle        (MoeiRota *self);

G_END_DECLS
