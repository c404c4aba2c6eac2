/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-state.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "wall/moei-polyglot.h"

/**
 * MoeiWallState:
 *
 * How far the figures can be trusted to be current: a word, a shape, and how
 * long ago the service spoke.
 */
struct _MoeiWallState {
  AdwBin parent_instance;

  int           state; /* MoeiDataState; -1 before the first */
  gint64        age;
  gboolean      portrait;
  GtkImage     *icon;
  MoeiPolyglot *word;
  MoeiPolyglot *updated;
};

/* Each state has a shape of its own besides its colour. */
static const struct {
  const char *css_class;
  const char *icon_name;
} looks[] = {
  [MOEI_DATA_STATE_NONE] = { "none", "content-loading-symbolic" },
  [MOEI_DATA_STATE_LIVE] = { "live", "media-record-symbolic" },
  [MOEI_DATA_STATE_LATE] = { "late", "dialog-warning-symbolic" },
  [MOEI_DATA_STATE_OLD] = { "old", "dialog-error-symbolic" },
  [MOEI_DATA_STATE_OFFLINE] = { "offline", "network-offline-symbolic" },
};

G_DEFINE_FINAL_TYPE (MoeiWallState, moei_wall_state, ADW_TYPE_BIN)

static void
moei_wall_state_class_init (MoeiWallStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-state.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallState, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallState, word);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallState, updated);
  gtk_widget_class_set_css_name (widget_class, "wallstate");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
moei_wall_state_init (MoeiWallState *self)
{
  self->state = -1;
  self->age = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_wall_state_set (self, MOEI_DATA_STATE_NONE, -1);
}

static void
show_state (MoeiWallState *self,
            MoeiDataState  state)
{
  const char *classes[] = { looks[state].css_class, NULL };

  gtk_image_set_from_icon_name (self->icon, looks[state].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    moei_polyglot_set_text (self->word, i, moei_word_data_state (i, state));
}

static void
show_age (MoeiWallState *self,
          gint64         age)
{
  gtk_widget_set_visible (GTK_WIDGET (self->updated), age >= 0);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *updated = moei_format_updated (i, MAX (age, 0));
    g_autofree char *briefly = moei_format_age (i, MAX (age, 0));

    moei_polyglot_set_text (self->updated, i, age < 0 ? NULL : self->portrait ? briefly : updated);
  }
}

/**
 * moei_wall_state_set:
 * @self: a state
 * @state: of the data
 * @age: seconds since the service spoke; -1 if it never did
 */
void
moei_wall_state_set (MoeiWallState *self,
                     MoeiDataState  state,
                     gint64         age)
{
  g_return_if_fail (MOEI_IS_WALL_STATE (self));
  g_return_if_fail (state < G_N_ELEMENTS (looks));

  if (self->state != (int) state)
    show_state (self, state);
  if (self->state == -1 || self->age != age)
    show_age (self, age);
  self->state = (int) state;
  self->age = age;
}

/**
 * moei_wall_state_set_portrait:
 * @self: a state
 * @portrait: whether the screen stands upright, so that there is room for the age alone
 */
void
moei_wall_state_set_portrait (MoeiWallState *self,
                              gboolean       portrait)
{
  g_return_if_fail (MOEI_IS_WALL_STATE (self));

  self->portrait = portrait;
  show_age (self, self->age);
}
