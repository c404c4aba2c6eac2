/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdint.h>

#include "fuzz.h"

/* What libFuzzer calls.  build-aux/fuzz says which reader it is about. */

int LLVMFuzzerInitialize   (int            *argc,
                            char         ***argv);
int LLVMFuzzerTestOneInput (const uint8_t  *data,
                            size_t          size);

static const FuzzTarget *target;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  target = fuzz_find_target (g_getenv ("MOEI_FUZZ_TARGET"));
  if (target == NULL)
    g_error ("MOEI_FUZZ_TARGET names no target");

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  target->run (data, size);
  return 0;
}
