/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-dated.h"

/* Documents come one for each day or week.  What they say is taken part by
 * part, and shown when all of it is taken: what moved from one day to another
 * is then the same object, whichever document came first. */
struct _MoeiDated {
  MoeiCollection   *all;
  MoeiCollection   *present;
  MoeiDatedDayFunc  get_day;

  GPtrArray  *taken;    /* (nullable) what @all shall hold; NULL while nothing new is taken */
  GHashTable *known;    /* id → entity: what @all and @taken hold */
  GHashTable *touched;  /* set of entities that were changed */
  guint used : 1;
  guint all_changed : 1;
  guint present_changed : 1;
};

/**
 * moei_dated_new: (skip)
 * @all: the collection of all days
 * @present: the collection of the present
 * @get_day: tells an entity's day
 *
 * Returns: (transfer full): the keeper of these two
 */
MoeiDated *
moei_dated_new (MoeiCollection   *all,
                MoeiCollection   *present,
                MoeiDatedDayFunc  get_day)
{
  MoeiDated *self = g_new0 (MoeiDated, 1);

  self->all = g_object_ref (all);
  self->present = g_object_ref (present);
  self->get_day = get_day;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->touched = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * moei_dated_free: (skip)
 * @self: (transfer full): a keeper
 */
void
moei_dated_free (MoeiDated *self)
{
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_hash_table_unref (self->touched);
  g_hash_table_unref (self->known);
  g_object_unref (self->all);
  g_object_unref (self->present);
  g_free (self);
}

static void
know (MoeiDated *self,
      gpointer   entity)
{
  g_hash_table_insert (self->known, (char *) moei_entity_get_id (entity), g_object_ref (entity));
}

static void
begin (MoeiDated *self)
{
  if (self->taken != NULL)
    return;

  self->used = TRUE;
  self->taken = g_ptr_array_new ();
  for (guint i = 0; i < moei_collection_size (self->all); i++) {
    know (self, moei_collection_get (self->all, i));
    g_ptr_array_add (self->taken, moei_collection_get (self->all, i));
  }
}

/* Those of the days, and those that @fresh has taken from other days.  Tells
 * where those of the days belong. */
static guint
drop (MoeiDated      *self,
      guint           first_day,
      guint           last_day,
      MoeiCollection *fresh)
{
  guint n_kept = 0, place = 0;

  for (guint i = 0; i < self->taken->len; i++) {
    gpointer entity = self->taken->pdata[i];
    guint day = self->get_day (entity);

    if ((day < first_day || day > last_day) &&
        (fresh == NULL || moei_collection_lookup (fresh, moei_entity_get_id (entity)) == NULL)) {
      self->taken->pdata[n_kept++] = entity;
      if (day <= last_day)
        place = n_kept;
    }
  }
  g_ptr_array_set_size (self->taken, (int) n_kept);
  return place;
}

/**
 * moei_dated_take: (skip)
 * @self: a keeper
 * @first_day: the first of some days
 * @last_day: the last of them
 * @fresh: (nullable): all that is known of these days
 *
 * Takes what @fresh says in place of what was known of these days.  What was
 * known already stays the same object, and its fields change now; who came and
 * who went is seen when it settles.
 */
void
moei_dated_take (MoeiDated      *self,
                 guint           first_day,
                 guint           last_day,
                 MoeiCollection *fresh)
{
  guint place;

  begin (self);
  place = drop (self, first_day, last_day, fresh);

  for (guint i = 0; fresh != NULL && i < moei_collection_size (fresh); i++) {
    MoeiEntity *theirs = moei_collection_get (fresh, i);
    MoeiEntity *own = g_hash_table_lookup (self->known, moei_entity_get_id (theirs));

    if (own == NULL) {
      own = moei_entity_copy (theirs);
      know (self, own);
      g_object_unref (own);
    } else if (moei_entity_assign (own, theirs)) {
      g_hash_table_add (self->touched, own);
    }
    g_ptr_array_insert (self->taken, (int) (place + i), own);
  }
}

static int
compare_days (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  MoeiDated *self = user_data;
  guint first = self->get_day (*(gpointer *) a);
  guint second = self->get_day (*(gpointer *) b);

  return (first > second) - (first < second);
}

/* They mostly are in order already. */
static void
sort (MoeiDated *self)
{
  for (guint i = 1; i < self->taken->len; i++) {
    if (compare_days (&self->taken->pdata[i - 1], &self->taken->pdata[i], self) > 0) {
      g_ptr_array_sort_with_data (self->taken, compare_days, self);
      return;
    }
  }
}

/* Whoever has filled the present by hand keeps it, until something is taken. */
static void
settle_present (MoeiDated *self,
                guint      first_day,
                guint      last_day)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new ();

  for (guint i = 0; i < moei_collection_size (self->all); i++) {
    gpointer entity = moei_collection_get (self->all, i);
    guint day = self->get_day (entity);

    if (day < first_day || day > last_day)
      continue;
    g_ptr_array_add (present, entity);
    self->present_changed |= g_hash_table_contains (self->touched, entity);
  }
  self->present_changed |= moei_collection_replace (self->present, present);
}

/**
 * moei_dated_settle: (skip)
 * @self: a keeper
 * @first_day: the first day of the present
 * @last_day: its last day
 *
 * Makes the two collections hold what was taken, by day, and within a day in
 * the order in which its document has it.
 */
void
moei_dated_settle (MoeiDated *self,
                   guint      first_day,
                   guint      last_day)
{
  if (self->taken != NULL) {
    sort (self);
    self->all_changed |= moei_collection_replace (self->all, self->taken);
    self->all_changed |= g_hash_table_size (self->touched) > 0;
  }

  if (self->used)
    settle_present (self, first_day, last_day);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_hash_table_remove_all (self->touched);
  g_hash_table_remove_all (self->known);
}

/**
 * moei_dated_announce: (skip)
 * @self: a keeper that has settled
 *
 * Says once of each collection that it changed, if it did.
 */
void
moei_dated_announce (MoeiDated *self)
{
  gboolean present_changed = self->present_changed, all_changed = self->all_changed;

  self->present_changed = self->all_changed = FALSE;
  if (present_changed)
    moei_collection_announce (self->present);
  if (all_changed)
    moei_collection_announce (self->all);
}
