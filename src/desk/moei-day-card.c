/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-day-card.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-age-label.h"
#include "desk/moei-day-reports.h"
#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "operation/moei-count.h"
#include "parts/moei-day-figures.h"
#include "parts/moei-outlook.h"

#define DAYS_OF_WEEK 7

/* The lines of the ledger, from the first to the last */
enum {
  QUOTA,
  DEPARTED,
  OVER,
  LOST,
  REALLOCATED,
  CARRIED,
  UNEXPLAINED,
  OPEN,
  OUTSIDE,
  N_ACCOUNTS,
};

/**
 * MoeiDayCard:
 *
 * The chosen day: its verdict, what became of its quota and of the week's, and
 * what was reported of it, by whom.
 *
 * The accounts stand as in a ledger: departed, lost, to others, carried and
 * unexplained add to the quota.
 */
struct _MoeiDayCard {
  MoeiPanel parent_instance;

  MoeiOutlook *outlook; /* (nullable) */
  guint        date;

  GtkLabel  *heading;
  GtkLabel  *lane;
  GtkLabel  *verdict;
  GtkLabel  *day_head;
  GtkLabel  *name[N_ACCOUNTS];
  GtkLabel  *day[N_ACCOUNTS];
  GtkLabel  *week[N_ACCOUNTS];
  GtkLabel  *balance;
  GtkWidget *reports_title;
  GtkBox    *reports;
};

typedef enum {
  PROP_DATE = 1,
  PROP_OUTLOOK,
} MoeiDayCardProperty;

static GParamSpec *properties[PROP_OUTLOOK + 1];

G_DEFINE_FINAL_TYPE (MoeiDayCard, moei_day_card, MOEI_TYPE_PANEL)

static void
show_count (GtkLabel *label,
            int       count)
{
  g_autofree char *text = moei_format_count (moei_language_get_current (), count);

  gtk_label_set_label (label, text);
}

/* Places that can still be used, so that also the quota of a day that is not
 * over is accounted for. */
static int
count_open (const MoeiAccounts *accounts)
{
  switch (accounts->state) {
  case MOEI_ACCOUNTS_OPEN:
    return MAX (accounts->quota - MAX (accounts->departed, 0), 0);
  case MOEI_ACCOUNTS_BALANCED:
  case MOEI_ACCOUNTS_UNEXPLAINED:
    return 0;
  case MOEI_ACCOUNTS_UNKNOWN:
  case MOEI_ACCOUNTS_NO_QUOTA:
  default:
    return MOEI_COUNT_UNKNOWN;
  }
}

static int
count_over (const MoeiAccounts *accounts)
{
  if (accounts->state != MOEI_ACCOUNTS_OPEN)
    return accounts->over;
  return moei_count_is_known (accounts->departed) ? MAX (accounts->departed - accounts->quota, 0) : MOEI_COUNT_UNKNOWN;
}

/* Returns a bit for each line that says of anybody. */
static guint
show_accounts (GtkLabel           **labels,
               const MoeiAccounts  *accounts,
               int                  over,
               int                  open,
               int                  outside)
{
  const int counts[N_ACCOUNTS] = {
    [QUOTA] = accounts->quota, [DEPARTED] = accounts->departed, [OVER] = over, [LOST] = accounts->lost,
    [REALLOCATED] = accounts->reallocated, [CARRIED] = accounts->carried, [UNEXPLAINED] = accounts->unexplained,
    [OPEN] = open, [OUTSIDE] = outside,
  };
  g_autofree char *unexplained = moei_day_figures_dup_difference (accounts->unexplained);
  guint lines = 0;

  for (guint i = 0; i < N_ACCOUNTS; i++) {
    gboolean is_said = i == UNEXPLAINED ? counts[i] != MOEI_DIFFERENCE_UNKNOWN : counts[i] != MOEI_COUNT_UNKNOWN;

    if (is_said && counts[i] != 0)
      lines |= 1u << i;
    if (i != UNEXPLAINED)
      show_count (labels[i], counts[i]);
  }
  gtk_label_set_label (labels[UNEXPLAINED], unexplained);
  return lines;
}

/* A line that says of nobody, neither on the day nor in the week, is left out. */
static void
leave_out (MoeiDayCard *self,
           guint        lines)
{
  for (guint i = DEPARTED + 1; i < N_ACCOUNTS; i++) {
    gtk_widget_set_visible (GTK_WIDGET (self->name[i]), lines >> i & 1);
    gtk_widget_set_visible (GTK_WIDGET (self->day[i]), lines >> i & 1);
    gtk_widget_set_visible (GTK_WIDGET (self->week[i]), lines >> i & 1);
  }
}

