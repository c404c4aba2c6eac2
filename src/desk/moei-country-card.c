/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-country-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-country-facts.h"
#include "desk/moei-shared-figure.h"
#include "desk/moei-statement-list.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"

/**
 * MoeiCountryCard:
 *
 * What is known of the people of one country or region: where they are, who
 * said so, and in which two owners differ.
 */
struct _MoeiCountryCard {
  AdwBin parent_instance;

  GtkLabel       *title;
  GtkLabel       *readiness;
  MoeiStageStack *stack;
  GtkGrid        *grid;
  MoeiFigure     *figures[MOEI_N_STAGES];
  MoeiStatementList   *facts;
};

G_DEFINE_FINAL_TYPE (MoeiCountryCard, moei_country_card, ADW_TYPE_BIN)

/* Two columns of four stages, each with its swatch: the legend of the bars too. */
static void
add_stage (MoeiCountryCard *self,
           MoeiStage        stage)
{
  int row = (stage - MOEI_STAGE_HELD) % 4, column = (stage - MOEI_STAGE_HELD) / 4 * 3;
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "width-chars", 8,
                                  "label", moei_word_stage (moei_language_get_current (), stage), NULL);
  GtkWidget *figure = moei_figure_new ();

  gtk_widget_add_css_class (swatch, moei_stage_stack_get_class (stage));
  g_object_set (figure, "xalign", 1.0, "margin-end", column == 0 ? 12 : 0, NULL);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "strong");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, name, NULL, -1);
  gtk_grid_attach (self->grid, swatch, column, row, 1, 1);
  gtk_grid_attach (self->grid, name, column + 1, row, 1, 1);
  gtk_grid_attach (self->grid, figure, column + 2, row, 1, 1);
  self->figures[stage] = MOEI_FIGURE (figure);
}

static void
moei_country_card_class_init (MoeiCountryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_STATEMENT_LIST);
  g_type_ensure (MOEI_TYPE_STAGE_STACK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-country-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryCard, title);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryCard, readiness);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryCard, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryCard, grid);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryCard, facts);
  gtk_widget_class_set_css_name (widget_class, "countrycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_country_card_init (MoeiCountryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    add_stage (self, stage);
}

/**
 * moei_country_card_show:
 * @self: a card
 * @row: the figures of a country or region
 * @clearing: when all of its people will have departed, in a sentence
 * @rolls: (nullable): the lists that were handed over
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Shows what is known of its people.
 */
void
moei_country_card_show (MoeiCountryCard *self,
                        MoeiPeopleRow   *row,
                        const char      *clearing,
                        MoeiCollection  *rolls,
                        int              withhold_below)
{
  const MoeiPeopleFigures *figures = moei_people_row_get_figures (row);

  g_return_if_fail (MOEI_IS_COUNTRY_CARD (self));

  gtk_label_set_label (self->title, moei_people_row_get_name (row));
  gtk_label_set_label (self->readiness, moei_people_row_get_readiness (row));
  moei_stage_stack_set_counts (self->stack, figures->at);
  for (int stage = MOEI_STAGE_HELD; stage < MOEI_N_STAGES; stage++)
    moei_shared_figure_show (self->figures[stage], moei_people_row_get_id (row), figures->at[stage], NULL,
                            withhold_below);
  moei_statement_list_take (self->facts, moei_country_facts_get (moei_people_row_get_nationality (row), clearing, rolls,
                                                                 withhold_below));
}
