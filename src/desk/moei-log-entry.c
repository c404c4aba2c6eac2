/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-log-entry.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-provenance.h"
#include "language/moei-change-sentence.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-change.h"
#include "operation/moei-notice.h"
#include "parts/moei-replace.h"

/**
 * MoeiLogEntry:
 *
 * A line of the log: a change, a notice, the day above them, or the mark of
 * what was seen before.  It says with a notify of `text` that it reads
 * differently.
 */
struct _MoeiLogEntry {
  GObject parent_instance;

  MoeiLogEntryType  kind;
  MoeiEntity       *entity; /* (nullable) */
  char             *id;
  guint             day;
  char             *text;
};

typedef enum {
  PROP_ID = 1,
  PROP_TEXT,
} MoeiLogEntryProperty;

static GParamSpec *properties[PROP_TEXT + 1];

/* How an action names what a change is about; %NULL where no page shows it. */
static const char * const links[] = {
  [MOEI_CHANGE_KIND_UNKNOWN] = NULL,
  [MOEI_CHANGE_KIND_FLIGHT] = "flight",
  [MOEI_CHANGE_KIND_CONVOY] = "convoy",
  [MOEI_CHANGE_KIND_PLACE] = "place",
  [MOEI_CHANGE_KIND_ROUTE] = "route",
  [MOEI_CHANGE_KIND_DAY] = "day",
  [MOEI_CHANGE_KIND_NATIONALITY] = "nationality",
  [MOEI_CHANGE_KIND_RULE] = NULL,
  [MOEI_CHANGE_KIND_NOTICE] = NULL,
  [MOEI_CHANGE_KIND_ROLL] = "roll",
};

G_DEFINE_FINAL_TYPE (MoeiLogEntry, moei_log_entry, G_TYPE_OBJECT)

static void
moei_log_entry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  MoeiLogEntry *self = MOEI_LOG_ENTRY (object);

  switch ((MoeiLogEntryProperty) prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->text);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_log_entry_finalize (GObject *object)
{
  MoeiLogEntry *self = MOEI_LOG_ENTRY (object);

  g_clear_object (&self->entity);
  g_free (self->id);
  g_free (self->text);

  G_OBJECT_CLASS (moei_log_entry_parent_class)->finalize (object);
}

static void
moei_log_entry_class_init (MoeiLogEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = moei_log_entry_finalize;
  object_class->get_property = moei_log_entry_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_log_entry_init (MoeiLogEntry *self)
{
}

/**
 * moei_log_entry_new_day:
 * @day: a Julian day
 *
 * Returns: (transfer full): the line above the entries of @day
 */
MoeiLogEntry *
moei_log_entry_new_day (guint day)
{
  MoeiLogEntry *self = g_object_new (MOEI_TYPE_LOG_ENTRY, NULL);

  self->kind = MOEI_LOG_ENTRY_DAY;
  self->day = day;
  self->id = g_strdup_printf ("day/%u", day);
  self->text = day != MOEI_DAY_UNKNOWN ? moei_format_date (moei_language_get_current (), day, MOEI_DATE_LONG)
                                       : g_strdup (_("Date not stated"));
  return self;
}

/**
 * moei_log_entry_new_mark:
 *
 * Returns: (transfer full): the line below what came since the reader last looked
 */
MoeiLogEntry *
moei_log_entry_new_mark (void)
{
  MoeiLogEntry *self = g_object_new (MOEI_TYPE_LOG_ENTRY, NULL);

  self->kind = MOEI_LOG_ENTRY_MARK;
  self->id = g_strdup ("mark");
  /* Translators: a line in the log: the entries above it are new to the reader */
  self->text = g_strdup (_("New since you last looked ↑"));
  return self;
}

/**
 * moei_log_entry_new:
 * @entity: a change or a notice
 *
 * Returns: (transfer full): its line in the log, which says nothing yet
 */
MoeiLogEntry *
moei_log_entry_new (MoeiEntity *entity)
{
  MoeiLogEntry *self = g_object_new (MOEI_TYPE_LOG_ENTRY, NULL);
  gint64 at;

  self->kind = MOEI_IS_NOTICE (entity) ? MOEI_LOG_ENTRY_NOTICE : MOEI_LOG_ENTRY_CHANGE;
  self->entity = g_object_ref (entity);
  self->id = g_strdup_printf ("%s/%s", MOEI_IS_NOTICE (entity) ? "notice" : "change", moei_entity_get_id (entity));
  at = moei_log_entry_get_at (self);
  self->day = at != MOEI_INSTANT_UNKNOWN ? moei_zone_get_day (MOEI_ZONE_BANGKOK, at) : MOEI_DAY_UNKNOWN;
  return self;
}

/**
 * moei_log_entry_get_kind:
 * @self: an entry
 *
 * Returns: what kind of line it is
 */
MoeiLogEntryType
moei_log_entry_get_kind (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), MOEI_LOG_ENTRY_CHANGE);

  return self->kind;
}

/**
 * moei_log_entry_get_id:
 * @self: an entry
 *
 * Returns: what tells it from the others
 */
const char *
moei_log_entry_get_id (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), NULL);

  return self->id;
}

/**
 * moei_log_entry_get_entity:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the change or notice
 */
MoeiEntity *
moei_log_entry_get_entity (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), NULL);

  return self->entity;
}

/**
 * moei_log_entry_get_at:
 * @self: an entry
 *
 * Returns: when it became known; of a notice, since when it is in force if nobody says more
 */
