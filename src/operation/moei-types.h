/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Forward names, so that headers need not include each other. */
typedef struct _MoeiCollection MoeiCollection;
