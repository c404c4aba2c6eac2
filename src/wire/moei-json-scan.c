/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-json-names.h"
#include "wire/moei-json-scan.h"
#include "wire/moei-wire-error.h"

#include <math.h>
#include <string.h>

/* A strict look at a text before json-glib sees it: json-glib runs out of
 * stack on deep nesting and takes much that is not JSON (single quotes, two
 * roots, duplicate members, numbers that no type holds).  What comes through
 * here means the same to every reader. */

/* How much of a member's name an error quotes. */
#define QUOTED_BYTES 64

typedef struct {
  gboolean    is_object;
  const char *name; /* the present member's, as written, between its quotes */
  gsize       name_length;
  guint       index;
  guint       first_name; /* of this object, in the scan's names */
} Level;

typedef struct {
  const char    *start;
  const char    *at;
  const char    *end;
  const char    *root;
  guint          depth;
  guint          n_values;
  Level          levels[MOEI_JSON_MAX_DEPTH];
  MoeiJsonNames  names;
  GError       **error;
} Scan;

static gboolean scan_value (Scan *scan);

static void
append_name (GString     *path,
             const Level *level)
{
  gsize length = level->name_length;

  if (length > QUOTED_BYTES) {
    length = QUOTED_BYTES;
    while (length > 0 && ((guchar) level->name[length] & 0xC0) == 0x80)
      length--;
  }
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append_len (path, level->name, length);
}

static char *
format_path (Scan *scan)
{
  GString *path = g_string_new (scan->root);

  for (guint i = 0; i < scan->depth; i++) {
    if (!scan->levels[i].is_object)
      g_string_append_printf (path, "[%u]", scan->levels[i].index);
    else if (scan->levels[i].name != NULL)
      append_name (path, &scan->levels[i]);
  }
  if (path->len == 0)
    g_string_append (path, "document");
  return g_string_free (path, FALSE);
}

static gboolean
fail (Scan          *scan,
      MoeiWireError  code,
      const char    *what)
{
  g_autofree char *path = format_path (scan);
  const char *line_start = scan->start;
  guint line = 1;

  for (const char *p = scan->start; p < scan->at; p++) {
    if (*p == '\n') {
      line++;
      line_start = p + 1;
    }
  }
  g_set_error (scan->error, MOEI_WIRE_ERROR, code, "%s: %s (line %u, byte %" G_GSIZE_FORMAT ")",
               path, what, line, (gsize) (scan->at - line_start) + 1);
  return FALSE;
}

static gboolean
fail_at (Scan          *scan,
         const char    *at,
         MoeiWireError  code,
         const char    *what)
{
  scan->at = at;
  return fail (scan, code, what);
}

static gboolean
fail_syntax (Scan       *scan,
             const char *what)
{
  if (scan->at >= scan->end)
    return fail (scan, MOEI_WIRE_ERROR_SYNTAX, "ends too early");
  return fail (scan, MOEI_WIRE_ERROR_SYNTAX, what);
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end &&
         (*scan->at == ' ' || *scan->at == '\t' || *scan->at == '\n' || *scan->at == '\r'))
    scan->at++;
}

static gboolean
next_is (Scan *scan,
         char  wanted)
{
  return scan->at < scan->end && *scan->at == wanted;
}

/* A character outside the grammar, such as NUL, is never "next". */
static gboolean
skip_char (Scan *scan,
           char  wanted)
{
  if (!next_is (scan, wanted))
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_hex4 (Scan     *scan,
           gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, scan->at++) {
    if (scan->at >= scan->end || !g_ascii_isxdigit (*scan->at))
      return fail_syntax (scan, "not four hexadecimal digits after \\u");
    *unit = *unit * 16 + g_ascii_xdigit_value (*scan->at);
  }
  return TRUE;
}

static gboolean
scan_unicode_escape (Scan     *scan,
                     gunichar *character)
{
  const char *escape = scan->at - 2;
  gunichar low;

  if (!scan_hex4 (scan, character))
    return FALSE;
  /* C strings end at it, so that two different texts would look the same. */
  if (*character == 0)
    return fail_at (scan, escape, MOEI_WIRE_ERROR_ENCODING, "a NUL character in a string");
  if (*character >= 0xDC00 && *character <= 0xDFFF)
    return fail_at (scan, escape, MOEI_WIRE_ERROR_ENCODING, "half a surrogate pair");
  if (*character < 0xD800 || *character > 0xDBFF)
    return TRUE;

  if (scan->end - scan->at < 2 || scan->at[0] != '\\' || scan->at[1] != 'u')
    return fail_at (scan, escape, MOEI_WIRE_ERROR_ENCODING, "half a surrogate pair");
  scan->at += 2;
  if (!scan_hex4 (scan, &low))
    return FALSE;
  if (low < 0xDC00 || low > 0xDFFF)
    return fail_at (scan, escape, MOEI_WIRE_ERROR_ENCODING, "half a surrogate pair");

  *character = 0x10000 + ((*character - 0xD800) << 10) + (low - 0xDC00);
  return TRUE;
}

