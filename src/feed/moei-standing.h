/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-operation.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

/**
 * MoeiSubject:
 * @kind: a kind of document
 * @day: its day, or the Monday of its week; `MOEI_DAY_UNKNOWN` if it is about none
 *
 * What a document is about.
 */
typedef struct {
  MoeiDocumentKind kind;
  guint            day;
} MoeiSubject;

#define MOEI_TYPE_STANDING (moei_standing_get_type ())

G_DECLARE_FINAL_TYPE (MoeiStanding, moei_standing, MOEI, STANDING, GObject)

MoeiStanding *moei_standing_new           (MoeiOperation *operation);
void          moei_standing_show          (MoeiStanding  *self,
                                           const char    *href,
                                           MoeiDocument  *document);
gboolean      moei_standing_is_shown      (MoeiStanding  *self,
                                           const char    *href);
void          moei_standing_confirm       (MoeiStanding  *self,
                                           const char    *href,
                                           gint64         instant);
void          moei_standing_object        (MoeiStanding  *self,
                                           const char    *href,
                                           const char    *problem,
                                           gboolean       present);
GArray       *moei_standing_forget        (MoeiStanding  *self,
                                           MoeiDocument  *situation);
void          moei_standing_sum_up        (MoeiStanding  *self,
                                           gboolean       live);

gboolean      moei_standing_counts        (const char    *freshness);

G_END_DECLS
