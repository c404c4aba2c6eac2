/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-setting.h"

#include <gio/gio.h>

#include "language/moei-language.h"
#include "rota/moei-rota-types.h"

#define MOST_SECONDS 600
#define LEAST_SECONDS 5

static const char * const day_names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* A whole number and nothing else. */
static gboolean
parse_number (const char *text,
              int         least,
              int         most,
              int        *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, least, most, &value, NULL))
    return FALSE;

  *number = (int) value;
  return TRUE;
}

/* The items of a list; `;` is the key file's own mark, `,` what people write. */
static GPtrArray *
split (const char *text)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit_set (text, ";,", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (items, g_strdup (parts[i]));
  return items;
}

static char *
join_nicks (GType type)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "", words->values[i].value_nick);
  return g_string_free (joined, FALSE);
}

static gboolean
parse_nick (GType       type,
            const char *text,
            int        *value)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (type);
  GEnumValue *word = g_enum_get_value_by_nick (words, text);

  if (word == NULL)
    return FALSE;

  *value = word->value;
  return TRUE;
}

/**
 * moei_setting_read_number:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type int): the number
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_number (const MoeiSetting *setting,
                          const char        *text,
                          gpointer           value)
{
  if (setting->none != MOEI_SETTING_NO_NONE && g_str_equal (text, "none")) {
    *(int *) value = setting->none;
    return NULL;
  }
  if (parse_number (text, setting->least, setting->most, value))
    return NULL;
  return g_strdup_printf ("not a whole number from %d to %d%s", setting->least, setting->most,
                          setting->none != MOEI_SETTING_NO_NONE ? ", nor none" : "");
}

/**
 * moei_setting_read_word:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type int): which of its words it is
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_word (const MoeiSetting *setting,
                        const char        *text,
                        gpointer           value)
{
  g_autofree char *all = NULL;

  for (int i = 0; setting->words[i] != NULL; i++) {
    if (g_str_equal (text, setting->words[i])) {
      *(int *) value = i;
      return NULL;
    }
  }
  all = g_strjoinv (", ", (char **) setting->words);
  return g_strdup_printf ("not one of %s", all);
}

/**
 * moei_setting_read_yes_or_no:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type int): 1 for yes, 0 for no
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_yes_or_no (const MoeiSetting *setting,
                             const char        *text,
                             gpointer           value)
{
  static const char * const words[2][2] = { { "no", "false" }, { "yes", "true" } };

  for (int yes = 0; yes < 2; yes++) {
    for (guint i = 0; i < G_N_ELEMENTS (words[yes]); i++) {
      if (g_str_equal (text, words[yes][i])) {
        *(int *) value = yes;
        return NULL;
      }
    }
  }
  return g_strdup ("neither yes nor no");
}

/* As the feed takes it: without TLS only this computer can be trusted. */
static gboolean
is_service (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autoptr (GInetAddress) address = NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return TRUE;

  address = g_inet_address_new_from_string (host);
  return g_str_equal (g_uri_get_scheme (uri), "http") &&
         (g_ascii_strcasecmp (host, "localhost") == 0 ||
          (address != NULL && g_inet_address_get_is_loopback (address)));
}

/**
 * moei_setting_read_service:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type utf8): the service's address
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_service (const MoeiSetting *setting,
                           const char        *text,
                           gpointer           value)
{
  if (!is_service (text))
    return g_strdup ("not the address of a service, as https://moei.example/ is");

  g_free (*(char **) value);
  *(char **) value = g_strdup (text);
  return NULL;
}

/**
 * moei_setting_read_path:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type filename) (nullable): an absolute path; `NULL` for "none"
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_path (const MoeiSetting *setting,
                        const char        *text,
                        gpointer           value)
{
  gboolean is_none = g_str_equal (text, "none");

  if (!is_none && (!g_path_is_absolute (text) || g_str_has_suffix (text, "/")))
    return g_strdup ("not the absolute path of a file, nor none");

  g_free (*(char **) value);
  *(char **) value = is_none ? NULL : g_strdup (text);
  return NULL;
}

/**
 * moei_setting_read_scenes:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type MoeiSceneList): the scenes; one may come more than once
 *
 * The visitors' scene stands alone: a display that also shows others is not
 * safe for visitors.
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_scenes (const MoeiSetting *setting,
                          const char        *text,
                          gpointer           value)
{
  g_autoptr (GPtrArray) items = split (text);
  MoeiSceneList list = { 0 };
  gboolean has_visitor = FALSE;

  if (items->len == 0)
    return g_strdup ("no scene");
  if (items->len > MOEI_MAX_SCENES)
    return g_strdup_printf ("more than %d scenes", MOEI_MAX_SCENES);

  for (guint i = 0; i < items->len; i++) {
    int scene;

    if (!parse_nick (MOEI_TYPE_SCENE_KIND, items->pdata[i], &scene)) {
      g_autofree char *all = join_nicks (MOEI_TYPE_SCENE_KIND);

      return g_strdup_printf ("the %u. is not one of %s", i + 1, all);
    }
    has_visitor |= scene == MOEI_SCENE_KIND_VISITOR;
    list.scenes[list.n_scenes++] = scene;
  }
  if (has_visitor && list.n_scenes > 1)
    return g_strdup ("visitor stands alone, or is called by its key");

  *(MoeiSceneList *) value = list;
  return NULL;
}

/**
 * moei_setting_read_languages:
 * @setting: the setting
 * @text: what the file says
 * @value: (out) (type MoeiLanguageList): the languages
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_languages (const MoeiSetting *setting,
                             const char        *text,
                             gpointer           value)
{
  g_autoptr (GPtrArray) items = split (text);
  MoeiLanguageList list = { 0 };

  if (items->len == 0)
    return g_strdup ("no language");

  for (guint i = 0; i < items->len; i++) {
    MoeiLanguage language;

    if (!moei_language_from_code (items->pdata[i], &language))
      return g_strdup_printf ("the %u. is not one of en, th, my, zh_CN", i + 1);
    for (guint j = 0; j < list.n_languages; j++)
      if (list.languages[j] == language)
        return g_strdup_printf ("%s is there twice", moei_language_get_code (language));
    list.languages[list.n_languages++] = language;
  }

  *(MoeiLanguageList *) value = list;
  return NULL;
}

/* "08:00" to minutes after midnight; 24:00 is the end of a day. */
static gboolean
parse_minute (const char *text,
              int        *minute)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  int hour, past;

  if (g_strv_length (parts) != 2 || strlen (parts[0]) > 2 || strlen (parts[1]) != 2 ||
      !parse_number (parts[0], 0, 24, &hour) || !parse_number (parts[1], 0, 59, &past))
    return FALSE;

  *minute = hour * 60 + past;
  return *minute <= 24 * 60;
}

