/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chaos-world.h"

#include <glib/gstdio.h>
#include <string.h>

#include "feed/moei-apply.h"
#include "feed/moei-standing.h"
#include "operation/moei-convoy.h"
#include "operation/moei-flight.h"
#include "operation/moei-freshness.h"
#include "operation/moei-notice.h"
#include "operation/moei-quota-day.h"
#include "service/moei-document-builder.h"
#include "service/moei-shelving.h"
#include "wire/moei-entity-json.h"
#include "wire/moei-instant.h"
#include "wire/moei-reference.h"

#include "virtual-time.h"

#define NOON G_GINT64_CONSTANT (1741237200000000)

/* So many days before and after today stay in the store: enough for documents
 * of other days, few enough to be read a thousand times. */
#define N_DAYS 2

/* What was served at one address: a digest is numbered as it comes. */
typedef struct {
  MoeiDocumentKind  kind;
  guint             day;
  gint64            revision;
  GHashTable       *digests; /* digest → number, from 1 on */
  char             *latest;
} Served;

static void
served_free (gpointer data)
{
  Served *self = data;

  g_hash_table_unref (self->digests);
  g_free (self->latest);
  g_free (self);
}

static void
delete_far_days (ChaosWorld *self)
{
  static const MoeiShelf shelves[] = { MOEI_SHELF_CONVOYS, MOEI_SHELF_FLIGHTS, MOEI_SHELF_DAYS };
  g_autoptr (MoeiStoreView) view = moei_store_read (self->service.store, NULL);
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("exercise", MOEI_INSTANT_UNKNOWN);
  guint today = moei_day_of_instant (NOON);

  for (guint i = 0; i < G_N_ELEMENTS (shelves); i++) {
    g_autoptr (GPtrArray) items = moei_store_view_list_items (view, shelves[i], MOEI_DAY_UNKNOWN, MOEI_DAY_UNKNOWN, NULL);
    guint reach = shelves[i] == MOEI_SHELF_DAYS ? 7 : N_DAYS;

    for (guint k = 0; k < items->len; k++) {
      const MoeiStoreItem *item = items->pdata[k];

      if (item->day + reach < today || item->day > today + reach)
        moei_store_batch_delete (batch, shelves[i], item->id);
    }
  }
  g_clear_pointer (&view, moei_store_view_free);
  g_assert_cmpint (moei_store_write (self->service.store, batch, NULL), >, 0);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
drop_message (const char     *domain,
              GLogLevelFlags  level,
              const char     *message,
              gpointer        user_data)
{
}

void
chaos_world_set_up (ChaosWorld *self)
{
  guint16 port;

  /* Some twenty lines a connection */
  g_log_set_handler ("GLib-GIO", G_LOG_LEVEL_DEBUG, drop_message, NULL);
  memset (self, 0, sizeof *self);
  service_fixture_set_up (&self->service, NULL);
  moei_service_clock_play (self->service.clock, NOON, 1.0);
  delete_far_days (self);
  port = (guint16) g_ascii_strtoull (strrchr (self->service.uri, ':') + 1, NULL, 10);
  self->proxy = chaos_proxy_new (0, port, 1);
  self->served = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, served_free);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->durations = moei_durations;
  chaos_world_record (self);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

/* What the feed kept on this computer goes. */
void
chaos_world_empty (ChaosWorld *self)
{
  if (self->cache != NULL)
    remove_tree (self->cache);
  g_clear_pointer (&self->cache, g_free);
}

void
chaos_world_tear_down (ChaosWorld *self)
{
  chaos_world_stop (self);
  chaos_world_empty (self);
  g_object_unref (self->proxy);
  g_hash_table_unref (self->served);
  g_hash_table_unref (self->shown);
  service_fixture_tear_down (&self->service, NULL);
}

void
chaos_world_start (ChaosWorld *self)
{
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", chaos_proxy_get_port (self->proxy));

  moei_service_clock_play (self->service.clock, NOON, 1.0);
  if (self->cache == NULL)
    self->cache = g_dir_make_tmp ("moei-chaos-XXXXXX", NULL);
  self->operation = moei_operation_new ();
  self->feed = moei_feed_new_with (address, self->operation, self->cache, &self->durations);
  self->looked_at = self->newest_key = G_MAXUINT64;
  self->stale_since = -1;
  self->live_s = 0;
  g_hash_table_remove_all (self->shown);
  moei_feed_start (self->feed);
}

/* Also waits for what threads still save. */
void
chaos_world_stop (ChaosWorld *self)
{
  if (self->feed == NULL)
    return;

  moei_feed_stop (self->feed);
  g_object_add_weak_pointer (G_OBJECT (self->feed), (gpointer *) &self->feed);
  g_object_unref (self->feed);
  while (self->feed != NULL)
    virtual_time_step ();
  g_clear_object (&self->operation);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
is_of (MoeiEntity       *entity,
       MoeiDocumentKind  kind,
       guint             day)
{
  guint date;

  if (kind == MOEI_DOCUMENT_FLIGHTS)
    return moei_flight_get_day (MOEI_FLIGHT (entity)) == day;
  if (kind == MOEI_DOCUMENT_CONVOYS)
    return moei_convoy_get_day (MOEI_CONVOY (entity)) == day;
  if (kind != MOEI_DOCUMENT_WEEK)
    return TRUE;
  date = moei_quota_day_get_date (MOEI_QUOTA_DAY (entity));
  return date >= day && date < day + 7;
}

/* A digest of all that is said in @collection; of a model's those of one day. */
static void
add_entities (GChecksum        *checksum,
              MoeiCollection   *collection,
              gboolean          all,
              MoeiDocumentKind  kind,
              guint             day)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < moei_collection_size (collection); i++) {
    MoeiEntity *entity = moei_collection_get (collection, i);

    if (all || is_of (entity, kind, day))
      g_ptr_array_add (texts, moei_entity_to_json (entity));
  }
  g_ptr_array_sort (texts, compare_strings);
  for (guint i = 0; i < texts->len; i++)
    g_checksum_update (checksum, texts->pdata[i], -1);
}

