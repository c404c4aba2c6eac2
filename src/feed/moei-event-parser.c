/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "feed/moei-event-parser.h"
#include "feed/moei-feed-error.h"

/* Longer pauses than this are a mistake of the service, not a wish. */
#define MAX_RETRY (60 * 60 * 1000)

/**
 * MoeiEventParser:
 *
 * Takes a `text/event-stream` apart, as WHATWG's HTML standard has it.
 *
 * Chunks are pushed as they arrive, cut anywhere; events are pulled.  What it
 * holds is bounded: one chunk, one line and one event.
 */
struct _MoeiEventParser {
  GObject parent_instance;

  GBytes     *chunk;
  gsize       offset;

  GByteArray *line;
  GByteArray *data;
  char       *type;
  char       *id;      /* of the event that is being read */
  char       *last_id; /* of the last event that was complete */
  gint64      retry;

  guint       first_line : 1;
  guint       after_cr : 1;
  guint       has_data : 1;
};

G_DEFINE_FINAL_TYPE (MoeiEventParser, moei_event_parser, G_TYPE_OBJECT)

static void
moei_event_parser_finalize (GObject *object)
{
  MoeiEventParser *self = MOEI_EVENT_PARSER (object);

  g_clear_pointer (&self->chunk, g_bytes_unref);
  g_byte_array_unref (self->line);
  g_byte_array_unref (self->data);
  g_free (self->type);
  g_free (self->id);
  g_free (self->last_id);

  G_OBJECT_CLASS (moei_event_parser_parent_class)->finalize (object);
}

static void
moei_event_parser_class_init (MoeiEventParserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = moei_event_parser_finalize;
}

static void
moei_event_parser_init (MoeiEventParser *self)
{
  self->line = g_byte_array_new ();
  self->data = g_byte_array_new ();
  self->retry = -1;
  self->first_line = TRUE;
}

static void
take_retry (MoeiEventParser *self,
            const char      *value,
            gsize            length)
{
  g_autofree char *digits = g_strndup (value, length);
  guint64 retry;

  /* The standard ignores the field unless it consists of digits only. */
  if (length == 0 || strspn (digits, "0123456789") != length)
    return;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, MAX_RETRY, &retry, NULL))
    retry = MAX_RETRY;
  self->retry = (gint64) retry;
}

static void
take_id (MoeiEventParser *self,
         const char      *value,
         gsize            length)
{
  /* An id goes back to the service in a header, where neither NUL nor
   * anything but text has a place. */
  if (memchr (value, '\0', length) != NULL || !g_utf8_validate (value, (gssize) length, NULL))
    return;

  g_free (self->id);
  self->id = g_strndup (value, length);
}

static gboolean
take_data (MoeiEventParser  *self,
           const char       *value,
           gsize             length,
           GError          **error)
{
  if (self->data->len + length + 1 > MOEI_EVENT_PARSER_MAX_EVENT) {
    g_set_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE,
                 "the event stream sent an event of more than %d bytes", MOEI_EVENT_PARSER_MAX_EVENT);
    return FALSE;
  }

  g_byte_array_append (self->data, (const guint8 *) value, length);
  g_byte_array_append (self->data, (const guint8 *) "\n", 1);
  self->has_data = TRUE;
  return TRUE;
}

static gboolean
take_field (MoeiEventParser  *self,
            const char       *line,
            gsize             length,
            GError          **error)
{
  const char *colon = memchr (line, ':', length);
  gsize name = colon != NULL ? (gsize) (colon - line) : length;
  const char *value = colon != NULL ? colon + 1 : line + length;
  gsize value_length = (gsize) (line + length - value);

  if (value_length > 0 && *value == ' ') {
    value++;
    value_length--;
  }

  if (name == strlen ("data") && memcmp (line, "data", name) == 0)
    return take_data (self, value, value_length, error);

  if (name == strlen ("event") && memcmp (line, "event", name) == 0) {
    /* A type with NUL in it is another than that before the NUL. */
    g_free (self->type);
    self->type = g_utf8_make_valid (value, (gssize) value_length);
  } else if (name == strlen ("id") && memcmp (line, "id", name) == 0) {
    take_id (self, value, value_length);
  } else if (name == strlen ("retry") && memcmp (line, "retry", name) == 0) {
    take_retry (self, value, value_length);
  }

  /* A comment has an empty name; unknown names are ignored. */
  return TRUE;
}

