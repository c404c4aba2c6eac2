/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-convoy-strip.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-convoy.h"
#include "operation/moei-count.h"
#include "parts/moei-convoy-words.h"
#include "parts/moei-entity-title.h"
#include "wall/moei-say.h"

#define N_CELLS   3
#define N_UPRIGHT 2 /* where the screen stands */

/**
 * MoeiConvoyStrip:
 *
 * The convoys on the road, side by side: who is in them, when they arrive, and
 * how old their position is.  It takes no room while none is on the road.
 */
struct _MoeiConvoyStrip {
  AdwBin parent_instance;

  GtkBox *box;
  struct {
    GtkWidget    *card;
    MoeiPolyglot *title;
    GtkWidget    *mark;
    MoeiPolyglot *words;
  } cells[N_CELLS];
  gboolean portrait;
};

/* One convoy, or all for which there is no room. */
typedef struct {
  MoeiConvoy *convoy; /* (nullable) */
  guint       n_more;
  int         people;
  gint64      now;
} Subject;

G_DEFINE_FINAL_TYPE (MoeiConvoyStrip, moei_convoy_strip, ADW_TYPE_BIN)

static char *
say_people (MoeiLanguage language,
            int          people)
{
  g_autofree char *count = moei_format_count (language, people);

  return g_strdup_printf (moei_ngettext (language, "%s person", "%s people", (gulong) MAX (people, 0)), count);
}

static char *
say_title (MoeiLanguage  language,
           gconstpointer subject)
{
  const Subject *of = subject;
  g_autofree char *title = NULL, *people = say_people (language, of->people), *n = NULL;

  if (of->convoy != NULL) {
    title = moei_entity_title (MOEI_ENTITY (of->convoy));
  } else {
    n = moei_format_count (language, (int) of->n_more);
    /* Translators: convoys on the road for which there is no room: "and 2 more convoys" */
    title = g_strdup_printf (moei_ngettext (language, "and %s more convoy", "and %s more convoys", of->n_more), n);
  }
  return g_strdup_printf (_("%1$s · %2$s"), title, people);
}

static char *
say_words (MoeiLanguage  language,
           gconstpointer subject)
{
  const Subject *of = subject;
  g_auto (MoeiSaid) status = { 0 }, arrival = { 0 }, position = { 0 };

  if (of->convoy == NULL)
    return NULL;
  moei_convoy_words_status (of->convoy, of->now, &status);
  moei_convoy_words_arrival (of->convoy, &arrival);
  moei_convoy_words_position (of->convoy, of->now, &position);
  /* Translators: of a convoy on the road: how it stands, when it arrives, and how old its position is: "Under way · arrives 15:08 · 3 min ago" */
  return g_strdup_printf (C_("convoy", "%1$s · arrives %2$s · %3$s"), status.note != NULL ? status.note : status.text,
                          arrival.text, position.text);
}

/* Halted, late, or nobody knows where it is. */
static gboolean
is_doubtful (MoeiConvoy *convoy,
             gint64      now)
{
  g_auto (MoeiSaid) status = { 0 }, position = { 0 };

  moei_convoy_words_status (convoy, now, &status);
  moei_convoy_words_position (convoy, now, &position);
  return moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_HALTED || status.icon_name != NULL ||
         position.icon_name != NULL;
}

static gboolean
is_on_road (MoeiConvoy *convoy)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  return state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED;
}

static int
by_arrival (gconstpointer a,
            gconstpointer b)
{
  gint64 one = moei_convoy_get_estimated_arrival (*(MoeiConvoy **) a);
  gint64 other = moei_convoy_get_estimated_arrival (*(MoeiConvoy **) b);

  return (one > other) - (one < other);
}

static GPtrArray *
list_on_road (MoeiCollection *convoys)
{
  GPtrArray *on_road = g_ptr_array_new ();

  for (guint i = 0; i < moei_collection_size (convoys); i++) {
    if (is_on_road (moei_collection_get (convoys, i)))
      g_ptr_array_add (on_road, moei_collection_get (convoys, i));
  }
  g_ptr_array_sort (on_road, by_arrival);
  return on_road;
}

static void
show_cell (MoeiConvoyStrip *self,
           guint            i,
           const Subject   *of)
{
  gboolean doubtful = of->convoy != NULL && is_doubtful (of->convoy, of->now);

  moei_say (self->cells[i].title, say_title, of);
  moei_say_if (self->cells[i].words, say_words, of);
  gtk_widget_set_visible (self->cells[i].mark, doubtful);
  moei_set_class (GTK_WIDGET (self->cells[i].words), "short", doubtful);
  moei_set_class (GTK_WIDGET (self->cells[i].words), "quiet", !doubtful);
}

static void
moei_convoy_strip_class_init (MoeiConvoyStripClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "convoystrip");
}

static void
add_cell (MoeiConvoyStrip *self,
          guint            i)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->cells[i].card = card;
  self->cells[i].title = g_object_new (MOEI_TYPE_POLYGLOT, "lines", 2, NULL);
  self->cells[i].words = g_object_new (MOEI_TYPE_POLYGLOT, "lines", 3, "hexpand", TRUE, NULL);
  self->cells[i].mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "valign", GTK_ALIGN_START,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->cells[i].mark, "short");
  gtk_widget_add_css_class (GTK_WIDGET (self->cells[i].title), "strong");
  gtk_widget_add_css_class (line, "words");
  gtk_widget_add_css_class (card, "wall-card");
  gtk_box_append (GTK_BOX (line), self->cells[i].mark);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->cells[i].words));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->cells[i].title));
  gtk_box_append (GTK_BOX (card), line);
  gtk_box_append (self->box, card);
}

static void
moei_convoy_strip_init (MoeiConvoyStrip *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_set_homogeneous (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "strip");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  for (guint i = 0; i < N_CELLS; i++)
    add_cell (self, i);
}

/**
 * moei_convoy_strip_set_portrait:
 * @self: a strip
 * @portrait: whether the screen stands upright, so that convoys are one below the other
 */
void
moei_convoy_strip_set_portrait (MoeiConvoyStrip *self,
                                gboolean         portrait)
{
  g_return_if_fail (MOEI_IS_CONVOY_STRIP (self));

  self->portrait = portrait;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/**
 * moei_convoy_strip_show:
 * @self: a strip
 * @operation: the operation
 * @now: the instant, on the service's clock
 */
void
moei_convoy_strip_show (MoeiConvoyStrip *self,
                        MoeiOperation   *operation,
                        gint64           now)
{
  g_autoptr (GPtrArray) on_road = list_on_road (moei_operation_get_convoys (operation));
  guint room, n;

  g_return_if_fail (MOEI_IS_CONVOY_STRIP (self));

  room = self->portrait ? N_UPRIGHT : N_CELLS;
  n = on_road->len > room ? room - 1 : on_road->len;
  gtk_widget_set_visible (GTK_WIDGET (self), on_road->len > 0);
  for (guint i = 0; i < N_CELLS; i++) {
    Subject subject = { .n_more = on_road->len - n, .now = now };

    gtk_widget_set_visible (self->cells[i].card, i < MIN (room, on_road->len));
    if (i >= MIN (room, on_road->len))
      continue;
    if (i < n) {
      subject.convoy = on_road->pdata[i];
      subject.people = moei_convoy_get_people (subject.convoy);
    } else {
      subject.people = MOEI_COUNT_UNKNOWN;
      for (guint j = n; j < on_road->len; j++)
        subject.people = moei_count_add (subject.people, moei_convoy_get_people (on_road->pdata[j]));
    }
    show_cell (self, i, &subject);
  }
}
