/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-label-field.h"
#include "map/moei-map-covers.h"

struct _MoeiMapCovers {
  GPtrArray *widgets; /* of GWeakRef */
};

static void
weak_ref_free (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
covers_clear (gpointer data)
{
  g_ptr_array_unref (((MoeiMapCovers *) data)->widgets);
}

/**
 * moei_map_covers_new:
 *
 * Returns: (transfer full): no covers
 */
MoeiMapCovers *
moei_map_covers_new (void)
{
  MoeiMapCovers *self = g_rc_box_new0 (MoeiMapCovers);

  self->widgets = g_ptr_array_new_with_free_func ((GDestroyNotify) weak_ref_free);
  return self;
}

/**
 * moei_map_covers_ref:
 * @self: covers
 *
 * Returns: (transfer full): the same
 */
MoeiMapCovers *
moei_map_covers_ref (MoeiMapCovers *self)
{
  return g_rc_box_acquire (self);
}

/**
 * moei_map_covers_unref:
 * @self: (transfer full): covers
 */
void
moei_map_covers_unref (MoeiMapCovers *self)
{
  g_rc_box_release_full (self, covers_clear);
}

/**
 * moei_map_covers_add:
 * @self: covers
 * @widget: a widget that lies above the map when it is visible
 */
void
moei_map_covers_add (MoeiMapCovers *self,
                     GtkWidget     *widget)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, widget);
  g_ptr_array_add (self->widgets, ref);
}

/**
 * moei_map_covers_get_boxes:
 * @self: covers
 * @map: what they cover
 *
 * Returns: (transfer full) (element-type MoeiBox): what of @map cannot be seen
 */
GArray *
moei_map_covers_get_boxes (MoeiMapCovers *self,
                           GtkWidget     *map)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (MoeiBox));

  for (guint i = 0; i < self->widgets->len; i++) {
    g_autoptr (GtkWidget) widget = g_weak_ref_get (self->widgets->pdata[i]);
    graphene_rect_t bounds;
    MoeiBox box;

    if (widget == NULL || !gtk_widget_get_mapped (widget) || !gtk_widget_compute_bounds (widget, map, &bounds))
      continue;
    box = (MoeiBox) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
    g_array_append_val (boxes, box);
  }
  return boxes;
}
