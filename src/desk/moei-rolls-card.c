/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-rolls-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-provenance.h"
#include "desk/moei-shared-roll.h"
#include "desk/moei-statement.h"
#include "language/moei-burmese.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"

/**
 * MoeiRollsCard:
 *
 * The lists of counts that owners handed over, and of which the rows do not
 * add to what the list says.  Opening one activates `people.roll` with its id.
 */
struct _MoeiRollsCard {
  MoeiPanel parent_instance;

  GtkBox    *rolls;
  GtkWidget *empty;
  GPtrArray *shown; /* MoeiStatement */
  int        below; /* people fewer than this are withheld; 0 for none */
};

G_DEFINE_FINAL_TYPE (MoeiRollsCard, moei_rolls_card, MOEI_TYPE_PANEL)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  g_autofree char *broken = moei_break_text (moei_language_get_current (), text != NULL ? text : "");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", broken, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Whether it adds up is said with a sign and in words. */
static GtkWidget *
make_verdict (const char *text,
              gboolean    adds_up)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "visible", !adds_up,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (text, "caption"));
  gtk_widget_add_css_class (box, adds_up ? "dim-label" : "remark");
  return box;
}

static GtkWidget *
make_roll (const MoeiStatement *fact)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *provenance = make_label (fact->texts[2], "caption");
  g_autofree char *name = g_strdup_printf (_("%1$s. %2$s. %3$s"), fact->texts[1], fact->texts[2], fact->texts[3]);

  gtk_widget_add_css_class (provenance, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (fact->texts[1], "strong"));
  gtk_box_append (GTK_BOX (box), provenance);
  gtk_box_append (GTK_BOX (box), make_verdict (fact->texts[3], fact->texts[4] == NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "entry-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "people.roll");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", fact->texts[0]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* Where the total would tell a row neither is told, nor what the rows add to. */
static char *
write_verdict (MoeiRoll            *roll,
               const MoeiRollCheck *check,
               int                  below)
{
  if (moei_shared_roll_withhold (roll, below, NULL) < MOEI_COUNT_UNKNOWN)
    return g_strdup (_("Total withheld"));
  return moei_sentence_roll_check (moei_language_get_current (), check);
}

static GPtrArray *
describe_rolls (MoeiCollection *rolls,
                int             below)
{
  GPtrArray *facts = moei_statements_new ();

  for (guint i = moei_collection_size (rolls); i > 0; i--) {
    MoeiRoll *roll = moei_collection_get (rolls, i - 1);
    g_autofree char *provenance = moei_provenance_describe (MOEI_ENTITY (roll));
    const char *id = moei_entity_get_id (MOEI_ENTITY (roll));
    g_autofree char *words = NULL;
    MoeiRollCheck check;
    const char *name = moei_text_get (moei_roll_get_name (roll), moei_language_get_current ());

    moei_roll_check (&check, roll);
    words = write_verdict (roll, &check, below);
    moei_statements_add (facts, MOEI_STATEMENT_ROW, id, *name != '\0' ? name : id, provenance, words,
                    check.verdict == MOEI_ROLL_DIFFERS ? "!" : "", NULL);
  }
  return facts;
}

/* Whoever has the focus on a list keeps it there. */
static void
show_rolls (MoeiRollsCard *self,
            GPtrArray     *facts)
{
  GtkWidget *child, *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rolls));
  g_autoptr (GVariant) focused = NULL;

  if (focus != NULL && gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)) != NULL)
    focused = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rolls))) != NULL)
    gtk_box_remove (self->rolls, child);
  for (guint i = 0; i < facts->len; i++) {
    GtkWidget *button = make_roll (facts->pdata[i]);

    gtk_box_append (self->rolls, button);
    if (focused != NULL && g_variant_equal (focused, gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button))))
      gtk_widget_grab_focus (button);
  }
}

static void
moei_rolls_card_update (MoeiPanel *panel)
{
  MoeiRollsCard *self = MOEI_ROLLS_CARD (panel);
  g_autoptr (GPtrArray) facts = describe_rolls (moei_operation_get_rolls (moei_panel_get_operation (panel)), self->below);

  if (moei_statements_equal (self->shown, facts))
    return;
  show_rolls (self, facts);
  gtk_widget_set_visible (self->empty, facts->len == 0);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&facts);
}

static void
watch_rolls (MoeiRollsCard *self)
{
  MoeiOperation *operation = moei_panel_get_operation (MOEI_PANEL (self));

  if (operation != NULL)
    g_signal_connect_object (moei_operation_get_rolls (operation), "changed", G_CALLBACK (moei_panel_update), self,
                             G_CONNECT_SWAPPED);
}

static void
moei_rolls_card_finalize (GObject *object)
{
  g_clear_pointer (&MOEI_ROLLS_CARD (object)->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (moei_rolls_card_parent_class)->finalize (object);
}

static void
moei_rolls_card_class_init (MoeiRollsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = moei_rolls_card_finalize;
  MOEI_PANEL_CLASS (klass)->update = moei_rolls_card_update;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-rolls-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiRollsCard, rolls);
  gtk_widget_class_bind_template_child (widget_class, MoeiRollsCard, empty);
  gtk_widget_class_set_css_name (widget_class, "rollscard");
}

static void
moei_rolls_card_init (MoeiRollsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::operation", G_CALLBACK (watch_rolls), NULL);
}

/**
 * moei_rolls_card_withhold:
 * @self: a card
 * @below: people fewer than this are withheld; 0 for none
 *
 * Says no more of the lists than may be shown.
 */
void
moei_rolls_card_withhold (MoeiRollsCard *self,
                          int            below)
{
  g_return_if_fail (MOEI_IS_ROLLS_CARD (self));

  if (self->below == below)
    return;
  self->below = below;
  moei_panel_update (MOEI_PANEL (self));
}