static void
add_facts (GChecksum  *checksum,
           const char *fact,
           const char *second,
           gint64      number,
           gint64      other)
{
  g_autofree char *text = g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
                                           fact, second, number, other);

  g_checksum_update (checksum, (const guchar *) text, -1);
}

static char *
digest_of_document (MoeiDocument *document)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  MoeiDocumentKind kind = moei_document_get_kind (document);

  if (kind == MOEI_DOCUMENT_SERVICE) {
    add_facts (checksum, moei_document_get_epoch (document),
               moei_text_get (moei_document_get_name (document), MOEI_LANGUAGE_EN), 0,
               moei_document_get_exercise (document));
  } else if (kind == MOEI_DOCUMENT_SITUATION) {
    add_facts (checksum, moei_document_get_week (document), "", moei_document_get_revision (document),
               moei_document_get_operating_day (document));
  } else {
    add_entities (checksum, moei_document_get_entities (document), TRUE, kind, 0);
    if (kind == MOEI_DOCUMENT_RULE)
      add_entities (checksum, moei_document_get_holidays (document), TRUE, kind, 0);
  }
  return g_strdup (g_checksum_get_string (checksum));
}

static MoeiCollection *
get_collection (MoeiOperation    *operation,
                MoeiDocumentKind  kind)
{
  switch ((guint) kind) {
  case MOEI_DOCUMENT_PLACES:
    return moei_operation_get_places (operation);
  case MOEI_DOCUMENT_ROUTES:
    return moei_operation_get_routes (operation);
  case MOEI_DOCUMENT_CONVOYS:
    return moei_operation_get_movements (operation);
  case MOEI_DOCUMENT_FLIGHTS:
    return moei_operation_get_schedule (operation);
  case MOEI_DOCUMENT_WEEK:
    return moei_operation_get_calendar (operation);
  case MOEI_DOCUMENT_NATIONALITIES:
    return moei_operation_get_nationalities (operation);
  case MOEI_DOCUMENT_RULE:
    return moei_operation_get_rules (operation);
  case MOEI_DOCUMENT_NOTICES:
    return moei_operation_get_notices (operation);
  case MOEI_DOCUMENT_ROLLS:
    return moei_operation_get_rolls (operation);
  case MOEI_DOCUMENT_CHANGES:
    return moei_operation_get_changes (operation);
  default:
    g_assert_not_reached ();
  }
}

/* The same of what the model shows of it. */
static char *
digest_of_model (MoeiOperation    *operation,
                 MoeiDocumentKind  kind,
                 guint             day)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);

  if (kind == MOEI_DOCUMENT_SERVICE) {
    add_facts (checksum, moei_operation_get_epoch (operation),
               moei_text_get (moei_operation_get_name (operation), MOEI_LANGUAGE_EN), 0,
               moei_operation_get_exercise (operation));
  } else if (kind == MOEI_DOCUMENT_SITUATION) {
    add_facts (checksum, moei_operation_get_week (operation), "", moei_entity_get_revision (MOEI_ENTITY (operation)),
               moei_operation_get_operating_day (operation));
  } else {
    add_entities (checksum, get_collection (operation, kind), FALSE, kind, day);
    if (kind == MOEI_DOCUMENT_RULE)
      add_entities (checksum, moei_operation_get_holidays (operation), TRUE, kind, 0);
  }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
