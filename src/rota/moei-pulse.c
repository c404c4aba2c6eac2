/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-pulse.h"

#include <unistd.h>

#include "language/moei-language.h"
#include "rota/moei-rota-types.h"
#include "rota/moei-settings-text.h"

#define GROUP "Heartbeat"

/* A key file, so that a shell script can read it as well as we can. */

/* How a field is written. */
typedef enum {
  KIND_TEXT,
  KIND_INT,
  KIND_COUNT,
  KIND_LONG,
  KIND_INSTANT,
  KIND_FLAG,
  KIND_STATE,
  KIND_SCENE,
  KIND_LANGUAGE,
} Kind;

static const struct {
  const char *key;
  Kind        kind;
  gsize       offset;
} fields[] = {
  { "version", KIND_TEXT, G_STRUCT_OFFSET (MoeiPulse, version) },
  { "pid", KIND_INT, G_STRUCT_OFFSET (MoeiPulse, pid) },
  { "started", KIND_INSTANT, G_STRUCT_OFFSET (MoeiPulse, started) },
  { "written", KIND_INSTANT, G_STRUCT_OFFSET (MoeiPulse, written) },
  { "state", KIND_STATE, G_STRUCT_OFFSET (MoeiPulse, state) },
  { "data-age-seconds", KIND_LONG, G_STRUCT_OFFSET (MoeiPulse, data_age) },
  { "revision", KIND_LONG, G_STRUCT_OFFSET (MoeiPulse, revision) },
  { "epoch", KIND_TEXT, G_STRUCT_OFFSET (MoeiPulse, epoch) },
  { "scene", KIND_SCENE, G_STRUCT_OFFSET (MoeiPulse, scene) },
  { "language", KIND_LANGUAGE, G_STRUCT_OFFSET (MoeiPulse, language) },
  { "visitor", KIND_FLAG, G_STRUCT_OFFSET (MoeiPulse, visitor) },
  { "awake", KIND_FLAG, G_STRUCT_OFFSET (MoeiPulse, awake) },
  { "resident-kib", KIND_COUNT, G_STRUCT_OFFSET (MoeiPulse, resident) },
  { "updates", KIND_COUNT, G_STRUCT_OFFSET (MoeiPulse, updates) },
  { "scene-turns", KIND_COUNT, G_STRUCT_OFFSET (MoeiPulse, scene_turns) },
  { "language-turns", KIND_COUNT, G_STRUCT_OFFSET (MoeiPulse, language_turns) },
  { "settings-problem", KIND_TEXT, G_STRUCT_OFFSET (MoeiPulse, settings_problem) },
};

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value (words, value);

  return word != NULL ? word->value_nick : "";
}

static gboolean
parse_nick (GType       type,
            const char *nick,
            int        *value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value_by_nick (words, nick);

  if (word != NULL)
    *value = word->value;
  return word != NULL;
}

static char *
format_instant (gint64 instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format_iso8601 (time) : g_strdup ("");
}

static char *
format_field (Kind          kind,
              gconstpointer value)
{
  switch (kind) {
  case KIND_TEXT:
    return g_strdup (*(char * const *) value != NULL ? *(char * const *) value : "");
  case KIND_INT:
    return g_strdup_printf ("%d", *(const int *) value);
  case KIND_COUNT:
    return g_strdup_printf ("%u", *(const guint *) value);
  case KIND_LONG:
    return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) value);
  case KIND_INSTANT:
    return format_instant (*(const gint64 *) value);
  case KIND_FLAG:
    return g_strdup (*(const gboolean *) value ? "yes" : "no");
  case KIND_STATE:
    return g_strdup (get_nick (MOEI_TYPE_DATA_STATE, *(const int *) value));
  case KIND_SCENE:
    return g_strdup (get_nick (MOEI_TYPE_SCENE_KIND, *(const int *) value));
  case KIND_LANGUAGE:
    return g_strdup (moei_language_get_code (*(const int *) value));
  default:
    g_return_val_if_reached (NULL);
  }
}

static gboolean
parse_instant (const char *text,
               gint64     *instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  if (time != NULL)
    *instant = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return time != NULL;
}

static gboolean
parse_number (const char *text,
              gint64      least,
              gint64      most,
              gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, least, most, number, NULL);
}

