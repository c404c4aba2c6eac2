/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-notices-scene.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "rules/moei-notices.h"
#include "wall/moei-notice-card.h"
#include "wall/moei-row-box.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-note.h"

/**
 * MoeiNoticesScene:
 *
 * The notices in force, graver ones first; or one of them alone, while it takes
 * the display over; or that there is none.
 */
struct _MoeiNoticesScene {
  MoeiScene parent_instance;

  GtkStack       *stack;
  MoeiRowBox     *rows;
  MoeiNoticeCard *alone;
  MoeiPolyglot   *rest;

  guint n_in_force;
};

/* More than there is ever room for */
#define MAX_ROWS 12

G_DEFINE_FINAL_TYPE (MoeiNoticesScene, moei_notices_scene, MOEI_TYPE_SCENE)

static char *
say_rest (MoeiLanguage  language,
          gconstpointer subject)
{
  guint n = *(const guint *) subject;
  g_autofree char *count = moei_format_count (language, (int) n);

  return g_strdup_printf (moei_ngettext (language, "and %s more notice", "and %s more notices", n), count);
}

static void
show_rest (MoeiNoticesScene *self)
{
  guint n_more = self->n_in_force - MIN (moei_row_box_get_shown (self->rows), self->n_in_force);

  moei_say (self->rest, say_rest, &n_more);
}

static void
show_rows (MoeiNoticesScene *self,
           GPtrArray        *in_force)
{
  gboolean portrait = moei_scene_get_portrait (MOEI_SCENE (self));

  self->n_in_force = in_force->len;
  moei_row_box_set_rows (self->rows, MOEI_TYPE_NOTICE_CARD, MIN (in_force->len, MAX_ROWS));
  for (guint i = 0; i < moei_row_box_get_size (self->rows); i++) {
    MoeiNoticeCard *card = MOEI_NOTICE_CARD (moei_row_box_get_row (self->rows, i));

    moei_notice_card_set_portrait (card, portrait);
    moei_notice_card_show (card, in_force->pdata[i]);
  }
  show_rest (self);
}

/* The one that takes over is shown as long as it is in force, whatever became of
 * the word that it should. */
static MoeiNotice *
find_alone (MoeiNoticesScene *self,
            GPtrArray        *in_force)
{
  const char *id = moei_scene_get_take_over (MOEI_SCENE (self));

  for (guint i = 0; id != NULL && i < in_force->len; i++) {
    if (g_strcmp0 (moei_entity_get_id (in_force->pdata[i]), id) == 0)
      return in_force->pdata[i];
  }
  return NULL;
}

static void
moei_notices_scene_update (MoeiPanel *panel)
{
  MoeiNoticesScene *self = MOEI_NOTICES_SCENE (panel);
  MoeiCollection *notices = moei_operation_get_notices (moei_panel_get_operation (panel));
  g_autoptr (GPtrArray) in_force = moei_notices_in_force (notices, moei_panel_get_now (panel));
  MoeiNotice *alone = find_alone (self, in_force);

  gtk_stack_set_visible_child_name (self->stack, alone != NULL ? "alone" : in_force->len > 0 ? "content" : "none");
  if (alone != NULL)
    moei_notice_card_show (self->alone, alone);
  show_rows (self, in_force);
}

static void
moei_notices_scene_lay_out (MoeiScene *scene)
{
  MoeiNoticesScene *self = MOEI_NOTICES_SCENE (scene);

  moei_notice_card_set_portrait (self->alone, moei_scene_get_portrait (scene));
  moei_panel_update (MOEI_PANEL (self));
}

static void
moei_notices_scene_class_init (MoeiNoticesSceneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MOEI_PANEL_CLASS (klass)->update = moei_notices_scene_update;
  MOEI_SCENE_CLASS (klass)->lay_out = moei_notices_scene_lay_out;

  g_type_ensure (MOEI_TYPE_NOTICE_CARD);
  g_type_ensure (MOEI_TYPE_ROW_BOX);
  g_type_ensure (MOEI_TYPE_SCENE_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-notices-scene.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticesScene, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticesScene, rows);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticesScene, alone);
  gtk_widget_class_bind_template_callback (widget_class, show_rest);
}

static void
moei_notices_scene_init (MoeiNoticesScene *self)
{
  moei_scene_init_template (MOEI_SCENE (self));
  moei_notice_card_set_alone (self->alone, TRUE);
  self->rest = MOEI_POLYGLOT (moei_polyglot_new (24));
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "rest");
  moei_row_box_set_rest (self->rows, GTK_WIDGET (self->rest));
}
