/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-page-actions.h"

#include "desk/moei-entity-link.h"

/* What the window's actions do with its pages. */

static MoeiEntity *
resolve (MoeiPages *pages,
         GVariant  *link)
{
  g_autoptr (MoeiOperation) operation = NULL;

  g_object_get (pages, "operation", &operation, NULL);
  return operation != NULL ? moei_entity_link_resolve (g_variant_get_string (link, NULL), operation) : NULL;
}

static void
change_page_cb (GSimpleAction *action,
                GVariant      *page,
                gpointer       user_data)
{
  g_object_set (user_data, "page", g_variant_get_string (page, NULL), NULL);
}

static void
previous_page_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  moei_pages_turn (user_data, -1);
}

static void
next_page_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  moei_pages_turn (user_data, 1);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *link,
         gpointer       user_data)
{
  MoeiEntity *entity = resolve (user_data, link);

  if (entity != NULL)
    moei_pages_show (user_data, entity);
}

static void
show_on_map_cb (GSimpleAction *action,
                GVariant      *link,
                gpointer       user_data)
{
  MoeiEntity *entity = resolve (user_data, link);

  if (entity == NULL)
    return;
  g_object_set (user_data, "page", "situation", NULL);
  moei_page_show (moei_pages_get_page (user_data, "situation"), entity);
}

static void
update_page_cb (GSimpleAction *action,
                GParamSpec    *pspec,
                MoeiPages     *pages)
{
  g_autofree char *page = NULL;

  g_object_get (pages, "page", &page, NULL);
  g_simple_action_set_state (action, g_variant_new_string (page));
}

/**
 * moei_page_actions_add:
 * @pages: the pages of a window
 * @map: the window's actions
 *
 * Adds what turns @pages: `page` with a page's name as its state,
 * `previous-page` and `next-page`, `show` and `show-on-map` with the link of an
 * entity.  See moei_entity_link_resolve().
 */
void
moei_page_actions_add (MoeiPages  *pages,
                       GActionMap *map)
{
  static const GActionEntry entries[] = {
    { .name = "page", .parameter_type = "s", .state = "''", .change_state = change_page_cb },
    { .name = "previous-page", .activate = previous_page_cb },
    { .name = "next-page", .activate = next_page_cb },
    { .name = "show", .parameter_type = "s", .activate = show_cb },
    { .name = "show-on-map", .parameter_type = "s", .activate = show_on_map_cb },
  };
  GSimpleAction *page;

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), pages);
  page = G_SIMPLE_ACTION (g_action_map_lookup_action (map, "page"));
  g_signal_connect_object (pages, "notify::page", G_CALLBACK (update_page_cb), page, G_CONNECT_SWAPPED);
  update_page_cb (page, NULL, pages);
}