static gboolean
scan_escape (Scan    *scan,
             GString *decoded)
{
  static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
  gunichar character;

  scan->at++;
  if (skip_char (scan, 'u')) {
    if (!scan_unicode_escape (scan, &character))
      return FALSE;
    if (decoded != NULL)
      g_string_append_unichar (decoded, character);
    return TRUE;
  }

  for (const char *pair = escapes; *pair != '\0'; pair += 2) {
    if (skip_char (scan, pair[0])) {
      if (decoded != NULL)
        g_string_append_c (decoded, pair[1]);
      return TRUE;
    }
  }
  return fail_syntax (scan, "an escape that JSON does not have");
}

/* Puts the string's text into @decoded, unless that is %NULL. */
static gboolean
scan_string (Scan    *scan,
             GString *decoded)
{
  if (!skip_char (scan, '"'))
    return fail_syntax (scan, "expected a string in double quotes");

  while (scan->at < scan->end && *scan->at != '"') {
    const char *plain = scan->at;

    if (*scan->at == '\\') {
      if (!scan_escape (scan, decoded))
        return FALSE;
      continue;
    }
    while (scan->at < scan->end && (guchar) *scan->at >= 0x20 && *scan->at != '"' && *scan->at != '\\')
      scan->at++;
    if (scan->at < scan->end && (guchar) *scan->at < 0x20)
      return fail (scan, MOEI_WIRE_ERROR_ENCODING, "a control character in a string");
    if (decoded != NULL)
      g_string_append_len (decoded, plain, scan->at - plain);
  }
  return skip_char (scan, '"') || fail_syntax (scan, "");
}

static gboolean
scan_digits (Scan *scan)
{
  if (scan->at >= scan->end || !g_ascii_isdigit (*scan->at))
    return fail_syntax (scan, "expected a digit");
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return TRUE;
}

static gboolean
check_number (Scan       *scan,
              const char *number,
              gboolean    is_whole)
{
  char text[MOEI_JSON_MAX_NUMBER + 1];
  gsize length = scan->at - number;
  gint64 whole;

  if (length > MOEI_JSON_MAX_NUMBER)
    return fail_at (scan, number, MOEI_WIRE_ERROR_LIMIT, "a number of too many digits");

  memcpy (text, number, length);
  text[length] = '\0';
  if (is_whole ? !g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &whole, NULL)
               : !isfinite (g_ascii_strtod (text, NULL)))
    return fail_at (scan, number, MOEI_WIRE_ERROR_LIMIT, "a number too great for any machine");
  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  const char *number = scan->at;
  gboolean is_whole = TRUE;

  skip_char (scan, '-');
  if (skip_char (scan, '0')) {
    if (scan->at < scan->end && g_ascii_isdigit (*scan->at))
      return fail_syntax (scan, "a number with a leading zero");
  } else if (!scan_digits (scan)) {
    return FALSE;
  }

  if (skip_char (scan, '.')) {
    is_whole = FALSE;
    if (!scan_digits (scan))
      return FALSE;
  }
  if (skip_char (scan, 'e') || skip_char (scan, 'E')) {
    is_whole = FALSE;
    if (!skip_char (scan, '+'))
      skip_char (scan, '-');
    if (!scan_digits (scan))
      return FALSE;
  }
  return check_number (scan, number, is_whole);
}

static gboolean
scan_word (Scan       *scan,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || memcmp (scan->at, word, length) != 0)
    return fail_syntax (scan, "expected a value");
  scan->at += length;
  return TRUE;
}

static Level *
enter (Scan     *scan,
       gboolean  is_object)
{
  Level *level;

  if (scan->depth == MOEI_JSON_MAX_DEPTH) {
    fail (scan, MOEI_WIRE_ERROR_LIMIT, "nested too deeply");
    return NULL;
  }

  level = &scan->levels[scan->depth++];
  level->is_object = is_object;
  level->name = NULL;
  level->index = 0;
  level->first_name = moei_json_names_size (&scan->names);
  scan->at++;
  skip_space (scan);
  return level;
}

static gboolean
leave (Scan *scan)
{
  scan->depth--;
  moei_json_names_shrink (&scan->names, scan->levels[scan->depth].first_name);
  return TRUE;
}

