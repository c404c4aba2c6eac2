/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-blank.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiWallBlank:
 *
 * Why there is nothing to show, in all languages at once: nobody knows who will
 * come to mend it.
 */
struct _MoeiWallBlank {
  AdwBin parent_instance;

  GtkImage     *icon;
  GtkBox       *titles_box;
  MoeiPolyglot *titles[MOEI_N_LANGUAGES];
  MoeiPolyglot *remark;
};

static const struct {
  const char *icon_name;
  const char *title;
  const char *remark;
} pictures[] = {
  [MOEI_PICTURE_LOADING] = { "content-loading-symbolic", N_("Asking the service …"),
                             N_("This display has no earlier picture to show in the meantime.") },
  [MOEI_PICTURE_UNSET] = { MOEI_APP_ID "-symbolic", N_("No service is chosen"),
                           N_("Start Moei with the address of the service that it is to follow:") },
  [MOEI_PICTURE_EMPTY] = { MOEI_APP_ID "-symbolic", N_("Nothing is reported yet"),
                           N_("The service answers, but holds no places and no days.") },
  [MOEI_PICTURE_DENIED] = { "dialog-password-symbolic", N_("The service does not let this display in"), NULL },
  [MOEI_PICTURE_BROKEN] = { "network-error-symbolic", N_("The service cannot be reached"), NULL },
};

#define COMMAND "moei --wall --service https://moei.example.org/"

G_DEFINE_FINAL_TYPE (MoeiWallBlank, moei_wall_blank, ADW_TYPE_BIN)

static void
moei_wall_blank_class_init (MoeiWallBlankClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-blank.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallBlank, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallBlank, titles_box);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallBlank, remark);
  gtk_widget_class_set_css_name (widget_class, "wallblank");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
moei_wall_blank_init (MoeiWallBlank *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    self->titles[i] = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_TITLE));
    g_object_set (self->titles[i], "lines", 2, "xalign", 0.5, NULL);
    gtk_widget_add_css_class (GTK_WIDGET (self->titles[i]), "strong");
    moei_polyglot_pin (self->titles[i], i);
    gtk_box_append (self->titles_box, GTK_WIDGET (self->titles[i]));
  }
}

static void
show_remark (MoeiWallBlank  *self,
             MoeiPicture     picture,
             const MoeiText *problem)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    const char *words = problem != NULL ? moei_text_get (problem, i) : NULL;
    g_autofree char *text = NULL;

    if (pictures[picture].remark != NULL)
      words = moei_gettext (i, pictures[picture].remark);
    text = picture == MOEI_PICTURE_UNSET ? g_strdup_printf ("%s\n" COMMAND, words) : g_strdup (words);
    moei_polyglot_set_text (self->remark, i, text);
  }
}

/**
 * moei_wall_blank_set_picture:
 * @self: a blank
 * @picture: what there is to show; not `MOEI_PICTURE_WHOLE`
 * @problem: (nullable): what is wrong, in a sentence
 */
void
moei_wall_blank_set_picture (MoeiWallBlank  *self,
                             MoeiPicture     picture,
                             const MoeiText *problem)
{
  g_return_if_fail (MOEI_IS_WALL_BLANK (self));
  g_return_if_fail (picture < G_N_ELEMENTS (pictures));

  gtk_image_set_from_icon_name (self->icon, pictures[picture].icon_name);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self->titles[i], i, moei_gettext (i, pictures[picture].title));
  show_remark (self, picture, problem);
}
