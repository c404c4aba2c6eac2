/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-basemap-source.h"
#include "map/moei-map-resources.h"
#include "map/moei-projection.h"
#include "map/moei-raster.h"
#include "map/moei-tile-paintable.h"

#define RESOURCES "/org/moei/Moei/basemap/"

#define PICTURE "moei-picture"

/**
 * MoeiBasemapSource:
 *
 * Tiles of the bundled base maps, drawn by a few threads when they are wanted.
 *
 * A change of look draws the tiles that are on screen once more and hands them
 * their new picture, so that the old one stays until then.
 */
struct _MoeiBasemapSource {
  ShumateMapSource parent_instance;

  GPtrArray    *basemaps;
  GThreadPool  *pool;

  MoeiTileLook  look;
  guint         generation; /* of the look */
  guint         as_cairo : 1;

  GPtrArray    *alive;      /* tiles that somebody holds; borrowed */
  guint         n_jobs;     /* that are not finished */
  guint         n_drawn;
  guint         n_forgotten;
};

G_DEFINE_FINAL_TYPE (MoeiBasemapSource, moei_basemap_source, SHUMATE_TYPE_MAP_SOURCE)

/* One tile to be drawn. */
typedef struct {
  MoeiBasemapSource *source;
  ShumateTile       *tile;
  GTask             *task;      /* (nullable) of whom wants a new tile; else it is drawn again */
  MoeiTileLook       look;
  guint              generation;
  guint              zoom, x, y;
  MoeiRaster        *raster;    /* (nullable) the outcome */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->raster, moei_raster_unref);
  g_clear_object (&job->task);
  g_object_unref (job->tile);
  job->source->n_jobs--;
  g_object_unref (job->source);
  g_free (job);
}

static void
queue (MoeiBasemapSource *self,
       ShumateTile       *tile,
       GTask             *task)
{
  Job *job = g_new0 (Job, 1);

  self->n_jobs++;
  job->source = g_object_ref (self);
  job->tile = g_object_ref (tile);
  job->task = task;
  job->look = self->look;
  job->generation = self->generation;
  job->zoom = shumate_tile_get_zoom_level (tile);
  job->x = shumate_tile_get_x (tile);
  job->y = shumate_tile_get_y (tile);
  g_thread_pool_push (self->pool, job, NULL);
}

static void
give_up (gpointer paintable)
{
  moei_tile_paintable_clear (paintable);
  g_object_unref (paintable);
}

/* The layer looks at a tile's picture again only when its state changes, and
 * keeps it when the tile is gone, though none is taken from there: the picture
 * goes with the tile. */
static void
show (Job *job)
{
  g_autoptr (GdkPaintable) paintable =
    moei_tile_paintable_new (g_steal_pointer (&job->raster), job->source->as_cairo);

  shumate_tile_set_paintable (job->tile, paintable);
  g_object_set_data_full (G_OBJECT (job->tile), PICTURE, g_object_ref (paintable), give_up);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_LOADED);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
}

static gboolean
finish_job (gpointer user_data)
{
  Job *job = user_data;

  if (job->task != NULL && g_task_return_error_if_cancelled (job->task))
    return G_SOURCE_REMOVE;

  if (job->generation != job->source->generation) {
    /* The look changed meanwhile.  A tile that is drawn again has been queued
     * anew already. */
    if (job->task != NULL)
      queue (job->source, job->tile, g_steal_pointer (&job->task));
    return G_SOURCE_REMOVE;
  }

  show (job);
  job->source->n_drawn++;
  if (job->task != NULL)
    g_task_return_boolean (job->task, TRUE);
  return G_SOURCE_REMOVE;
}

static void
draw_tile (gpointer data,
           gpointer user_data)
{
  Job *job = data;
  MoeiBasemapSource *self = user_data;

  /* What would be thrown away is not drawn; finish_job() asks for it anew. */
  if (job->generation == (guint) g_atomic_int_get (&self->generation) &&
      (job->task == NULL || !g_cancellable_is_cancelled (g_task_get_cancellable (job->task))))
    job->raster = moei_raster_new (moei_basemap_raster_surface (self->basemaps, &job->look,
                                                                job->zoom, job->x, job->y));
  g_idle_add_full (G_PRIORITY_DEFAULT, finish_job, job, (GDestroyNotify) job_free);
}

/* The layer's cache of pictures goes by the id.  A tile that it makes of one is
 * unknown here, and would keep its look for ever: none is to be found. */
static void
forget_cached (MoeiBasemapSource *self)
{
  g_autofree char *id = g_strdup_printf ("moei-%u", ++self->n_forgotten);

  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), id);
}

static void
on_tile_gone (gpointer  user_data,
              GObject  *tile)
{
  MoeiBasemapSource *self = MOEI_BASEMAP_SOURCE (user_data);

  g_ptr_array_remove_fast (self->alive, tile);
  forget_cached (self);
}

static void
moei_basemap_source_fill_tile_async (ShumateMapSource    *source,
                                     ShumateTile         *tile,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  MoeiBasemapSource *self = MOEI_BASEMAP_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, moei_basemap_source_fill_tile_async);
  if (!g_ptr_array_find (self->alive, tile, NULL)) {
    g_object_weak_ref (G_OBJECT (tile), on_tile_gone, self);
    g_ptr_array_add (self->alive, tile);
  }
  shumate_tile_set_state (tile, SHUMATE_STATE_LOADING);
  queue (self, tile, task);
}

