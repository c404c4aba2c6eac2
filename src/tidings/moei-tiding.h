/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MoeiTidingKind:
 * @MOEI_TIDING_FLIGHT_DEPARTED: a flight has left
 * @MOEI_TIDING_FLIGHT_AT_RISK: a flight's people may not be there in time
 * @MOEI_TIDING_QUOTA_REACHED: today's quota has departed
 * @MOEI_TIDING_DATA_OLD: what is shown is no longer current
 *
 * What whoever does not look is told.
 */
typedef enum {
  MOEI_TIDING_FLIGHT_DEPARTED,
  MOEI_TIDING_FLIGHT_AT_RISK,
  MOEI_TIDING_QUOTA_REACHED,
  MOEI_TIDING_DATA_OLD,
} MoeiTidingKind;

#define MOEI_N_TIDING_KINDS 4

#define MOEI_TYPE_TIDING (moei_tiding_get_type ())

G_DECLARE_FINAL_TYPE (MoeiTiding, moei_tiding, MOEI, TIDING, GObject)

MoeiTiding     *moei_tiding_new           (MoeiTidingKind  kind,
                                           const char     *entity);
MoeiTidingKind  moei_tiding_get_kind      (MoeiTiding     *self);
const char     *moei_tiding_get_entity    (MoeiTiding     *self);
const char     *moei_tiding_get_key       (MoeiTiding     *self);
char           *moei_tiding_dup_link      (MoeiTiding     *self);
gboolean        moei_tiding_keeps         (MoeiTiding     *self);
const char     *moei_tiding_kind_get_name (MoeiTidingKind  kind);

G_END_DECLS
