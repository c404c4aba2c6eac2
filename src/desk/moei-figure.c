/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-figure.h"

#include "language/moei-format.h"
#include "language/moei-language.h"
#include "operation/moei-count.h"
#include "parts/moei-replace.h"

/* How long a changed figure stays marked. */
#define MARKED_MS 2500

/**
 * MoeiFigure:
 *
 * A number that is underlined for a moment when it changes, so that an eye
 * that was elsewhere finds what is new.
 *
 * What is shown for the first time has not changed, and neither has a figure
 * that now is of another subject: a tile that turns to another day, a row that
 * a list uses again.  Where no motion is wanted nothing is marked.
 */
struct _MoeiFigure {
  GtkWidget parent_instance;

  GtkWidget *label;
  char      *subject;
  int        count;
  float      xalign;
  guint      mark;       /* the source that takes the mark away */
  guint      known : 1;  /* whether a value of this subject was shown */
};

typedef enum {
  PROP_SUBJECT = 1,
  PROP_COUNT,
  PROP_TEXT,
  PROP_XALIGN,
  PROP_CHANGED,
} MoeiFigureProperty;

static GParamSpec *properties[PROP_CHANGED + 1];

G_DEFINE_FINAL_TYPE (MoeiFigure, moei_figure, GTK_TYPE_WIDGET)

static void
clear_mark (MoeiFigure *self)
{
  if (self->mark == 0)
    return;

  g_clear_handle_id (&self->mark, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

static void
mark_ends (gpointer data)
{
  MoeiFigure *self = data;

  self->mark = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

static gboolean
wants_motion (MoeiFigure *self)
{
  gboolean wants = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &wants, NULL);
  return wants;
}

/* What nobody can see now is not news when it comes into view. */
static void
mark (MoeiFigure *self)
{
  gboolean marked = self->mark != 0;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !wants_motion (self))
    return;

  g_clear_handle_id (&self->mark, g_source_remove);
  self->mark = g_timeout_add_once (MARKED_MS, mark_ends, self);
  if (marked)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

static void
show_text (MoeiFigure *self,
           const char *text,
           gboolean    is_value)
{
  if (g_strcmp0 (moei_figure_get_text (self), text) == 0) {
    self->known |= is_value;
    return;
  }

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  if (self->known)
    mark (self);
  self->known |= is_value;
}

static void
set_xalign (MoeiFigure *self,
            float       xalign)
{
  self->xalign = xalign;
  gtk_label_set_xalign (GTK_LABEL (self->label), xalign);
  /* The line is as long as the number, not as the column. */
  gtk_widget_set_halign (self->label, xalign < 0.25 ? GTK_ALIGN_START
                                      : xalign > 0.75 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
}

static void
moei_figure_unmap (GtkWidget *widget)
{
  clear_mark (MOEI_FIGURE (widget));

  GTK_WIDGET_CLASS (moei_figure_parent_class)->unmap (widget);
}

static void
moei_figure_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MoeiFigure *self = MOEI_FIGURE (object);

  switch ((MoeiFigureProperty) prop_id) {
  case PROP_SUBJECT:
    g_value_set_string (value, self->subject);
    break;
  case PROP_COUNT:
    g_value_set_int (value, self->count);
    break;
  case PROP_TEXT:
    g_value_set_string (value, moei_figure_get_text (self));
    break;
  case PROP_XALIGN:
    g_value_set_float (value, self->xalign);
    break;
  case PROP_CHANGED:
    g_value_set_boolean (value, moei_figure_get_changed (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_figure_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MoeiFigure *self = MOEI_FIGURE (object);

  switch ((MoeiFigureProperty) prop_id) {
  case PROP_SUBJECT:
    moei_figure_set_subject (self, g_value_get_string (value));
    break;
  case PROP_COUNT:
    moei_figure_set_count (self, g_value_get_int (value));
    break;
  case PROP_TEXT:
    moei_figure_set_text (self, g_value_get_string (value));
    break;
  case PROP_XALIGN:
    set_xalign (self, g_value_get_float (value));
    break;
  case PROP_CHANGED:
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_figure_dispose (GObject *object)
{
  MoeiFigure *self = MOEI_FIGURE (object);

  g_clear_handle_id (&self->mark, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (moei_figure_parent_class)->dispose (object);
}

static void
moei_figure_finalize (GObject *object)
{
  g_free (MOEI_FIGURE (object)->subject);

  G_OBJECT_CLASS (moei_figure_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_COUNT] = g_param_spec_int ("count", NULL, NULL, MOEI_COUNT_SUPPRESSED, G_MAXINT,
                                             MOEI_COUNT_UNKNOWN, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0.0, 1.0, 0.5, flags);
  properties[PROP_CHANGED] =
    g_param_spec_boolean ("changed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_figure_class_init (MoeiFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_figure_dispose;
  object_class->finalize = moei_figure_finalize;
  object_class->get_property = moei_figure_get_property;
  object_class->set_property = moei_figure_set_property;
  widget_class->unmap = moei_figure_unmap;
  install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
moei_figure_init (MoeiFigure *self)
{
  self->count = MOEI_COUNT_UNKNOWN;
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  set_xalign (self, 0.5);
}

/**
 * moei_figure_new:
 *
 * Returns: (transfer full): a figure that says nothing yet
 */
GtkWidget *
moei_figure_new (void)
{
  return g_object_new (MOEI_TYPE_FIGURE, NULL);
}

/**
 * moei_figure_set_subject:
 * @self: a figure
 * @subject: (nullable): what it is the figure of, such as an id; not shown
 *
 * Another subject's number is shown without a mark.  To be set before the
 * number.
 */
void
moei_figure_set_subject (MoeiFigure *self,
                         const char *subject)
{
  g_return_if_fail (MOEI_IS_FIGURE (self));

  if (!moei_replace_string (&self->subject, subject))
    return;
  self->known = FALSE;
  clear_mark (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBJECT]);
}

/**
 * moei_figure_set_count:
 * @self: a figure
 * @count: people, seats …; or unknown, or suppressed
 *
 * Shows @count as the current language writes it.  To become known is no
 * change; to be known no longer is one.
 */
void
moei_figure_set_count (MoeiFigure *self,
                       int         count)
{
  g_autofree char *text = moei_format_count (moei_language_get_current (), count);

  g_return_if_fail (MOEI_IS_FIGURE (self));

  show_text (self, text, count != MOEI_COUNT_UNKNOWN);
  if (moei_replace_int (&self->count, count))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

/**
 * moei_figure_set_text:
 * @self: a figure
 * @text: (nullable): the number as it is to be shown: "17%", "14:05"
 *
 * For a figure that is no count.
 */
void
moei_figure_set_text (MoeiFigure *self,
                      const char *text)
{
  g_return_if_fail (MOEI_IS_FIGURE (self));

  show_text (self, text != NULL ? text : "", text != NULL && *text != '\0');
}

/**
 * moei_figure_get_text:
 * @self: a figure
 *
 * Returns: what it shows
 */
const char *
moei_figure_get_text (MoeiFigure *self)
{
  g_return_val_if_fail (MOEI_IS_FIGURE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}

/**
 * moei_figure_get_changed:
 * @self: a figure
 *
 * Returns: whether it is marked as having changed a moment ago
 */
gboolean
moei_figure_get_changed (MoeiFigure *self)
{
  g_return_val_if_fail (MOEI_IS_FIGURE (self), FALSE);

  return self->mark != 0;
}
