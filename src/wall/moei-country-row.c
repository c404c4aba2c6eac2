/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-country-row.h"

#include <glib/gi18n-lib.h>

#include "language/moei-language.h"
#include "parts/moei-shared-count.h"
#include "wall/moei-say.h"
#include "wall/moei-scene-grid.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiCountryRow:
 *
 * A country or region on the meeting display: how many wait and have left, when
 * the last will have left, and whose figures differ; or the head of these
 * columns, the sum of all, or that of those for whom there is no room.
 */
struct _MoeiCountryRow {
  AdwBin parent_instance;

  GtkGrid      *grid;
  MoeiPolyglot *name;
  MoeiPolyglot *waiting;
  MoeiPolyglot *departed;
  MoeiPolyglot *clearing;
  GtkWidget    *dispute;
  MoeiPolyglot *unequal;
  MoeiPolyglot *reports;
};

typedef struct {
  int count;
  int below;
} Count;

G_DEFINE_FINAL_TYPE (MoeiCountryRow, moei_country_row, ADW_TYPE_BIN)

static char *
say_name (MoeiLanguage  language,
          gconstpointer subject)
{
  const MoeiCountryLine *line = subject;
  const MoeiText *name = moei_nationality_get_name (line->nationality);

  return g_strdup (name != NULL ? moei_text_get (name, language) : moei_entity_get_id (MOEI_ENTITY (line->nationality)));
}

static char *
say_count (MoeiLanguage  language,
           gconstpointer subject)
{
  const Count *of = subject;

  return moei_shared_count_format (of->count, of->below);
}

static char *
say_clearing (MoeiLanguage  language,
              gconstpointer subject)
{
  return moei_country_line_say_clearing (language, subject);
}

static char *
say_reports (MoeiLanguage  language,
             gconstpointer subject)
{
  return moei_country_line_say_disagreement (language, subject);
}

static char *
say_rest (MoeiLanguage  language,
          gconstpointer subject)
{
  return moei_country_sum_say_rest (language, subject);
}

static char *
say_total (MoeiLanguage  language,
           gconstpointer subject)
{
  return g_strdup (_("All countries/regions"));
}

static void
show_counts (MoeiCountryRow *self,
             int             waiting,
             int             departed,
             int             below)
{
  Count of_waiting = { waiting, below }, of_departed = { departed, below };

  moei_say (self->waiting, say_count, &of_waiting);
  moei_say (self->departed, say_count, &of_departed);
}

