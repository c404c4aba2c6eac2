/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-empty-state.h"

#include "language/moei-burmese.h"
#include "language/moei-language.h"

/**
 * MoeiEmptyState:
 *
 * What stands in the place of a list that has no rows: what there is none of, why,
 * and, with a button, where there is some.
 *
 * It is smaller than libadwaita's own status page: it stands within a panel.
 */
struct _MoeiEmptyState {
  AdwBin parent_instance;

  GtkLabel  *title;
  GtkLabel  *text;
  GtkButton *button;
};

typedef enum {
  PROP_TITLE = 1,
} MoeiEmptyStateProperty;

static GParamSpec *properties[PROP_TITLE + 1];

G_DEFINE_FINAL_TYPE (MoeiEmptyState, moei_empty_state, ADW_TYPE_BIN)

static void
show_label (GtkLabel   *label,
            const char *text)
{
  g_autofree char *broken = moei_break_text (moei_language_get_current (), text != NULL ? text : "");

  gtk_label_set_label (label, broken);
  gtk_widget_set_visible (GTK_WIDGET (label), *broken != '\0');
}

static void
moei_empty_state_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch ((MoeiEmptyStateProperty) prop_id) {
  case PROP_TITLE:
    g_value_take_string (value, moei_unbreak_text (gtk_label_get_label (MOEI_EMPTY_STATE (object)->title)));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_empty_state_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch ((MoeiEmptyStateProperty) prop_id) {
  case PROP_TITLE:
    show_label (MOEI_EMPTY_STATE (object)->title, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_empty_state_class_init (MoeiEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = moei_empty_state_get_property;
  object_class->set_property = moei_empty_state_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiEmptyState, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiEmptyState, text);
  gtk_widget_class_bind_template_child (widget_class, MoeiEmptyState, button);
  gtk_widget_class_set_css_name (widget_class, "emptystate");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_empty_state_init (MoeiEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_empty_state_say:
 * @self: an empty state
 * @title: what there is none of
 * @text: (nullable): why, and what next
 *
 * Says both in the current language.
 */
void
moei_empty_state_say (MoeiEmptyState *self,
                      const char     *title,
                      const char     *text)
{
  g_return_if_fail (MOEI_IS_EMPTY_STATE (self));

  show_label (self->title, title);
  show_label (self->text, text);
}

/**
 * moei_empty_state_set_action:
 * @self: an empty state
 * @label: (nullable): what the button says; %NULL for none
 * @action: the action that it activates
 * @target: (nullable): that action's target, a string
 *
 * Offers a way out.
 */
void
moei_empty_state_set_action (MoeiEmptyState *self,
                             const char     *label,
                             const char     *action,
                             const char     *target)
{
  g_return_if_fail (MOEI_IS_EMPTY_STATE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label == NULL)
    return;
  gtk_button_set_label (self->button, label);
  /* The former action may not take such a target. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button),
                                          target != NULL ? g_variant_new_string (target) : NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}