/**
 * moei_setting_read_hours:
 * @setting: the setting
 * @text: what the file says, "08:00-18:30"
 * @value: (out) (type MoeiOfficeHours): hours, whose days stay
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_hours (const MoeiSetting *setting,
                         const char        *text,
                         gpointer           value)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);
  MoeiOfficeHours *hours = value;
  int opens, closes;

  if (g_strv_length (ends) != 2 ||
      !parse_minute (g_strstrip (ends[0]), &opens) || !parse_minute (g_strstrip (ends[1]), &closes) ||
      opens == 24 * 60)
    return g_strdup ("not hours such as 08:00-18:30");
  if (opens == closes)
    return g_strdup ("no hours at all; the whole day is 00:00-24:00");

  hours->opens = opens;
  hours->closes = closes > 0 ? closes : 24 * 60;
  return NULL;
}

static gboolean
parse_day (const char *text,
           guint      *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_names); i++) {
    if (g_ascii_strcasecmp (text, day_names[i]) == 0) {
      *day = i;
      return TRUE;
    }
  }
  return FALSE;
}

/* "mon", or "mon-fri"; "sat-mon" goes on over Sunday. */
static gboolean
parse_days (const char *text,
            guint      *days)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);
  guint first, last;

  if (!parse_day (g_strstrip (ends[0]), &first))
    return FALSE;
  last = first;
  if (ends[1] != NULL && !parse_day (g_strstrip (ends[1]), &last))
    return FALSE;

  for (guint day = first; day != last; day = (day + 1) % 7)
    *days |= 1u << day;
  *days |= 1u << last;
  return TRUE;
}

/**
 * moei_setting_read_days:
 * @setting: the setting
 * @text: what the file says, "mon-fri" or "mon;wed"
 * @value: (out) (type MoeiOfficeHours): hours, of which only the days change
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_days (const MoeiSetting *setting,
                        const char        *text,
                        gpointer           value)
{
  g_autoptr (GPtrArray) items = split (text);
  MoeiOfficeHours *hours = value;
  guint days = 0;

  for (guint i = 0; i < items->len; i++)
    if (!parse_days (items->pdata[i], &days))
      return g_strdup_printf ("the %u. is not a day such as mon, nor days such as mon-fri", i + 1);
  if (days == 0)
    return g_strdup ("no day");

  hours->days = days;
  return NULL;
}

/**
 * moei_setting_read_occasion:
 * @setting: the setting
 * @text: what the file says: "none", "hold 20" or "pre-empt 20"
 * @value: (out) (type MoeiOccasionRule): what an occasion does
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
moei_setting_read_occasion (const MoeiSetting *setting,
                            const char        *text,
                            gpointer           value)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "\t", ' ');
  g_auto (GStrv) parts = g_strsplit (spaced, " ", 2);
  MoeiOccasionRule rule = { 0 };
  gboolean is_right;
  int action;

  is_right = parts[0] != NULL && parse_nick (MOEI_TYPE_OCCASION_ACTION, parts[0], &action);
  if (is_right && action == MOEI_OCCASION_ACTION_NONE)
    is_right = parts[1] == NULL;
  else if (is_right)
    is_right = parts[1] != NULL && parse_number (g_strstrip (parts[1]), LEAST_SECONDS, MOST_SECONDS, &rule.seconds);
  if (!is_right)
    return g_strdup_printf ("not none, hold SECONDS or pre-empt SECONDS, with seconds from %d to %d",
                            LEAST_SECONDS, MOST_SECONDS);

  rule.action = action;
  *(MoeiOccasionRule *) value = rule;
  return NULL;
}
