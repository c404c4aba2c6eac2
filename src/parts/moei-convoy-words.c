/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "parts/moei-convoy-words.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-sentence.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-count.h"
#include "rules/moei-head-count.h"

/* What is said of a convoy, in the current language. */

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

/* A convoy this much later than planned is called late. */
#define LATE_MINUTES 5

/* A position fades: it is fresh, then grows pale, then it is late, and at last
 * nobody can say where the convoy is.  On the twenty minutes from the bridge to
 * the airport a quarter of an hour is most of the way. */
#define FRESH_MINUTES   5
#define LATE_AFTER      15
#define UNKNOWN_AFTER   60

static gboolean
has_left (MoeiConvoy *convoy)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  return state == MOEI_CONVOY_STATE_UNDER_WAY || state == MOEI_CONVOY_STATE_HALTED;
}

static gboolean
is_waiting (MoeiConvoy *convoy)
{
  MoeiConvoyState state = moei_convoy_get_state (convoy);

  return state == MOEI_CONVOY_STATE_PLANNED || state == MOEI_CONVOY_STATE_BOARDING;
}

/* By how much what should have happened has not. */
static int
minutes_late (MoeiConvoy *convoy,
              gint64      now)
{
  gint64 due = MOEI_INSTANT_UNKNOWN;

  if (is_waiting (convoy))
    due = moei_convoy_get_planned_departure (convoy);
  else if (has_left (convoy))
    due = moei_convoy_get_estimated_arrival (convoy);
  if (due == MOEI_INSTANT_UNKNOWN || now == MOEI_INSTANT_UNKNOWN || now < due)
    return 0;
  return (int) MIN ((now - due) / MINUTE, 24 * 60);
}

/**
 * moei_convoy_words_status:
 * @convoy: a convoy
 * @now: the instant, on the service's clock
 * @said: (out caller-allocates): its state in words, and below it how late it is
 */
void
moei_convoy_words_status (MoeiConvoy *convoy,
                          gint64      now,
                          MoeiSaid   *said)
{
  MoeiLanguage language = moei_language_get_current ();
  int late = minutes_late (convoy, now);
  g_autofree char *delay = NULL;

  *said = (MoeiSaid) { .text = g_strdup (moei_word_convoy_state (language, moei_convoy_get_state (convoy))) };
  if (late >= LATE_MINUTES) {
    delay = moei_format_delay (language, late);
    /* Translators: a convoy that should have set out or arrived so long ago: "late, +12 min" */
    said->note = g_strdup_printf (C_("convoy", "late, %s"), delay);
    said->icon_name = "dialog-warning-symbolic";
    said->css_class = "late";
  } else if (has_left (convoy)) {
    said->css_class = "at-airport";
  } else if (moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_ARRIVED) {
    said->css_class = "departed";
  } else if (moei_convoy_get_state (convoy) == MOEI_CONVOY_STATE_CANCELLED) {
    said->css_class = "late";
  }
}

static void
say_times (gint64    aimed,
           gint64    actual,
           MoeiSaid *said)
{
  MoeiLanguage language = moei_language_get_current ();
  gint64 shown = actual != MOEI_INSTANT_UNKNOWN ? actual : aimed;

  *said = (MoeiSaid) { .text = moei_format_time (language, shown, MOEI_ZONE_BANGKOK) };
  if (aimed != MOEI_INSTANT_UNKNOWN && aimed / MINUTE != shown / MINUTE)
    said->former = moei_format_time (language, aimed, MOEI_ZONE_BANGKOK);
}

/**
 * moei_convoy_words_departure:
 * @convoy: a convoy
 * @said: (out caller-allocates): when it set out, or is to
 */
void
moei_convoy_words_departure (MoeiConvoy *convoy,
                             MoeiSaid   *said)
{
  say_times (moei_convoy_get_planned_departure (convoy), moei_convoy_get_actual_departure (convoy), said);
  if (moei_convoy_get_actual_departure (convoy) == MOEI_INSTANT_UNKNOWN && is_waiting (convoy))
    said->note = g_strdup (C_("convoy", "planned"));
}

/**
 * moei_convoy_words_arrival:
 * @convoy: a convoy
 * @said: (out caller-allocates): when it arrived, or is expected to
 */
