/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-settings-text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define MOST_QUOTED 60
#define MOST_COMPARED 40

/* What is known while the lines are gone through. */
typedef struct {
  GKeyFile   *file;
  GPtrArray  *faults;
  char       *group; /* (nullable): none yet, or one that is no group */
  gboolean    lost;  /* the last group's head was wrong: its keys are passed over */
  guint       line;
} Scan;

static void G_GNUC_PRINTF (2, 3)
add_fault (GPtrArray  *faults,
           const char *format,
           ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (faults, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
is_group_name (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (*at == '[' || *at == ']' || !g_unichar_isprint (g_utf8_get_char (at)))
      return FALSE;
  return *name != '\0';
}

static gboolean
is_key_name (const char *name)
{
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-' && *at != '_')
      return FALSE;
  return *name != '\0';
}

/* A group without keys is one too: its name may be wrong. */
static void
add_group (GKeyFile   *file,
           const char *group)
{
  if (g_key_file_has_group (file, group))
    return;

  g_key_file_set_value (file, group, "key", "");
  g_key_file_remove_key (file, group, "key", NULL);
}

static void
scan_group (Scan *scan,
            char *line)
{
  char *end = strchr (line, ']');

  g_clear_pointer (&scan->group, g_free);
  if (end != NULL && end[1] == '\0') {
    *end = '\0';
    scan->group = g_strdup (g_strstrip (line + 1));
  }
  scan->lost = scan->group == NULL || !is_group_name (scan->group);
  if (scan->lost)
    add_fault (scan->faults, "line %u: not the head of a group, as [Display] is", scan->line);
  else
    add_group (scan->file, scan->group);
}

static void
scan_key (Scan *scan,
          char *line)
{
  char *value = strchr (line, '=');
  g_autofree char *quoted = NULL;

  if (value != NULL)
    *value++ = '\0';
  g_strchomp (line);
  quoted = moei_settings_text_quote (line);

  if (value == NULL) {
    add_fault (scan->faults, "line %u: %s: neither [Group], key=value nor a # comment", scan->line, quoted);
  } else if (!is_key_name (line)) {
    add_fault (scan->faults, "line %u: %s: not the name of a key", scan->line, quoted);
  } else if (scan->group == NULL && !scan->lost) {
    add_fault (scan->faults, "line %u: %s: before the first [Group]", scan->line, quoted);
  } else if (!scan->lost) {
    if (g_key_file_has_key (scan->file, scan->group, line, NULL))
      add_fault (scan->faults, "[%s] %s: said again in line %u", scan->group, line, scan->line);
    else
      g_key_file_set_value (scan->file, scan->group, line, g_strstrip (value));
  }
}

static void
scan_lines (Scan       *scan,
            const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = g_strstrip (lines[i]);

    scan->line = i + 1;
    if (*line == '[')
      scan_group (scan, line);
    else if (*line != '\0' && *line != '#')
      scan_key (scan, line);
  }
}

static GBytes *
fail (int      number,
      GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (number), g_strerror (number));
  return NULL;
}

/**
 * moei_settings_text_read: (skip)
 * @path: (type filename): a settings file
 * @error: return location
 *
 * Reads no more of it than a settings file can have and one byte, and nothing of
 * what is no file: a device may never end.
 *
 * Returns: (transfer full): what stands in it; `NULL` with a #GFileError
 */
GBytes *
moei_settings_text_read (const char  *path,
                         GError     **error)
{
  g_autofree char *buffer = g_malloc (MOEI_SETTINGS_TEXT_MAX_BYTES + 1);
  gsize length = 0;
  gssize n = 1;
  struct stat status;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0)
    return fail (errno, error);
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode)) {
    close (fd);
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "not a file");
    return NULL;
  }

  while (n > 0 && length <= MOEI_SETTINGS_TEXT_MAX_BYTES) {
    n = read (fd, buffer + length, MOEI_SETTINGS_TEXT_MAX_BYTES + 1 - length);
    if (n < 0 && errno == EINTR)
      n = 1;
    else if (n > 0)
      length += (gsize) n;
  }
  if (n < 0)
    fail (errno, error);
  close (fd);
  return n < 0 ? NULL : g_bytes_new_take (g_steal_pointer (&buffer), length);
}

