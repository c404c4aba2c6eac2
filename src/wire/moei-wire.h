/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* All that the other rooms need of this one. */
#include "wire/moei-document.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-event-data.h"
#include "wire/moei-event-kind.h"
#include "wire/moei-instant.h"
#include "wire/moei-link.h"
#include "wire/moei-reference.h"
#include "wire/moei-wire-error.h"
