/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-drop-down-name.h"

/**
 * moei_drop_down_set_name:
 * @drop_down: a drop-down
 * @name: (nullable): what it chooses, in the reader's language
 *
 * Names @drop_down for the screen reader.  What has the focus is the button
 * inside it, which a name of the drop-down alone does not reach.
 */
void
moei_drop_down_set_name (GtkDropDown *drop_down,
                         const char  *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (drop_down)); part != NULL;
       part = gtk_widget_get_next_sibling (part)) {
    if (GTK_IS_TOGGLE_BUTTON (part))
      gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
