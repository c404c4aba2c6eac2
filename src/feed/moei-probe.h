/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-durations.h"
#include "feed/moei-way-out.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

/**
 * MoeiProbeStep:
 * @MOEI_PROBE_WAY: the address and the files make sense
 * @MOEI_PROBE_NAME: the host's name, or the proxy's, is known
 * @MOEI_PROBE_CONNECTION: a connection is made
 * @MOEI_PROBE_PROXY: the proxy lets us through
 * @MOEI_PROBE_CERTIFICATE: the service is who it says it is, and knows us
 * @MOEI_PROBE_SERVICE: a Moei service answers, and lets us in
 * @MOEI_PROBE_DATA: what it has can be read
 *
 * The steps to a service, in order.
 */
typedef enum {
  MOEI_PROBE_WAY,
  MOEI_PROBE_NAME,
  MOEI_PROBE_CONNECTION,
  MOEI_PROBE_PROXY,
  MOEI_PROBE_CERTIFICATE,
  MOEI_PROBE_SERVICE,
  MOEI_PROBE_DATA,
  MOEI_N_PROBE_STEPS,
} MoeiProbeStep;

/**
 * MoeiProbeState:
 * @MOEI_PROBE_WAITING: not come to
 * @MOEI_PROBE_RUNNING: being tried
 * @MOEI_PROBE_PASSED: done
 * @MOEI_PROBE_NOT_NEEDED: not on this way
 * @MOEI_PROBE_FAILED: here it ends
 *
 * How far a step is.
 */
typedef enum {
  MOEI_PROBE_WAITING,
  MOEI_PROBE_RUNNING,
  MOEI_PROBE_PASSED,
  MOEI_PROBE_NOT_NEEDED,
  MOEI_PROBE_FAILED,
} MoeiProbeState;

#define MOEI_TYPE_PROBE (moei_probe_get_type ())

G_DECLARE_FINAL_TYPE (MoeiProbe, moei_probe, MOEI, PROBE, GObject)

MoeiProbe       *moei_probe_new             (const char          *address,
                                             MoeiWayOut          *way_out,
                                             const MoeiDurations *durations);
void             moei_probe_start           (MoeiProbe           *self);
void             moei_probe_stop            (MoeiProbe           *self);
MoeiProbeState   moei_probe_get_state       (MoeiProbe           *self,
                                             MoeiProbeStep        step);
gboolean         moei_probe_is_over         (MoeiProbe           *self);
const GError    *moei_probe_get_error       (MoeiProbe           *self);
MoeiDocument    *moei_probe_get_service     (MoeiProbe           *self);
MoeiDocument    *moei_probe_get_situation   (MoeiProbe           *self);
GTlsCertificate *moei_probe_get_certificate (MoeiProbe           *self);

G_END_DECLS
