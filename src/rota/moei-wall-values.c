/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rota/moei-wall-values.h"

#include "rota/moei-setting.h"
#include "rota/moei-settings-text.h"
#include "rules/moei-withhold.h"

#define SCENE_PREFIX   "Scene "
#define MONITOR_PREFIX "Monitor "

static const char * const digits[] = { "latin", "native", NULL };
static const char * const calendars[] = { "gregorian", "buddhist", NULL };
/* In the order of MoeiSeverity */
static const char * const take_overs[] = { "none", "minor", "moderate", "severe", "extreme", NULL };

#define AT(field) G_STRUCT_OFFSET (MoeiWallValues, field)
#define NUMBER(name, field, from, to) \
  { name, moei_setting_read_number, AT (field), from, to, MOEI_SETTING_NO_NONE }
#define NUMBER_OR_NONE(name, field, from, to, no) \
  { name, moei_setting_read_number, AT (field), from, to, no }
#define WORD(name, field, all) \
  { name, moei_setting_read_word, AT (field), 0, 0, MOEI_SETTING_NO_NONE, all }
#define OTHER(name, field, how) \
  { name, moei_setting_read_ ## how, AT (field) }

static const MoeiSetting display_settings[] = {
  OTHER ("service", service, service),
  OTHER ("scenes", scenes, scenes),
  NUMBER ("dwell", dwell, 10, 600),
  OTHER ("skip-empty", skip_empty, yes_or_no),
  OTHER ("languages", languages, languages),
  NUMBER ("language-seconds", language_seconds, 20, 60),
  WORD ("digits", native_digits, digits),
  WORD ("calendar", buddhist_era, calendars),
  NUMBER ("idle-seconds", idle_seconds, 10, 600),
  OTHER ("office-hours", hours, hours),
  OTHER ("office-days", hours, days),
  OTHER ("blank", blank, yes_or_no),
  NUMBER_OR_NONE ("pixel-shift", pixel_shift, 1, 32, 0),
  NUMBER_OR_NONE ("memory-ceiling", memory_ceiling, 128, 65536, 0),
  NUMBER_OR_NONE ("restart-hour", restart_hour, 0, 23, -1),
  OTHER ("heartbeat", heartbeat, path),
  NUMBER ("visitor-minutes", visitor_minutes, 1, 480),
  NUMBER ("visitor-withhold-below", withhold_below, MOEI_WITHHOLD_MINIMUM, 100),
  WORD ("take-over", take_over, take_overs),
  NUMBER ("take-over-minutes", take_over_minutes, 1, 1440),
  { NULL },
};

static const MoeiSetting occasion_settings[] = {
  OTHER ("flight-cancelled", occasions[MOEI_OCCASION_KIND_FLIGHT_CANCELLED], occasion),
  OTHER ("convoy-halted", occasions[MOEI_OCCASION_KIND_CONVOY_HALTED], occasion),
  OTHER ("notice", occasions[MOEI_OCCASION_KIND_NOTICE], occasion),
  OTHER ("quota-reached", occasions[MOEI_OCCASION_KIND_QUOTA_REACHED], occasion),
  OTHER ("flight-departed", occasions[MOEI_OCCASION_KIND_FLIGHT_DEPARTED], occasion),
  { NULL },
};

static const MoeiSetting scene_settings[] = {
  { "dwell", moei_setting_read_number, 0, 10, 600, MOEI_SETTING_NO_NONE },
  { NULL },
};

static const MoeiSetting monitor_settings[] = {
  { "scenes", moei_setting_read_scenes, 0 },
  { NULL },
};

/* Groups with a name of their own; each scene's is "Scene " and its nick. */
static const struct {
  const char        *name;
  const MoeiSetting *settings;
  gsize              offset;
} groups[] = {
  { "Display", display_settings, 0 },
  { "Occasions", occasion_settings, 0 },
  { SCENE_PREFIX "situation", scene_settings, AT (dwells[MOEI_SCENE_KIND_SITUATION]) },
  { SCENE_PREFIX "week", scene_settings, AT (dwells[MOEI_SCENE_KIND_WEEK]) },
  { SCENE_PREFIX "flights", scene_settings, AT (dwells[MOEI_SCENE_KIND_FLIGHTS]) },
  { SCENE_PREFIX "countries", scene_settings, AT (dwells[MOEI_SCENE_KIND_COUNTRIES]) },
  { SCENE_PREFIX "notices", scene_settings, AT (dwells[MOEI_SCENE_KIND_NOTICES]) },
};

/* What holds where nothing is said. */
static const MoeiWallValues usual = {
  .scenes = { 5, { MOEI_SCENE_KIND_SITUATION, MOEI_SCENE_KIND_WEEK, MOEI_SCENE_KIND_FLIGHTS,
                   MOEI_SCENE_KIND_COUNTRIES, MOEI_SCENE_KIND_NOTICES } },
  .dwell = 40,
  .skip_empty = TRUE,
  .languages = { 4, { MOEI_LANGUAGE_EN, MOEI_LANGUAGE_TH, MOEI_LANGUAGE_MY, MOEI_LANGUAGE_ZH_CN } },
  .language_seconds = 30,
  .native_digits = TRUE,
  .buddhist_era = TRUE,
  .idle_seconds = 60,
  .hours = { 7 * 60, 20 * 60, MOEI_OFFICE_HOURS_EVERY_DAY },
  .pixel_shift = 4,
  .memory_ceiling = 1024,
  .restart_hour = 4,
  .visitor_minutes = 15,
  .withhold_below = MOEI_WITHHOLD_BELOW,
  .occasions = {
    [MOEI_OCCASION_KIND_FLIGHT_CANCELLED] = { MOEI_OCCASION_ACTION_PRE_EMPT, 30 },
    [MOEI_OCCASION_KIND_CONVOY_HALTED] = { MOEI_OCCASION_ACTION_PRE_EMPT, 30 },
    [MOEI_OCCASION_KIND_NOTICE] = { MOEI_OCCASION_ACTION_PRE_EMPT, 30 },
    [MOEI_OCCASION_KIND_QUOTA_REACHED] = { MOEI_OCCASION_ACTION_PRE_EMPT, 30 },
    [MOEI_OCCASION_KIND_FLIGHT_DEPARTED] = { MOEI_OCCASION_ACTION_PRE_EMPT, 20 },
  },
  .take_over = MOEI_SEVERITY_EXTREME,
  .take_over_minutes = 60,
};

static const MoeiSetting *
find_setting (const MoeiSetting *settings,
              const char        *key)
{
  for (; settings->key != NULL; settings++)
    if (g_str_equal (settings->key, key))
      return settings;
  return NULL;
}

static void
add_unknown (GPtrArray  *faults,
             const char *place,
             const char *nearest)
{
  if (nearest != NULL)
    g_ptr_array_add (faults, g_strdup_printf ("%s: not known; did you mean %s?", place, nearest));
  else
    g_ptr_array_add (faults, g_strdup_printf ("%s: not known", place));
}

static void
add_unknown_key (GPtrArray         *faults,
                 const char        *place,
                 const char        *key,
                 const MoeiSetting *settings)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();

  for (; settings->key != NULL; settings++)
    g_ptr_array_add (known, (char *) settings->key);
  g_ptr_array_add (known, NULL);
  add_unknown (faults, place, moei_settings_text_nearest (key, (const char * const *) known->pdata));
}

