/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-footer.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "parts/moei-replace.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-wall-notice.h"
#include "wall/moei-wall-state.h"

/**
 * MoeiWallFooter:
 *
 * Below every scene: how current it is, what is in force, and marks of what
 * must not be forgotten: that the computer's clock is wrong, that strangers
 * look, that the scenes stand still.
 */
struct _MoeiWallFooter {
  MoeiPanel parent_instance;

  int      state; /* MoeiDataState */
  gint64   age;
  gint64   skew;

  GtkBox         *line;
  MoeiWallState  *data_state;
  MoeiWallNotice *notice;
  GtkBox         *marks;
  GtkWidget      *skew_mark;
  MoeiPolyglot   *skew_words;
  GtkWidget      *visitor_mark;
  GtkWidget      *held_mark;
};

typedef enum {
  PROP_STATE = 1,
  PROP_AGE,
  PROP_SKEW,
  PROP_VISITOR,
  PROP_HELD,
  PROP_PORTRAIT,
} MoeiWallFooterProperty;

static GParamSpec *properties[PROP_PORTRAIT + 1];

/* From here on, in seconds, a difference of the clocks is worth a word. */
#define NOTABLE_SKEW_S 60

G_DEFINE_FINAL_TYPE (MoeiWallFooter, moei_wall_footer, MOEI_TYPE_PANEL)

/* A line of marks is there while there are any. */
static void
update_marks (MoeiWallFooter *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->marks), gtk_widget_get_visible (self->skew_mark) ||
                                                    gtk_widget_get_visible (self->visitor_mark) ||
                                                    gtk_widget_get_visible (self->held_mark));
}

static void
show_skew (MoeiWallFooter *self)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    g_autofree char *age = moei_format_age (i, ABS (self->skew));
    g_autofree char *text = NULL;

    /* Translators: on the meeting display, of this computer's clock; %s is a length of time: "3 min" */
    if (self->skew > 0)
      text = g_strdup_printf (moei_gettext (i, "Computer's clock %s slow"), age);
    else
      text = g_strdup_printf (moei_gettext (i, "Computer's clock %s fast"), age);
    moei_polyglot_set_text (self->skew_words, i, text);
  }
  gtk_widget_set_visible (self->skew_mark, ABS (self->skew) > NOTABLE_SKEW_S);
  update_marks (self);
}

static void
show_mark (MoeiWallFooter *self,
           GtkWidget      *mark,
           gboolean        visible)
{
  gtk_widget_set_visible (mark, visible);
  update_marks (self);
}

static void
set_portrait (MoeiWallFooter *self,
              gboolean        portrait)
{
  GtkOrientation orientation = portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->marks), orientation);
  moei_wall_state_set_portrait (self->data_state, portrait);
  moei_wall_notice_set_portrait (self->notice, portrait);
}

static void
moei_wall_footer_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  MoeiWallFooter *self = MOEI_WALL_FOOTER (object);

  switch ((MoeiWallFooterProperty) prop_id) {
  case PROP_STATE:
    if (moei_replace_int (&self->state, g_value_get_enum (value)))
      moei_wall_state_set (self->data_state, self->state, self->age);
    break;
  case PROP_AGE:
    if (moei_replace_int64 (&self->age, g_value_get_int64 (value)))
      moei_wall_state_set (self->data_state, self->state, self->age);
    break;
  case PROP_SKEW:
    if (moei_replace_int64 (&self->skew, g_value_get_int64 (value)))
      show_skew (self);
    break;
  case PROP_VISITOR:
    show_mark (self, self->visitor_mark, g_value_get_boolean (value));
    moei_wall_notice_set_visitor (self->notice, g_value_get_boolean (value));
    break;
  case PROP_HELD:
    show_mark (self, self->held_mark, g_value_get_boolean (value));
    break;
  case PROP_PORTRAIT:
    set_portrait (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_wall_footer_class_init (MoeiWallFooterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = moei_wall_footer_set_property;

  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] = g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  properties[PROP_VISITOR] = g_param_spec_boolean ("visitor", NULL, NULL, FALSE, flags);
  properties[PROP_HELD] = g_param_spec_boolean ("held", NULL, NULL, FALSE, flags);
  properties[PROP_PORTRAIT] = g_param_spec_boolean ("portrait", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  g_type_ensure (MOEI_TYPE_WALL_NOTICE);
  g_type_ensure (MOEI_TYPE_WALL_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-footer.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, line);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, data_state);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, notice);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, marks);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, skew_mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, skew_words);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, visitor_mark);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallFooter, held_mark);
  gtk_widget_class_set_css_name (widget_class, "wallfooter");
}

static void
moei_wall_footer_init (MoeiWallFooter *self)
{
  self->age = -1;
  /* Its messages are those of polyglots, which want them in English. */
  moei_language_push (MOEI_LANGUAGE_EN);
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_language_pop ();
}

/**
 * moei_wall_footer_set_languages:
 * @self: a footer
 * @languages: (array length=n_languages): in which a grave notice is said, in their order
 * @n_languages: how many
 */
void
moei_wall_footer_set_languages (MoeiWallFooter     *self,
                                const MoeiLanguage *languages,
                                guint               n_languages)
{
  g_return_if_fail (MOEI_IS_WALL_FOOTER (self));

  moei_wall_notice_set_languages (self->notice, languages, n_languages);
}
