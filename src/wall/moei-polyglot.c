/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wall/moei-polyglot.h"

#include "language/moei-burmese.h"
#include "language/moei-language.h"
#include "wall/moei-polyglot-private.h"
#include "wall/moei-typeset.h"
#include "wall/moei-wall-scale.h"

/**
 * MoeiPolyglot:
 *
 * A text in all four languages at one place.
 *
 * It is as wide as the widest of them and as high as the highest, and shows the
 * one that is current: to change the language is to draw again, and nothing
 * moves.  Their first lines have one baseline.  Colour and weight come from the
 * style sheet, the size is `size` of the screen's height (see
 * [class@WallScale]).  It is never cut short: whether all fits where it was
 * put, [method@Polyglot.fits] says.
 */
struct _MoeiPolyglot {
  GtkWidget parent_instance;

  double                size;
  guint                 lines;
  float                 xalign;
  gboolean              tight;
  gboolean              native_digits;
  MoeiLanguage          language;
  char                 *texts[MOEI_N_LANGUAGES];
  MoeiTypeset          *sets[MOEI_N_LANGUAGES]; /* each (nullable) until measured */
  PangoFontDescription *font;                   /* in which they are laid out */
};

typedef enum {
  PROP_SIZE = 1,
  PROP_LINES,
  PROP_XALIGN,
  PROP_TIGHT,
  PROP_MESSAGE,
} MoeiPolyglotProperty;

static GParamSpec *properties[PROP_MESSAGE + 1];

G_DEFINE_FINAL_TYPE (MoeiPolyglot, moei_polyglot, GTK_TYPE_WIDGET)

static void
forget_sets (MoeiPolyglot *self)
{
  for (gsize i = 0; i < MOEI_N_LANGUAGES; i++)
    g_clear_pointer (&self->sets[i], moei_typeset_free);
}

static PangoAlignment
get_alignment (MoeiPolyglot *self)
{
  return self->xalign < 0.25f ? PANGO_ALIGN_LEFT : self->xalign > 0.75f ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
}

static MoeiTypeset *
get_set (MoeiPolyglot *self,
         MoeiLanguage  language)
{
  const char *text = moei_polyglot_get_text (self, language);

  if (self->sets[language] == NULL) {
    g_autofree char *shown = self->native_digits ? g_strdup (text) : moei_typeset_use_latin_digits (text);

    self->sets[language] = moei_typeset_new (GTK_WIDGET (self), language, shown, self->size / MOEI_WALL_TEXT,
                                             self->tight, get_alignment (self));
  }
  return self->sets[language];
}

/* The room that all four need where lines may be @width wide */
static void
measure (MoeiPolyglot *self,
         int           width,
         int          *widest,
         int          *ascent,
         int          *descent)
{
  for (MoeiLanguage i = 0; i < MOEI_N_LANGUAGES; i++)
    get_set (self, i);
  moei_typesets_measure (self->sets, self->lines > 1 ? width : -1, widest, ascent, descent);
}

static void
moei_polyglot_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (widget);
  int width, ascent, descent;

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure (self, -1, &width, &ascent, &descent);
    *natural = width;
    *minimum = self->lines > 1 ? moei_typesets_find_width (self->sets, width, self->lines) : width;
  } else {
    measure (self, for_size, &width, &ascent, &descent);
    *minimum = *natural = ascent + descent;
    *minimum_baseline = *natural_baseline = ascent;
  }
}

static GtkSizeRequestMode
moei_polyglot_get_request_mode (GtkWidget *widget)
{
  return MOEI_POLYGLOT (widget)->lines > 1 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Where a language's letters begin */
static graphene_point_t
get_origin (MoeiPolyglot *self,
            MoeiLanguage  language)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int baseline = gtk_widget_get_allocated_baseline (widget);
  int widest, ascent, descent;
  MoeiTypeset *set = get_set (self, language);
  double left = 0;

  measure (self, width, &widest, &ascent, &descent);
  if (baseline < 0)
    baseline = (height - ascent - descent) / 2 + ascent;
  if (pango_layout_get_width (set->layout) < 0)
    left = (int) ((width - set->width) * self->xalign);
  return GRAPHENE_POINT_INIT ((float) left,
                              (float) (baseline - pango_layout_get_baseline (set->layout) / PANGO_SCALE));
}