gint64
moei_log_entry_get_at (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), MOEI_INSTANT_UNKNOWN);

  if (MOEI_IS_CHANGE (self->entity))
    return moei_change_get_at (MOEI_CHANGE (self->entity));
  if (!MOEI_IS_NOTICE (self->entity))
    return MOEI_INSTANT_UNKNOWN;
  if (moei_entity_get_observed (self->entity) != MOEI_INSTANT_UNKNOWN)
    return moei_entity_get_observed (self->entity);
  return moei_notice_get_effective (MOEI_NOTICE (self->entity));
}

/**
 * moei_log_entry_get_day:
 * @self: an entry
 *
 * Returns: the operating day that it belongs to
 */
guint
moei_log_entry_get_day (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), MOEI_DAY_UNKNOWN);

  return self->day;
}

/**
 * moei_log_entry_get_about:
 * @self: an entry
 *
 * Returns: what kind of thing it is about
 */
MoeiChangeKind
moei_log_entry_get_about (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), MOEI_CHANGE_KIND_UNKNOWN);

  if (MOEI_IS_CHANGE (self->entity))
    return moei_change_get_kind (MOEI_CHANGE (self->entity));
  return MOEI_IS_NOTICE (self->entity) ? MOEI_CHANGE_KIND_NOTICE : MOEI_CHANGE_KIND_UNKNOWN;
}

/**
 * moei_log_entry_is_at_place:
 * @self: an entry
 * @place: a place's id
 *
 * Returns: whether it concerns that place
 */
gboolean
moei_log_entry_is_at_place (MoeiLogEntry *self,
                            const char   *place)
{
  const char * const *affects;

  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), FALSE);

  if (MOEI_IS_CHANGE (self->entity)) {
    MoeiChange *change = MOEI_CHANGE (self->entity);

    return g_strcmp0 (moei_change_get_place (change), place) == 0 ||
           (moei_change_get_kind (change) == MOEI_CHANGE_KIND_PLACE && g_strcmp0 (moei_change_get_entity (change), place) == 0);
  }
  affects = MOEI_IS_NOTICE (self->entity) ? moei_notice_get_affects (MOEI_NOTICE (self->entity)) : NULL;
  return affects != NULL && g_strv_contains (affects, place);
}

/**
 * moei_log_entry_get_text:
 * @self: an entry
 *
 * Returns: what it says
 */
const char *
moei_log_entry_get_text (MoeiLogEntry *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), NULL);

  return self->text != NULL ? self->text : "";
}

/**
 * moei_log_entry_get_detail:
 * @self: an entry
 *
 * Returns: (transfer full) (nullable): what a notice says in full; whose word a change is
 */
char *
moei_log_entry_get_detail (MoeiLogEntry *self)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), NULL);

  if (self->entity == NULL)
    return NULL;
  /* That an exercise makes up what happens in it stands above every page. */
  if (moei_entity_get_origin (self->entity) != MOEI_ORIGIN_EXERCISE && moei_entity_get_owner (self->entity) != NULL)
    owner = moei_provenance_owner (self->entity);
  if (MOEI_IS_NOTICE (self->entity)) {
    const MoeiText *description = moei_notice_get_description (MOEI_NOTICE (self->entity));

    if (description == NULL)
      return g_steal_pointer (&owner);
    return g_strconcat (moei_text_get (description, moei_language_get_current ()), owner != NULL ? "\n" : NULL, owner, NULL);
  }
  return g_steal_pointer (&owner);
}

/**
 * moei_log_entry_get_link:
 * @self: an entry
 *
 * Returns: (transfer full) (nullable): what `win.show` calls the thing that it is about;
 *   %NULL if no page shows it
 */
char *
moei_log_entry_get_link (MoeiLogEntry *self)
{
  const char * const *affects;

  g_return_val_if_fail (MOEI_IS_LOG_ENTRY (self), NULL);

  if (MOEI_IS_CHANGE (self->entity)) {
    MoeiChange *change = MOEI_CHANGE (self->entity);
    const char *link = links[moei_change_get_kind (change)];

    if (link == NULL || moei_change_get_entity (change) == NULL || g_strcmp0 (moei_change_get_field (change), "removed") == 0)
      return NULL;
    return g_strdup_printf ("%s:%s", link, moei_change_get_entity (change));
  }
  affects = MOEI_IS_NOTICE (self->entity) ? moei_notice_get_affects (MOEI_NOTICE (self->entity)) : NULL;
  return affects != NULL && affects[0] != NULL ? g_strdup_printf ("place:%s", affects[0]) : NULL;
}

/**
 * moei_log_entry_tell:
 * @self: an entry
 * @operation: where the names are
 * @withhold_below: people fewer than this are withheld; 0 for none
 *
 * Puts it into words.
 */
void
moei_log_entry_tell (MoeiLogEntry  *self,
                     MoeiOperation *operation,
                     int            withhold_below)
{
  MoeiLanguage language = moei_language_get_current ();
  g_autofree char *text = NULL;

  g_return_if_fail (MOEI_IS_LOG_ENTRY (self));

  if (MOEI_IS_CHANGE (self->entity))
    text = moei_change_sentence (language, MOEI_CHANGE (self->entity), operation, withhold_below);
  else if (MOEI_IS_NOTICE (self->entity))
    text = g_strdup (moei_text_get (moei_notice_get_headline (MOEI_NOTICE (self->entity)), language));
  else
    return;
  if (moei_replace_string (&self->text, text))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