static gboolean
moei_basemap_source_fill_tile_finish (ShumateMapSource  *source,
                                      GAsyncResult      *result,
                                      GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
moei_basemap_source_finalize (GObject *object)
{
  MoeiBasemapSource *self = MOEI_BASEMAP_SOURCE (object);

  /* Each job holds the source: there is none left, and no thread to wait for. */
  g_thread_pool_free (self->pool, TRUE, FALSE);
  for (guint i = 0; i < self->alive->len; i++)
    g_object_weak_unref (self->alive->pdata[i], on_tile_gone, self);
  g_ptr_array_unref (self->alive);
  g_ptr_array_unref (self->basemaps);

  G_OBJECT_CLASS (moei_basemap_source_parent_class)->finalize (object);
}

static void
moei_basemap_source_class_init (MoeiBasemapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_basemap_source_finalize;
  source_class->fill_tile_async = moei_basemap_source_fill_tile_async;
  source_class->fill_tile_finish = moei_basemap_source_fill_tile_finish;
}

static void
moei_basemap_source_init (MoeiBasemapSource *self)
{
  guint n_threads = CLAMP (g_get_num_processors (), 2, 4) - 1;

  self->alive = g_ptr_array_new ();
  self->look = (MoeiTileLook) { MOEI_MAP_TONE_LIGHT, 1.0, 1.0 };
  self->pool = g_thread_pool_new (draw_tile, self, n_threads, FALSE, NULL);
}

/**
 * moei_basemap_source_new:
 * @basemaps: (element-type MoeiBasemap) (transfer none): the maps, the lower
 *   ones first; not to be changed any more
 *
 * Returns: (transfer full): a source of their tiles
 */
MoeiBasemapSource *
moei_basemap_source_new (GPtrArray *basemaps)
{
  MoeiBasemapSource *self = g_object_new (MOEI_TYPE_BASEMAP_SOURCE,
                                          "name", "Moei",
                                          "min-zoom-level", MOEI_BASEMAP_MIN_ZOOM,
                                          "max-zoom-level", MOEI_BASEMAP_MAX_ZOOM,
                                          "tile-size", MOEI_TILE_SIZE,
                                          NULL);

  self->basemaps = g_ptr_array_ref (basemaps);
  /* Not as a property: libshumate 1.0 then takes it for the name as well. */
  shumate_map_source_set_id (SHUMATE_MAP_SOURCE (self), "moei-0");
  return self;
}

/**
 * moei_basemap_load_bundled:
 *
 * Returns: (transfer full) (element-type MoeiBasemap): the maps that are part
 *   of the program, the lower ones first
 */
GPtrArray *
moei_basemap_load_bundled (void)
{
  static const char * const names[] = { "world.basemap", "border.basemap", "local.basemap" };
  GPtrArray *basemaps = g_ptr_array_new_with_free_func (g_object_unref);
  GResource *resource = moei_map_get_resource ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_strconcat (RESOURCES, names[i], NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
    MoeiBasemap *basemap = bytes != NULL ? moei_basemap_decode (bytes, &error) : NULL;

    if (basemap != NULL)
      g_ptr_array_add (basemaps, basemap);
    else
      g_critical ("%s: %s", path, error->message);
  }

  return basemaps;
}

/**
 * moei_basemap_source_set_look:
 * @self: a source
 * @look: how its tiles are to look from now on
 * @as_cairo: whether to draw them as cairo nodes
 *
 * The tiles on screen are drawn again.
 */
void
moei_basemap_source_set_look (MoeiBasemapSource  *self,
                              const MoeiTileLook *look,
                              gboolean            as_cairo)
{
  g_return_if_fail (MOEI_IS_BASEMAP_SOURCE (self));

  if (self->look.tone == look->tone && self->look.scale == look->scale &&
      self->look.stretch == look->stretch && self->as_cairo == as_cairo)
    return;

  self->look = *look;
  self->as_cairo = as_cairo;
  g_atomic_int_inc (&self->generation);
  forget_cached (self);

  for (guint i = 0; i < self->alive->len; i++) {
    if (shumate_tile_get_state (self->alive->pdata[i]) == SHUMATE_STATE_DONE)
      queue (self, self->alive->pdata[i], NULL);
  }
}

/**
 * moei_basemap_source_get_n_alive:
 * @self: a source
 *
 * Returns: how many of its tiles are held by somebody
 */
guint
moei_basemap_source_get_n_alive (MoeiBasemapSource *self)
{
  g_return_val_if_fail (MOEI_IS_BASEMAP_SOURCE (self), 0);

  return self->alive->len;
}

/**
 * moei_basemap_source_get_n_drawn:
 * @self: a source
 *
 * Returns: how many tiles it has drawn, again or for the first time
 */
guint
moei_basemap_source_get_n_drawn (MoeiBasemapSource *self)
{
  g_return_val_if_fail (MOEI_IS_BASEMAP_SOURCE (self), 0);

  return self->n_drawn;
}

/**
 * moei_basemap_source_is_idle:
 * @self: a source
 *
 * Returns: whether no tile is waited for
 */
gboolean
moei_basemap_source_is_idle (MoeiBasemapSource *self)
{
  g_return_val_if_fail (MOEI_IS_BASEMAP_SOURCE (self), FALSE);

  return self->n_jobs == 0;
}
