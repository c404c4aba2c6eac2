/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-row-name.h"

/**
 * MoeiRowName:
 *
 * A part of a list's row that tells a screen reader what to call the row.
 *
 * The keyboard focus is on the row, which GTK makes and leaves without a name;
 * a template reaches only what is in it.
 */
struct _MoeiRowName {
  AdwBin parent_instance;

  char *row_name;
};

typedef enum {
  PROP_ROW_NAME = 1,
} MoeiRowNameProperty;

static GParamSpec *properties[PROP_ROW_NAME + 1];

G_DEFINE_FINAL_TYPE (MoeiRowName, moei_row_name, ADW_TYPE_BIN)

static void
name_row (MoeiRowName *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  while (row != NULL && !gtk_widget_get_focusable (row))
    row = gtk_widget_get_parent (row);
  if (row != NULL && self->row_name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->row_name, -1);
}

static void
moei_row_name_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (moei_row_name_parent_class)->root (widget);

  name_row (MOEI_ROW_NAME (widget));
}

static void
moei_row_name_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((MoeiRowNameProperty) prop_id) {
  case PROP_ROW_NAME:
    g_value_set_string (value, MOEI_ROW_NAME (object)->row_name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_row_name_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiRowName *self = MOEI_ROW_NAME (object);

  switch ((MoeiRowNameProperty) prop_id) {
  case PROP_ROW_NAME:
    if (g_strcmp0 (self->row_name, g_value_get_string (value)) == 0)
      return;
    g_free (self->row_name);
    self->row_name = g_value_dup_string (value);
    name_row (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_row_name_finalize (GObject *object)
{
  g_free (MOEI_ROW_NAME (object)->row_name);

  G_OBJECT_CLASS (moei_row_name_parent_class)->finalize (object);
}

static void
moei_row_name_class_init (MoeiRowNameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = moei_row_name_finalize;
  object_class->get_property = moei_row_name_get_property;
  object_class->set_property = moei_row_name_set_property;
  GTK_WIDGET_CLASS (klass)->root = moei_row_name_root;

  properties[PROP_ROW_NAME] =
    g_param_spec_string ("row-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_row_name_init (MoeiRowName *self)
{
}

/**
 * moei_row_name_new:
 *
 * Returns: (transfer floating): a part that says nothing yet
 */
GtkWidget *
moei_row_name_new (void)
{
  return g_object_new (MOEI_TYPE_ROW_NAME, NULL);
}
