/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-entity.h"
#include "operation/moei-language-id.h"
#include "rota/moei-rota-words.h"

G_BEGIN_DECLS

/**
 * MoeiPulse:
 * @version: the program's
 * @pid: its process
 * @started: when it began, on this computer's clock
 * @written: when this was true, on this computer's clock
 * @state: how far what is shown can be trusted to be current
 * @data_age: seconds since the service last spoke; -1 if it never did
 * @revision: the revision of what is shown; -1 if nothing is
 * @epoch: (nullable): the identity of the service's store
 * @scene: what is shown
 * @language: in which language
 * @visitor: whether it is for visitors
 * @awake: whether the display is not dark
 * @resident: resident memory in KiB
 * @updates: how often what is shown has changed
 * @scene_turns: how often the scene has changed
 * @language_turns: how often the language has changed
 * @settings_problem: (nullable): why the settings file as it is now is not followed
 *
 * How a meeting display fares.
 */
typedef struct {
  char          *version;
  int            pid;
  gint64         started;
  gint64         written;
  MoeiDataState  state;
  gint64         data_age;
  gint64         revision;
  char          *epoch;
  MoeiSceneKind  scene;
  MoeiLanguage   language;
  gboolean       visitor;
  gboolean       awake;
  guint          resident;
  guint          updates;
  guint          scene_turns;
  guint          language_turns;
  char          *settings_problem;
} MoeiPulse;

void      moei_pulse_init         (MoeiPulse       *self,
                                   gint64           started);
void      moei_pulse_clear        (MoeiPulse       *self);
char     *moei_pulse_format       (const MoeiPulse *self);
gboolean  moei_pulse_parse        (MoeiPulse       *self,
                                   const char      *text,
                                   GError         **error);
guint     moei_pulse_get_resident (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MoeiPulse, moei_pulse_clear)

G_END_DECLS
