/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chaos-world.h"

G_BEGIN_DECLS

/**
 * ChaosSubject:
 * @name: its name
 * @kind: the document; `CHAOS_EVENTS` and `CHAOS_ALL` are none
 *
 * Whose answers are spoilt.
 */
typedef struct {
  const char *name;
  int         kind;
} ChaosSubject;

#define CHAOS_EVENTS (-1)
#define CHAOS_ALL    (-2)

#define CHAOS_N_SUBJECTS 14

extern const ChaosSubject chaos_subjects[CHAOS_N_SUBJECTS];

/**
 * ChaosPhase:
 * @CHAOS_PHASE_FIRST: nothing has been read yet
 * @CHAOS_PHASE_FOLLOWING: all was read, and is followed
 * @CHAOS_PHASE_RECONNECT: the same, and all connections are reset
 *
 * When it befalls them.
 */
typedef enum {
  CHAOS_PHASE_FIRST,
  CHAOS_PHASE_FOLLOWING,
  CHAOS_PHASE_RECONNECT,
  CHAOS_N_PHASES,
} ChaosPhase;

char *chaos_oracle_judge (ChaosWorld         *world,
                          const ChaosSubject *subject,
                          ChaosFault          fault,
                          ChaosPhase          phase);

G_END_DECLS
