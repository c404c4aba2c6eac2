/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "operation/moei-change.h"
#include "service/moei-store-view.h"
#include "wire/moei-document.h"

#define DAY 739316 /* 2025-03-06 */

typedef struct {
  char      *folder;
  MoeiStore *store;
  gint64     now;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("moei-changes-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "moei.db", NULL);
  fixture->store = moei_store_open (path, &error);
  g_assert_no_error (error);
  fixture->now = G_GINT64_CONSTANT (1741244700000000);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  moei_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  while ((name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
write_batch (Fixture        *fixture,
             MoeiStoreBatch *batch)
{
  g_autoptr (GError) error = NULL;

  moei_store_write (fixture->store, batch, &error);
  g_assert_no_error (error);
  moei_store_batch_unref (batch);
}

static MoeiStoreBatch *
new_batch (Fixture *fixture)
{
  fixture->now += G_TIME_SPAN_MINUTE;
  return moei_store_batch_new ("tak-operations-desk", fixture->now);
}

static void
put (Fixture    *fixture,
     MoeiShelf   shelf,
     const char *id,
     const char *body)
{
  MoeiStoreBatch *batch = new_batch (fixture);

  moei_store_batch_put (batch, shelf, id, DAY, body);
  write_batch (fixture, batch);
}

/* A store is filled, which is no news. */
static void
fill (Fixture    *fixture,
      MoeiShelf   shelf,
      const char *id,
      const char *body)
{
  MoeiStoreBatch *batch = new_batch (fixture);

  moei_store_batch_set_restarts (batch, TRUE);
  moei_store_batch_put (batch, MOEI_SHELF_PLACES, "bridge-2", 0, "{\"properties\":{\"name\":{\"en\":\"Bridge\"}}}");
  moei_store_batch_put (batch, shelf, id, DAY, body);
  write_batch (fixture, batch);
}

static MoeiCollection *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MoeiStoreView) view = moei_store_read (fixture->store, &error);
  MoeiCollection *changes = moei_collection_new (MOEI_TYPE_CHANGE);

  g_assert_no_error (error);
  g_assert_true (moei_store_view_load_changes (view, changes, &error));
  g_assert_no_error (error);
  return changes;
}

/* As one line each: kind entity field before>after, and what else is said. */
static void
assert_changes (Fixture    *fixture,
                const char *expected)
{
  g_autoptr (MoeiCollection) changes = load (fixture);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < moei_collection_size (changes); i++) {
    MoeiChange *change = moei_collection_get (changes, i);
    const MoeiText *before = moei_change_get_before_text (change);
    const MoeiText *after = moei_change_get_after_text (change);

    g_string_append_printf (lines, "%d %s %s", (int) moei_change_get_kind (change),
                            moei_change_get_entity (change), moei_change_get_field (change));
    if (moei_change_get_before (change) != NULL || moei_change_get_after (change) != NULL)
      g_string_append_printf (lines, " %s>%s", moei_change_get_before (change), moei_change_get_after (change));
    if (before != NULL || after != NULL)
      g_string_append_printf (lines, " “%s”>“%s”", before != NULL ? moei_text_get (before, MOEI_LANGUAGE_EN) : "",
                              after != NULL ? moei_text_get (after, MOEI_LANGUAGE_EN) : "");
    if (moei_entity_get_owner (MOEI_ENTITY (change)) != NULL)
      g_string_append_printf (lines, " by %s", moei_entity_get_owner (MOEI_ENTITY (change)));
    if (moei_change_get_place (change) != NULL)
      g_string_append_printf (lines, " at %s", moei_change_get_place (change));
    g_string_append (lines, moei_change_get_correction (change) ? " correction\n" : "\n");
  }
  g_assert_cmpstr (lines->str, ==, expected);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture, MOEI_SHELF_FLIGHTS, "f",
        "{\"id\":\"f\",\"number\":\"ZZ 1\",\"state\":\"scheduled\",\"from\":\"bridge-2\",\"owner\":\"tower\",\"seats\":50,"
        "\"scheduled\":\"2025-03-06T14:00:00+07:00\",\"boarded\":0,\"milestones\":[{\"id\":\"boarded\",\"done\":null}]}");
  assert_changes (fixture, "");

  put (fixture, MOEI_SHELF_FLIGHTS, "f",
       "{\"id\":\"f\",\"number\":\"ZZ 1\",\"state\":\"boarding\",\"from\":\"bridge-2\",\"owner\":\"tower\",\"seats\":76,"
       "\"scheduled\":\"2025-03-06T14:00:00+07:00\",\"estimated\":\"2025-03-06T14:09:00+07:00\",\"boarded\":12,"
       "\"milestones\":[{\"id\":\"boarded\",\"done\":\"2025-03-06T13:50:00+07:00\",\"owner\":\"gate\"}]}");
  assert_changes (fixture,
                  "1 f milestones.boarded (null)>2025-03-06T13:50:00+07:00 by gate at bridge-2\n"
                  "1 f seats 50>76 by tower at bridge-2\n"
                  "1 f state scheduled>boarding by tower at bridge-2\n");

  put (fixture, MOEI_SHELF_FLIGHTS, "f",
       "{\"id\":\"f\",\"number\":\"ZZ 1\",\"state\":\"boarding\",\"from\":\"bridge-2\",\"owner\":\"tower\",\"seats\":76,"
       "\"scheduled\":\"2025-03-06T14:00:00+07:00\",\"estimated\":\"2025-03-06T14:20:00+07:00\",\"boarded\":40,"
       "\"milestones\":[{\"id\":\"boarded\",\"done\":\"2025-03-06T13:50:00+07:00\",\"owner\":\"gate\"}]}");
  assert_changes (fixture,
                  "1 f estimated 2025-03-06T14:09:00+07:00>2025-03-06T14:20:00+07:00 by tower at bridge-2\n"
                  "1 f milestones.boarded (null)>2025-03-06T13:50:00+07:00 by gate at bridge-2\n"
                  "1 f seats 50>76 by tower at bridge-2\n"
                  "1 f state scheduled>boarding by tower at bridge-2\n");
}