record_one (ChaosWorld       *self,
            MoeiStoreView    *view,
            const char       *href,
            MoeiDocumentKind  kind,
            guint             day)
{
  g_autoptr (MoeiResource) resource = moei_resource_new (kind, day);
  g_autoptr (MoeiDocument) built = NULL;
  g_autoptr (MoeiDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  Served *served = g_hash_table_lookup (self->served, href);

  built = moei_document_build (view, self->service.clock, resource, &error);
  g_assert_no_error (error);
  bytes = moei_document_encode (built);
  document = moei_document_decode (kind, bytes, &error);
  g_assert_no_error (error);

  if (served == NULL) {
    served = g_new0 (Served, 1);
    served->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (self->served, g_strdup (href), served);
  }
  served->kind = kind;
  served->day = day;
  served->revision = moei_document_get_revision (document);
  g_free (served->latest);
  /* What the model holds of a dated document tells its day as well. */
  for (guint i = 0; i < moei_collection_size (moei_document_get_entities (document)); i++) {
    gpointer entity = moei_collection_get (moei_document_get_entities (document), i);

    if (MOEI_IS_FLIGHT (entity) || MOEI_IS_CONVOY (entity))
      g_object_set (entity, "day", day, NULL);
  }
  served->latest = digest_of_document (document);
  if (!g_hash_table_contains (served->digests, served->latest))
    g_hash_table_insert (served->digests, g_strdup (served->latest),
                         GUINT_TO_POINTER (g_hash_table_size (served->digests) + 1));
}

/**
 * chaos_world_record:
 * @self: a world
 *
 * Notes what the service serves now.
 */
void
chaos_world_record (ChaosWorld *self)
{
  g_autoptr (MoeiStoreView) view = moei_store_read (self->service.store, NULL);
  guint today = moei_service_clock_get_day (self->service.clock);
  g_autoptr (MoeiResource) resource = moei_resource_new (MOEI_DOCUMENT_SITUATION, today);
  g_autoptr (MoeiDocument) situation = moei_document_build (view, self->service.clock, resource, NULL);
  MoeiCollection *documents = moei_document_get_documents (situation);

  record_one (self, view, "/v1/", MOEI_DOCUMENT_SERVICE, today);
  record_one (self, view, "/v1/situation", MOEI_DOCUMENT_SITUATION, today);
  for (guint i = 0; i < moei_collection_size (documents); i++) {
    MoeiReference *reference = moei_collection_get (documents, i);
    const char *href = moei_reference_get_href (reference);
    Served *served = g_hash_table_lookup (self->served, href);
    MoeiDocumentKind kind;
    guint day;

    if (served != NULL && served->revision == moei_document_lookup_revision (situation, href))
      continue;
    g_assert_true (moei_apply_parse_href (href, &kind, &day));
    record_one (self, view, href, kind, day);
  }
}

static MoeiShelf
shelf_of (MoeiDocumentKind kind)
{
  switch ((guint) kind) {
  case MOEI_DOCUMENT_PLACES:
    return MOEI_SHELF_PLACES;
  case MOEI_DOCUMENT_ROUTES:
    return MOEI_SHELF_ROUTES;
  case MOEI_DOCUMENT_CONVOYS:
    return MOEI_SHELF_CONVOYS;
  case MOEI_DOCUMENT_FLIGHTS:
  case MOEI_DOCUMENT_CHANGES:
    return MOEI_SHELF_FLIGHTS;
  case MOEI_DOCUMENT_WEEK:
    return MOEI_SHELF_DAYS;
  case MOEI_DOCUMENT_NATIONALITIES:
    return MOEI_SHELF_NATIONALITIES;
  case MOEI_DOCUMENT_RULE:
    return MOEI_SHELF_RULES;
  case MOEI_DOCUMENT_ROLLS:
    return MOEI_SHELF_ROLLS;
  default:
    return MOEI_SHELF_NOTICES;
  }
}

/**
 * chaos_world_change:
 * @self: a world
 * @kind: a kind of document
 *
 * The service commits something that changes the present's document of that
 * kind, in all of its entities, so that half of it would be seen.
 */
void
chaos_world_change (ChaosWorld       *self,
                    MoeiDocumentKind  kind)
{
  MoeiShelf shelf = shelf_of (kind);
  guint today = moei_service_clock_get_day (self->service.clock);
  g_autoptr (MoeiCollection) entities = moei_collection_new (moei_shelf_get_item_type (shelf));
  g_autoptr (MoeiStoreBatch) batch = moei_store_batch_new ("tak-operations-desk", MOEI_INSTANT_UNKNOWN);
  g_autoptr (MoeiStoreView) view = moei_store_read (self->service.store, NULL);
  g_autofree char *source = g_strdup_printf ("change %u", ++self->n_changes);
  g_autoptr (GError) error = NULL;

  moei_store_view_load (view, shelf, today, today, entities, &error);
  g_assert_no_error (error);
  g_clear_pointer (&view, moei_store_view_free);
  if (shelf == MOEI_SHELF_NOTICES && moei_collection_size (entities) == 0)
    moei_collection_append (entities, g_object_new (MOEI_TYPE_NOTICE, "id", "n1", NULL));

  for (guint i = 0; i < moei_collection_size (entities); i++) {
    MoeiEntity *entity = moei_collection_get (entities, i);

    g_object_set (entity, "source", source, NULL);
    if (MOEI_IS_FLIGHT (entity))
      g_object_set (entity, "boarded", (int) self->n_changes, "state",
                    self->n_changes % 2 == 0 ? MOEI_FLIGHT_STATE_BOARDING : MOEI_FLIGHT_STATE_DELAYED, NULL);
    moei_store_batch_put_entity (batch, entity);
  }
  g_assert_cmpint (moei_store_write (self->service.store, batch, &error), >, 0);
  g_assert_no_error (error);
  chaos_world_record (self);
}

/**
 * chaos_world_get_href:
 * @self: a world
 * @kind: a kind of document
 *
 * Returns: (transfer full): the address of the present's
 */
char *
chaos_world_get_href (ChaosWorld       *self,
                      MoeiDocumentKind  kind)
{
  g_autoptr (MoeiResource) resource = moei_resource_new (kind, moei_service_clock_get_day (self->service.clock));

  return g_steal_pointer (&resource->href);
}

/**
 * chaos_world_find_fault:
 * @self: a world
 *
 * Looks whether each document that the model shows is, as a whole, one that
 * the service once served, and none is older than what was shown before.
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
char *
chaos_world_find_fault (ChaosWorld *self)
{
  GHashTableIter iter;
  gpointer href, value;

  g_hash_table_iter_init (&iter, self->served);
  while (g_hash_table_iter_next (&iter, &href, &value)) {
    Served *served = value;
    g_autofree char *digest = digest_of_model (self->operation, served->kind, served->day);
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (served->digests, digest));
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->shown, href));

    if (number == 0 && before == 0)
      continue;
    if (number == 0)
      return g_strdup_printf ("%s shows what was never served", (const char *) href);
    if (number < before)
      return g_strdup_printf ("%s shows its number %u again after %u", (const char *) href, number, before);
    if (number != before)
      g_hash_table_insert (self->shown, g_strdup (href), GUINT_TO_POINTER (number));
  }
  return NULL;
}

/**
 * chaos_world_shows_newest:
 * @self: a world
 * @all: whether of other days, too
 *
 * Returns: whether the model shows the newest of what a board of today shows
 */
gboolean
chaos_world_shows_newest (ChaosWorld *self,
                          gboolean    all)
{
  GHashTableIter iter;
  gpointer href, value;
  guint today = moei_service_clock_get_day (self->service.clock);

  g_hash_table_iter_init (&iter, self->served);
  while (g_hash_table_iter_next (&iter, &href, &value)) {
    Served *served = value;
    g_autofree char *digest = NULL;

    if (!all && (moei_apply_is_aside (served->kind) ||
                 (moei_apply_is_dated (served->kind) && !moei_apply_is_present (served->kind, served->day, today))))
      continue;
    digest = digest_of_model (self->operation, served->kind, served->day);
    if (!g_str_equal (digest, served->latest))
      return FALSE;
  }
  return TRUE;
}

/**
 * chaos_world_is_current:
 * @self: a world
 *
 * Returns: whether the picture is whole and the service's newest, and said to
 *   be live without any problem
 */
gboolean
chaos_world_is_current (ChaosWorld *self)
{
  MoeiCollection *freshness = moei_operation_get_freshness (self->operation);
  g_autofree char *problem = moei_feed_dup_problem (self->feed);

  if (moei_feed_get_state (self->feed) != MOEI_DATA_STATE_LIVE || moei_feed_is_denied (self->feed))
    return FALSE;
  if (problem != NULL && !(self->may_ask && moei_feed_get_way (self->feed) == MOEI_FOLLOWING_POLL))
    return FALSE;
  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    MoeiFreshness *one = moei_collection_get (freshness, i);

    if (moei_freshness_get_state (one) != MOEI_DATA_STATE_LIVE || moei_freshness_get_problem (one) != NULL)
      return FALSE;
  }
  return chaos_world_shows_newest (self, TRUE);
}