static guint
show_week (MoeiDayCard   *self,
           MoeiOperation *operation)
{
  MoeiWeekAccounts week;
  guint today = moei_operation_get_operating_day (operation);
  int departed = MOEI_COUNT_UNKNOWN, over = MOEI_COUNT_UNKNOWN, open = MOEI_COUNT_UNKNOWN;

  moei_week_accounts_compute (&week, moei_operation_get_calendar (operation),
                              self->date - (self->date - 1) % DAYS_OF_WEEK, moei_panel_get_now (MOEI_PANEL (self)));
  for (gsize i = 0; i < G_N_ELEMENTS (week.days); i++) {
    if (week.days[i].state == MOEI_ACCOUNTS_OPEN && week.monday + i > today && week.days[i].departed == 0)
      week.days[i].departed = MOEI_COUNT_UNKNOWN;
    departed = moei_count_add (departed, week.days[i].quota > 0 ? week.days[i].departed : MOEI_COUNT_UNKNOWN);
    over = moei_count_add (over, count_over (&week.days[i]));
    open = moei_count_add (open, count_open (&week.days[i]));
  }
  week.sum.departed = departed;
  return show_accounts (self->week, &week.sum, over, open, week.departed_outside);
}

static const char *
describe_balance (MoeiAccountsState state)
{
  switch (state) {
  case MOEI_ACCOUNTS_BALANCED:
    return _("The accounts of the day add up to the quota.");
  case MOEI_ACCOUNTS_UNEXPLAINED:
    return _("The accounts of the day do not add up to the quota.");
  case MOEI_ACCOUNTS_OPEN:
    return _("The day is not over; unused places are booked when it is.");
  case MOEI_ACCOUNTS_NO_QUOTA:
    return _("The day has no quota. Whoever left on it is counted all the same.");
  case MOEI_ACCOUNTS_UNKNOWN:
  default:
    return _("Too little is reported to say what became of the quota.");
  }
}

static void
set_broken (GtkLabel   *label,
            const char *text)
{
  g_autofree char *broken = moei_break_text (moei_language_get_current (), text);

  gtk_label_set_label (label, broken);
}

/* Of a coming day what is planned and what is expected: they need not agree. */
static char *
describe_coming (const MoeiDayFigures *figures)
{
  MoeiDayFigures unplanned = *figures;
  MoeiDayLook look;
  g_autofree char *planned = figures->stages.planned > 0 ? moei_day_figures_dup_remark (figures, &look) : NULL;
  g_autofree char *expected = NULL;

  unplanned.stages.planned = MOEI_COUNT_UNKNOWN;
  expected = moei_day_figures_dup_remark (&unplanned, &look);
  if (planned == NULL)
    return g_steal_pointer (&expected);
  if (expected == NULL)
    return g_steal_pointer (&planned);
  return g_strdup_printf (_("%1$s · %2$s"), planned, expected);
}

static void
show_verdict (MoeiDayCard          *self,
              const MoeiDayFigures *figures)
{
  MoeiDayLook look = MOEI_DAY_LOOK_PLAIN;
  g_autofree char *sentence = NULL;
  gboolean good, bad;

  if (figures->when == MOEI_DAY_TODAY) {
    sentence = moei_sentence_funnel (moei_language_get_current (), &figures->funnel);
    good = figures->funnel.verdict == MOEI_VERDICT_MET || figures->funnel.verdict == MOEI_VERDICT_COVERED;
    bad = figures->funnel.verdict == MOEI_VERDICT_SHORT || figures->funnel.verdict == MOEI_VERDICT_CLOSED_SHORT;
  } else if (figures->when == MOEI_DAY_COMING) {
    sentence = describe_coming (figures);
    good = bad = FALSE;
  } else {
    sentence = moei_day_figures_dup_remark (figures, &look);
    good = look == MOEI_DAY_LOOK_GOOD;
    bad = look == MOEI_DAY_LOOK_SHORT;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), sentence != NULL);
  set_broken (self->verdict, sentence != NULL ? sentence : "");
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict),
                              (const char *[]) { "verdict", good ? "good" : bad ? "short" : "unknown", NULL });
}

/* For the screen reader, which reads the card when it has the focus. */
static void
describe (MoeiDayCard *self)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->verdict));
  g_autofree char *plain = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (self->name); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->name[i])))
      g_string_append_printf (text, "\n%s: %s", gtk_label_get_label (self->name[i]), gtk_label_get_label (self->day[i]));
  g_string_append_printf (text, "\n%s", gtk_label_get_label (self->balance));
  plain = moei_unbreak_text (text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->heading),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, plain, -1);
}