static void
add_unknown_group (GPtrArray  *faults,
                   const char *group)
{
  const char *known[G_N_ELEMENTS (groups) + 1] = { NULL };
  g_autofree char *place = g_strdup_printf ("[%s]", group);
  g_autofree char *nearest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    known[i] = groups[i].name;
  if (moei_settings_text_nearest (group, known) != NULL)
    nearest = g_strdup_printf ("[%s]", moei_settings_text_nearest (group, known));
  add_unknown (faults, place, nearest);
}

static void
read_key (GKeyFile          *file,
          const char        *group,
          const char        *key,
          const MoeiSetting *settings,
          gpointer           values,
          GPtrArray         *faults)
{
  const MoeiSetting *setting = find_setting (settings, key);
  g_autofree char *place = g_strdup_printf ("[%s] %s", group, key);
  g_autofree char *raw = g_key_file_get_value (file, group, key, NULL);
  g_autofree char *quoted = moei_settings_text_quote (raw);
  g_autofree char *text = NULL, *wrong = NULL;

  if (setting == NULL) {
    add_unknown_key (faults, place, key, settings);
    return;
  }

  if (moei_settings_text_can_unescape (raw)) {
    text = g_key_file_get_string (file, group, key, NULL);
    wrong = setting->read (setting, text, (char *) values + setting->offset);
  } else {
    wrong = g_strdup ("a backslash begins \\s, \\n, \\t, \\r or \\\\");
  }
  if (wrong != NULL)
    g_ptr_array_add (faults, g_strdup_printf ("%s: %s: %s", place, quoted, wrong));
}

