/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chaos-oracle.h"

#include <string.h>

#include "feed/moei-apply.h"
#include "operation/moei-freshness.h"

/* What the board must say while something befalls an answer. */

const ChaosSubject chaos_subjects[CHAOS_N_SUBJECTS] = {
  { "service", MOEI_DOCUMENT_SERVICE },
  { "situation", MOEI_DOCUMENT_SITUATION },
  { "places", MOEI_DOCUMENT_PLACES },
  { "routes", MOEI_DOCUMENT_ROUTES },
  { "convoys", MOEI_DOCUMENT_CONVOYS },
  { "flights", MOEI_DOCUMENT_FLIGHTS },
  { "week", MOEI_DOCUMENT_WEEK },
  { "nationalities", MOEI_DOCUMENT_NATIONALITIES },
  { "rule", MOEI_DOCUMENT_RULE },
  { "notices", MOEI_DOCUMENT_NOTICES },
  { "rolls", MOEI_DOCUMENT_ROLLS },
  { "changes", MOEI_DOCUMENT_CHANGES },
  { "events", CHAOS_EVENTS },
  { "all", CHAOS_ALL },
};

/**
 * Verdict:
 * @words: what the sentence about a document says, any of these with a bar between; `NULL`
 *   where it does no harm
 * @words_of_events: the same of the events
 * @offline: whether nothing of the service comes through
 */
typedef struct {
  const char *words;
  const char *words_of_events;
  gboolean    offline;
} Verdict;

#define LATE    "does not answer in time"
#define CUT     "cut in the middle of an answer"
#define SILENT  "nothing arrives"
/* libsoup takes what came of the head for all of it */
#define NO_HTTP CUT "|does not speak HTTP|makes no sense|in place of a document|checksum|cannot be read"
#define DIGEST  "checksum"
#define STATUS  "makes no sense"

static const Verdict verdicts[CHAOS_N_FAULTS] = {
  [CHAOS_DELAY] = { NULL, NULL },
  [CHAOS_STALL] = { LATE, LATE "|" SILENT, TRUE },
  [CHAOS_DRIP] = { NULL, NULL },
  [CHAOS_CREEP] = { LATE, LATE "|" SILENT, TRUE },
  [CHAOS_CUT_FIRST] = { CUT, CUT, TRUE },
  [CHAOS_CUT_HEAD] = { NO_HTTP, NO_HTTP, TRUE },
  [CHAOS_CUT_BODY] = { CUT, CUT "|cannot be read" },
  [CHAOS_CUT_CHUNK] = { DIGEST, CUT },
  [CHAOS_RESET_FIRST] = { CUT, CUT, TRUE },
  [CHAOS_RESET_BODY] = { CUT, CUT },
  [CHAOS_SILENT_FIRST] = { LATE, LATE "|" SILENT, TRUE },
  [CHAOS_SILENT_HEAD] = { LATE, LATE "|" SILENT, TRUE },
  [CHAOS_SILENT_BODY] = { LATE, LATE "|" SILENT },
  [CHAOS_SWALLOW] = { NULL, LATE "|" SILENT },
  [CHAOS_TWICE] = { NULL, "cannot be read" },
  [CHAOS_STALE] = { "old copies", NULL },
  [CHAOS_OTHER] = { "cannot be read|old copies|in place of a document", "in place of a document" },
  [CHAOS_LENGTH_SHORT] = { DIGEST, CUT "|cannot be read" },
  [CHAOS_LENGTH_LONG] = { LATE, CUT },
  [CHAOS_FLIP] = { DIGEST, "cannot be read|more than any document|" CUT "|" SILENT },
  [CHAOS_GZIP_CORRUPT] = { "compression", NULL },
  [CHAOS_GZIP_CUT] = { "compression", NULL },
  [CHAOS_ENDLESS_HEADERS] = { CUT, CUT, TRUE },
  [CHAOS_HUGE_LINE] = { "more than any document", "more than any document" },
  [CHAOS_PORTAL] = { "web page", "web page", TRUE },
  [CHAOS_REDIRECT_LOOP] = { "sends us on", "sends us on", TRUE },
  [CHAOS_REDIRECT_HOST] = { "sends us on", "sends us on", TRUE },
  [CHAOS_REDIRECT_HTTP] = { "sends us on", "sends us on", TRUE },
  [CHAOS_STATUS_204] = { STATUS, "has ended its event stream" },
  [CHAOS_STATUS_304] = { STATUS "|old copies", STATUS },
  [CHAOS_STATUS_401] = { "does not accept", "does not accept" },
  [CHAOS_STATUS_403] = { "does not permit", "does not permit" },
  [CHAOS_STATUS_404] = { "has no", "has no" },
  [CHAOS_STATUS_407] = { "proxy wants a login", "proxy wants a login", TRUE },
  [CHAOS_STATUS_429] = { "asks for fewer requests", "asks for fewer requests" },
  [CHAOS_STATUS_500] = { "HTTP 500", "HTTP 500", TRUE },
  [CHAOS_STATUS_503] = { "HTTP 503", "HTTP 503", TRUE },
};

static gboolean
says_one_of (const char *sentence,
             const char *words)
{
  g_auto (GStrv) phrases = g_strsplit (words != NULL ? words : "", "|", -1);

  for (guint i = 0; phrases[i] != NULL; i++) {
    if (*phrases[i] != '\0' && strstr (sentence, phrases[i]) != NULL)
      return TRUE;
  }
  return FALSE;
}

