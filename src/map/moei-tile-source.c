/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-tile-source.h"

#include "map/moei-basemap-source.h"
#include "map/moei-projection.h"
#include "map/moei-tile-fetch.h"
#include "map/moei-tile-image.h"
#include "map/moei-tile-paintable.h"
#include "map/moei-tile-template.h"

#define FIRST_WAIT_S 15
#define LONGEST_WAIT_S 600

/**
 * MoeiTileSource:
 *
 * Tiles of a tile server, for a layer above the base map.
 *
 * A tile that does not come, or is none, is transparent, and asked for again
 * after a while; until then its server is left in peace.  What is kept on this
 * computer is shown without asking for as long as the server said, and longer
 * while the server is away.
 */
struct _MoeiTileSource {
  ShumateMapSource parent_instance;

  char          *template;
  MoeiTileCache *cache;
  SoupSession   *session;
  guint          deadline;   /* of a request, in milliseconds */

  gboolean       dark;
  gboolean       as_cairo;
  guint          generation; /* of the look */
  guint          serial;     /* of the id */

  GPtrArray     *alive;      /* tiles that somebody holds; borrowed */
  GHashTable    *failed;     /* addresses that are not asked for until the next retry */
  gboolean       away;       /* nothing is */
  guint          retry_id;
  guint          wait;       /* for the next retry, in seconds */
  guint          n_jobs;     /* that are not finished */
};

G_DEFINE_FINAL_TYPE (MoeiTileSource, moei_tile_source, SHUMATE_TYPE_MAP_SOURCE)

/* One tile on its way. */
typedef struct {
  MoeiTileSource  *source;
  ShumateTile     *tile;
  GTask           *task;       /* (nullable) of whom wants a new tile; else it is shown anew */
  GCancellable    *cancellable; /* (nullable) of that */
  MoeiTileCache   *cache;
  char            *address;
  gboolean         dark;
  guint            generation;
  MoeiKeptTile    *kept;       /* (nullable) what is on this computer */
  MoeiFetchedTile *fetched;    /* (nullable) what the server answered */
  MoeiRaster      *raster;     /* (nullable) of what is kept, then the outcome */
} Job;

static void load (MoeiTileSource *self, ShumateTile *tile, GTask *task);

static void
job_free (Job *job)
{
  g_clear_pointer (&job->kept, moei_kept_tile_free);
  g_clear_pointer (&job->fetched, moei_fetched_tile_free);
  g_clear_pointer (&job->raster, moei_raster_unref);
  g_clear_object (&job->task);
  g_clear_object (&job->cancellable);
  g_object_unref (job->cache);
  g_object_unref (job->tile);
  g_free (job->address);
  job->source->n_jobs--;
  g_object_unref (job->source);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
on_retry (gpointer user_data)
{
  MoeiTileSource *self = MOEI_TILE_SOURCE (user_data);

  self->retry_id = 0;
  moei_tile_source_retry (self);
  return G_SOURCE_REMOVE;
}

static void
note_failure (MoeiTileSource *self,
              const char     *address,
              const GError   *error)
{
  g_info ("tiles: %s: %s", address, error->message);
  g_hash_table_add (self->failed, g_strdup (address));
  if (g_error_matches (error, MOEI_TILE_FETCH_ERROR, MOEI_TILE_FETCH_ERROR_AWAY))
    self->away = TRUE;
  if (self->retry_id == 0)
    self->retry_id = g_timeout_add_seconds (self->wait, on_retry, self);
}

/* The layer looks at a tile's picture again only when its state changes. */
static void
show (Job *job)
{
  g_autoptr (GdkPaintable) paintable =
    moei_tile_paintable_new (job->raster != NULL ? g_steal_pointer (&job->raster) : moei_tile_image_empty (),
                             job->source->as_cairo);

  shumate_tile_set_paintable (job->tile, paintable);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_LOADED);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
}

/* Takes the job. */
static void
finish (Job *data)
{
  g_autoptr (Job) job = data;

  if (job->task != NULL && g_task_return_error_if_cancelled (job->task))
    return;
  if (job->generation != job->source->generation) {
    /* One that is shown anew is on its way again already. */
    if (job->task != NULL)
      load (job->source, job->tile, g_steal_pointer (&job->task));
    return;
  }

  show (job);
  if (job->task != NULL)
    g_task_return_boolean (job->task, TRUE);
}

