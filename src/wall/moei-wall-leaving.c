/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-leaving.h"

#include "language/moei-language.h"
#include "wall/moei-polyglot.h"

/**
 * MoeiWallLeaving:
 *
 * How long Esc is still to be kept pressed, and what for, in all languages: a
 * wall is not left by a stray touch.
 */
struct _MoeiWallLeaving {
  AdwBin parent_instance;

  gint64          since; /* 0: not pressed */
  guint           tick_id;
  GtkBox         *words;
  GtkProgressBar *bar;
};

enum {
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MoeiWallLeaving, moei_wall_leaving, ADW_TYPE_BIN)

static void
moei_wall_leaving_class_init (MoeiWallLeavingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * MoeiWallLeaving::left:
   * @self: it
   *
   * The key was kept pressed long enough.
   */
  signals[LEFT] = g_signal_new ("left", MOEI_TYPE_WALL_LEAVING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-wall-leaving.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWallLeaving, words);
  gtk_widget_class_bind_template_child (widget_class, MoeiWallLeaving, bar);
  gtk_widget_class_set_css_name (widget_class, "wallleaving");
}

static void
moei_wall_leaving_init (MoeiWallLeaving *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    GtkWidget *words = moei_polyglot_new (24);

    g_object_set (words, "xalign", 0.5, NULL);
    moei_polyglot_pin (MOEI_POLYGLOT (words), i);
    moei_polyglot_set_text (MOEI_POLYGLOT (words), i,
                            /* Translators: on the meeting display while the key is pressed; keep the key's name */
                            moei_gettext (i, "Keep Esc pressed to leave"));
    gtk_box_append (self->words, words);
  }
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  moei_wall_leaving_last (MOEI_WALL_LEAVING (widget), gdk_frame_clock_get_frame_time (clock));
  return G_SOURCE_CONTINUE;
}

/**
 * moei_wall_leaving_begin:
 * @self: it
 * @instant: the monotonic time at which the key was pressed
 */
void
moei_wall_leaving_begin (MoeiWallLeaving *self,
                         gint64           instant)
{
  g_return_if_fail (MOEI_IS_WALL_LEAVING (self));

  if (self->since != 0)
    return;
  self->since = MAX (instant, 1);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/**
 * moei_wall_leaving_last:
 * @self: it
 * @instant: the monotonic time until which the key has been pressed
 */
void
moei_wall_leaving_last (MoeiWallLeaving *self,
                        gint64           instant)
{
  g_return_if_fail (MOEI_IS_WALL_LEAVING (self));

  if (self->since == 0)
    return;
  if (instant - self->since >= MOEI_WALL_LEAVING_US) {
    moei_wall_leaving_end (self);
    g_signal_emit (self, signals[LEFT], 0);
    return;
  }
  gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) (instant - self->since) / MOEI_WALL_LEAVING_US, 0, 1));
}

/**
 * moei_wall_leaving_end:
 * @self: it
 *
 * The key is no longer pressed.
 */
void
moei_wall_leaving_end (MoeiWallLeaving *self)
{
  g_return_if_fail (MOEI_IS_WALL_LEAVING (self));

  if (self->since == 0)
    return;
  self->since = 0;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
