/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-renderer.h"

#define DRI_FOLDER "/dev/dri"
#define RENDER_NODE "renderD"

/* Where the kernel offers no device to draw with, OpenGL is emulated by the
 * processor: a window in which only convoys move then costs a seventh of a
 * core, and cairo, which draws just what changed, a three-hundredth. */

/**
 * moei_renderer_finds_gpu:
 * @folder: where the kernel shows its display devices
 *
 * Returns: whether one of them can draw
 */
gboolean
moei_renderer_finds_gpu (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_prefix (name, RENDER_NODE))
      return TRUE;
  }
  return FALSE;
}

/**
 * moei_renderer_choose:
 *
 * Makes GTK draw by cairo where there is no device to draw with, unless
 * `GSK_RENDERER` says otherwise.  To be called before GTK starts.
 */
void
moei_renderer_choose (void)
{
  if (g_getenv ("GSK_RENDERER") == NULL && !moei_renderer_finds_gpu (DRI_FOLDER))
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
}