/* Returns whether an event is complete; one without data is dropped. */
static gboolean
take_blank_line (MoeiEventParser  *self,
                 char            **type,
                 GBytes          **data)
{
  g_autofree char *name = g_steal_pointer (&self->type);

  if (self->id != NULL) {
    g_free (self->last_id);
    self->last_id = g_strdup (self->id);
  }
  if (!self->has_data)
    return FALSE;

  /* Every data line left a line feed; the last one does not count. */
  g_byte_array_set_size (self->data, self->data->len - 1);
  *data = g_byte_array_free_to_bytes (g_steal_pointer (&self->data));
  *type = name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup ("message");
  self->data = g_byte_array_new ();
  self->has_data = FALSE;
  return TRUE;
}

/* Sets *type where the line completes an event. */
static gboolean
take_line (MoeiEventParser  *self,
           char            **type,
           GBytes          **data,
           GError          **error)
{
  const char *line = (const char *) self->line->data;
  gsize length = self->line->len;
  gboolean ok = TRUE;

  if (self->first_line && length >= 3 && memcmp (line, "\xef\xbb\xbf", 3) == 0) {
    line += 3;
    length -= 3;
  }
  self->first_line = FALSE;

  if (length == 0)
    take_blank_line (self, type, data);
  else
    ok = take_field (self, line, length, error);

  g_byte_array_set_size (self->line, 0);
  return ok;
}

static gboolean
append_to_line (MoeiEventParser  *self,
                const char       *bytes,
                gsize             length,
                GError          **error)
{
  if (self->line->len + length > MOEI_EVENT_PARSER_MAX_LINE) {
    g_set_error (error, MOEI_FEED_ERROR, MOEI_FEED_ERROR_TOO_LARGE,
                 "the event stream sent a line of more than %d bytes", MOEI_EVENT_PARSER_MAX_LINE);
    return FALSE;
  }

  g_byte_array_append (self->line, (const guint8 *) bytes, length);
  return TRUE;
}

/**
 * moei_event_parser_new:
 *
 * Returns: (transfer full): a parser at the start of a stream
 */
MoeiEventParser *
moei_event_parser_new (void)
{
  return g_object_new (MOEI_TYPE_EVENT_PARSER, NULL);
}

/**
 * moei_event_parser_get_last_id:
 * @self: a parser
 *
 * Returns: (nullable): the id to resume from; `NULL` if the stream gave none
 */
const char *
moei_event_parser_get_last_id (MoeiEventParser *self)
{
  g_return_val_if_fail (MOEI_IS_EVENT_PARSER (self), NULL);

  return self->last_id;
}

/**
 * moei_event_parser_get_retry:
 * @self: a parser
 *
 * Returns: how many milliseconds the service wants between two connections,
 *   an hour at most; -1 if it did not say
 */
gint64
moei_event_parser_get_retry (MoeiEventParser *self)
{
  g_return_val_if_fail (MOEI_IS_EVENT_PARSER (self), -1);

  return self->retry;
}

/**
 * moei_event_parser_push:
 * @self: a parser that has no more events in what it was given before
 * @chunk: the stream's next bytes
 */
void
moei_event_parser_push (MoeiEventParser *self,
                        GBytes          *chunk)
{
  g_return_if_fail (MOEI_IS_EVENT_PARSER (self));
  g_return_if_fail (self->chunk == NULL);

  self->chunk = g_bytes_ref (chunk);
  self->offset = 0;
}

/**
 * moei_event_parser_next:
 * @self: a parser
 * @type: (out) (transfer full): the event's type, "message" where the stream names none
 * @data: (out) (transfer full): its data lines, joined by line feeds
 * @error: return location
 *
 * Takes the next event out of what was pushed.
 *
 * Returns: whether there was one; if not and @error is not set, push more
 */
gboolean
moei_event_parser_next (MoeiEventParser  *self,
                        char            **type,
                        GBytes          **data,
                        GError          **error)
{
  g_return_val_if_fail (MOEI_IS_EVENT_PARSER (self), FALSE);
  g_return_val_if_fail (type != NULL && data != NULL, FALSE);

  *type = NULL;
  *data = NULL;

  while (self->chunk != NULL) {
    gsize size;
    const char *bytes = g_bytes_get_data (self->chunk, &size);
    gsize end;

    if (self->after_cr && self->offset < size) {
      self->after_cr = FALSE;
      if (bytes[self->offset] == '\n')
        self->offset++;
    }

    for (end = self->offset; end < size && bytes[end] != '\r' && bytes[end] != '\n'; end++)
      continue;
    if (!append_to_line (self, bytes + self->offset, end - self->offset, error))
      return FALSE;

    if (end == size) {
      g_clear_pointer (&self->chunk, g_bytes_unref);
      return FALSE;
    }

    self->after_cr = bytes[end] == '\r';
    self->offset = end + 1;
    if (!take_line (self, type, data, error))
      return FALSE;
    if (*type != NULL)
      return TRUE;
  }

  return FALSE;
}
