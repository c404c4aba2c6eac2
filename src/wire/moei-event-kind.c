/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-event-kind.h"
#include "wire/moei-field-macros.h"

#include <string.h>

#define EVENT_REVISION { "revision", MOEI_FIELD_NUMBER, .maximum = MOEI_REVISION_MAX, .required = TRUE }

static const MoeiField hello_fields[] = {
  EPOCH,
  EVENT_REVISION,
  TIME,
  RATE,
  { "ping_s", MOEI_FIELD_NUMBER, .property = "ping-interval", .maximum = MOEI_SECONDS_MAX },
  END
};

static const MoeiField changed_fields[] = {
  EVENT_REVISION,
  { "documents", MOEI_FIELD_COLLECTION, .required = TRUE },
  END
};

static const MoeiField ping_fields[] = {
  TIME,
  RATE,
  EVENT_REVISION,
  END
};

static const MoeiField reset_fields[] = {
  EPOCH,
  EVENT_REVISION,
  END
};

static const MoeiField bye_fields[] = {
  { "retry_after_ms", MOEI_FIELD_NUMBER, .property = "retry-after", .maximum = MOEI_SECONDS_MAX * 1000 },
  END
};

static const struct {
  const char      *name;
  const MoeiField *fields;
} kinds[MOEI_N_EVENT_KINDS] = {
  [MOEI_EVENT_HELLO] = { "hello", hello_fields },
  [MOEI_EVENT_CHANGED] = { "changed", changed_fields },
  [MOEI_EVENT_PING] = { "ping", ping_fields },
  [MOEI_EVENT_RESET] = { "reset", reset_fields },
  [MOEI_EVENT_BYE] = { "bye", bye_fields },
};

/**
 * moei_event_kind_get_name:
 * @kind: a kind of event
 *
 * Returns: its name on the stream
 */
const char *
moei_event_kind_get_name (MoeiEventKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_EVENT_KINDS, NULL);

  return kinds[kind].name;
}

/**
 * moei_event_kind_get_fields:
 * @kind: a kind of event
 *
 * Returns: the members of its data, in the order in which they are written
 */
const MoeiField *
moei_event_kind_get_fields (MoeiEventKind kind)
{
  g_return_val_if_fail (kind < MOEI_N_EVENT_KINDS, NULL);

  return kinds[kind].fields;
}

/**
 * moei_event_kind_from_name:
 * @name: a name
 * @kind: (out): the kind of event of that name
 *
 * Returns: whether there is one; an event of another name is to be ignored
 */
gboolean
moei_event_kind_from_name (const char    *name,
                           MoeiEventKind *kind)
{
  for (guint i = 0; i < MOEI_N_EVENT_KINDS; i++) {
    if (g_strcmp0 (kinds[i].name, name) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * moei_event_id_format:
 * @epoch: the store's epoch
 * @revision: its revision
 *
 * Returns: (transfer full): the id of an event, "epoch-revision"
 */
char *
moei_event_id_format (const char *epoch,
                      gint64      revision)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, epoch, revision);
}

/**
 * moei_event_id_parse:
 * @id: the id of an event, such as a client's Last-Event-ID
 * @epoch: (out): the store's epoch
 * @revision: (out): its revision
 *
 * Returns: whether it is one
 */
gboolean
moei_event_id_parse (const char  *id,
                     char       **epoch,
                     gint64      *revision)
{
  const char *dash = strrchr (id, '-');
  g_autofree char *before = dash != NULL ? g_strndup (id, dash - id) : NULL;
  guint64 number;

  if (before == NULL || !moei_form_matches (MOEI_FORM_ID, before) ||
      !g_ascii_string_to_unsigned (dash + 1, 10, 0, MOEI_REVISION_MAX, &number, NULL))
    return FALSE;

  *epoch = g_steal_pointer (&before);
  *revision = number;
  return TRUE;
}