/* In a thread: the tile that came, or that is confirmed, is kept if it is one. */
static void
judge_fetched (GTask        *thread,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  MoeiFetchedTile *fetched = job->fetched;
  gint64 expires = g_get_real_time () / G_USEC_PER_SEC + fetched->age;
  GBytes *body = fetched->body != NULL ? fetched->body : job->kept->body;
  const char *etag = fetched->etag != NULL || fetched->body != NULL ? fetched->etag : job->kept->etag;

  if (fetched->body != NULL) {
    g_autoptr (GError) error = NULL;
    MoeiRaster *raster = moei_tile_image_decode (fetched->body, job->dark, &error);

    if (raster == NULL) {
      g_task_return_error (thread, g_steal_pointer (&error));
      return;
    }
    g_clear_pointer (&job->raster, moei_raster_unref);
    job->raster = raster;
  }
  if (fetched->age >= 0)
    moei_tile_cache_save (job->cache, job->address, body, etag, expires);
  g_task_return_boolean (thread, TRUE);
}

/* The thread's task may end in that thread, so that it has nothing of ours. */
static void
run (Job                 *job,
     GTaskThreadFunc      work,
     GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) thread = g_task_new (NULL, NULL, callback, job);

  g_task_set_task_data (thread, job, NULL);
  g_task_run_in_thread (thread, work);
}

/* Whatever fails, what is kept is better than nothing, however old. */
static void
judged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    note_failure (job->source, job->address, error);
  finish (job);
}

static void
fetched_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;

  job->fetched = moei_tile_fetch_finish (result, &error);
  if (job->fetched != NULL) {
    run (job, judge_fetched, judged_cb);
    return;
  }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    note_failure (job->source, job->address, error);
  finish (job);
}

static gboolean
is_fresh (const MoeiKeptTile *kept)
{
  gint64 ahead = kept->expires - g_get_real_time () / G_USEC_PER_SEC;

  /* Farther ahead than any server can say, the clock was another. */
  return ahead > 0 && ahead <= MOEI_TILE_FETCH_MAX_AGE;
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  MoeiTileSource *self = job->source;
  const char *etag = job->kept != NULL && *job->kept->etag != '\0' ? job->kept->etag : NULL;

  if ((job->kept != NULL && is_fresh (job->kept)) || g_cancellable_is_cancelled (job->cancellable)) {
    finish (job);
  } else if (self->away || g_hash_table_contains (self->failed, job->address)) {
    g_hash_table_add (self->failed, g_strdup (job->address));
    finish (job);
  } else {
    moei_tile_fetch_async (self->session, job->address, etag, self->deadline, job->cancellable, fetched_cb, job);
  }
}

/* In a thread. */
static void
load_kept (GTask        *thread,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Job *job = task_data;

  job->kept = moei_tile_cache_load (job->cache, job->address);
  if (job->kept != NULL)
    job->raster = moei_tile_image_decode (job->kept->body, job->dark, NULL);
  if (job->raster == NULL)
    g_clear_pointer (&job->kept, moei_kept_tile_free);
  g_task_return_boolean (thread, TRUE);
}

static char *
get_address (MoeiTileSource *self,
             ShumateTile    *tile)
{
  return moei_tile_template_expand (self->template, shumate_tile_get_zoom_level (tile),
                                    shumate_tile_get_x (tile), shumate_tile_get_y (tile));
}

/* Takes the task. */
static void
load (MoeiTileSource *self,
      ShumateTile    *tile,
      GTask          *task)
{
  Job *job = g_new0 (Job, 1);

  self->n_jobs++;
  job->source = g_object_ref (self);
  job->tile = g_object_ref (tile);
  job->task = task;
  if (task != NULL)
    g_set_object (&job->cancellable, g_task_get_cancellable (task));
  job->cache = g_object_ref (self->cache);
  job->address = get_address (self, tile);
  job->dark = self->dark;
  job->generation = self->generation;
  run (job, load_kept, loaded_cb);
}

static void
on_tile_gone (gpointer  user_data,
              GObject  *tile)
{
  g_ptr_array_remove_fast (user_data, tile);
}

static void
moei_tile_source_fill_tile_async (ShumateMapSource    *source,
                                  ShumateTile         *tile,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  MoeiTileSource *self = MOEI_TILE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, moei_tile_source_fill_tile_async);
  if (!g_ptr_array_find (self->alive, tile, NULL)) {
    g_object_weak_ref (G_OBJECT (tile), on_tile_gone, self->alive);
    g_ptr_array_add (self->alive, tile);
  }
  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  load (self, tile, task);
}

