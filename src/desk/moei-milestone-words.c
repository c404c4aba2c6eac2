/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-milestone-words.h"

#include <glib/gi18n-lib.h>

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-owner.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-collection.h"
#include "operation/moei-milestone.h"
#include "rules/moei-milestones.h"

/* What is said of a flight's milestones: only the next missing one is loud. */

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

static const char *
name_of (MoeiMilestone *milestone)
{
  return moei_word_milestone (moei_language_get_current (), moei_entity_get_id (MOEI_ENTITY (milestone)));
}

static char *
say_late (const MoeiNextMilestone *next)
{
  g_autofree char *delay = moei_format_delay (moei_language_get_current (), next->late);

  /* Translators: a milestone of a flight that should have been reached so long ago: "late, +12 min" */
  return g_strdup_printf (C_("milestone", "late, %s"), delay);
}

static char *
say_due (MoeiMilestone *milestone)
{
  g_autofree char *time = NULL;

  if (moei_milestone_get_planned (milestone) == MOEI_INSTANT_UNKNOWN)
    return NULL;
  time = moei_format_time (moei_language_get_current (), moei_milestone_get_planned (milestone), MOEI_ZONE_BANGKOK);
  /* Translators: when a milestone of a flight is due; %s is a time of day */
  return g_strdup_printf (C_("milestone", "due %s"), time);
}

/**
 * moei_milestone_words_next:
 * @flight: a flight
 * @now: the instant, on the service's clock
 * @said: (out caller-allocates): the next milestone that is missing, and when it is due
 */
void
moei_milestone_words_next (MoeiFlight *flight,
                           gint64      now,
                           MoeiSaid   *said)
{
  MoeiNextMilestone next;

  *said = (MoeiSaid) { 0 };
  moei_next_milestone_compute (&next, flight, now);
  if (next.milestone == NULL) {
    said->text = g_strdup (next.state == MOEI_MILESTONES_DONE && next.n_all > 0 ? C_("milestone", "All done") : "–");
    said->css_class = "quiet";
    return;
  }
  said->text = g_strdup (name_of (next.milestone));
  said->note = next.state == MOEI_MILESTONES_LATE ? say_late (&next) : say_due (next.milestone);
  said->icon_name = next.state == MOEI_MILESTONES_LATE ? "dialog-warning-symbolic" : NULL;
  said->css_class = next.state == MOEI_MILESTONES_LATE ? "loud" : "next";
}

static void
add_done (MoeiFact      *fact,
          MoeiMilestone *milestone)
{
  MoeiLanguage language = moei_language_get_current ();
  gint64 planned = moei_milestone_get_planned (milestone);

  if (planned != MOEI_INSTANT_UNKNOWN && planned / MINUTE != moei_milestone_get_done (milestone) / MINUTE)
    fact->former = moei_format_time (language, planned, MOEI_ZONE_BANGKOK);
  fact->icon_name = "object-select-symbolic";
  fact->css_class = "done";
}

static void
add_milestone (GPtrArray               *facts,
               MoeiMilestone           *milestone,
               const MoeiNextMilestone *next)
{
  MoeiLanguage language = moei_language_get_current ();
  gint64 done = moei_milestone_get_done (milestone);
  gboolean is_done = done != MOEI_INSTANT_UNKNOWN;
  g_autofree char *owner = moei_owner_name (language, moei_entity_get_owner (MOEI_ENTITY (milestone)));
  g_autofree char *late = NULL;
  MoeiFact *fact = moei_facts_take (facts, name_of (milestone),
                                    moei_format_time (language, is_done ? done : moei_milestone_get_planned (milestone),
                                                      MOEI_ZONE_BANGKOK));

  fact->note = g_strdup (owner);
  if (is_done) {
    add_done (fact, milestone);
    return;
  }
  fact->icon_name = "media-record-symbolic";
  fact->css_class = "quiet";
  if (milestone != next->milestone)
    return;
  fact->css_class = next->state == MOEI_MILESTONES_LATE ? "loud" : "next";
  fact->icon_name = next->state == MOEI_MILESTONES_LATE ? "dialog-warning-symbolic" : "go-next-symbolic";
  if (next->state == MOEI_MILESTONES_LATE) {
    late = say_late (next);
    g_free (g_steal_pointer (&fact->note));
    fact->note = owner != NULL ? g_strdup_printf (_("%1$s, %2$s"), late, owner)
                               : g_steal_pointer (&late);
  }
}

/**
 * moei_milestone_words_facts:
 * @flight: a flight
 * @now: the instant, on the service's clock
 *
 * Returns: (transfer full) (element-type MoeiFact): the chain: what is done,
 *   what is missing next, what comes after, each with its owner
 */
GPtrArray *
moei_milestone_words_facts (MoeiFlight *flight,
                            gint64      now)
{
  GPtrArray *facts = moei_facts_new ();
  MoeiCollection *milestones = moei_flight_get_milestones (flight);
  MoeiNextMilestone next;

  moei_next_milestone_compute (&next, flight, now);
  for (guint i = 0; i < moei_collection_size (milestones); i++)
    add_milestone (facts, moei_collection_get (milestones, i), &next);
  return facts;
}
