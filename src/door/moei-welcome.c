/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-welcome.h"

/**
 * MoeiWelcome:
 *
 * What the window shows while no service is chosen.
 */
struct _MoeiWelcome {
  GtkBox parent_instance;

  MoeiServicePane *pane;
};

G_DEFINE_FINAL_TYPE (MoeiWelcome, moei_welcome, GTK_TYPE_BOX)

static void
moei_welcome_class_init (MoeiWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_SERVICE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/door/moei-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWelcome, pane);
}

static void
moei_welcome_init (MoeiWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_welcome_new:
 *
 * Returns: (transfer floating): a page in the current language
 */
GtkWidget *
moei_welcome_new (void)
{
  return g_object_new (MOEI_TYPE_WELCOME, NULL);
}

/**
 * moei_welcome_get_pane:
 * @self: a page
 *
 * Returns: (transfer none): the ways to a service that it offers
 */
MoeiServicePane *
moei_welcome_get_pane (MoeiWelcome *self)
{
  g_return_val_if_fail (MOEI_IS_WELCOME (self), NULL);

  return self->pane;
}
