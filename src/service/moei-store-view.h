/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "operation/moei-collection.h"
#include "service/moei-shelf.h"
#include "service/moei-store.h"

G_BEGIN_DECLS

/**
 * MoeiStoreItem:
 * @id: its identity
 * @day: its civil day; `MOEI_DAY_UNKNOWN` unless the shelf is dated
 * @revision: the revision at which it last changed
 * @body: what it is, as JSON
 *
 * One item of a shelf.
 */
typedef struct {
  char   *id;
  guint   day;
  gint64  revision;
  char   *body;
} MoeiStoreItem;

/**
 * MoeiStoreDocument:
 * @href: its address
 * @revision: the revision at which it last changed
 * @changed: when that was, on the service's clock
 *
 * One document that can be asked for.
 */
typedef struct {
  char   *href;
  gint64  revision;
  gint64  changed;
} MoeiStoreDocument;

void        moei_store_view_free           (MoeiStoreView      *self);
const char *moei_store_view_get_epoch      (MoeiStoreView      *self);
gint64      moei_store_view_get_revision   (MoeiStoreView      *self);
gboolean    moei_store_view_get_document   (MoeiStoreView      *self,
                                            const char         *href,
                                            MoeiStoreDocument  *document,
                                            GError            **error);
GPtrArray  *moei_store_view_list_documents (MoeiStoreView      *self,
                                            gint64              since,
                                            GError            **error);
GPtrArray  *moei_store_view_list_items     (MoeiStoreView      *self,
                                            MoeiShelf           shelf,
                                            guint               first_day,
                                            guint               last_day,
                                            GError            **error);
GArray     *moei_store_view_list_days      (MoeiStoreView      *self,
                                            MoeiShelf           shelf,
                                            guint               first_day,
                                            guint               last_day,
                                            GError            **error);
gboolean    moei_store_view_load_changes   (MoeiStoreView      *self,
                                            MoeiCollection     *collection,
                                            GError            **error);
gboolean    moei_store_view_verify         (MoeiStoreView      *self,
                                            gint64             *n_changes,
                                            GError            **error);

void        moei_store_document_clear      (MoeiStoreDocument  *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MoeiStoreView, moei_store_view_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MoeiStoreDocument, moei_store_document_clear)

G_END_DECLS