static void
moei_day_card_update (MoeiPanel *panel)
{
  MoeiDayCard *self = MOEI_DAY_CARD (panel);
  MoeiOperation *operation = moei_panel_get_operation (panel);
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *heading = NULL, *lane = NULL, *head = NULL;
  MoeiDayFigures figures;
  int outside;
  guint lines;

  if (self->date == MOEI_DAY_UNKNOWN)
    return;

  moei_day_figures_compute (&figures, operation, self->date, moei_panel_get_now (panel),
                            self->outlook != NULL ? moei_outlook_get_live (self->outlook) : NULL);
  heading = moei_format_date (language, self->date, MOEI_DATE_HEADING);
  head = moei_format_date (language, self->date, MOEI_DATE_WEEKDAY_DAY);
  lane = moei_day_figures_dup_lane (&figures, operation);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->day_head, head);
  set_broken (self->lane, lane);
  show_verdict (self, &figures);
  /* That nobody has left yet is not counted by anybody. */
  if (figures.when == MOEI_DAY_COMING)
    figures.accounts.departed = figures.stages.departed;
  outside = figures.accounts.quota > 0 ? MOEI_COUNT_UNKNOWN : figures.accounts.departed;
  if (figures.accounts.quota <= 0)
    figures.accounts.departed = MOEI_COUNT_UNKNOWN;
  lines = show_accounts (self->day, &figures.accounts, count_over (&figures.accounts), count_open (&figures.accounts), outside);
  /* Of a day without a quota it is said that nobody left, where that is known. */
  if (moei_count_is_known (outside))
    lines |= 1u << OUTSIDE;
  leave_out (self, lines | show_week (self, operation));
  set_broken (self->balance, describe_balance (figures.accounts.state));
  gtk_widget_set_visible (self->reports_title, moei_day_reports_show (self->reports, figures.day));
  describe (self);
}

static void
show_anew (MoeiDayCard *self)
{
  if (moei_panel_get_operation (MOEI_PANEL (self)) != NULL)
    moei_day_card_update (MOEI_PANEL (self));
}

static void
moei_day_card_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch ((MoeiDayCardProperty) prop_id) {
  case PROP_DATE:
    g_value_set_uint (value, MOEI_DAY_CARD (object)->date);
    break;
  case PROP_OUTLOOK:
    g_value_set_object (value, MOEI_DAY_CARD (object)->outlook);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_day_card_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiDayCard *self = MOEI_DAY_CARD (object);

  switch ((MoeiDayCardProperty) prop_id) {
  case PROP_DATE:
    if (self->date == g_value_get_uint (value))
      return;
    self->date = g_value_get_uint (value);
    show_anew (self);
    g_object_notify_by_pspec (object, pspec);
    break;
  case PROP_OUTLOOK:
    if (!g_set_object (&self->outlook, g_value_get_object (value)) || self->outlook == NULL)
      return;
    g_signal_connect_object (self->outlook, "changed", G_CALLBACK (show_anew), self, G_CONNECT_SWAPPED);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_day_card_dispose (GObject *object)
{
  g_clear_object (&MOEI_DAY_CARD (object)->outlook);

  G_OBJECT_CLASS (moei_day_card_parent_class)->dispose (object);
}

static void
bind_column (GtkWidgetClass *widget_class,
             const char     *name,
             gssize          offset)
{
  for (int i = 0; i < N_ACCOUNTS; i++) {
    g_autofree char *id = g_strdup_printf ("%s_%d", name, i);

    gtk_widget_class_bind_template_child_full (widget_class, id, FALSE, offset + i * (gssize) sizeof (GtkLabel *));
  }
}

static void
moei_day_card_class_init (MoeiDayCardClass *klass)
{
  static const char * const beyond[] = { "calendar", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_day_card_dispose;
  object_class->get_property = moei_day_card_get_property;
  object_class->set_property = moei_day_card_set_property;
  MOEI_PANEL_CLASS (klass)->update = moei_day_card_update;
  MOEI_PANEL_CLASS (klass)->beyond = beyond;

  properties[PROP_DATE] = g_param_spec_uint ("date", NULL, NULL, 0, G_MAXUINT, MOEI_DAY_UNKNOWN,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_OUTLOOK] = g_param_spec_object ("outlook", NULL, NULL, MOEI_TYPE_OUTLOOK,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (MOEI_TYPE_AGE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-day-card.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, heading);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, lane);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, day_head);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, balance);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, reports_title);
  gtk_widget_class_bind_template_child (widget_class, MoeiDayCard, reports);
  bind_column (widget_class, "name", G_STRUCT_OFFSET (MoeiDayCard, name));
  bind_column (widget_class, "day", G_STRUCT_OFFSET (MoeiDayCard, day));
  bind_column (widget_class, "week", G_STRUCT_OFFSET (MoeiDayCard, week));
  gtk_widget_class_set_css_name (widget_class, "daycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
moei_day_card_init (MoeiDayCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