/* Where a convoy is, and how many have got on, is no news; a head count is. */
static void
test_convoy (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture, MOEI_SHELF_CONVOYS, "c",
        "{\"id\":\"c\",\"people\":1,\"actual_arrival\":null,\"fleet\":[{\"id\":\"b1\"}],"
        "\"hand_overs\":[{\"id\":\"h\",\"place\":\"bridge-2\",\"out\":null,\"in\":null}]}");
  put (fixture, MOEI_SHELF_CONVOYS, "c",
       "{\"id\":\"c\",\"people\":50,\"actual_arrival\":\"2025-03-06T14:20:00+07:00\","
       "\"position\":{\"type\":\"Point\",\"coordinates\":[98.5,16.7]},\"fleet\":[{\"id\":\"b1\",\"people\":50}],"
       "\"hand_overs\":[{\"id\":\"h\",\"place\":\"bridge-2\",\"out\":50,\"in\":49,\"counted_by\":\"both sides\"}]}");
  put (fixture, MOEI_SHELF_CONVOYS, "c",
       "{\"id\":\"c\",\"people\":50,\"actual_arrival\":\"2025-03-06T14:25:00+07:00\","
       "\"position\":{\"type\":\"Point\",\"coordinates\":[98.6,16.7]},\"fleet\":[],"
       "\"hand_overs\":[{\"id\":\"h\",\"place\":\"bridge-2\",\"out\":50,\"in\":50,\"counted_by\":\"both sides\"}]}");
  assert_changes (fixture,
                  "2 c hand_overs.in 49>50 by both sides at bridge-2\n"
                  "2 c actual_arrival 2025-03-06T14:20:00+07:00>2025-03-06T14:25:00+07:00 correction\n"
                  "2 c hand_overs.in (null)>49 by both sides at bridge-2\n"
                  "2 c hand_overs.out (null)>50 by both sides at bridge-2\n");
}

#define REPORT(id, owner, more) "{\"id\":\"" id "\",\"owner\":\"" owner "\",\"stage\":\"embassy-confirmed\"," more "}"
#define QUEUE(reports) "{\"id\":\"ETH\",\"name\":{\"en\":\"Ethiopia\"},\"held\":9,\"reports\":[" reports "]}"

