/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-scene-note.h"

/**
 * MoeiSceneNote:
 *
 * What a scene shows when there is nothing to show: a picture and a few words.
 */
struct _MoeiSceneNote {
  AdwBin parent_instance;

  GtkImage     *icon;
  MoeiPolyglot *title;
  MoeiPolyglot *detail;
};

typedef enum {
  PROP_ICON_NAME = 1,
  PROP_MESSAGE,
} MoeiSceneNoteProperty;

static GParamSpec *properties[PROP_MESSAGE + 1];

G_DEFINE_FINAL_TYPE (MoeiSceneNote, moei_scene_note, ADW_TYPE_BIN)

static void
moei_scene_note_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  MoeiSceneNote *self = MOEI_SCENE_NOTE (object);

  switch ((MoeiSceneNoteProperty) prop_id) {
  case PROP_ICON_NAME:
    gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
    break;
  case PROP_MESSAGE:
    g_object_set_property (G_OBJECT (self->title), "message", value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_scene_note_class_init (MoeiSceneNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = moei_scene_note_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  /* Its title, in a template, where it is marked as translatable */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-scene-note.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiSceneNote, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiSceneNote, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiSceneNote, detail);
  gtk_widget_class_set_css_name (widget_class, "scenenote");
}

static void
moei_scene_note_init (MoeiSceneNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_scene_note_get_title:
 * @self: a note
 *
 * Returns: (transfer none): its title
 */
MoeiPolyglot *
moei_scene_note_get_title (MoeiSceneNote *self)
{
  g_return_val_if_fail (MOEI_IS_SCENE_NOTE (self), NULL);

  return self->title;
}

/**
 * moei_scene_note_get_detail:
 * @self: a note
 *
 * Returns: (transfer none): what stands below its title; nothing at first
 */
MoeiPolyglot *
moei_scene_note_get_detail (MoeiSceneNote *self)
{
  g_return_val_if_fail (MOEI_IS_SCENE_NOTE (self), NULL);

  return self->detail;
}
