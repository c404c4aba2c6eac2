/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-restore.h"

#include "feed/moei-apply.h"

static MoeiKept *
find (GPtrArray  *kept,
      const char *href)
{
  for (guint i = 0; i < kept->len; i++) {
    MoeiKept *one = kept->pdata[i];

    if (g_strcmp0 (one->href, href) == 0)
      return one;
  }
  return NULL;
}

/* When it came, by the time since boot. */
static gint64
get_received (MoeiKept *one)
{
  return moei_clock_boot_time () - (g_get_real_time () - one->received);
}

/* One that no longer makes sense, as after an update of the program, is left out. */
static MoeiDocument *
decode (GPtrArray        *kept,
        const char       *href,
        MoeiDocumentKind  kind,
        gint64           *latest)
{
  MoeiKept *one = find (kept, href);
  MoeiDocument *document = one != NULL ? moei_document_decode (kind, one->body, NULL) : NULL;

  if (document != NULL)
    *latest = MAX (*latest, get_received (one));
  return document;
}

static void
take (GPtrArray    *kept,
      const char   *href,
      MoeiDocument *document,
      MoeiLedger   *ledger,
      MoeiPicture  *picture)
{
  moei_ledger_note (ledger, href, find (kept, href)->etag, moei_document_get_revision (document));
  moei_picture_take (picture, href, document);
}

static void
take_service (GPtrArray   *kept,
              MoeiLedger  *ledger,
              MoeiPicture *picture,
              MoeiClock   *clock,
              gint64      *latest)
{
  g_autoptr (MoeiDocument) service = decode (kept, MOEI_LEDGER_SERVICE, MOEI_DOCUMENT_SERVICE, latest);

  if (service == NULL)
    return;

  take (kept, MOEI_LEDGER_SERVICE, service, ledger, picture);
  moei_clock_set_at (clock, moei_document_get_clock_time (service), moei_document_get_clock_rate (service),
                     get_received (find (kept, MOEI_LEDGER_SERVICE)));
}

/**
 * moei_restore:
 * @kept: (element-type MoeiKept): what was kept of the last good picture
 * @ledger: where to note it
 * @picture: where to show it
 * @clock: a clock to set by it
 *
 * Shows the last good picture of the present: what the situation in it names.
 *
 * Returns: when its latest document came, as moei_clock_boot_time() tells;
 *   `G_MININT64` if there is nothing to show
 */
gint64
moei_restore (GPtrArray   *kept,
              MoeiLedger  *ledger,
              MoeiPicture *picture,
              MoeiClock   *clock)
{
  g_autoptr (MoeiDocument) situation = NULL;
  g_autoptr (GArray) list = NULL;
  gint64 latest = G_MININT64;

  situation = decode (kept, MOEI_LEDGER_SITUATION, MOEI_DOCUMENT_SITUATION, &latest);
  if (situation == NULL)
    return G_MININT64;

  /* Of what the last run did not live to forget, the next situation tells. */
  for (guint i = 0; i < kept->len; i++)
    moei_ledger_note (ledger, ((MoeiKept *) kept->pdata[i])->href, NULL, -1);

  take_service (kept, ledger, picture, clock, &latest);
  take (kept, MOEI_LEDGER_SITUATION, situation, ledger, picture);
  moei_ledger_set_situation (ledger, situation);

  list = moei_ledger_list (ledger);
  for (guint i = 0; i < list->len; i++) {
    MoeiNamed *named = &g_array_index (list, MoeiNamed, i);
    g_autoptr (MoeiDocument) document = NULL;

    if (named->present)
      document = decode (kept, named->href, named->kind, &latest);
    if (document != NULL)
      take (kept, named->href, document, ledger, picture);
  }
  moei_picture_show (picture, TRUE);
  return latest;
}

/**
 * moei_restore_next:
 * @kept: (element-type MoeiKept): what was kept of the last good picture; what
 *   is looked at is taken out
 * @ledger: where to note it
 * @picture: where it is to be shown
 *
 * Restores one more document that the present did without, if the situation
 * names it and it has not come meanwhile.  It takes a while: for when there is nothing else to do.
 *
 * Returns: whether there was one
 */
gboolean
moei_restore_next (GPtrArray   *kept,
                   MoeiLedger  *ledger,
                   MoeiPicture *picture)
{
  while (kept->len > 0) {
    g_autoptr (MoeiKept) one = g_ptr_array_steal_index_fast (kept, kept->len - 1);
    g_autoptr (MoeiDocument) document = NULL;
    MoeiDocumentKind kind;
    guint day;

    if (!moei_apply_parse_href (one->href, &kind, &day) ||
        !moei_ledger_is_named (ledger, one->href) || moei_ledger_is_here (ledger, one->href))
      continue;

    document = moei_document_decode (kind, one->body, NULL);
    if (document == NULL)
      continue;
    moei_ledger_note (ledger, one->href, one->etag, moei_document_get_revision (document));
    moei_picture_take (picture, one->href, document);
    return TRUE;
  }
  return FALSE;
}
