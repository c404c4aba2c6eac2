/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "operation/moei-quota-day.h"

G_BEGIN_DECLS

gboolean moei_day_reports_show (GtkBox       *box,
                                MoeiQuotaDay *day);

G_END_DECLS
