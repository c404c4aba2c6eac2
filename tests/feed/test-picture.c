/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "feed/moei-picture.h"
#include "operation/moei-collection.h"
#include "operation/moei-flight.h"
#include "operation/moei-place.h"

#define DAY 739316 /* 2025-03-06 */

static MoeiDocument *
situation (guint day)
{
  MoeiDocument *document = moei_document_new (MOEI_DOCUMENT_SITUATION);

  g_object_set (document, "operating-day", day, "week", "2025-W10", NULL);
  return document;
}

static MoeiDocument *
flights (const char *id)
{
  MoeiDocument *document = moei_document_new (MOEI_DOCUMENT_FLIGHTS);

  moei_collection_append (moei_document_get_entities (document), g_object_new (MOEI_TYPE_FLIGHT, "id", id, NULL));
  return document;
}

static MoeiDocument *
places (const char *id)
{
  MoeiDocument *document = moei_document_new (MOEI_DOCUMENT_PLACES);

  moei_collection_append (moei_document_get_entities (document), g_object_new (MOEI_TYPE_PLACE, "id", id, NULL));
  return document;
}

static MoeiPicture *
new_picture (MoeiOperation *operation)
{
  g_autoptr (MoeiStanding) standing = moei_standing_new (operation);

  return moei_picture_new (operation, standing);
}

static const char *
get_href (MoeiDocument *document)
{
  MoeiDocumentKind kind = moei_document_get_kind (document);

  if (kind == MOEI_DOCUMENT_PLACES)
    return "/v1/places";
  return kind == MOEI_DOCUMENT_SITUATION ? "/v1/situation" : "/v1/flights?date=2025-03-06";
}

/* Takes the document. */
static void
take (MoeiPicture  *self,
      MoeiDocument *document)
{
  moei_picture_take (self, get_href (document), document);
  g_object_unref (document);
}

static gboolean
has_flight (MoeiOperation *operation,
            const char    *id)
{
  return moei_collection_lookup (moei_operation_get_flights (operation), id) != NULL;
}

static void
test_new_destroy (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPicture) self = new_picture (operation);

  moei_picture_show (self, TRUE);
  g_assert_finalize_object (g_steal_pointer (&self));
}

/* The first time there is nothing to keep: what there is, is shown. */
static void
test_first (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPicture) self = new_picture (operation);

  take (self, situation (DAY));
  take (self, flights ("a"));
  g_assert_false (has_flight (operation, "a"));
  g_assert_false (moei_picture_is_shown (self, "/v1/flights?date=2025-03-06"));
  moei_picture_show (self, FALSE);
  g_assert_true (has_flight (operation, "a"));
  g_assert_true (moei_picture_is_shown (self, "/v1/flights?date=2025-03-06"));
  g_assert_cmpuint (moei_operation_get_operating_day (operation), ==, DAY);
}

static void
test_day_turns (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPicture) self = new_picture (operation);

  take (self, situation (DAY));
  take (self, flights ("a"));
  moei_picture_show (self, TRUE);

  take (self, situation (DAY + 1));
  take (self, places ("bridge-2"));
  moei_picture_show (self, FALSE);
  g_assert_cmpuint (moei_operation_get_operating_day (operation), ==, DAY);
  g_assert_true (has_flight (operation, "a"));
  g_assert_nonnull (moei_collection_lookup (moei_operation_get_places (operation), "bridge-2"));
  g_assert_true (moei_picture_is_shown (self, "/v1/places"));
  g_assert_false (moei_picture_is_shown (self, "/v1/flights?date=2025-03-06"));
  g_assert_false (moei_picture_is_shown (self, "/v1/weeks/2025-W10"));

  take (self, flights ("b"));
  moei_picture_show (self, TRUE);
  g_assert_cmpuint (moei_operation_get_operating_day (operation), ==, DAY + 1);
  g_assert_true (has_flight (operation, "b"));
  g_assert_false (has_flight (operation, "a"));
}

/* On the same day each document stands for itself. */
static void
test_incomplete (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPicture) self = new_picture (operation);

  take (self, situation (DAY));
  take (self, flights ("a"));
  moei_picture_show (self, TRUE);
  take (self, situation (DAY));
  take (self, flights ("b"));
  moei_picture_show (self, FALSE);
  g_assert_true (has_flight (operation, "b"));
}

static void
test_drop (void)
{
  g_autoptr (MoeiOperation) operation = moei_operation_new ();
  g_autoptr (MoeiPicture) self = new_picture (operation);

  take (self, flights ("a"));
  moei_picture_drop (self);
  moei_picture_show (self, TRUE);
  g_assert_false (has_flight (operation, "a"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/new-destroy", test_new_destroy);
  g_test_add_func ("/picture/first", test_first);
  g_test_add_func ("/picture/day-turns", test_day_turns);
  g_test_add_func ("/picture/incomplete", test_incomplete);
  g_test_add_func ("/picture/drop", test_drop);

  return g_test_run ();
}