void
moei_convoy_words_arrival (MoeiConvoy *convoy,
                           MoeiSaid   *said)
{
  say_times (moei_convoy_get_estimated_arrival (convoy), moei_convoy_get_actual_arrival (convoy), said);
  if (moei_convoy_get_actual_arrival (convoy) == MOEI_INSTANT_UNKNOWN && (is_waiting (convoy) || has_left (convoy)))
    said->note = g_strdup (C_("convoy", "estimated"));
}

/**
 * moei_convoy_words_seen:
 * @observed: as of when a position is
 * @now: the instant, on the service's clock
 * @said: (out caller-allocates): its age in words; "late" and "not known" are
 *   different words
 */
void
moei_convoy_words_seen (gint64    observed,
                        gint64    now,
                        MoeiSaid *said)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *age = NULL, *time = NULL;
  gint64 seconds;

  *said = (MoeiSaid) { .icon_name = "dialog-question-symbolic", .css_class = "doubtful" };
  if (observed == MOEI_INSTANT_UNKNOWN || now == MOEI_INSTANT_UNKNOWN) {
    said->text = g_strdup (C_("position", "Not known"));
    return;
  }
  seconds = MAX ((now - observed) / G_USEC_PER_SEC, 0);
  time = moei_format_time (language, observed, MOEI_ZONE_BANGKOK);
  if (seconds > UNKNOWN_AFTER * 60) {
    /* Translators: where a convoy is has not been reported for long; %s is a time of day */
    said->text = g_strdup_printf (C_("position", "Not known since %s"), time);
    return;
  }
  age = moei_format_age (language, seconds);
  said->icon_name = seconds > LATE_AFTER * 60 ? "dialog-warning-symbolic" : NULL;
  said->css_class = seconds > LATE_AFTER * 60 ? "late" : seconds > FRESH_MINUTES * 60 ? "fading" : NULL;
  if (seconds > LATE_AFTER * 60)
    /* Translators: the last position of a convoy is overdue; %s is an age: "Late, 22 min ago" */
    said->text = g_strdup_printf (C_("position", "Late, %s ago"), age);
  else
    /* Translators: as of when a position is; %s is an age: "3 min ago" */
    said->text = g_strdup_printf (C_("position", "%s ago"), age);
}

/**
 * moei_convoy_words_position:
 * @convoy: a convoy
 * @now: the instant, on the service's clock
 * @said: (out caller-allocates): how old its position is; "–" where it is not under way
 */
void
moei_convoy_words_position (MoeiConvoy *convoy,
                            gint64      now,
                            MoeiSaid   *said)
{
  gint64 observed = moei_convoy_get_position_observed (convoy);

  if (!has_left (convoy)) {
    *said = (MoeiSaid) { .text = g_strdup ("–"), .css_class = "quiet" };
    return;
  }
  moei_convoy_words_seen (moei_convoy_get_position (convoy) != NULL ? observed : MOEI_INSTANT_UNKNOWN, now, said);
}

/**
 * moei_convoy_words_difference:
 * @difference: people who are there less those who should be, if any
 *
 * Returns: (transfer full): "1 missing", "2 too many"
 */
char *
moei_convoy_words_difference (int difference)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *people = moei_format_count (language, ABS (difference));

  if (difference < 0)
    /* Translators: of a head count: so many people fewer than before */
    return g_strdup_printf (moei_ngettext (language, "%s missing", "%s missing", (gulong) ABS (difference)), people);
  /* Translators: of a head count: so many people more than before */
  return g_strdup_printf (moei_ngettext (language, "%s too many", "%s too many", (gulong) difference), people);
}

/**
 * moei_convoy_words_heads:
 * @convoy: a convoy
 * @said: (out caller-allocates): its chain of head counts from end to end: the
 *   difference that is open
 */
void
moei_convoy_words_heads (MoeiConvoy *convoy,
                         MoeiSaid   *said)
{
  MoeiHeadCount count;

  moei_head_count_compute (&count, convoy);
  *said = (MoeiSaid) { .text = moei_sentence_head_count (moei_language_get_current (), &count) };
  if (count.open_difference == MOEI_DIFFERENCE_UNKNOWN) {
    said->css_class = "quiet";
  } else if (count.open_difference != 0) {
    said->icon_name = "dialog-warning-symbolic";
    said->css_class = "loud";
  }
}
