/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-text-cache.h"

/* So many labels are kept; beyond that all are forgotten.  A view has some
 * dozens of them. */
#define MAX_KEPT 256

/**
 * MoeiTextCache:
 *
 * Labels that have been drawn, to be shown again.
 */
struct _MoeiTextCache {
  GHashTable *texts; /* key → MoeiMapText */
  int         scale; /* at which they were drawn */
};

/**
 * moei_text_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
MoeiTextCache *
moei_text_cache_new (void)
{
  MoeiTextCache *self = g_new0 (MoeiTextCache, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) moei_map_text_free);
  return self;
}

/**
 * moei_text_cache_free:
 * @self: (transfer full): a cache
 */
void
moei_text_cache_free (MoeiTextCache *self)
{
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * moei_text_cache_get:
 * @self: a cache
 * @widget: where the label will be shown
 * @language: the language it is in
 * @label: what it says and how it looks
 * @halo: the colour around its letters
 * @alignment: how the shorter line lies to the longer one
 *
 * The cache does not tell languages and halos apart: it is to be cleared when
 * either changes.
 *
 * Returns: (transfer none): the label, until the cache is cleared or trimmed
 */
const MoeiMapText *
moei_text_cache_get (MoeiTextCache      *self,
                     GtkWidget          *widget,
                     MoeiLanguage        language,
                     const MoeiMapLabel *label,
                     const GdkRGBA      *halo,
                     PangoAlignment      alignment)
{
  g_autofree char *base = moei_map_label_get_key (label);
  g_autofree char *key = g_strdup_printf ("%s\t%d", base, alignment);
  MoeiMapText *text = g_hash_table_lookup (self->texts, key);

  if (text == NULL) {
    text = moei_map_text_new (widget, language, &label->first, &label->second, halo, alignment, label->angle);
    g_hash_table_insert (self->texts, g_steal_pointer (&key), text);
  }
  return text;
}

/**
 * moei_text_cache_clear:
 * @self: a cache
 *
 * Forgets all labels.
 */
void
moei_text_cache_clear (MoeiTextCache *self)
{
  g_hash_table_remove_all (self->texts);
}

/**
 * moei_text_cache_trim:
 * @self: a cache
 * @widget: where its labels are shown
 *
 * Forgets all labels if there are very many, or if they were drawn for another
 * resolution.
 */
void
moei_text_cache_trim (MoeiTextCache *self,
                      GtkWidget     *widget)
{
  int scale = gtk_widget_get_scale_factor (widget);

  if (self->scale != scale || g_hash_table_size (self->texts) > MAX_KEPT)
    moei_text_cache_clear (self);
  self->scale = scale;
}