static void
moei_polyglot_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (widget);
  graphene_point_t origin = get_origin (self, self->language);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &origin);
  gtk_snapshot_append_layout (snapshot, get_set (self, self->language)->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* Of colours, only the drawing is told; of another font, all is new. */
static void
moei_polyglot_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (widget);
  const PangoFontDescription *font;

  GTK_WIDGET_CLASS (moei_polyglot_parent_class)->css_changed (widget, change);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (self->font != NULL && pango_font_description_equal (font, self->font))
    return;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  forget_sets (self);
  gtk_widget_queue_resize (widget);
}

/* The resolution or the fonts of the system are others. */
static void
moei_polyglot_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (moei_polyglot_parent_class)->system_setting_changed (widget, setting);

  forget_sets (MOEI_POLYGLOT (widget));
  gtk_widget_queue_resize (widget);
}

static void
name_current (MoeiPolyglot *self)
{
  g_autofree char *name = moei_unbreak_text (moei_polyglot_get_text (self, self->language));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What comes later speaks as all around it does. */
static void
moei_polyglot_root (GtkWidget *widget)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (widget);
  MoeiLanguage language;
  gboolean native_digits;

  GTK_WIDGET_CLASS (moei_polyglot_parent_class)->root (widget);

  if (moei_polyglot_find_language_above (widget, &language))
    moei_polyglot_set_language (self, language);
  if (moei_polyglot_find_digits_above (widget, &native_digits))
    moei_polyglot_set_native_digits (self, native_digits);
}