static void
read_keys (GKeyFile          *file,
           const char        *group,
           const MoeiSetting *settings,
           gpointer           values,
           GPtrArray         *faults)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    read_key (file, group, keys[i], settings, values, faults);
}

static void
read_monitor (MoeiWallValues *self,
              GKeyFile       *file,
              const char     *group,
              GPtrArray      *faults)
{
  MoeiSceneList list = { 0 };

  read_keys (file, group, monitor_settings, &list, faults);
  if (list.n_scenes > 0)
    g_hash_table_replace (self->monitors, g_strstrip (g_strdup (group + strlen (MONITOR_PREFIX))),
                          g_memdup2 (&list, sizeof list));
}

static void
read_group (MoeiWallValues *self,
            GKeyFile       *file,
            const char     *group,
            GPtrArray      *faults)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    if (g_str_equal (group, groups[i].name)) {
      read_keys (file, group, groups[i].settings, (char *) self + groups[i].offset, faults);
      return;
    }
  }
  if (g_str_has_prefix (group, MONITOR_PREFIX))
    read_monitor (self, file, group, faults);
  else
    add_unknown_group (faults, group);
}

/* The program never begins anew while the room is in use. */
static void
check_restart_hour (MoeiWallValues *self,
                    GKeyFile       *file,
                    GPtrArray      *faults)
{
  int first = self->restart_hour * 60, last = first + 60;
  gboolean in_use;

  if (self->restart_hour < 0 || self->hours.days != MOEI_OFFICE_HOURS_EVERY_DAY ||
      !g_key_file_has_key (file, "Display", "restart-hour", NULL))
    return;

  if (self->hours.closes > self->hours.opens)
    in_use = first >= self->hours.opens && last <= self->hours.closes;
  else
    in_use = first >= self->hours.opens || last <= self->hours.closes;
  if (in_use)
    g_ptr_array_add (faults, g_strdup_printf ("[Display] restart-hour: \"%d\": in the office hours of every day",
                                              self->restart_hour));
}

/**
 * moei_wall_values_read: (skip)
 * @self: values
 * @text: what stands in a settings file
 * @length: its length in bytes
 * @faults: (element-type utf8): where faults are added
 *
 * Takes from @text what is right; what is not said, or wrong, stays.
 */
void
moei_wall_values_read (MoeiWallValues *self,
                       const char     *text,
                       gsize           length,
                       GPtrArray      *faults)
{
  g_autoptr (GKeyFile) file = moei_settings_text_parse (text, length, faults);
  g_auto (GStrv) names = g_key_file_get_groups (file, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    read_group (self, file, names[i], faults);
  check_restart_hour (self, file, faults);
}

/**
 * moei_wall_values_list_keys: (skip)
 *
 * Returns: (transfer full) (element-type utf8): what can be set, such as
 *   "[Display] dwell"; without the monitors, whose names are free
 */
GPtrArray *
moei_wall_values_list_keys (void)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const MoeiSetting *setting = groups[i].settings; setting->key != NULL; setting++)
      g_ptr_array_add (keys, g_strdup_printf ("[%s] %s", groups[i].name, setting->key));
  return keys;
}

/**
 * moei_wall_values_init: (skip)
 * @self: (out caller-allocates): values
 *
 * Sets what holds where nothing is said.
 */
void
moei_wall_values_init (MoeiWallValues *self)
{
  *self = usual;
  self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->heartbeat = g_build_filename (g_get_user_runtime_dir (), "moei-wall.heartbeat", NULL);
}

/**
 * moei_wall_values_clear: (skip)
 * @self: values
 *
 * Frees what they hold.
 */
void
moei_wall_values_clear (MoeiWallValues *self)
{
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->heartbeat, g_free);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
}