static void
test_reports (Fixture       *fixture,
              gconstpointer  data)
{
  fill (fixture, MOEI_SHELF_NATIONALITIES, "ETH", QUEUE (REPORT ("a", "BGF", "\"value\":430")));
  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
       QUEUE (REPORT ("a", "BGF", "\"value\":430") "," REPORT ("b", "MFA", "\"value\":400")));
  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
       QUEUE (REPORT ("a", "BGF", "\"value\":430") "," REPORT ("b", "MFA", "\"value\":400") ","
              REPORT ("c", "BGF", "\"replaces\":\"a\",\"value\":null,\"value_text\":{\"en\":\"over 400\"}")));
  /* A count that goes on is no news. */
  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
       QUEUE (REPORT ("a", "BGF", "\"value\":430") "," REPORT ("b", "MFA", "\"value\":401") ","
              REPORT ("c", "BGF", "\"replaces\":\"a\",\"value\":null,\"value_text\":{\"en\":\"over 400\"}")));
  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH", QUEUE (REPORT ("a", "BGF", "\"value\":430")));
  assert_changes (fixture,
                  "6 ETH reports.embassy_confirmed “over 400”>“” by BGF\n"
                  "6 ETH reports.embassy_confirmed 401>(null) by MFA\n"
                  "6 ETH reports.embassy_confirmed 430>(null) “”>“over 400” by BGF correction\n"
                  "6 ETH reports.embassy_confirmed (null)>400 by MFA\n");
}

/* Nothing of a withheld value is told: not what it was, and not in what was told
 * of it before. */
static void
test_withheld (Fixture       *fixture,
               gconstpointer  data)
{
  MoeiStoreBatch *batch;

  fill (fixture, MOEI_SHELF_FLIGHTS, "f", "{\"id\":\"f\",\"seats\":50,\"no_show\":null}");
  put (fixture, MOEI_SHELF_FLIGHTS, "f", "{\"id\":\"f\",\"seats\":51,\"no_show\":3}");
  assert_changes (fixture, "1 f no_show (null)>3\n1 f seats 50>51\n");

  put (fixture, MOEI_SHELF_FLIGHTS, "f", "{\"id\":\"f\",\"seats\":52,\"suppressed\":[\"no_show\"]}");
  assert_changes (fixture, "1 f no_show\n1 f seats 51>52\n1 f no_show\n1 f seats 50>51\n");

  put (fixture, MOEI_SHELF_FLIGHTS, "f", "{\"id\":\"f\",\"seats\":52,\"no_show\":4}");
  assert_changes (fixture, "1 f no_show\n1 f no_show\n1 f seats 51>52\n1 f no_show\n1 f seats 50>51\n");

  /* Told and withheld at once */
  batch = new_batch (fixture);
  moei_store_batch_put (batch, MOEI_SHELF_FLIGHTS, "f", DAY, "{\"id\":\"f\",\"seats\":52,\"no_show\":5}");
  moei_store_batch_put (batch, MOEI_SHELF_FLIGHTS, "f", DAY, "{\"id\":\"f\",\"seats\":52,\"suppressed\":[\"no_show\"]}");
  write_batch (fixture, batch);
  assert_changes (fixture,
                  "1 f no_show\n1 f no_show\n1 f no_show\n1 f no_show\n1 f seats 51>52\n1 f no_show\n"
                  "1 f seats 50>51\n");
}

