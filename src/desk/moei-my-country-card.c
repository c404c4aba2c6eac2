/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-my-country-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-shared-figure.h"
#include "language/moei-burmese.h"
#include "language/moei-language.h"
#include "parts/moei-shared-count.h"
#include "rules/moei-disagreement.h"

/**
 * MoeiMyCountryCard:
 *
 * The reader's own country at a glance, for an embassy.
 */
struct _MoeiMyCountryCard {
  AdwBin parent_instance;

  GtkLabel       *name;
  GtkLabel       *readiness;
  MoeiFigure     *waiting;
  MoeiFigure     *departed;
  MoeiFigure     *longest_wait;
  MoeiStageStack *stack;
  GtkLabel       *clearing;
  GtkWidget      *differ;
  GtkLabel       *differ_text;
  GtkActionable  *details;
};

G_DEFINE_FINAL_TYPE (MoeiMyCountryCard, moei_my_country_card, ADW_TYPE_BIN)

static void
moei_my_country_card_class_init (MoeiMyCountryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_FIGURE);
  g_type_ensure (MOEI_TYPE_STAGE_STACK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-my-country-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, name);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, readiness);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, waiting);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, longest_wait);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, clearing);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, differ);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, differ_text);
  gtk_widget_class_bind_template_child (widget_class, MoeiMyCountryCard, details);
  gtk_widget_class_set_css_name (widget_class, "mycountrycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_my_country_card_init (MoeiMyCountryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_differing (MoeiMyCountryCard *self,
                MoeiPeopleRow     *row)
{
  g_autoptr (GArray) found = moei_disagreement_find (moei_nationality_get_reports (moei_people_row_get_nationality (row)));
  g_autofree char *count = moei_shared_count_format ((int) found->len, 0);
  g_autofree char *text = g_strdup_printf (moei_ngettext (moei_language_get_current (),
                                                          "%s figure in which owners differ",
                                                          "%s figures in which owners differ", found->len), count);

  gtk_widget_set_visible (self->differ, found->len > 0);
  gtk_label_set_label (self->differ_text, text);
}

/**
 * moei_my_country_card_show:
 * @self: a card
 * @row: the figures of the reader's country
 * @clearing: when all of its people will have departed, in a sentence
 *
 * Shows the reader's country.
 */
void
moei_my_country_card_show (MoeiMyCountryCard *self,
                           MoeiPeopleRow     *row,
                           const char        *clearing)
{
  const MoeiPeopleFigures *figures = moei_people_row_get_figures (row);
  const char *id = moei_people_row_get_id (row);
  g_autofree char *broken = moei_break_text (moei_language_get_current (), clearing);

  g_return_if_fail (MOEI_IS_MY_COUNTRY_CARD (self));

  gtk_label_set_label (self->name, moei_people_row_get_name (row));
  gtk_label_set_label (self->readiness, moei_people_row_get_readiness (row));
  moei_shared_figure_show (self->waiting, id, figures->waiting, NULL, figures->below);
  moei_shared_figure_show (self->departed, id, figures->at[MOEI_STAGE_DEPARTED], NULL, figures->below);
  moei_shared_figure_show (self->longest_wait, id, figures->longest_wait, NULL, figures->below);
  moei_stage_stack_set_counts (self->stack, figures->at);
  gtk_label_set_label (self->clearing, broken);
  show_differing (self, row);
  gtk_actionable_set_action_target (self->details, "s", id);
}