static gboolean
parse_field (Kind        kind,
             const char *text,
             gpointer    value)
{
  gint64 number;

  switch (kind) {
  case KIND_TEXT:
    g_free (*(char **) value);
    *(char **) value = *text != '\0' ? g_strdup (text) : NULL;
    return TRUE;
  case KIND_INT:
    if (!parse_number (text, G_MININT, G_MAXINT, &number))
      return FALSE;
    *(int *) value = (int) number;
    return TRUE;
  case KIND_COUNT:
    if (!parse_number (text, 0, G_MAXUINT, &number))
      return FALSE;
    *(guint *) value = (guint) number;
    return TRUE;
  case KIND_LONG:
    return parse_number (text, G_MININT64, G_MAXINT64, value);
  case KIND_INSTANT:
    return parse_instant (text, value);
  case KIND_FLAG:
    *(gboolean *) value = g_str_equal (text, "yes");
    return *(gboolean *) value || g_str_equal (text, "no");
  case KIND_STATE:
    return parse_nick (MOEI_TYPE_DATA_STATE, text, value);
  case KIND_SCENE:
    return parse_nick (MOEI_TYPE_SCENE_KIND, text, value);
  case KIND_LANGUAGE:
    return moei_language_from_code (text, value);
  default:
    g_return_val_if_reached (FALSE);
  }
}

/**
 * moei_pulse_init:
 * @self: (out caller-allocates): a pulse
 * @started: when the program began, on this computer's clock
 *
 * Fills in what the program knows of itself; nothing has arrived yet.
 */
void
moei_pulse_init (MoeiPulse *self,
                 gint64     started)
{
  *self = (MoeiPulse) {
    .version = g_strdup (MOEI_VERSION),
    .pid = (int) getpid (),
    .started = started,
    .written = started,
    .data_age = -1,
    .revision = -1,
    .awake = TRUE,
  };
}

/**
 * moei_pulse_clear:
 * @self: a pulse
 *
 * Frees what it holds.
 */
void
moei_pulse_clear (MoeiPulse *self)
{
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->epoch, g_free);
  g_clear_pointer (&self->settings_problem, g_free);
}

/**
 * moei_pulse_format:
 * @self: a pulse
 *
 * Returns: (transfer full): it as a key file with one group, `[Heartbeat]`
 */
char *
moei_pulse_format (const MoeiPulse *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *text = format_field (fields[i].kind, (const char *) self + fields[i].offset);

    g_key_file_set_string (file, GROUP, fields[i].key, text);
  }
  return g_key_file_to_data (file, NULL, NULL);
}

static char *
get_value (GKeyFile    *file,
           const char  *key,
           GError     **error)
{
  g_autofree char *raw = g_key_file_get_value (file, GROUP, key, error);

  if (raw == NULL)
    return NULL;
  if (moei_settings_text_can_unescape (raw))
    return g_key_file_get_string (file, GROUP, key, error);

  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s: not understood", GROUP, key);
  return NULL;
}

/**
 * moei_pulse_parse:
 * @self: (out caller-allocates): a pulse; to be cleared if there is no error
 * @text: what moei_pulse_format() wrote
 * @error: return location
 *
 * Returns: whether @text was such; else with a #GKeyFileError
 */
gboolean
moei_pulse_parse (MoeiPulse   *self,
                  const char  *text,
                  GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (MoeiPulse) pulse = { 0 };

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *value = get_value (file, fields[i].key, error);

    if (value == NULL)
      return FALSE;
    if (!parse_field (fields[i].kind, value, (char *) &pulse + fields[i].offset)) {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s: not understood",
                   GROUP, fields[i].key);
      return FALSE;
    }
  }

  *self = pulse;
  pulse = (MoeiPulse) { 0 };
  return TRUE;
}

/**
 * moei_pulse_get_resident:
 *
 * Returns: this process's resident memory in KiB; 0 if the system does not tell
 */
guint
moei_pulse_get_resident (void)
{
  g_autofree char *text = NULL;
  guint64 pages;
  char *end;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;

  /* The second number */
  g_ascii_strtoull (text, &end, 10);
  pages = g_ascii_strtoull (end, NULL, 10);
  return (guint) MIN (pages * (guint64) sysconf (_SC_PAGESIZE) / 1024, G_MAXUINT);
}