static void
test_withheld_items (Fixture       *fixture,
                     gconstpointer  data)
{
  fill (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
        "{\"id\":\"ETH\",\"holdings\":[{\"id\":\"BGF\",\"people\":4}],\"reports\":["
        REPORT ("a", "BGF", "\"value\":4") "]}");
  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
       "{\"id\":\"ETH\",\"holdings\":[{\"id\":\"BGF\",\"people\":3}],\"reports\":["
       REPORT ("a", "BGF", "\"value\":4") "," REPORT ("b", "BGF", "\"value\":3") "]}");
  assert_changes (fixture,
                  "6 ETH reports.embassy_confirmed 4>3 by BGF\n"
                  "6 ETH holdings.BGF 4>3\n");

  put (fixture, MOEI_SHELF_NATIONALITIES, "ETH",
       "{\"id\":\"ETH\",\"holdings\":[{\"id\":\"BGF\",\"suppressed\":[\"people\"]}],\"reports\":["
       REPORT ("a", "BGF", "\"value\":4") "," REPORT ("b", "BGF", "\"suppressed\":[\"value\"]") ","
       REPORT ("c", "BGF", "\"replaces\":\"b\",\"value\":2,\"value_text\":{\"en\":\"2\"}") "]}");
  assert_changes (fixture,
                  "6 ETH reports.embassy_confirmed by BGF correction\n"
                  "6 ETH holdings.BGF\n"
                  "6 ETH reports.embassy_confirmed by BGF\n"
                  "6 ETH holdings.BGF\n");
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  fill (fixture, MOEI_SHELF_PLACES, "bridge-2",
        "{\"id\":\"bridge-2\",\"properties\":{\"state\":\"open\",\"people\":4,\"suppressed\":[\"capacity\"]}}");
  put (fixture, MOEI_SHELF_PLACES, "bridge-2",
       "{\"id\":\"bridge-2\",\"properties\":{\"state\":\"closed\",\"people\":5,\"suppressed\":[\"capacity\"],"
       "\"reason\":{\"en\":\"Flood\"},\"owner\":\"district\"}}");
  assert_changes (fixture,
                  "3 bridge-2 reason “”>“Flood” by district at bridge-2\n"
                  "3 bridge-2 state open>closed by district at bridge-2\n");
}

static void
test_whole (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiStoreBatch *batch;

  fill (fixture, MOEI_SHELF_NOTICES, "old", "{\"id\":\"old\"}");
  put (fixture, MOEI_SHELF_NOTICES, "new",
       "{\"id\":\"new\",\"headline\":{\"en\":\"Bridge closed\"},\"affects\":[\"f\",\"bridge-2\"]}");
  put (fixture, MOEI_SHELF_NATIONALITIES, "KEN", "{\"id\":\"KEN\"}");
  batch = new_batch (fixture);
  moei_store_batch_delete (batch, MOEI_SHELF_NOTICES, "old");
  write_batch (fixture, batch);
  assert_changes (fixture, "8 old removed\n8 new added at bridge-2\n");
  {
    g_autoptr (MoeiCollection) changes = load (fixture);
    MoeiChange *change = moei_collection_get (changes, 1);

    g_assert_cmpstr (moei_text_get (moei_change_get_name (change), MOEI_LANGUAGE_EN), ==, "Bridge closed");
    g_assert_cmpstr (moei_change_get_actor (change), ==, "tak-operations-desk");
    g_assert_cmpint (moei_change_get_at (change), ==, fixture->now - 2 * G_TIME_SPAN_MINUTE);
  }
}

/* What was observed since the last writing is dated so, and in that order. */
static void
test_dated (Fixture       *fixture,
            gconstpointer  data)
{
  MoeiStoreBatch *batch;
  g_autoptr (MoeiCollection) changes = NULL;

  fixture->now = G_GINT64_CONSTANT (1741244700000000); /* 2025-03-06T14:05:00+07:00 */
  fill (fixture, MOEI_SHELF_FLIGHTS, "a", "{\"id\":\"a\",\"seats\":1}");
  fixture->now += 10 * G_TIME_SPAN_MINUTE;
  batch = new_batch (fixture); /* 14:17 */
  moei_store_batch_put (batch, MOEI_SHELF_FLIGHTS, "a", DAY,
                        "{\"id\":\"a\",\"seats\":2,\"observed\":\"2025-03-06T14:10:00+07:00\"}");
  moei_store_batch_put (batch, MOEI_SHELF_ROUTES, "b", DAY,
                        "{\"id\":\"b\",\"properties\":{\"observed\":\"2025-03-01T14:00:00+07:00\"}}");
  moei_store_batch_put (batch, MOEI_SHELF_ROUTES, "c", DAY,
                        "{\"id\":\"c\",\"properties\":{\"observed\":\"2025-03-06T14:07:30+07:00\"}}");
  write_batch (fixture, batch);
  assert_changes (fixture, "4 b added\n1 a seats 1>2\n4 c added\n");
  changes = load (fixture);
  g_assert_cmpint (moei_change_get_at (moei_collection_get (changes, 0)), ==, fixture->now);
  g_assert_cmpint (moei_change_get_at (moei_collection_get (changes, 1)), ==, fixture->now - 7 * G_TIME_SPAN_MINUTE);
}

