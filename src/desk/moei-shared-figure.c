/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-shared-figure.h"

#include "operation/moei-entity.h"
#include "parts/moei-shared-count.h"

/**
 * moei_shared_figure_show:
 * @figure: what shows it
 * @id: of whom it is
 * @count: what may be shown of a count
 * @text: (nullable): how it is written, if otherwise than by [func@shared_count_format]
 * @below: counts below this are small; 0 if nothing is withheld
 *
 * That counts are withheld, or are no longer, is no news of them.
 */
void
moei_shared_figure_show (MoeiFigure *figure,
                         const char *id,
                         int         count,
                         const char *text,
                         int         below)
{
  g_autofree char *subject = g_strdup_printf ("%s/%d", id, below);
  g_autofree char *written = NULL;

  moei_figure_set_subject (figure, subject);
  if (count == MOEI_COUNT_UNKNOWN) {
    moei_figure_set_count (figure, count);
    return;
  }
  written = text != NULL ? g_strdup (text) : moei_shared_count_format (count, below);
  moei_figure_set_text (figure, written);
}
