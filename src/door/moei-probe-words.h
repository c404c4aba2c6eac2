/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "feed/moei-probe.h"

G_BEGIN_DECLS

const char *moei_probe_words_step   (MoeiProbeStep   step);
const char *moei_probe_words_state  (MoeiProbeState  state);
const char *moei_probe_words_icon   (MoeiProbeState  state);
char       *moei_probe_words_detail (MoeiProbe      *probe,
                                     MoeiProbeStep   step);

G_END_DECLS
