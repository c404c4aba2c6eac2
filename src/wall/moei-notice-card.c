/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-notice-card.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "language/moei-zone.h"
#include "rules/moei-notices.h"
#include "wall/moei-fit-box.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-grid.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiNoticeCard:
 *
 * A notice on the meeting display: how grave it is, since and until when it
 * holds, and who gave it.
 *
 * One that is grave is there in all languages at once, for who cannot read it
 * must not wait for a turn.  Alone it fills the screen.
 */
struct _MoeiNoticeCard {
  AdwBin parent_instance;

  GtkImage     *icon;
  MoeiPolyglot *severity;
  MoeiPolyglot *headline;
  GtkGrid      *grid;
  MoeiPolyglot *headlines[MOEI_N_LANGUAGES];
  MoeiPolyglot *description;
  MoeiPolyglot *provenance;
  gboolean      portrait;
  gboolean      alone;
};

/* Where it has the screen to itself */
#define ALONE         44.0
#define ALONE_UPRIGHT 26.0

G_DEFINE_FINAL_TYPE (MoeiNoticeCard, moei_notice_card, ADW_TYPE_BIN)

/* How grave it is, and until when it holds */
static char *
say_severity (MoeiLanguage  language,
              gconstpointer subject)
{
  MoeiNotice *notice = (MoeiNotice *) subject;
  const char *severity = moei_word_severity (language, moei_notice_get_severity (notice));
  g_autofree char *until = NULL, *said = NULL;

  if (moei_notice_get_expires (notice) == MOEI_INSTANT_UNKNOWN)
    return g_strdup (severity);
  until = moei_format_date_time (language, moei_notice_get_expires (notice), MOEI_ZONE_BANGKOK);
  /* Translators: until when a notice holds: "until 20 March 2025, 18:00" */
  said = g_strdup_printf (C_("notice", "until %s"), until);
  return g_strdup_printf (_("%1$s · %2$s"), severity, said);
}

static char *
say_description (MoeiLanguage  language,
                 gconstpointer subject)
{
  const MoeiText *description = moei_notice_get_description ((MoeiNotice *) subject);

  return description != NULL ? g_strdup (moei_text_get (description, language)) : NULL;
}

static char *
say_provenance (MoeiLanguage  language,
                gconstpointer subject)
{
  MoeiNotice *notice = (MoeiNotice *) subject;
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (MOEI_ENTITY (notice)));
  g_autofree char *since = NULL;

  if (moei_notice_get_effective (notice) == MOEI_INSTANT_UNKNOWN)
    return g_steal_pointer (&owner);
  since = moei_format_date_time (language, moei_notice_get_effective (notice), MOEI_ZONE_BANGKOK);
  return owner != NULL ? g_strdup_printf (_("%1$s, %2$s"), owner, since) : g_steal_pointer (&since);
}

static void
moei_notice_card_class_init (MoeiNoticeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_FIT_BOX);
  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-notice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, severity);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, headline);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, grid);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, description);
  gtk_widget_class_bind_template_child (widget_class, MoeiNoticeCard, provenance);
  gtk_widget_class_set_css_name (widget_class, "noticecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
moei_notice_card_init (MoeiNoticeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    self->headlines[i] = MOEI_POLYGLOT (moei_polyglot_new (MOEI_WALL_TEXT));
    g_object_set (self->headlines[i], "lines", 5, "hexpand", TRUE, NULL);
    gtk_widget_add_css_class (GTK_WIDGET (self->headlines[i]), "strong");
    moei_polyglot_pin (self->headlines[i], i);
    gtk_grid_attach (self->grid, GTK_WIDGET (self->headlines[i]), (int) i % 2, (int) i / 2, 1, 1);
  }
}

/**
 * moei_notice_card_show:
 * @self: a card
 * @notice: a notice
 */
void
moei_notice_card_show (MoeiNoticeCard *self,
                       MoeiNotice     *notice)
{
  gboolean grave = moei_notice_is_grave (notice);
  const MoeiText *headline = moei_notice_get_headline (notice);

  g_return_if_fail (MOEI_IS_NOTICE_CARD (self));

  gtk_image_set_from_icon_name (self->icon, grave ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  moei_say (self->severity, say_severity, notice);
  moei_polyglot_set_named (self->headline, headline);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self->headlines[i], i, headline != NULL ? moei_text_get (headline, i) : "–");
  moei_say_if (self->description, say_description, notice);
  moei_say_if (self->provenance, say_provenance, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->headline), !grave);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), grave);
  moei_set_class (GTK_WIDGET (self), "grave", grave);
}

static void
update_size (MoeiNoticeCard *self)
{
  double size = !self->alone ? MOEI_WALL_TEXT : self->portrait ? ALONE_UPRIGHT : ALONE;

  g_object_set (self->headline, "size", size, NULL);
  for (int i = 0; i < MOEI_N_LANGUAGES; i++)
    g_object_set (self->headlines[i], "size", size, NULL);
}

/**
 * moei_notice_card_set_portrait:
 * @self: a card
 * @portrait: whether the screen stands upright, so that languages are one below the other
 */
void
moei_notice_card_set_portrait (MoeiNoticeCard *self,
                               gboolean        portrait)
{
  g_return_if_fail (MOEI_IS_NOTICE_CARD (self));

  if (self->portrait == portrait)
    return;
  self->portrait = portrait;
  for (int i = 0; i < MOEI_N_LANGUAGES; i++) {
    MoeiScenePlace place = { portrait ? 0 : i % 2, portrait ? i : i / 2, 1, 1 };

    moei_scene_grid_place (self->grid, GTK_WIDGET (self->headlines[i]), &place);
  }
  update_size (self);
}

/**
 * moei_notice_card_set_alone:
 * @self: a card
 * @alone: whether it has the screen to itself
 */
void
moei_notice_card_set_alone (MoeiNoticeCard *self,
                            gboolean        alone)
{
  g_return_if_fail (MOEI_IS_NOTICE_CARD (self));

  self->alone = alone;
  update_size (self);
  moei_set_class (GTK_WIDGET (self), "alone", alone);
}
