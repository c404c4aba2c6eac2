/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "moei-herald.h"

#include "desk/moei-entity-link.h"
#include "desk/moei-pages.h"
#include "feed/moei-clock.h"
#include "moei-settings.h"
#include "tidings/moei-crier.h"

/**
 * MoeiHerald:
 *
 * Joins the crier with the program: its settings, its clock, and the window that
 * a notification opens at what it tells of.
 */
struct _MoeiHerald {
  GObject parent_instance;

  GApplication *application; /* weak: it owns us */
  MoeiCrier    *crier;
  char         *link; /* (nullable) what was asked for, until it is there */
};

G_DEFINE_FINAL_TYPE (MoeiHerald, moei_herald, G_TYPE_OBJECT)

static void
moei_herald_dispose (GObject *object)
{
  MoeiHerald *self = MOEI_HERALD (object);

  /* The program ends: nobody watches any more. */
  if (self->crier != NULL)
    moei_crier_end (self->crier);
  g_clear_object (&self->crier);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (moei_herald_parent_class)->dispose (object);
}

static void
moei_herald_finalize (GObject *object)
{
  g_free (MOEI_HERALD (object)->link);

  G_OBJECT_CLASS (moei_herald_parent_class)->finalize (object);
}

static void
moei_herald_class_init (MoeiHeraldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = moei_herald_dispose;
  G_OBJECT_CLASS (klass)->finalize = moei_herald_finalize;
}

static void
moei_herald_init (MoeiHerald *self)
{
}

/* The program may have been started by the notification: then there is nothing
 * to be shown yet. */
static void
open_cb (GSimpleAction *action,
         GVariant      *link,
         gpointer       user_data)
{
  MoeiHerald *self = user_data;

  g_free (self->link);
  self->link = g_variant_dup_string (link, NULL);
  if (self->application != NULL)
    g_application_activate (self->application);
}

static void
add_actions (MoeiHerald *self)
{
  static const GActionEntry entries[] = { { .name = "open", .parameter_type = "s", .activate = open_cb } };
  g_autoptr (GPropertyAction) quiet = g_property_action_new ("quiet", self->crier, "quiet");

  g_action_map_add_action_entries (G_ACTION_MAP (self->application), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self->application), G_ACTION (quiet));
}

/**
 * moei_herald_new:
 * @application: the program
 * @settings: (nullable): its settings
 *
 * Gives the program the actions `open` and `quiet`.
 *
 * Returns: (transfer full): a herald
 */
MoeiHerald *
moei_herald_new (GApplication *application,
                 GSettings    *settings)
{
  static const char * const names[] = { "notify-flight-departed", "notify-flight-at-risk", "notify-quota-reached",
                                        "notify-data-old", "quiet", "quiet-hours", "quiet-from", "quiet-until",
                                        "my-country" };
  MoeiHerald *self = g_object_new (MOEI_TYPE_HERALD, NULL);

  g_set_weak_pointer (&self->application, application);
  self->crier = moei_crier_new (application);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    moei_settings_bind (settings, names[i], self->crier, names[i]);
  add_actions (self);
  return self;
}

static int
get_minute (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

static void
show_what_was_asked_for (MoeiHerald    *self,
                         MoeiOperation *operation,
                         MoeiWindow    *window)
{
  MoeiEntity *entity;

  if (self->link == NULL || window == NULL)
    return;

  entity = moei_entity_link_resolve (self->link, operation);
  if (*self->link == '\0')
    g_object_set (moei_window_get_pages (window), "page", "situation", NULL);
  else if (entity != NULL)
    moei_pages_show (moei_window_get_pages (window), entity);
  else
    return;
  g_clear_pointer (&self->link, g_free);
}

/**
 * moei_herald_look:
 * @self: a herald
 * @operation: the operation
 * @feed: (nullable): what keeps it current
 * @window: (nullable): the program's window
 * @walls: the meeting displays that stand before it
 *
 * Looks what is to be told.  To be called every second or so.
 */
void
moei_herald_look (MoeiHerald    *self,
                  MoeiOperation *operation,
                  MoeiFeed      *feed,
                  MoeiWindow    *window,
                  GListModel    *walls)
{
  g_return_if_fail (MOEI_IS_HERALD (self));

  show_what_was_asked_for (self, operation, window);
  if (feed == NULL)
    return;
  g_object_set (self->crier, "meeting", g_list_model_get_n_items (walls) > 0, NULL);
  moei_crier_set_operation (self->crier, operation);
  moei_crier_look (self->crier, moei_feed_get_state (feed), moei_clock_now (moei_feed_get_clock (feed)),
                   moei_clock_boot_time (), get_minute ());
}
