/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-wire-error.h"

G_DEFINE_QUARK (moei-wire-error, moei_wire_error)
