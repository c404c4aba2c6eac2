/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-notice.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "rules/moei-notices.h"
#include "wall/moei-polyglot.h"

/**
 * MoeiWallNotice:
 *
 * The gravest notice in force.
 *
 * One that is grave stands there in all languages at once, for who cannot read
 * it must not wait for a turn.
 */
struct _MoeiWallNotice {
  MoeiPanel parent_instance;

  GtkImage     *icon;
  GtkStack     *stack;
  MoeiPolyglot *headline;
  MoeiPolyglot *more;
  GtkGrid      *grid;
  MoeiPolyglot *alerts[MOEI_N_LANGUAGES];
  int           n_columns;
  gboolean      visitor;
};

/* A headline in each language side by side, in two columns where there is room */
#define N_COLUMNS 2

G_DEFINE_FINAL_TYPE (MoeiWallNotice, moei_wall_notice, MOEI_TYPE_PANEL)

static void
show_more (MoeiWallNotice *self,
           guint           n_more)
{
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    /* "+4": the scene of the notices says more */
    g_autofree char *more = moei_format_difference (i, (int) n_more);

    moei_polyglot_set_text (self->more, i, n_more > 0 ? more : NULL);
  }
}

static void
show_notice (MoeiWallNotice *self,
             MoeiNotice     *notice)
{
  gboolean grave = moei_notice_is_grave (notice);
  const MoeiText *headline = moei_notice_get_headline (notice);

  gtk_image_set_from_icon_name (self->icon, grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  gtk_stack_set_visible_child_name (self->stack, grave ? "alert" : "line");
  moei_polyglot_set_named (self->headline, headline);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self->alerts[i], i, moei_text_get (headline, i));
  if (grave)
    gtk_widget_add_css_class (GTK_WIDGET (self), "grave");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "grave");
}

static void
moei_wall_notice_update (MoeiPanel *panel)
{
  MoeiWallNotice *self = MOEI_WALL_NOTICE (panel);
  g_autoptr (GPtrArray) in_force = moei_notices_in_force (moei_operation_get_notices (moei_panel_get_operation (panel)),
                                                          moei_panel_get_now (panel));

  gtk_widget_set_visible (GTK_WIDGET (self), in_force->len > 0 && !self->visitor);
  if (in_force->len > 0)
    show_notice (self, in_force->pdata[0]);
  show_more (self, in_force->len > 0 ? in_force->len - 1 : 0);
}

static void
moei_wall_notice_dispose (GObject *object)
{
  MoeiWallNotice *self = MOEI_WALL_NOTICE (object);

  for (gsize i = 0; i < MOEI_N_LANGUAGES; i++)
    g_clear_object (&self->alerts[i]);

  G_OBJECT_CLASS (moei_wall_notice_parent_class)->dispose (object);
}

static void
moei_wall_notice_class_init (MoeiWallNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_wall_notice_dispose;
  MOEI_PANEL_CLASS (klass)->update = moei_wall_notice_update;

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallNotice, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallNotice, headline);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallNotice, more);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallNotice, grid);
  gtk_widget_class_set_css_name (widget_class, "wallnotice");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
moei_wall_notice_init (MoeiWallNotice *self)
{
  static const MoeiLanguage all[] = { MOEI_LANGUAGE_EN, MOEI_LANGUAGE_TH, MOEI_LANGUAGE_MY, MOEI_LANGUAGE_ZH_CN };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_columns = N_COLUMNS;
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    self->alerts[i] = g_object_ref_sink (MOEI_POLYGLOT (moei_polyglot_new (24)));
    g_object_set (self->alerts[i], "lines", 4, "hexpand", TRUE, NULL);
    gtk_widget_add_css_class (GTK_WIDGET (self->alerts[i]), "strong");
    moei_polyglot_pin (self->alerts[i], i);
  }
  moei_wall_notice_set_languages (self, all, G_N_ELEMENTS (all));
}

/**
 * moei_wall_notice_set_languages:
 * @self: a notice
 * @languages: (array length=n_languages): in which a grave notice is said, in their order
 * @n_languages: how many
 */
void
moei_wall_notice_set_languages (MoeiWallNotice     *self,
                                const MoeiLanguage *languages,
                                guint               n_languages)
{
  GtkWidget *child;

  g_return_if_fail (MOEI_IS_WALL_NOTICE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < n_languages; i++)
    gtk_grid_attach (self->grid, GTK_WIDGET (self->alerts[languages[i]]), (int) i % self->n_columns, (int) i / self->n_columns,
                     1, 1);
}

/**
 * moei_wall_notice_set_portrait:
 * @self: a notice
 * @portrait: whether the screen stands upright, so that languages are one below the other
 */
void
moei_wall_notice_set_portrait (MoeiWallNotice *self,
                               gboolean        portrait)
{
  int n_columns = portrait ? 1 : N_COLUMNS;
  g_autoptr (GPtrArray) alerts = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *child;

  g_return_if_fail (MOEI_IS_WALL_NOTICE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL) {
    g_ptr_array_add (alerts, g_object_ref (child));
    gtk_grid_remove (self->grid, child);
  }
  for (int i = 0; i < (int) alerts->len; i++)
    gtk_grid_attach (self->grid, alerts->pdata[i], i % n_columns, i / n_columns, 1, 1);
  self->n_columns = n_columns;
}

/**
 * moei_wall_notice_set_visitor:
 * @self: a notice
 * @visitor: whether visitors look, who are shown no notice: it may name a site
 */
void
moei_wall_notice_set_visitor (MoeiWallNotice *self,
                              gboolean        visitor)
{
  g_return_if_fail (MOEI_IS_WALL_NOTICE (self));

  self->visitor = visitor;
  moei_panel_update (MOEI_PANEL (self));
}