static void
moei_country_row_class_init (MoeiCountryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MOEI_TYPE_POLYGLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/wall/moei-country-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, grid);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, name);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, waiting);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, departed);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, clearing);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, dispute);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, unequal);
  gtk_widget_class_bind_template_child (widget_class, MoeiCountryRow, reports);
  gtk_widget_class_set_css_name (widget_class, "scenerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
moei_country_row_init (MoeiCountryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  moei_polyglot_set_all (self->unequal, "≠");
  moei_country_row_set_portrait (self, FALSE);
}

/**
 * moei_country_row_align:
 * @self: a row
 * @waiting: gives the people who wait of all rows one width
 * @departed: the same for those who left
 * @clearing: the same for the answers
 */
void
moei_country_row_align (MoeiCountryRow *self,
                        GtkSizeGroup   *waiting,
                        GtkSizeGroup   *departed,
                        GtkSizeGroup   *clearing)
{
  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  gtk_size_group_add_widget (waiting, GTK_WIDGET (self->waiting));
  gtk_size_group_add_widget (departed, GTK_WIDGET (self->departed));
  gtk_size_group_add_widget (clearing, GTK_WIDGET (self->clearing));
}

/**
 * moei_country_row_set_portrait:
 * @self: a row
 * @portrait: whether the screen stands upright, so that it is higher and narrower
 */
void
moei_country_row_set_portrait (MoeiCountryRow *self,
                               gboolean        portrait)
{
  static const MoeiScenePlace lying[] = { { 0, 0, 1, 1 }, { 1, 0, 1, 1 }, { 2, 0, 1, 1 }, { 3, 0, 1, 1 }, { 0, 1, 4, 1 } };
  static const MoeiScenePlace upright[] = { { 0, 0, 1, 1 }, { 1, 0, 1, 1 }, { 1, 1, 1, 1 }, { 0, 1, 1, 1 }, { 0, 2, 2, 1 } };
  GtkWidget *parts[] = {
    GTK_WIDGET (self->name), GTK_WIDGET (self->waiting), GTK_WIDGET (self->departed), GTK_WIDGET (self->clearing),
    self->dispute,
  };

  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    moei_scene_grid_place (self->grid, parts[i], portrait ? &upright[i] : &lying[i]);
  g_object_set (self->name, "lines", portrait ? 6 : 3, NULL);
  g_object_set (self->clearing, "lines", portrait ? 6 : 3, NULL);
}

/**
 * moei_country_row_show:
 * @self: a row
 * @line: a country or region
 * @below: counts below this are small; 0 if nothing is withheld
 */
void
moei_country_row_show (MoeiCountryRow        *self,
                       const MoeiCountryLine *line,
                       int                    below)
{
  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  moei_say (self->name, say_name, line);
  show_counts (self, line->waiting, line->departed, below);
  moei_say (self->clearing, say_clearing, line);
  moei_say (self->reports, say_reports, line);
  gtk_widget_set_visible (self->dispute, line->is_disputed);
}

/**
 * moei_country_row_show_heads:
 * @self: a row
 *
 * Makes it the head of the columns.
 */
void
moei_country_row_show_heads (MoeiCountryRow *self)
{
  static const char *heads[] = { NC_("column", "Country/region"), NC_("column", "Waiting"), NC_("column", "Departed"),
                                 NC_("column", "Cleared between") };
  MoeiPolyglot *cells[] = { self->name, self->waiting, self->departed, self->clearing };

  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_object_set (cells[i], "size", MOEI_WALL_TEXT, "lines", 1, NULL);
    gtk_widget_remove_css_class (GTK_WIDGET (cells[i]), "strong");
    for (MoeiLanguage language = 0; language < MOEI_N_LANGUAGES; language++)
      moei_polyglot_set_text (cells[i], language, moei_pgettext (language, "column", heads[i]));
  }
  gtk_widget_add_css_class (GTK_WIDGET (self), "heads");
}

static void
show_sum (MoeiCountryRow       *self,
          MoeiSayFunc           say,
          const MoeiCountrySum *sum,
          int                   below)
{
  moei_say (self->name, say, sum);
  show_counts (self, sum->waiting, sum->departed, below);
  moei_polyglot_set_all (self->clearing, "");
  gtk_widget_set_visible (self->dispute, FALSE);
}

/**
 * moei_country_row_show_total:
 * @self: a row
 * @total: all countries and regions together
 * @below: counts below this are small; 0 if nothing is withheld
 */
void
moei_country_row_show_total (MoeiCountryRow       *self,
                             const MoeiCountrySum *total,
                             int                   below)
{
  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  show_sum (self, say_total, total, below);
  if (moei_polyglot_get_size (self->waiting) < MOEI_WALL_FIGURE)
    g_object_set (self->waiting, "size", MOEI_WALL_FIGURE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->waiting), "wall-figure");
  gtk_widget_add_css_class (GTK_WIDGET (self), "total");
}

/**
 * moei_country_row_show_rest:
 * @self: a row
 * @rest: those for whom there is no room, together
 * @below: counts below this are small; 0 if nothing is withheld
 */
void
moei_country_row_show_rest (MoeiCountryRow       *self,
                            const MoeiCountrySum *rest,
                            int                   below)
{
  g_return_if_fail (MOEI_IS_COUNTRY_ROW (self));

  show_sum (self, say_rest, rest, below);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rest");
}