static void
moei_polyglot_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (object);

  switch ((MoeiPolyglotProperty) prop_id) {
  case PROP_SIZE:
    g_value_set_double (value, self->size);
    break;
  case PROP_LINES:
  case PROP_XALIGN:
  case PROP_TIGHT:
  case PROP_MESSAGE:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_polyglot_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (object);

  switch ((MoeiPolyglotProperty) prop_id) {
  case PROP_SIZE:
    self->size = g_value_get_double (value);
    break;
  case PROP_LINES:
    self->lines = g_value_get_uint (value);
    break;
  case PROP_XALIGN:
    self->xalign = g_value_get_float (value);
    break;
  case PROP_TIGHT:
    self->tight = g_value_get_boolean (value);
    break;
  case PROP_MESSAGE:
    if (g_value_get_string (value) != NULL)
      moei_polyglot_set_message (self, g_value_get_string (value));
    return;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  forget_sets (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_polyglot_finalize (GObject *object)
{
  MoeiPolyglot *self = MOEI_POLYGLOT (object);

  forget_sets (self);
  for (gsize i = 0; i < MOEI_N_LANGUAGES; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (moei_polyglot_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /* The height of a capital in thousandths of the screen's height */
  properties[PROP_SIZE] = g_param_spec_double ("size", NULL, NULL, MOEI_WALL_TEXT, 500, MOEI_WALL_TEXT,
                                               flags | G_PARAM_READABLE);
  /* In how many lines it may be broken */
  properties[PROP_LINES] = g_param_spec_uint ("lines", NULL, NULL, 1, 20, 1, flags);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  /* Whether its height is that of its ink, as large figures want it */
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  /* In a template, where it is marked as translatable */
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_polyglot_class_init (MoeiPolyglotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = moei_polyglot_finalize;
  object_class->get_property = moei_polyglot_get_property;
  object_class->set_property = moei_polyglot_set_property;
  widget_class->measure = moei_polyglot_measure;
  widget_class->get_request_mode = moei_polyglot_get_request_mode;
  widget_class->snapshot = moei_polyglot_snapshot;
  widget_class->css_changed = moei_polyglot_css_changed;
  widget_class->system_setting_changed = moei_polyglot_system_setting_changed;
  widget_class->root = moei_polyglot_root;
  install_properties (object_class);

  gtk_widget_class_set_css_name (widget_class, "polyglot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
moei_polyglot_init (MoeiPolyglot *self)
{
  self->size = MOEI_WALL_TEXT;
  self->lines = 1;
  self->native_digits = TRUE;
}

/**
 * moei_polyglot_get_text:
 * @self: a polyglot
 * @language: a language
 *
 * Returns: (transfer none): its text in that language, with its places to break; "" where there is none
 */
const char *
moei_polyglot_get_text (MoeiPolyglot *self,
                        MoeiLanguage  language)
{
  g_return_val_if_fail (MOEI_IS_POLYGLOT (self), NULL);

  return self->texts[language] != NULL ? self->texts[language] : "";
}

/* Where the new text needs just the room of the old one, as most figures do,
 * all stays where it is. */
static gboolean
needs_other_room (MoeiPolyglot *self,
                  MoeiLanguage  language,
                  MoeiTypeset  *former)
{
  MoeiTypeset *set;

  if (former == NULL || self->lines > 1)
    return TRUE;
  set = get_set (self, language);
  return set->width != former->width || set->ascent != former->ascent || set->descent != former->descent;
}

/**
 * moei_polyglot_set_text:
 * @self: a polyglot
 * @language: a language
 * @text: (nullable): its text in that language
 */
void
moei_polyglot_set_text (MoeiPolyglot *self,
                        MoeiLanguage  language,
                        const char   *text)
{
  g_autofree char *broken = NULL;
  g_autoptr (MoeiTypeset) former = NULL;

  g_return_if_fail (MOEI_IS_POLYGLOT (self));
  g_return_if_fail (language < MOEI_N_LANGUAGES);

  broken = moei_break_text (language, text != NULL ? text : "");
  if (g_strcmp0 (broken, moei_polyglot_get_text (self, language)) == 0)
    return;
  g_free (self->texts[language]);
  self->texts[language] = g_steal_pointer (&broken);
  former = g_steal_pointer (&self->sets[language]);
  if (needs_other_room (self, language, former))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (language == self->language)
    name_current (self);
}

/**
 * moei_polyglot_get_language:
 * @self: a polyglot
 *
 * Returns: the language that it shows
 */
MoeiLanguage
moei_polyglot_get_language (MoeiPolyglot *self)
{
  g_return_val_if_fail (MOEI_IS_POLYGLOT (self), MOEI_LANGUAGE_EN);

  return self->language;
}

/**
 * moei_polyglot_set_language:
 * @self: a polyglot
 * @language: the language to show
 */
void
moei_polyglot_set_language (MoeiPolyglot *self,
                            MoeiLanguage  language)
{
  g_return_if_fail (MOEI_IS_POLYGLOT (self));
  g_return_if_fail (language < MOEI_N_LANGUAGES);

  if (self->language == language)
    return;
  self->language = language;
  name_current (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * moei_polyglot_set_native_digits:
 * @self: a polyglot
 * @native: whether Burmese is written with its own digits, rather than 0 to 9
 */
void
moei_polyglot_set_native_digits (MoeiPolyglot *self,
                                 gboolean      native)
{
  g_return_if_fail (MOEI_IS_POLYGLOT (self));

  if (self->native_digits == native)
    return;
  self->native_digits = native;
  forget_sets (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * moei_polyglot_get_size:
 * @self: a polyglot
 *
 * Returns: the height of a capital, in thousandths of the screen's height
 */
double
moei_polyglot_get_size (MoeiPolyglot *self)
{
  g_return_val_if_fail (MOEI_IS_POLYGLOT (self), 0);

  return self->size;
}

/**
 * moei_polyglot_fits:
 * @self: a polyglot that has its place
 *
 * Returns: whether all four texts stand within it, in no more lines than they may have
 */
gboolean
moei_polyglot_fits (MoeiPolyglot *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int widest, ascent, descent;

  g_return_val_if_fail (MOEI_IS_POLYGLOT (self), FALSE);

  measure (self, gtk_widget_get_width (widget), &widest, &ascent, &descent);
  return widest <= gtk_widget_get_width (widget) && ascent + descent <= gtk_widget_get_height (widget) &&
         moei_typesets_have_lines (self->sets, self->lines);
}

/**
 * moei_polyglot_get_ink:
 * @self: a polyglot that has its place
 * @language: a language
 * @ink: (out): what its letters cover, in the widget's coordinates
 *
 * Returns: whether there are any
 */
gboolean
moei_polyglot_get_ink (MoeiPolyglot    *self,
                       MoeiLanguage     language,
                       graphene_rect_t *ink)
{
  PangoRectangle letters;
  graphene_point_t origin;

  g_return_val_if_fail (MOEI_IS_POLYGLOT (self), FALSE);

  origin = get_origin (self, language);
  pango_layout_get_pixel_extents (get_set (self, language)->layout, &letters, NULL);
  graphene_rect_init (ink, origin.x + (float) letters.x, origin.y + (float) letters.y,
                      (float) letters.width, (float) letters.height);
  return letters.width > 0 && letters.height > 0;
}
