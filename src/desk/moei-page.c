/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-page.h"

G_DEFINE_INTERFACE (MoeiPage, moei_page, GTK_TYPE_WIDGET)

static void
moei_page_default_init (MoeiPageInterface *iface)
{
}

/**
 * moei_page_show:
 * @self: a page
 * @entity: of a kind that the page shows
 *
 * Selects @entity and puts the keyboard focus on what is known about it.
 */
void
moei_page_show (MoeiPage   *self,
                MoeiEntity *entity)
{
  g_return_if_fail (MOEI_IS_PAGE (self));

  if (MOEI_PAGE_GET_IFACE (self)->show != NULL)
    MOEI_PAGE_GET_IFACE (self)->show (self, entity);
}

/**
 * moei_page_take_place:
 * @self: a page of a new window
 * @former: the same page of the window in whose place it comes
 *
 * Takes over what was selected and where it stood.
 */
void
moei_page_take_place (MoeiPage *self,
                      MoeiPage *former)
{
  g_return_if_fail (MOEI_IS_PAGE (self));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (former));

  if (MOEI_PAGE_GET_IFACE (self)->take_place != NULL)
    MOEI_PAGE_GET_IFACE (self)->take_place (self, former);
}
