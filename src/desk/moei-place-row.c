/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-place-row.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-find-words.h"
#include "desk/moei-row-name.h"

/**
 * MoeiPlaceRow:
 *
 * What was found, in a line: its name, what it is, how it stands and how many
 * people it is about.
 */
struct _MoeiPlaceRow {
  AdwBin parent_instance;

  MoeiOperation *operation;
  MoeiEntity    *entity;

  MoeiRowName *row_name;
  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkLabel    *people;
};

G_DEFINE_FINAL_TYPE (MoeiPlaceRow, moei_place_row, ADW_TYPE_BIN)

static void
update (MoeiPlaceRow *self)
{
  g_autofree char *title = moei_find_words_title (self->entity, self->operation);
  g_autofree char *subtitle = moei_find_words_subtitle (self->entity, self->operation);
  g_autofree char *people = moei_find_words_people (self->entity);
  g_autofree char *name = NULL;

  if (*people != '\0')
    /* Translators: for the screen reader: a name, what it is and how it stands, and its people: "KK Park, Compound · Held, people: 1,840" */
    name = g_strdup_printf (_("%1$s, %2$s, people: %3$s"), title, subtitle, people);
  else
    /* Translators: for the screen reader: a name, what it is and how it stands: "Mae Sot Airport, Airport · Open" */
    name = g_strdup_printf (_("%1$s, %2$s"), title, subtitle);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->people, people);
  g_object_set (self->row_name, "row-name", name, NULL);
}

static void
forget (MoeiPlaceRow *self)
{
  if (self->entity != NULL)
    g_signal_handlers_disconnect_by_func (self->entity, update, self);
  g_clear_object (&self->entity);
  g_clear_object (&self->operation);
}

static void
moei_place_row_dispose (GObject *object)
{
  forget (MOEI_PLACE_ROW (object));

  G_OBJECT_CLASS (moei_place_row_parent_class)->dispose (object);
}

static void
moei_place_row_class_init (MoeiPlaceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_place_row_dispose;

  g_type_ensure (MOEI_TYPE_ROW_NAME);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-place-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceRow, row_name);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, MoeiPlaceRow, people);
}

static void
moei_place_row_init (MoeiPlaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_place_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
moei_place_row_new (void)
{
  return g_object_new (MOEI_TYPE_PLACE_ROW, NULL);
}

/**
 * moei_place_row_show:
 * @self: a row
 * @operation: the operation
 * @entity: (nullable): an entity of it; `NULL` to let go of the former
 *
 * Shows @entity from now on, as it changes.
 */
void
moei_place_row_show (MoeiPlaceRow  *self,
                     MoeiOperation *operation,
                     MoeiEntity    *entity)
{
  g_return_if_fail (MOEI_IS_PLACE_ROW (self));

  forget (self);
  if (entity == NULL)
    return;

  self->operation = g_object_ref (operation);
  self->entity = g_object_ref (entity);
  g_signal_connect_object (entity, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
