/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/desk-test.h"
#include "desk/sample-operation.h"

#include "language/moei-language.h"
#include "map/moei-wall-map.h"
#include "operation/moei-collection.h"
#include "operation/moei-notice.h"
#include "wall/moei-polyglot.h"
#include "wall/moei-scenes.h"
#include "wall/moei-typeset.h"
#include "wall/moei-wall-scale.h"
#include "wall/moei-wall.h"

/* Whether each scene of a wall can be read: what stands there is laid out at four
 * sizes, and each text is measured.
 *
 * The height of a text is that of the ink of a capital, "H", in its font; on an
 * upright screen that of the ink of a line, "Ag".  The height of a figure that is
 * acted upon is that of the ink of its digits, "0", in Burmese of the body of "၀".
 * At least 4.9 % of the screen's height for such a figure, 2.4 % for all else. */

#define TEXT_SHARE   0.024
#define FIGURE_SHARE 0.049
#define MAX_TURNS    400

typedef struct {
  int      width;
  int      height;
  gboolean full;
} Case;

typedef struct {
  MoeiPolyglot   *text;
  graphene_rect_t bounds;
} Item;

static void
load_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/moei/Moei/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
settle (MoeiWall *wall)
{
  for (int round = 0; round < 3; round++) {
    gtk_test_widget_wait_for_draw (GTK_WIDGET (wall));
    for (int i = 0; i < MAX_TURNS && g_main_context_iteration (NULL, FALSE); i++)
      continue;
  }
}

static MoeiOperation *
make_operation (gboolean full)
{
  MoeiOperation *operation = sample_operation_new ();
  g_autoptr (MoeiText) headline = moei_text_new ("Last flight to Hanoi is cancelled", "ยกเลิกเที่ยวบินสุดท้ายไปฮานอย",
                                                 "ဟနွိုင်းသို့ နောက်ဆုံးလေယာဉ် ပယ်ဖျက်", "飞往河内的末班航班取消");

  if (full)
    moei_collection_append (moei_operation_get_notices (operation),
                            g_object_new (MOEI_TYPE_NOTICE, "id", "alert", "severity", MOEI_SEVERITY_SEVERE,
                                          "urgency", MOEI_URGENCY_IMMEDIATE, "headline", headline, NULL));
  return operation;
}

static MoeiWall *
present (MoeiOperation *operation,
         const Case    *test)
{
  MoeiWall *wall = moei_wall_new (operation, NULL);

  gtk_window_set_default_size (GTK_WINDOW (wall), test->width, test->height);
  g_object_set (wall, "now", sample_operation_get_now (), "state", test->full ? MOEI_DATA_STATE_LATE : MOEI_DATA_STATE_LIVE,
                "age", test->full ? (gint64) 59 * 60 : (gint64) 4, "service", "https://moei.example.org/",
                "skew", test->full ? (gint64) 3600 : (gint64) 0, NULL);
  gtk_window_present (GTK_WINDOW (wall));
  settle (wall);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (wall)), ==, test->width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (wall)), ==, test->height);
  return wall;
}

static void
collect (GtkWidget *within,
         GtkWidget *wall,
         GArray    *items)
{
  Item item = { 0 };

  if (!gtk_widget_get_mapped (within))
    return;
  if (MOEI_IS_POLYGLOT (within)) {
    item.text = MOEI_POLYGLOT (within);
    g_assert_true (gtk_widget_compute_bounds (within, wall, &item.bounds));
    g_array_append_val (items, item);
  }
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, wall, items);
}

static GArray *
list_items (MoeiWall *wall)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  collect (GTK_WIDGET (wall), GTK_WIDGET (wall), items);
  return items;
}

/* The height of the ink of some letters in the font of a text */
static int
measure_letters (MoeiPolyglot *text,
                 MoeiLanguage  language,
                 const char   *letters)
{
  g_autoptr (MoeiTypeset) set = moei_typeset_new (GTK_WIDGET (text), language, letters,
                                                  moei_polyglot_get_size (text) / MOEI_WALL_TEXT, TRUE, PANGO_ALIGN_LEFT);
  PangoRectangle ink;

  pango_layout_get_pixel_extents (set->layout, &ink, NULL);
  return ink.height;
}

/* The smallest letters of a scene, as shares of the height of its screen */
typedef struct {
  double text;
  double figure;
} Smallest;

static void
check_height (const char   *kind,
              MoeiPolyglot *text,
              const Case   *test,
              Smallest     *smallest)
{
  gboolean upright = test->height > test->width;
  double least = test->height * TEXT_SHARE, least_figure = test->height * FIGURE_SHARE;
  int height = measure_letters (text, MOEI_LANGUAGE_EN, upright ? "Ag" : "H");

  smallest->text = MIN (smallest->text, (double) height / test->height);
  if (height < least)
    g_test_message ("%s: \"%s\"", kind, moei_polyglot_get_text (text, MOEI_LANGUAGE_EN));
  g_assert_cmpfloat (height, >=, least);
  if (!gtk_widget_has_css_class (GTK_WIDGET (text), "wall-figure"))
    return;
  smallest->figure = MIN (smallest->figure, (double) measure_letters (text, MOEI_LANGUAGE_EN, "0") / test->height);
  g_assert_cmpfloat (measure_letters (text, MOEI_LANGUAGE_EN, "0"), >=, least_figure);
  g_assert_cmpfloat (measure_letters (text, MOEI_LANGUAGE_MY, upright ? "၁၂၃" : "၀"), >=, least_figure);
}