static const char *
name_of (MoeiDataState state)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (MOEI_TYPE_DATA_STATE);

  return g_enum_get_value (states, (gint) state)->value_nick;
}

/**
 * chaos_world_describe:
 * @self: a world
 *
 * Returns: (transfer full): what the feed says of itself
 */
char *
chaos_world_describe (ChaosWorld *self)
{
  MoeiCollection *freshness = moei_operation_get_freshness (self->operation);
  g_autofree char *problem = moei_feed_dup_problem (self->feed);
  GString *text = g_string_new (name_of (moei_feed_get_state (self->feed)));

  g_string_append_printf (text, ", way %d, heard %" G_GINT64_FORMAT " s ago, \"%s\"", moei_feed_get_way (self->feed),
                          moei_feed_get_last_heard (self->feed), problem != NULL ? problem : "");
  for (guint i = 0; i < moei_collection_size (freshness); i++) {
    MoeiFreshness *one = moei_collection_get (freshness, i);

    if (moei_freshness_get_state (one) != MOEI_DATA_STATE_LIVE || moei_freshness_get_problem (one) != NULL)
      g_string_append_printf (text, "; %s %s \"%s\"", moei_entity_get_id (MOEI_ENTITY (one)),
                              name_of (moei_freshness_get_state (one)),
                              moei_freshness_get_problem (one) != NULL ? moei_freshness_get_problem (one) : "");
  }
  g_string_append (text, chaos_world_shows_newest (self, TRUE) ? "; newest" : "; not newest");
  return g_string_free (text, FALSE);
}