/**
 * moei_settings_text_parse: (skip)
 * @text: what stands in a settings file
 * @length: its length in bytes
 * @faults: (element-type utf8): where faults are added
 *
 * Unlike g_key_file_load_from_data() it goes on after a line that is wrong, so
 * that every fault is found at once.  Of a key that comes twice the first counts.
 *
 * Returns: (transfer full): its groups and keys
 */
GKeyFile *
moei_settings_text_parse (const char *text,
                          gsize       length,
                          GPtrArray  *faults)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *copy = NULL;
  Scan scan = { .file = file, .faults = faults };
  const char *end;

  if (length > MOEI_SETTINGS_TEXT_MAX_BYTES) {
    add_fault (faults, "longer than %d bytes", MOEI_SETTINGS_TEXT_MAX_BYTES);
    return g_steal_pointer (&file);
  }
  if (!g_utf8_validate_len (text, length, &end)) {
    guint line = 1;

    for (const char *at = text; at < end; at++)
      line += *at == '\n';
    add_fault (faults, "line %u: not UTF-8", line);
    return g_steal_pointer (&file);
  }

  copy = g_strndup (text, length);
  /* Some editors put a mark before the first line. */
  scan_lines (&scan, g_str_has_prefix (copy, "\357\273\277") ? copy + 3 : copy);
  g_free (scan.group);
  return g_steal_pointer (&file);
}

/**
 * moei_settings_text_quote: (skip)
 * @text: what somebody wrote
 *
 * Returns: (transfer full): its beginning in quotation marks, fit for a terminal
 */
char *
moei_settings_text_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");
  guint n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (n++ == MOST_QUOTED) {
      g_string_append (quoted, "…");
      break;
    }
    g_string_append_unichar (quoted, g_unichar_isprint (c) ? c : 0xfffd);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/**
 * moei_settings_text_can_unescape: (skip)
 * @value: a value as it is written
 *
 * g_key_file_get_string() gives a value and an error where an escape is wrong,
 * and logs a warning where two are; so this is asked first.
 *
 * Returns: whether every backslash of it begins an escape that key files have
 */
gboolean
moei_settings_text_can_unescape (const char *value)
{
  for (const char *at = strchr (value, '\\'); at != NULL; at = strchr (at + 2, '\\'))
    if (at[1] == '\0' || strchr ("sntr\\", at[1]) == NULL)
      return FALSE;
  return TRUE;
}

/* How many letters have to be put in, left out or changed; without regard to case. */
static guint
distance (const char *a,
          const char *b)
{
  guint row[MOST_COMPARED + 1];
  guint n = (guint) strlen (b);

  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++) {
    guint corner = row[0];

    row[0] = i;
    for (guint j = 1; j <= n; j++) {
      guint changed = corner + (g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]));

      corner = row[j];
      row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
    }
  }
  return row[n];
}

/**
 * moei_settings_text_nearest: (skip)
 * @word: what somebody wrote
 * @known: what there is
 *
 * Returns: (nullable): that of @known which is likely meant
 */
const char *
moei_settings_text_nearest (const char         *word,
                            const char * const *known)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  if (strlen (word) > MOST_COMPARED)
    return NULL;

  for (guint i = 0; known[i] != NULL; i++) {
    guint changes = strlen (known[i]) <= MOST_COMPARED ? distance (word, known[i]) : G_MAXUINT;

    if (changes < least) {
      least = changes;
      nearest = known[i];
    }
  }
  return nearest != NULL && least <= MAX (2, strlen (nearest) / 3) ? nearest : NULL;
}
