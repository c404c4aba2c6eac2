/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-people-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "parts/moei-replace.h"

/**
 * MoeiPeopleRow:
 *
 * The people of a country or region, or of all of them, as a list shows them.
 *
 * It lasts as long as its country is known, and says with a notify of `text`
 * that what it shows is different.
 */
struct _MoeiPeopleRow {
  GObject parent_instance;

  char              *id;
  MoeiNationality   *nationality; /* NULL for all of them */
  MoeiPeopleFigures  figures;
  MoeiReadiness      readiness;
  char              *name;
  char              *holders;
  char              *clearing;
  gint64             clearing_key;
  gboolean           pinned;
};

typedef enum {
  PROP_ID = 1,
  PROP_TEXT,
} MoeiPeopleRowProperty;

static GParamSpec *properties[PROP_TEXT + 1];

G_DEFINE_FINAL_TYPE (MoeiPeopleRow, moei_people_row, G_TYPE_OBJECT)

static void
moei_people_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  MoeiPeopleRow *self = MOEI_PEOPLE_ROW (object);

  switch ((MoeiPeopleRowProperty) prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_TEXT:
    g_value_set_string (value, self->name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_people_row_finalize (GObject *object)
{
  MoeiPeopleRow *self = MOEI_PEOPLE_ROW (object);

  g_free (self->id);
  g_clear_object (&self->nationality);
  g_free (self->name);
  g_free (self->holders);
  g_free (self->clearing);

  G_OBJECT_CLASS (moei_people_row_parent_class)->finalize (object);
}

static void
moei_people_row_class_init (MoeiPeopleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = moei_people_row_finalize;
  object_class->get_property = moei_people_row_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_people_row_init (MoeiPeopleRow *self)
{
  memset (&self->figures, 0xff, sizeof self->figures);
}

/**
 * moei_people_row_new:
 * @id: its country's id, or another for all
 * @nationality: (nullable): the country; %NULL for all of them
 *
 * Returns: (transfer full): a row without figures
 */
MoeiPeopleRow *
moei_people_row_new (const char      *id,
                     MoeiNationality *nationality)
{
  MoeiPeopleRow *self = g_object_new (MOEI_TYPE_PEOPLE_ROW, NULL);

  self->id = g_strdup (id);
  g_set_object (&self->nationality, nationality);
  return self;
}

/**
 * moei_people_row_get_id:
 * @self: a row
 *
 * Returns: its country's id
 */
const char *
moei_people_row_get_id (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->id;
}

/**
 * moei_people_row_get_nationality:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its country; %NULL if it is of all
 */
MoeiNationality *
moei_people_row_get_nationality (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->nationality;
}

/**
 * moei_people_row_get_name:
 * @self: a row
 *
 * Returns: what to call it, in the language that was current when it was last told its figures
 */
const char *
moei_people_row_get_name (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->name != NULL ? self->name : "";
}

/**
 * moei_people_row_get_figures:
 * @self: a row
 *
 * Returns: its figures
 */
const MoeiPeopleFigures *
moei_people_row_get_figures (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return &self->figures;
}

/**
 * moei_people_row_get_readiness:
 * @self: a row
 *
 * Returns: how far the embassy is, in words; empty for all
 */
const char *
moei_people_row_get_readiness (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->nationality != NULL ? moei_word_readiness (moei_language_get_current (), self->readiness) : "";
}

/**
 * moei_people_row_get_holders:
 * @self: a row
 *
 * Returns: who holds how many of them; empty if nobody said
 */
const char *
moei_people_row_get_holders (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->holders != NULL ? self->holders : "";
}

/**
 * moei_people_row_get_clearing:
 * @self: a row
 *
 * Returns: when all of them will have departed, or why nobody can say; empty for all
 */
const char *
moei_people_row_get_clearing (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), NULL);

  return self->clearing != NULL ? self->clearing : "";
}

/**
 * moei_people_row_get_clearing_key:
 * @self: a row
 *
 * Returns: what comes before or after what, when sorted by that
 */
gint64
moei_people_row_get_clearing_key (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), 0);

  return self->clearing_key;
}

/**
 * moei_people_row_get_pinned:
 * @self: a row
 *
 * Returns: whether it is the reader's own country
 */
gboolean
moei_people_row_get_pinned (MoeiPeopleRow *self)
{
  g_return_val_if_fail (MOEI_IS_PEOPLE_ROW (self), FALSE);

  return self->pinned;
}

/**
 * moei_people_row_set_pinned:
 * @self: a row
 * @pinned: whether it is the reader's own country
 */
void
moei_people_row_set_pinned (MoeiPeopleRow *self,
                            gboolean       pinned)
{
  g_return_if_fail (MOEI_IS_PEOPLE_ROW (self));

  if (moei_replace_int (&self->pinned, pinned))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static gboolean
take_string (char **place,
             char  *value)
{
  gboolean differs = g_strcmp0 (*place, value) != 0;

  g_free (*place);
  *place = value;
  return differs;
}

static const char *
find_name (MoeiPeopleRow *self)
{
  if (self->nationality == NULL)
    /* Translators: the first row of the table of countries/regions: the sums of all of them */
    return _("All countries/regions");
  return moei_text_get (moei_nationality_get_name (self->nationality), moei_language_get_current ());
}

/**
 * moei_people_row_take:
 * @self: a row
 * @figures: its figures, as they may be shown
 * @holders: (transfer full) (nullable): who holds how many of them
 * @clearing: (transfer full) (nullable): when all of them will have departed
 * @clearing_key: where that stands among others
 *
 * Says that it is different only if it is.
 */
void
moei_people_row_take (MoeiPeopleRow           *self,
                      const MoeiPeopleFigures *figures,
                      char                    *holders,
                      char                    *clearing,
                      gint64                   clearing_key)
{
  MoeiReadiness readiness = MOEI_READINESS_UNKNOWN;
  gboolean differs;

  g_return_if_fail (MOEI_IS_PEOPLE_ROW (self));

  if (self->nationality != NULL)
    readiness = moei_nationality_get_readiness (self->nationality);
  differs = memcmp (&self->figures, figures, sizeof *figures) != 0;
  differs |= take_string (&self->name, g_strdup (find_name (self)));
  differs |= take_string (&self->holders, holders);
  differs |= take_string (&self->clearing, clearing);
  differs |= moei_replace_int64 (&self->clearing_key, clearing_key);
  differs |= self->readiness != readiness;
  self->figures = *figures;
  self->readiness = readiness;
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
