/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wire/moei-document.h"

G_BEGIN_DECLS

/* So many documents are followed, however many a service names. */
#define MOEI_LEDGER_MAX_NAMED 120

#define MOEI_LEDGER_SERVICE   "/v1/"
#define MOEI_LEDGER_SITUATION "/v1/situation"

/**
 * MoeiNamed:
 * @href: the document's address
 * @kind: its kind
 * @day: its day, or its week's Monday; `MOEI_DAY_UNKNOWN` if it is about none
 * @revision: the revision at which it is
 * @present: whether a board of today needs it
 *
 * A document that the situation names.
 */
typedef struct {
  const char       *href;
  MoeiDocumentKind  kind;
  guint             day;
  gint64            revision;
  gboolean          present;
} MoeiNamed;

#define MOEI_TYPE_LEDGER (moei_ledger_get_type ())

G_DECLARE_FINAL_TYPE (MoeiLedger, moei_ledger, MOEI, LEDGER, GObject)

MoeiLedger   *moei_ledger_new            (void);
MoeiDocument *moei_ledger_get_situation  (MoeiLedger   *self);
void          moei_ledger_set_situation  (MoeiLedger   *self,
                                          MoeiDocument *situation);
GArray       *moei_ledger_list           (MoeiLedger   *self);
void          moei_ledger_note           (MoeiLedger   *self,
                                          const char   *href,
                                          const char   *etag,
                                          gint64        revision);
void          moei_ledger_distrust       (MoeiLedger   *self,
                                          const char   *href);
const char   *moei_ledger_get_etag       (MoeiLedger   *self,
                                          const char   *href);
gint64        moei_ledger_get_revision   (MoeiLedger   *self,
                                          const char   *href);
gboolean      moei_ledger_is_named       (MoeiLedger   *self,
                                          const char   *href);
gboolean      moei_ledger_is_here        (MoeiLedger   *self,
                                          const char   *href);
gboolean      moei_ledger_is_current     (MoeiLedger   *self,
                                          const char   *href);
GPtrArray    *moei_ledger_drop_unnamed   (MoeiLedger   *self);
void          moei_ledger_clear          (MoeiLedger   *self);

G_END_DECLS
