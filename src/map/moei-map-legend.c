/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/moei-language.h"
#include "map/moei-map-legend.h"
#include "map/moei-symbol-image.h"

/* What is explained first where there is room for a line only. */
static const MoeiMapKey brief[] = {
  MOEI_MAP_KEY_HELD,
  MOEI_MAP_KEY_CLEARING,
  MOEI_MAP_KEY_CLEARED,
  MOEI_MAP_KEY_UNKNOWN,
  MOEI_MAP_KEY_CONVOY_UNKNOWN,
  MOEI_MAP_KEY_CONVOY_HALTED,
  MOEI_MAP_KEY_CROSSING_CLOSED,
  MOEI_MAP_KEY_CONVOY,
  MOEI_MAP_KEY_AIRCRAFT,
};

/**
 * MoeiMapLegend:
 *
 * The card that explains what is drawn in the view, and nothing else: folded, a
 * line or two of what matters most; unfolded, all of it.
 */
struct _MoeiMapLegend {
  GtkBox parent_instance;

  GtkToggleButton *header;
  GtkLabel        *title;
  GtkBox          *line;
  GtkBox          *second_line;
  GtkBox          *rows;
  GtkWidget       *row[MOEI_MAP_N_KEYS];
  GtkWidget       *brief[G_N_ELEMENTS (brief)];

  MoeiMapScene    *scene; /* (nullable) */
  MoeiMapKeys      keys;
  int              room;      /* for the line, in pixels */
  guint            following : 1;
  guint            by_hand : 1;
};

G_DEFINE_FINAL_TYPE (MoeiMapLegend, moei_map_legend, GTK_TYPE_BOX)

static void
put_in_line (GtkWidget *row,
             GtkBox    *line)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  g_object_ref (row);
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), row);
  gtk_box_append (line, row);
  g_object_unref (row);
}

/* As many of those that matter most as there is room for in two lines. */
static void
update_line (MoeiMapLegend *self)
{
  GtkBox *lines[] = { self->line, self->second_line };
  gboolean folded = !gtk_toggle_button_get_active (self->header);
  int left = self->room, n[] = { 0, 0 };
  guint line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (brief); i++) {
    gboolean shown = folded && (self->keys & MOEI_MAP_KEY_BIT (brief[i])) != 0;
    int width;

    gtk_widget_set_visible (self->brief[i], TRUE);
    gtk_widget_measure (self->brief[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
    width += gtk_box_get_spacing (self->line);
    if (shown && width > left && n[line] > 0 && line + 1 < G_N_ELEMENTS (lines)) {
      left = self->room;
      line++;
    }
    shown = shown && width <= left;
    gtk_widget_set_visible (self->brief[i], shown);
    put_in_line (self->brief[i], lines[line]);
    left -= shown ? width : 0;
    n[line] += shown;
  }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    gtk_widget_set_visible (GTK_WIDGET (lines[i]), n[i] > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->title), n[0] == 0);
}

static void
on_toggled (MoeiMapLegend *self)
{
  self->by_hand |= !self->following;
  update_line (self);
}

static void
update_rows (MoeiMapLegend *self)
{
  for (MoeiMapKey key = 0; key < MOEI_MAP_N_KEYS; key++)
    gtk_widget_set_visible (self->row[key], (self->keys & MOEI_MAP_KEY_BIT (key)) != 0);
  update_line (self);
}

static GtkWidget *
create_row (MoeiMapKey key)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *word = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (word), 0);
  gtk_box_append (GTK_BOX (row), moei_symbol_image_new_for_key (key));
  gtk_box_append (GTK_BOX (row), word);
  return row;
}

static void
update_row (MoeiMapLegend *self,
            GtkWidget     *row,
            MoeiMapKey     key)
{
  moei_symbol_image_set_tone (MOEI_SYMBOL_IMAGE (gtk_widget_get_first_child (row)),
                              moei_map_scene_get_tone (self->scene));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)),
                      moei_map_key_get_word (moei_map_scene_get_language (self->scene), key));
}

static void
update (MoeiMapLegend *self)
{
  const char *title = moei_pgettext (moei_map_scene_get_language (self->scene), "map", "Legend");

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (MoeiMapKey key = 0; key < MOEI_MAP_N_KEYS; key++)
    update_row (self, self->row[key], key);
  for (guint i = 0; i < G_N_ELEMENTS (brief); i++)
    update_row (self, self->brief[i], brief[i]);
  update_rows (self);
}

static void
moei_map_legend_dispose (GObject *object)
{
  g_clear_object (&MOEI_MAP_LEGEND (object)->scene);

  G_OBJECT_CLASS (moei_map_legend_parent_class)->dispose (object);
}

static void
moei_map_legend_class_init (MoeiMapLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_map_legend_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/map/moei-map-legend.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, header);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, line);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, second_line);
  gtk_widget_class_bind_template_child (widget_class, MoeiMapLegend, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
moei_map_legend_init (MoeiMapLegend *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (MoeiMapKey key = 0; key < MOEI_MAP_N_KEYS; key++) {
    self->row[key] = create_row (key);
    gtk_box_append (self->rows, self->row[key]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (brief); i++) {
    self->brief[i] = create_row (brief[i]);
    gtk_box_append (self->line, self->brief[i]);
  }
}

/**
 * moei_map_legend_set_scene:
 * @self: a legend
 * @scene: what the map shows
 *
 * To be called once.
 */
void
moei_map_legend_set_scene (MoeiMapLegend *self,
                           MoeiMapScene  *scene)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));
  g_return_if_fail (self->scene == NULL);

  self->scene = g_object_ref (scene);
  g_signal_connect_object (scene, "notify::language", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scene, "notify::contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * moei_map_legend_set_keys:
 * @self: a legend
 * @keys: what is drawn
 *
 * Explains that, and nothing else.
 */
void
moei_map_legend_set_keys (MoeiMapLegend *self,
                          MoeiMapKeys    keys)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));

  if (self->keys == keys)
    return;
  self->keys = keys;
  gtk_widget_set_visible (GTK_WIDGET (self), keys != 0);
  update_rows (self);
}

/**
 * moei_map_legend_get_keys:
 * @self: a legend
 *
 * Returns: what it explains
 */
MoeiMapKeys
moei_map_legend_get_keys (MoeiMapLegend *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_LEGEND (self), 0);

  return self->keys;
}

/**
 * moei_map_legend_set_expanded:
 * @self: a legend
 * @expanded: whether it explains all that is drawn, or in a line what matters
 *   most
 *
 * Unless somebody has folded or unfolded it by hand.
 */
void
moei_map_legend_set_expanded (MoeiMapLegend *self,
                              gboolean       expanded)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));

  if (self->by_hand)
    return;
  self->following = TRUE;
  gtk_toggle_button_set_active (self->header, expanded);
  self->following = FALSE;
}

/**
 * moei_map_legend_is_by_hand:
 * @self: a legend
 *
 * Returns: whether somebody has folded or unfolded it
 */
gboolean
moei_map_legend_is_by_hand (MoeiMapLegend *self)
{
  g_return_val_if_fail (MOEI_IS_MAP_LEGEND (self), FALSE);

  return self->by_hand;
}

/**
 * moei_map_legend_set_room:
 * @self: a legend
 * @width: how long its line may be, in pixels
 */
void
moei_map_legend_set_room (MoeiMapLegend *self,
                          int            width)
{
  g_return_if_fail (MOEI_IS_MAP_LEGEND (self));

  if (self->room == width)
    return;
  self->room = width;
  update_line (self);
}
