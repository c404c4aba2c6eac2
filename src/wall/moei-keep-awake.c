/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-keep-awake.h"

#include <glib/gi18n-lib.h>

/**
 * MoeiKeepAwake:
 *
 * Keeps the screen on while somebody may look at it.
 *
 * It asks whoever blanks screens here not to: the session, the sandbox's
 * portal, or the compositor, which is asked for one window and forgets with it.
 * Therefore what was asked for a window is taken back before that goes, and
 * asked again for another.
 */
struct _MoeiKeepAwake {
  GObject parent_instance;

  GtkApplication *application; /* weak: it owns who owns this */
  GtkWindow      *window;      /* weak: the one for which it was asked, if any */
  gboolean        awake;       /* what is wanted */
  guint           cookie;      /* 0: nobody has agreed */
};

G_DEFINE_FINAL_TYPE (MoeiKeepAwake, moei_keep_awake, G_TYPE_OBJECT)

static void
release (MoeiKeepAwake *self)
{
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, release, self);
  if (self->cookie != 0 && self->application != NULL)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_clear_weak_pointer (&self->window);
}

/* GTK keeps the window's surface without owning it; it must be asked to forget
 * the window while that is still there. */
static void
hold (MoeiKeepAwake *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window != NULL && !gtk_widget_get_realized (GTK_WIDGET (window)))
    window = NULL;
  if (g_set_weak_pointer (&self->window, window) && window != NULL)
    g_signal_connect_object (window, "unrealize", G_CALLBACK (release), self, G_CONNECT_SWAPPED);
  self->cookie = gtk_application_inhibit (self->application, window, GTK_APPLICATION_INHIBIT_IDLE,
                                          /* Translators: why the screen is kept on; the desktop may show it */
                                          _("The meeting display is on"));
  if (self->cookie == 0)
    release (self);
}

/* What is asked for no window counts little where there is one. */
static gboolean
has_better_window (MoeiKeepAwake *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  return self->window == NULL && window != NULL && gtk_widget_get_realized (GTK_WIDGET (window));
}

static void
moei_keep_awake_dispose (GObject *object)
{
  MoeiKeepAwake *self = MOEI_KEEP_AWAKE (object);

  release (self);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (moei_keep_awake_parent_class)->dispose (object);
}

static void
moei_keep_awake_class_init (MoeiKeepAwakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_keep_awake_dispose;
}

static void
moei_keep_awake_init (MoeiKeepAwake *self)
{
}

/**
 * moei_keep_awake_new:
 * @application: the program, which is running
 *
 * Returns: (transfer full): what keeps the screen on, once it is told to
 */
MoeiKeepAwake *
moei_keep_awake_new (GtkApplication *application)
{
  MoeiKeepAwake *self = g_object_new (MOEI_TYPE_KEEP_AWAKE, NULL);

  g_set_weak_pointer (&self->application, application);
  return self;
}

/**
 * moei_keep_awake_set:
 * @self: what keeps the screen on
 * @awake: whether the screen is to stay on
 *
 * Asks for the screen to stay on, or lets it sleep.
 */
void
moei_keep_awake_set (MoeiKeepAwake *self,
                     gboolean       awake)
{
  g_return_if_fail (MOEI_IS_KEEP_AWAKE (self));

  if (self->awake != awake) {
    self->awake = awake;
    release (self);
  }
  moei_keep_awake_look (self);
}

/**
 * moei_keep_awake_look:
 * @self: what keeps the screen on
 *
 * Asks again where nobody has agreed yet, or where the window is gone for which
 * it was asked.  To be called now and then: a session that has begun only after
 * the program, a monitor that was unplugged.
 */
void
moei_keep_awake_look (MoeiKeepAwake *self)
{
  g_return_if_fail (MOEI_IS_KEEP_AWAKE (self));

  if (!self->awake || self->application == NULL)
    return;
  if (self->cookie != 0 && has_better_window (self))
    release (self);
  if (self->cookie == 0)
    hold (self);
}

/**
 * moei_keep_awake_get_holds:
 * @self: what keeps the screen on
 *
 * Returns: whether somebody has agreed to keep the screen on
 */
gboolean
moei_keep_awake_get_holds (MoeiKeepAwake *self)
{
  g_return_val_if_fail (MOEI_IS_KEEP_AWAKE (self), FALSE);

  return self->cookie != 0;
}