static const char *
check_sentence (const char *problem,
                const char *words,
                gboolean    must)
{
  if (problem == NULL)
    return must ? "there is no sentence" : NULL;
  if (strstr (problem, "127.0.0.1") == NULL)
    return "the sentence does not name the host";
  return says_one_of (problem, words) ? NULL : "the sentence says something else";
}

/* The board goes on as if nothing was wrong. */
static const char *
check_well (MoeiDataState  state,
            gboolean       newest,
            const char    *problem)
{
  if (state != MOEI_DATA_STATE_LIVE)
    return "it does no harm, and the state is not live";
  if (problem != NULL)
    return "it does no harm, and there is a sentence";
  return newest ? NULL : "it does no harm, and the newest is not shown";
}

/* A panel of its own says what is wrong with it, and where. */
static const char *
check_panel (ChaosWorld *world,
             int         kind)
{
  g_autofree char *href = chaos_world_get_href (world, kind);
  MoeiFreshness *freshness = moei_collection_lookup (moei_operation_get_freshness (world->operation),
                                                     moei_document_kind_get_name (kind));

  if (kind == MOEI_DOCUMENT_SERVICE || kind == MOEI_DOCUMENT_SITUATION)
    return NULL;
  if (freshness == NULL || moei_freshness_get_problem (freshness) == NULL)
    return "the panel says nothing of it";
  if (strstr (moei_freshness_get_problem (freshness), href) == NULL)
    return "the panel does not name the place";
  return moei_freshness_get_state (freshness) == MOEI_DATA_STATE_LIVE ? "the panel is said to be live" : NULL;
}

static const char *
check_document (ChaosWorld    *world,
                int            kind,
                const Verdict *verdict,
                MoeiDataState  state,
                const char    *problem)
{
  const char *fault = check_panel (world, kind);

  if (fault != NULL)
    return fault;
  if (moei_apply_is_aside (kind))
    return state != MOEI_DATA_STATE_LIVE || problem != NULL ? "the board does without it, and is not live" : NULL;
  /* Who is sent away before the first word has heard nothing at all. */
  if (moei_feed_is_denied (world->feed) && moei_feed_get_last_heard (world->feed) < 0) {
    if (state != MOEI_DATA_STATE_NONE)
      return "it was denied at once, and the state is not none";
  } else if (state != MOEI_DATA_STATE_LATE) {
    return "a document cannot be read, and the state is not late";
  }
  return check_sentence (problem, verdict->words, TRUE);
}

/* Documents come where events do not. */
static const char *
check_events (const Verdict *verdict,
              gboolean       denied,
              gboolean       newest,
              MoeiDataState  state,
              const char    *problem)
{
  if (denied)
    return state == MOEI_DATA_STATE_LIVE ? "it is denied, and the state is live"
                                         : check_sentence (problem, verdict->words_of_events, TRUE);
  if (state != MOEI_DATA_STATE_LIVE)
    return "documents come, and the state is not live";
  if (!newest)
    return "documents come, and the newest is not shown";
  return check_sentence (problem, verdict->words_of_events, FALSE);
}

static const char *
check_all (const Verdict *verdict,
           MoeiDataState  state,
           const char    *problem)
{
  g_autofree char *words = g_strdup_printf ("%s|%s", verdict->words, verdict->words_of_events);

  if (state == MOEI_DATA_STATE_LIVE)
    return "nothing comes as it should, and the state is live";
  if (verdict->offline && state != MOEI_DATA_STATE_OFFLINE)
    return "nothing comes through, and the state is not offline";
  return check_sentence (problem, words, TRUE);
}

/**
 * chaos_oracle_judge:
 * @world: a world in which a fault has lasted for a while
 * @subject: what it has befallen
 * @fault: the fault
 * @phase: when it began
 *
 * Returns: (transfer full) (nullable): what the board says wrongly
 */
char *
chaos_oracle_judge (ChaosWorld         *world,
                    const ChaosSubject *subject,
                    ChaosFault          fault,
                    ChaosPhase          phase)
{
  const Verdict *verdict = &verdicts[fault];
  gboolean may_deny = fault == CHAOS_STATUS_401 || fault == CHAOS_STATUS_403;
  gboolean is_hit = chaos_proxy_get_n_hit (world->proxy) > 0 || subject->kind < 0;
  gboolean denied = moei_feed_is_denied (world->feed);
  gboolean newest = chaos_world_shows_newest (world, FALSE);
  MoeiDataState state = moei_feed_get_state (world->feed);
  g_autofree char *problem = moei_feed_dup_problem (world->feed);
  const char *wrong;
  g_autofree char *all = NULL;

  if (denied && !may_deny)
    wrong = "it is said to be denied";
  else if (!denied && may_deny && is_hit && (subject->kind < 0 || !moei_apply_is_aside (subject->kind)))
    wrong = "it is not said to be denied";
  else if (subject->kind == CHAOS_EVENTS || (subject->kind == CHAOS_ALL && fault == CHAOS_SWALLOW))
    wrong = check_events (verdict, denied, newest, state, problem);
  else if (subject->kind == MOEI_DOCUMENT_SERVICE && fault == CHAOS_STALE)
    wrong = NULL; /* It may have been asked for before anybody said that there is a newer one. */
  else if (verdict->words == NULL || !is_hit || (fault == CHAOS_STALE && phase == CHAOS_PHASE_FIRST))
    wrong = check_well (state, newest, problem);
  else if (subject->kind == CHAOS_ALL)
    wrong = check_all (verdict, state, problem);
  else
    wrong = check_document (world, subject->kind, verdict, state, problem);

  if (wrong == NULL)
    return NULL;
  all = chaos_world_describe (world);
  return g_strdup_printf ("%s: %s", wrong, all);
}
