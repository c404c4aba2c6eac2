/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define LARGE_BLOCK (128 * 1024)

/**
 * moei_memory_give_back:
 *
 * Tiles of the map come and go: large blocks are given back, which malloc would
 * else keep for the thread that drew them.
 */
void
moei_memory_give_back (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK);
#endif
}
