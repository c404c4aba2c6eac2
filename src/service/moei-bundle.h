/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "service/moei-bundle-error.h"
#include "service/moei-shelf.h"
#include "wire/moei-document.h"

G_BEGIN_DECLS

#define MOEI_TYPE_BUNDLE (moei_bundle_get_type ())

G_DECLARE_FINAL_TYPE (MoeiBundle, moei_bundle, MOEI, BUNDLE, GObject)

MoeiBundle     *moei_bundle_new           (void);
MoeiBundle     *moei_bundle_read          (GFile             *folder,
                                           GError           **error);
MoeiBundle     *moei_bundle_read_built_in (GError           **error);
gboolean        moei_bundle_write         (MoeiBundle        *self,
                                           GFile             *folder,
                                           GError           **error);
MoeiDocument   *moei_bundle_get_document  (MoeiBundle        *self,
                                           MoeiDocumentKind   kind);
MoeiCollection *moei_bundle_get_entities  (MoeiBundle        *self,
                                           MoeiDocumentKind   kind);
MoeiCollection *moei_bundle_get_shelf     (MoeiBundle        *self,
                                           MoeiShelf          shelf);

G_END_DECLS