static gboolean
moei_tile_source_fill_tile_finish (ShumateMapSource  *source,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
moei_tile_source_dispose (GObject *object)
{
  g_clear_handle_id (&MOEI_TILE_SOURCE (object)->retry_id, g_source_remove);

  G_OBJECT_CLASS (moei_tile_source_parent_class)->dispose (object);
}

static void
moei_tile_source_finalize (GObject *object)
{
  MoeiTileSource *self = MOEI_TILE_SOURCE (object);

  for (guint i = 0; i < self->alive->len; i++)
    g_object_weak_unref (self->alive->pdata[i], on_tile_gone, self->alive);
  g_ptr_array_unref (self->alive);
  g_hash_table_unref (self->failed);
  g_clear_object (&self->session);
  g_clear_object (&self->cache);
  g_free (self->template);

  G_OBJECT_CLASS (moei_tile_source_parent_class)->finalize (object);
}

static void
moei_tile_source_class_init (MoeiTileSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_tile_source_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_tile_source_finalize;
  source_class->fill_tile_async = moei_tile_source_fill_tile_async;
  source_class->fill_tile_finish = moei_tile_source_fill_tile_finish;
}

static void
moei_tile_source_init (MoeiTileSource *self)
{
  self->alive = g_ptr_array_new ();
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wait = FIRST_WAIT_S;
  self->session = moei_tile_session_new ();
}

/* The layer's cache of tiles goes by the id. */
static void
change_id (MoeiTileSource *self)
{
  g_autofree char *id = g_strdup_printf ("tiles-%u", ++self->serial);

  /* Not as a property: libshumate 1.0 then takes it for the name as well. */
  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), id);
}

/**
 * moei_tile_source_new:
 * @template: a tile's address, accepted by moei_tile_template_check()
 * @cache: where tiles are kept
 * @deadline: how long a request may take, in milliseconds
 *
 * Returns: (transfer full): a source of the tiles there
 */
MoeiTileSource *
moei_tile_source_new (const char    *template,
                      MoeiTileCache *cache,
                      guint          deadline)
{
  MoeiTileSource *self = g_object_new (MOEI_TYPE_TILE_SOURCE,
                                       "name", "Tile server",
                                       "min-zoom-level", MOEI_BASEMAP_MIN_ZOOM,
                                       "max-zoom-level", MOEI_BASEMAP_MAX_ZOOM,
                                       "tile-size", MOEI_TILE_SIZE,
                                       NULL);

  self->template = g_strdup (template);
  self->cache = g_object_ref (cache);
  self->deadline = deadline;
  change_id (self);
  return self;
}

/**
 * moei_tile_source_set_look:
 * @self: a source
 * @dark: whether its tiles are seen in dark surroundings; they are darker then
 * @as_cairo: whether to draw them as cairo nodes
 *
 * The tiles on screen are made anew from what is kept.
 */
void
moei_tile_source_set_look (MoeiTileSource *self,
                           gboolean        dark,
                           gboolean        as_cairo)
{
  g_return_if_fail (MOEI_IS_TILE_SOURCE (self));

  if (self->dark == dark && self->as_cairo == as_cairo)
    return;

  self->dark = dark;
  self->as_cairo = as_cairo;
  self->generation++;
  change_id (self);
  for (guint i = 0; i < self->alive->len; i++) {
    if (shumate_tile_get_state (self->alive->pdata[i]) == SHUMATE_STATE_DONE)
      load (self, self->alive->pdata[i], NULL);
  }
}

/**
 * moei_tile_source_retry:
 * @self: a source
 *
 * Asks again for what failed and is on screen, and from now on for all else
 * that failed.  This happens by itself after a while, which is the longer the
 * more often it is in vain.
 */
void
moei_tile_source_retry (MoeiTileSource *self)
{
  g_autoptr (GHashTable) failed = NULL;
  gboolean in_vain = FALSE;

  g_return_if_fail (MOEI_IS_TILE_SOURCE (self));

  g_clear_handle_id (&self->retry_id, g_source_remove);
  failed = g_steal_pointer (&self->failed);
  self->failed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->away = FALSE;
  /* Else the layer remembers the transparent ones. */
  change_id (self);
  for (guint i = 0; i < self->alive->len; i++) {
    ShumateTile *tile = self->alive->pdata[i];
    g_autofree char *address = get_address (self, tile);

    if (shumate_tile_get_state (tile) != SHUMATE_STATE_DONE || !g_hash_table_contains (failed, address))
      continue;
    in_vain = TRUE;
    load (self, tile, NULL);
  }
  self->wait = in_vain ? MIN (2 * self->wait, LONGEST_WAIT_S) : FIRST_WAIT_S;
}

/**
 * moei_tile_source_is_idle:
 * @self: a source
 *
 * Returns: whether no tile is waited for
 */
gboolean
moei_tile_source_is_idle (MoeiTileSource *self)
{
  g_return_val_if_fail (MOEI_IS_TILE_SOURCE (self), FALSE);

  return self->n_jobs == 0;
}