static void
check_place (const char *kind,
             const Item *item,
             const Case *test)
{
  gboolean fits = moei_polyglot_fits (item->text) && item->bounds.origin.x >= 0 && item->bounds.origin.y >= 0 &&
                  item->bounds.origin.x + item->bounds.size.width <= test->width &&
                  item->bounds.origin.y + item->bounds.size.height <= test->height;

  if (!fits)
    g_test_message ("%s %dx%d: \"%s\" has not enough room", kind, test->width, test->height,
                    moei_polyglot_get_text (item->text, MOEI_LANGUAGE_EN));
  g_assert_true (fits);
}

/* Of letters, which may reach beyond their widgets */
static void
check_overlaps (const char   *kind,
                GArray       *items,
                MoeiLanguage  language)
{
  for (guint i = 0; i < items->len; i++) {
    Item *one = &g_array_index (items, Item, i);
    graphene_rect_t ink, other_ink, both;

    if (moei_polyglot_get_language (one->text) != language || !moei_polyglot_get_ink (one->text, language, &ink))
      continue;
    graphene_rect_offset (&ink, one->bounds.origin.x, one->bounds.origin.y);
    for (guint j = i + 1; j < items->len; j++) {
      Item *other = &g_array_index (items, Item, j);

      if (moei_polyglot_get_language (other->text) != language ||
          !moei_polyglot_get_ink (other->text, language, &other_ink))
        continue;
      graphene_rect_offset (&other_ink, other->bounds.origin.x, other->bounds.origin.y);
      graphene_rect_inset (&other_ink, 1, 1);
      if (graphene_rect_intersection (&ink, &other_ink, &both))
        g_test_message ("%s: \"%s\" lies on \"%s\"", kind, moei_polyglot_get_text (one->text, language),
                        moei_polyglot_get_text (other->text, language));
      g_assert_false (graphene_rect_intersection (&ink, &other_ink, &both));
    }
  }
}

static GtkWidget *
find_map (GtkWidget *within)
{
  return gtk_widget_get_mapped (within) ? desk_test_find_by_type (within, MOEI_TYPE_WALL_MAP) : NULL;
}

/* All that a map says is at least as large as its least text, and magnified. */
static void
check_map (GtkWidget  *wall,
           const Case *test)
{
  GtkWidget *map = find_map (wall);
  double scale, least;

  if (map == NULL || !gtk_widget_get_mapped (map))
    return;
  g_object_get (map, "text-scale", &scale, NULL);
  g_object_get (moei_wall_map_get_scene (MOEI_WALL_MAP (map)), "least-text", &least, NULL);
  g_assert_cmpfloat (least, >=, MOEI_WALL_MAP_LEAST_TEXT);
  g_assert_cmpfloat (scale * least * 0.714, >=,
                     test->height * TEXT_SHARE * (test->height > test->width ? MOEI_WALL_UPRIGHT : 1) - 0.5);
}

/* Nothing moves when the language turns. */
static void
check_turn (const char   *kind,
            MoeiWall     *wall,
            GArray       *before,
            MoeiLanguage  language)
{
  g_autoptr (GArray) after = NULL;

  moei_wall_set_language (wall, language);
  settle (wall);
  after = list_items (wall);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++) {
    Item *was = &g_array_index (before, Item, i), *is = &g_array_index (after, Item, i);

    if (!graphene_rect_equal (&was->bounds, &is->bounds))
      g_test_message ("%s: \"%s\" moves", kind, moei_polyglot_get_text (is->text, MOEI_LANGUAGE_EN));
    g_assert_true (was->text == is->text);
    g_assert_true (graphene_rect_equal (&was->bounds, &is->bounds));
  }
}

static void
check_scene (MoeiWall   *wall,
             const char *kind,
             const Case *test)
{
  g_autoptr (GArray) items = NULL;
  Smallest smallest = { 1, 1 };

  moei_wall_set_language (wall, MOEI_LANGUAGE_EN);
  moei_wall_set_scene (wall, kind);
  settle (wall);
  items = list_items (wall);
  g_assert_cmpuint (items->len, >, 10);
  for (guint i = 0; i < items->len; i++) {
    check_height (kind, g_array_index (items, Item, i).text, test, &smallest);
    check_place (kind, &g_array_index (items, Item, i), test);
  }
  g_test_message ("%dx%d %s: letters from %.2f %%, figures that are acted upon from %.2f %%", test->width, test->height,
                  kind, 100 * smallest.text, 100 * smallest.figure);
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++) {
    check_turn (kind, wall, items, i);
    check_overlaps (kind, items, i);
  }
  check_map (GTK_WIDGET (wall), test);
}

static void
test_legible (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (MoeiOperation) operation = make_operation (test->full);
  MoeiWall *wall = present (operation, test);
  const char * const *kinds = moei_scenes_list ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    check_scene (wall, kinds[i], test);
  gtk_window_destroy (GTK_WINDOW (wall));
}

int
main (int    argc,
      char **argv)
{
  static const Case cases[] = {
    { 1366, 768, FALSE }, { 1366, 768, TRUE }, { 1920, 1080, FALSE }, { 3840, 2160, TRUE }, { 1080, 1920, FALSE },
    { 1080, 1920, TRUE },
  };

  desk_test_init (&argc, &argv);
  load_style ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/legible/%dx%d%s", cases[i].width, cases[i].height,
                                             cases[i].full ? "/full" : "");

    g_test_add_data_func (path, &cases[i], test_legible);
  }
  return g_test_run ();
}
