/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/moei-magnify.h"

static GskRenderNode *magnify (GskRenderNode *node,
                               GskTransform  *transform);

/* A container stays one: GTK looks for what differs container by container. */
static GskRenderNode *
magnify_container (GskRenderNode *node,
                   GskTransform  *transform)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);

  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    g_ptr_array_add (children, magnify (gsk_container_node_get_child (node, i), transform));
  return gsk_container_node_new ((GskRenderNode **) children->pdata, children->len);
}

static GskRenderNode *
magnify_transformed (GskRenderNode *node,
                     GskTransform  *transform)
{
  g_autoptr (GskTransform) both = gsk_transform_transform (gsk_transform_ref (transform),
                                                           gsk_transform_node_get_transform (node));

  return magnify (gsk_transform_node_get_child (node), both);
}

static GskRenderNode *
magnify_clipped (GskRenderNode *node,
                 GskTransform  *transform)
{
  GskRenderNode *child = magnify (gsk_clip_node_get_child (node), transform), *clipped;
  graphene_rect_t clip;

  gsk_transform_transform_bounds (transform, gsk_clip_node_get_clip (node), &clip);
  clipped = gsk_clip_node_new (child, &clip);
  gsk_render_node_unref (child);
  return clipped;
}

static GskRenderNode *
magnify_color (GskRenderNode *node,
               GskTransform  *transform)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  gsk_transform_transform_bounds (transform, &bounds, &bounds);
  return gsk_color_node_new (gsk_color_node_get_color (node), &bounds);
}

static GskRenderNode *
magnify (GskRenderNode *node,
         GskTransform  *transform)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);
  gboolean is_upright = gsk_transform_get_category (transform) >= GSK_TRANSFORM_CATEGORY_2D_AFFINE;

  if (type == GSK_CONTAINER_NODE)
    return magnify_container (node, transform);
  if (type == GSK_TRANSFORM_NODE)
    return magnify_transformed (node, transform);
  if (type == GSK_CLIP_NODE && is_upright)
    return magnify_clipped (node, transform);
  if (type == GSK_COLOR_NODE && is_upright)
    return magnify_color (node, transform);
  return transform != NULL ? gsk_transform_node_new (node, transform) : gsk_render_node_ref (node);
}

/**
 * moei_magnify:
 * @node: what is magnified as one
 *
 * GTK 4.8 does not look what is other than in the last frame within what is
 * magnified as one: all of it would be drawn anew where a single part has moved.
 *
 * Returns: (transfer full): what looks the same, each part magnified by itself
 */
GskRenderNode *
moei_magnify (GskRenderNode *node)
{
  return magnify (node, NULL);
}