/* What changes whenever a document was shown. */
static guint64
sum_of_revisions (ChaosWorld *self)
{
  MoeiCollection *freshness = moei_operation_get_freshness (self->operation);
  const char *epoch = moei_operation_get_epoch (self->operation);
  guint64 sum = (guint64) moei_entity_get_revision (MOEI_ENTITY (self->operation)) + (epoch != NULL ? g_str_hash (epoch) : 0);

  for (guint i = 0; i < moei_collection_size (freshness); i++)
    sum = sum * 31 + (guint64) moei_entity_get_revision (moei_collection_get (freshness, i));
  return sum;
}

/* Live, and not the newest: nobody can know at once, but not for long. */
static void
look_at_staleness (ChaosWorld *self)
{
  gint64 now = virtual_time_now ();
  guint64 key = (sum_of_revisions (self) * 31 + self->n_changes) * 31 + moei_service_clock_get_day (self->service.clock);

  if (key != self->newest_key) {
    self->newest = chaos_world_shows_newest (self, FALSE);
    self->newest_key = key;
  }
  if (moei_feed_get_state (self->feed) != MOEI_DATA_STATE_LIVE || self->newest) {
    self->stale_since = -1;
    return;
  }
  if (self->stale_since < 0)
    self->stale_since = now;
  self->live_s = MAX (self->live_s, (double) (now - self->stale_since) / G_USEC_PER_SEC);
}

/**
 * chaos_world_pass:
 * @self: a world
 * @seconds: how long at most
 * @until_current: whether to stop when the picture is current
 * @fault: (inout): (nullable): what is wrong with what is shown, at the first time
 *
 * Lets time pass, and looks at what is shown whenever all is quiet.
 *
 * Returns: how many seconds it took; more than @seconds if it did not get current
 */
double
chaos_world_pass (ChaosWorld  *self,
                  double       seconds,
                  gboolean     until_current,
                  char       **fault)
{
  gint64 begin = virtual_time_now ();

  while (TRUE) {
    double passed = (double) (virtual_time_now () - begin) / G_USEC_PER_SEC;

    if (passed > seconds)
      return passed;
    if (!virtual_time_step ())
      continue;

    if (sum_of_revisions (self) != self->looked_at && *fault == NULL) {
      self->looked_at = sum_of_revisions (self);
      *fault = chaos_world_find_fault (self);
      self->n_looks++;
    }
    look_at_staleness (self);
    if (until_current && chaos_world_is_current (self))
      return (double) (virtual_time_now () - begin) / G_USEC_PER_SEC;
  }
}
