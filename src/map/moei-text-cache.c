/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-text-cache.h"

/* Beyond so many labels, those are forgotten that were not wanted since the last
 * trimming.  A view has some dozens of them, seldom hundreds. */
#define MAX_KEPT 256

/**
 * MoeiTextCache:
 *
 * Labels that have been drawn, to be shown again.
 */
struct _MoeiTextCache {
  GHashTable *texts;  /* key → Entry */
  double      scale;  /* at which they were drawn */
  guint       serial; /* of trimmings */
  double      least;  /* size of a text */
};

typedef struct {
  MoeiMapText *text;
  guint        wanted; /* after which trimming */
} Entry;

static void
entry_free (Entry *entry)
{
  moei_map_text_free (entry->text);
  g_free (entry);
}

static gboolean
is_unwanted (gpointer key,
             gpointer value,
             gpointer user_data)
{
  return ((const Entry *) value)->wanted != GPOINTER_TO_UINT (user_data);
}

/**
 * moei_text_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
MoeiTextCache *
moei_text_cache_new (void)
{
  MoeiTextCache *self = g_new0 (MoeiTextCache, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
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
  Entry *entry = g_hash_table_lookup (self->texts, key);

  if (entry == NULL) {
    MoeiTextLine first = label->first, second = label->second;

    first.size = MAX (first.size, self->least);
    second.size = MAX (second.size, self->least);
    entry = g_new (Entry, 1);
    entry->text = moei_map_text_new (widget, language, &first, &second, halo, alignment, label->angle);
    g_hash_table_insert (self->texts, g_steal_pointer (&key), entry);
  }
  entry->wanted = self->serial;
  return entry->text;
}

/**
 * moei_text_cache_set_least:
 * @self: a cache
 * @least: the size below which no text is, in pixels
 */
void
moei_text_cache_set_least (MoeiTextCache *self,
                           double         least)
{
  if (self->least != least)
    moei_text_cache_clear (self);
  self->least = least;
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
 * Forgets labels that were not wanted since the last time if there are very
 * many, and all if they were drawn for another resolution.
 */
void
moei_text_cache_trim (MoeiTextCache *self,
                      GtkWidget     *widget)
{
  double scale = moei_raster_scale_of (widget);

  if (self->scale != scale)
    moei_text_cache_clear (self);
  else if (g_hash_table_size (self->texts) > MAX_KEPT)
    g_hash_table_foreach_remove (self->texts, is_unwanted, GUINT_TO_POINTER (self->serial));
  self->scale = scale;
  self->serial++;
}