/* Most names are written as they are meant. */
static gboolean
remember_name (Scan       *scan,
               Level      *level,
               const char *quoted)
{
  gboolean is_new;

  level->name = quoted + 1;
  level->name_length = scan->at - quoted - 2;

  if (memchr (level->name, '\\', level->name_length) == NULL) {
    is_new = moei_json_names_add (&scan->names, level->first_name, level->name, level->name_length);
  } else {
    GString *decoded = g_string_new (NULL);

    scan->at = quoted;
    scan_string (scan, decoded);
    is_new = moei_json_names_decoded (&scan->names, level->first_name, decoded);
  }
  if (!is_new)
    return fail_at (scan, quoted, MOEI_WIRE_ERROR_DUPLICATE, "given twice");
  /* A bound, since each is compared with all. */
  if (moei_json_names_size (&scan->names) - level->first_name > MOEI_JSON_MAX_MEMBERS)
    return fail_at (scan, quoted, MOEI_WIRE_ERROR_LIMIT, "too many members");
  return TRUE;
}

static gboolean
scan_member (Scan  *scan,
             Level *level)
{
  const char *quoted = scan->at;

  level->name = NULL;
  if (!scan_string (scan, NULL) || !remember_name (scan, level, quoted))
    return FALSE;

  skip_space (scan);
  if (!skip_char (scan, ':'))
    return fail_syntax (scan, "expected ':'");
  return scan_value (scan);
}

static gboolean
scan_object (Scan *scan)
{
  Level *level = enter (scan, TRUE);

  if (level == NULL)
    return FALSE;
  if (skip_char (scan, '}'))
    return leave (scan);

  do {
    skip_space (scan);
    if (!scan_member (scan, level))
      return FALSE;
    skip_space (scan);
  } while (skip_char (scan, ','));

  if (!skip_char (scan, '}'))
    return fail_syntax (scan, "expected ',' or '}'");
  return leave (scan);
}

static gboolean
scan_array (Scan *scan)
{
  Level *level = enter (scan, FALSE);

  if (level == NULL)
    return FALSE;
  if (skip_char (scan, ']'))
    return leave (scan);

  for (;; level->index++) {
    if (!scan_value (scan))
      return FALSE;
    skip_space (scan);
    if (!skip_char (scan, ','))
      break;
  }

  if (!skip_char (scan, ']'))
    return fail_syntax (scan, "expected ',' or ']'");
  return leave (scan);
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (++scan->n_values > MOEI_JSON_MAX_VALUES)
    return fail (scan, MOEI_WIRE_ERROR_LIMIT, "too many values");

  if (next_is (scan, '{'))
    return scan_object (scan);
  if (next_is (scan, '['))
    return scan_array (scan);
  if (next_is (scan, '"'))
    return scan_string (scan, NULL);
  if (next_is (scan, 't'))
    return scan_word (scan, "true");
  if (next_is (scan, 'f'))
    return scan_word (scan, "false");
  if (next_is (scan, 'n'))
    return scan_word (scan, "null");
  if (next_is (scan, '-') || (scan->at < scan->end && g_ascii_isdigit (*scan->at)))
    return scan_number (scan);
  return fail_syntax (scan, "expected a value");
}

static gboolean
scan_document (Scan *scan)
{
  const char *bad;

  if (!g_utf8_validate_len (scan->start, scan->end - scan->start, &bad))
    return fail_at (scan, bad, MOEI_WIRE_ERROR_ENCODING, *bad == '\0' ? "a NUL character" : "not UTF-8");
  if (scan->end - scan->start >= 3 && memcmp (scan->start, "\xEF\xBB\xBF", 3) == 0)
    return fail (scan, MOEI_WIRE_ERROR_ENCODING, "begins with a byte order mark");

  if (!scan_value (scan))
    return FALSE;
  skip_space (scan);
  return scan->at == scan->end || fail (scan, MOEI_WIRE_ERROR_SYNTAX, "something follows the document");
}

/**
 * moei_json_scan:
 * @text: (array length=length): a text from outside
 * @length: its length in bytes
 * @root: (nullable): what errors call the document's root
 * @error: where to say what is wrong, and where: path, line and byte
 *
 * Checks that a text is JSON exactly as RFC 8259 has it, in UTF-8, with no
 * member given twice, no number that does not fit a machine's, no NUL, nested
 * no deeper than `MOEI_JSON_MAX_DEPTH`, and of no more values than a computer
 * can bear.
 *
 * Returns: whether it is
 */
gboolean
moei_json_scan (const char  *text,
                gsize        length,
                const char  *root,
                GError     **error)
{
  /* No bytes at all may come as a NULL. */
  const char *start = length > 0 ? text : "";
  Scan scan = { .start = start, .at = start, .end = start + length, .root = root, .error = error };
  gboolean good;

  moei_json_names_init (&scan.names);
  good = scan_document (&scan);
  moei_json_names_clear (&scan.names);
  return good;
}
