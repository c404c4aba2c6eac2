/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-wall-keys.h"

/* What somebody at the keyboard of a wall can do.  Whatever key is pressed, what
 * is shown stays until nobody has been there for a while; the rota sees to it. */

static void
hold_or_go_on (MoeiRota *rota)
{
  if (moei_rota_get_held_by (rota) == MOEI_HOLD_TOUCH)
    moei_rota_release (rota);
  else
    moei_rota_touch (rota);
}

static void
turn (MoeiRota *rota,
      guint     key)
{
  switch (key) {
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    moei_rota_next (rota);
    break;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    moei_rota_previous (rota);
    break;
  case GDK_KEY_l:
    moei_rota_next_language (rota);
    break;
  case GDK_KEY_v:
    moei_rota_set_visitor (rota, !moei_rota_get_visitor (rota));
    break;
  case GDK_KEY_space:
    hold_or_go_on (rota);
    break;
  default:
    moei_rota_touch (rota);
    break;
  }
}

/* Keys with Control and the like are the program's. */
static gboolean
pressed_cb (MoeiWall        *wall,
            guint            key,
            guint            code,
            GdkModifierType  modifiers)
{
  MoeiRota *rota = moei_wall_get_rota (wall);

  if (key == GDK_KEY_Escape)
    moei_wall_leaving_begin (moei_wall_get_leaving (wall), g_get_monotonic_time ());
  else
    moei_wall_leaving_end (moei_wall_get_leaving (wall));
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_F1)
    moei_wall_help_show (moei_wall_get_help (wall));
  if (rota != NULL)
    turn (rota, gdk_keyval_to_lower (key));
  return GDK_EVENT_STOP;
}

static void
released_cb (MoeiWall *wall,
             guint     key)
{
  if (key == GDK_KEY_Escape)
    moei_wall_leaving_end (moei_wall_get_leaving (wall));
}

/* Of a key that is released elsewhere nothing is told. */
static void
unfocused_cb (MoeiWall *wall)
{
  if (!gtk_window_is_active (GTK_WINDOW (wall)))
    moei_wall_leaving_end (moei_wall_get_leaving (wall));
}

/**
 * moei_wall_keys_add:
 * @wall: a wall
 *
 * Lets its keys do what they are for.
 */
void
moei_wall_keys_add (MoeiWall *wall)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), wall, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-released", G_CALLBACK (released_cb), wall, G_CONNECT_SWAPPED);
  g_signal_connect_object (wall, "notify::is-active", G_CALLBACK (unfocused_cb), wall, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (wall), keys);
}