/* At most 500; numbers are not used again after a new beginning. */
static void
test_bound (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (MoeiCollection) changes = NULL;
  g_autoptr (MoeiCollection) after = NULL;
  MoeiStoreBatch *batch;

  fill (fixture, MOEI_SHELF_NOTICES, "first", "{\"id\":\"first\"}");
  batch = new_batch (fixture);
  for (guint i = 0; i < 700; i++) {
    g_autofree char *id = g_strdup_printf ("n%u", i);

    moei_store_batch_put (batch, MOEI_SHELF_NOTICES, id, 0, "{}");
  }
  write_batch (fixture, batch);
  changes = load (fixture);
  g_assert_cmpuint (moei_collection_size (changes), ==, 500);
  g_assert_cmpstr (moei_entity_get_id (moei_collection_get (changes, 0)), ==, "700");
  g_assert_cmpstr (moei_change_get_entity (moei_collection_get (changes, 0)), ==, "n699");

  fill (fixture, MOEI_SHELF_NOTICES, "again", "{\"id\":\"again\"}");
  assert_changes (fixture, "");
  put (fixture, MOEI_SHELF_NOTICES, "more", "{}");
  after = load (fixture);
  g_assert_cmpstr (moei_entity_get_id (moei_collection_get (after, 0)), ==, "701");
}

/* Whatever the store is given, what it tells can be written and read. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *longer = g_strnfill (1001, 'x');
  g_autofree char *too_long = g_strdup_printf ("{\"state\":\"%s\",\"owner\":\"%s\",\"number\":\"%s\"}", longer, longer, longer);
  const char *bodies[] = {
    "{\"state\":5,\"seats\":\"many\",\"milestones\":7,\"reports\":{\"id\":1},\"suppressed\":3,\"owner\":[]}",
    "{\"state\":{\"a\":1},\"seats\":1.5,\"milestones\":[7,null,{\"id\":3},{\"id\":\"boarded\",\"done\":[1]}]}",
    "{\"state\":null,\"reports\":[1,{\"id\":\"r\",\"stage\":4,\"value\":\"x\",\"value_text\":5,\"suppressed\":[1,{}]}]}",
    "{\"suppressed\":[\"seats\",7,null],\"from\":9,\"number\":{\"en\":\"x\"},\"estimated\":\"yesterday\"}",
    too_long,
    "{\"observed\":\"never\",\"origin\":\"moon\",\"from\":\"//\",\"no_show\":-5,\"seats\":99999999999999}",
  };
  g_autoptr (MoeiDocument) document = moei_document_new (MOEI_DOCUMENT_CHANGES);
  g_autoptr (MoeiDocument) back = NULL;
  g_autoptr (MoeiCollection) changes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture, MOEI_SHELF_FLIGHTS, "f", "{}");
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    put (fixture, MOEI_SHELF_FLIGHTS, "f", bodies[i]);
    put (fixture, MOEI_SHELF_NOTICES, "f", bodies[i]);
    put (fixture, MOEI_SHELF_NATIONALITIES, "f", bodies[i]);
    put (fixture, MOEI_SHELF_FLIGHTS, "f", "{}");
  }
  changes = load (fixture);
  g_assert_cmpuint (moei_collection_size (changes), >, 0);
  for (guint i = 0; i < moei_collection_size (changes); i++)
    moei_collection_append (moei_document_get_entities (document), g_object_ref (moei_collection_get (changes, i)));
  bytes = moei_document_encode (document);
  back = moei_document_decode (MOEI_DOCUMENT_CHANGES, bytes, &error);
  g_assert_no_error (error);
  g_assert_false (moei_entity_assign (MOEI_ENTITY (document), MOEI_ENTITY (back)));
}

#define add_test(name, function) \
  g_test_add ("/changes/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("values", test_values);
  add_test ("convoy", test_convoy);
  add_test ("reports", test_reports);
  add_test ("withheld", test_withheld);
  add_test ("withheld-items", test_withheld_items);
  add_test ("places", test_places);
  add_test ("whole", test_whole);
  add_test ("dated", test_dated);
  add_test ("bound", test_bound);
  add_test ("hostile", test_hostile);

  return g_test_run ();
}
