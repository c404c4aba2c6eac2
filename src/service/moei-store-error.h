/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MOEI_STORE_ERROR (moei_store_error_quark ())

/**
 * MoeiStoreError:
 * @MOEI_STORE_ERROR_FAILED: the machine refused to read or write
 * @MOEI_STORE_ERROR_NOT_A_STORE: the file is something else
 * @MOEI_STORE_ERROR_NEWER: a newer Moei made the store
 * @MOEI_STORE_ERROR_DAMAGED: the store contradicts itself
 * @MOEI_STORE_ERROR_FULL: no room is left on the disk
 * @MOEI_STORE_ERROR_LOCKED: another service has the store
 * @MOEI_STORE_ERROR_READ_ONLY: the store or its folder may not be written
 * @MOEI_STORE_ERROR_INVALID: the change itself cannot be kept
 * @MOEI_STORE_ERROR_CLOSED: the store has been closed
 * @MOEI_STORE_ERROR_MOVED: the file was deleted or replaced while it was open
 *
 * Why a store could not be opened, read or written.
 */
typedef enum {
  MOEI_STORE_ERROR_FAILED,
  MOEI_STORE_ERROR_NOT_A_STORE,
  MOEI_STORE_ERROR_NEWER,
  MOEI_STORE_ERROR_DAMAGED,
  MOEI_STORE_ERROR_FULL,
  MOEI_STORE_ERROR_LOCKED,
  MOEI_STORE_ERROR_READ_ONLY,
  MOEI_STORE_ERROR_INVALID,
  MOEI_STORE_ERROR_CLOSED,
  MOEI_STORE_ERROR_MOVED,
} MoeiStoreError;

GQuark moei_store_error_quark (void);

G_END_DECLS
