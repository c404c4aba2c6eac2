/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * FuzzTarget:
 * @name: what it is called; its words are in NAME.dict, what once broke it in corpus/NAME
 * @run: reads a text as from outside, and checks what must hold of any
 * @seed: (nullable): adds texts to begin from, beside those of the corpus
 * @rounds: how many mutations the ordinary tests try
 *
 * One reader of what comes from outside.
 */
typedef struct {
  const char *name;
  void      (*run)  (const guint8 *data,
                     gsize         size);
  void      (*seed) (GPtrArray    *seeds);
  guint       rounds;
} FuzzTarget;

const FuzzTarget *fuzz_get_targets      (guint        *n_targets);
const FuzzTarget *fuzz_find_target      (const char   *name);
GPtrArray        *fuzz_load_seeds       (const FuzzTarget *target);

void              fuzz_add_text         (GPtrArray    *seeds,
                                         const char   *text);
void              fuzz_add_folder       (GPtrArray    *seeds,
                                         const char   *folder,
                                         const char   *suffix);
void              fuzz_add_file         (GPtrArray    *seeds,
                                         const char   *path);
char             *fuzz_to_string        (const guint8 *data,
                                         gsize         size);

void              fuzz_run_json         (const guint8 *data,
                                         gsize         size);
void              fuzz_run_document     (const guint8 *data,
                                         gsize         size);
void              fuzz_run_entity       (const guint8 *data,
                                         gsize         size);
void              fuzz_run_event        (const guint8 *data,
                                         gsize         size);
void              fuzz_seed_documents   (GPtrArray    *seeds);
void              fuzz_seed_entities    (GPtrArray    *seeds);

void              fuzz_run_time         (const guint8 *data,
                                         gsize         size);
void              fuzz_run_address      (const guint8 *data,
                                         gsize         size);

void              fuzz_run_wall         (const guint8 *data,
                                         gsize         size);
void              fuzz_run_invitation   (const guint8 *data,
                                         gsize         size);
void              fuzz_run_pulse        (const guint8 *data,
                                         gsize         size);
void              fuzz_seed_wall        (GPtrArray    *seeds);

void              fuzz_run_event_stream (const guint8 *data,
                                         gsize         size);
void              fuzz_run_gzip         (const guint8 *data,
                                         gsize         size);
void              fuzz_run_answer       (const guint8 *data,
                                         gsize         size);
void              fuzz_seed_gzip        (GPtrArray    *seeds);

void              fuzz_run_import       (const guint8 *data,
                                         gsize         size);
void              fuzz_run_request      (const guint8 *data,
                                         gsize         size);
void              fuzz_seed_import      (GPtrArray    *seeds);

void              fuzz_finish           (void);

void              fuzz_run_basemap      (const guint8 *data,
                                         gsize         size);

G_END_DECLS
