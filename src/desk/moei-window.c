/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-window.h"

#include <glib/gi18n-lib.h>

#include "desk/moei-connection-pill.h"
#include "desk/moei-notice-strip.h"
#include "desk/moei-page-actions.h"
#include "desk/moei-page-switcher.h"
#include "desk/moei-pages.h"
#include "desk/moei-place-list.h"
#include "desk/moei-zone-clock.h"
#include "language/moei-language.h"
#include "operation/moei-collection.h"
#include "operation/moei-operation.h"
#include "parts/moei-picture.h"
#include "parts/moei-replace.h"

#define ROOMY_WIDTH 1320

/**
 * MoeiWindow:
 *
 * The officer's window.
 *
 * It speaks the language that was current when it was made; to change the
 * language is to make another in its place.  What it is told of the
 * connection (its state, the age of the service's last word, what is wrong)
 * are properties, so that it knows nothing of how data arrives.
 *
 * Its action `win.retry` belongs to whoever feeds it.
 */
struct _MoeiWindow {
  AdwApplicationWindow parent_instance;

  MoeiOperation *operation;
  gint64         now;
  int            state; /* MoeiDataState */
  gint64         age;
  char          *service;
  char          *problem;
  char          *advice;
  gboolean       denied;
  gint64         skew;

  GMenu         *main_menu;
  GtkWidget     *exercise;
  GtkStack      *stack;
  GtkWidget     *welcome; /* (nullable) */
  AdwStatusPage *denied_page;
  AdwStatusPage *broken_page;
  MoeiPlaceList *place_list;
  GtkMenuButton *language_button;
  MoeiPages     *pages;
};

typedef enum {
  PROP_OPERATION = 1,
  PROP_NOW,
  PROP_STATE,
  PROP_AGE,
  PROP_SERVICE,
  PROP_PROBLEM,
  PROP_ADVICE,
  PROP_DENIED,
  PROP_SKEW,
} MoeiWindowProperty;

static GParamSpec *properties[PROP_SKEW + 1];

G_DEFINE_FINAL_TYPE (MoeiWindow, moei_window, ADW_TYPE_APPLICATION_WINDOW)

/* Unset, empty, loading, denied and broken are five pictures; the last good
 * picture is better than any of them. */
static void
update_page (MoeiWindow *self)
{
  static const char * const pages[] = {
    [MOEI_PICTURE_LOADING] = "loading",
    [MOEI_PICTURE_UNSET] = "unset",
    [MOEI_PICTURE_EMPTY] = "empty",
    [MOEI_PICTURE_DENIED] = "denied",
    [MOEI_PICTURE_BROKEN] = "broken",
    [MOEI_PICTURE_WHOLE] = "pages",
  };
  MoeiPicture picture = moei_picture_choose (self->operation, self->service, self->denied, self->problem != NULL,
                                             self->state);
  /* A status page's description is markup; what a server said must not be. */
  g_autofree char *problem = g_markup_escape_text (self->problem != NULL ? self->problem : "", -1);

  adw_status_page_set_description (self->denied_page, problem);
  adw_status_page_set_description (self->broken_page, problem);
  if (picture == MOEI_PICTURE_UNSET && self->welcome != NULL)
    gtk_stack_set_visible_child (self->stack, self->welcome);
  else
    gtk_stack_set_visible_child_name (self->stack, pages[picture]);
}

/* Figures that nobody vouches for any more lose their colour. */
static void
update_state (MoeiWindow *self)
{
  if (self->state == MOEI_DATA_STATE_OLD || self->state == MOEI_DATA_STATE_OFFLINE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
  update_page (self);
}

/* The header belongs to the pages; the operation's name heads the menu. */
static void
name_operation (MoeiWindow *self,
                const char *name)
{
  g_autoptr (GMenu) empty = NULL;

  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), name) == 0)
    return;
  if (gtk_window_get_title (GTK_WINDOW (self)) != NULL)
    g_menu_remove (self->main_menu, 0);
  empty = g_menu_new ();
  g_menu_prepend_section (self->main_menu, name, G_MENU_MODEL (empty));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
update_operation (MoeiWindow *self)
{
  const MoeiText *name = moei_operation_get_name (self->operation);

  name_operation (self, name != NULL ? moei_text_get (name, moei_language_get_current ()) : _("Moei"));
  gtk_widget_set_visible (self->exercise, moei_operation_get_exercise (self->operation));
  update_page (self);
}

static void
set_operation (MoeiWindow    *self,
               MoeiOperation *operation)
{
  self->operation = g_object_ref (operation);
  g_signal_connect_object (operation, "notify", G_CALLBACK (update_operation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (moei_operation_get_places (operation), "items-changed",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (moei_operation_get_days (operation), "changed",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_operation (self);
}

static void
on_chosen (MoeiWindow *self,
           MoeiEntity *entity)
{
  moei_pages_show (self->pages, entity);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  moei_place_list_popup (MOEI_WINDOW (user_data)->place_list);
}

/* Where there is room, the header takes it; its least width is without. */
static void
moei_window_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GTK_WIDGET_CLASS (moei_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (width >= ROOMY_WIDTH && !gtk_widget_has_css_class (widget, "roomy"))
    gtk_widget_add_css_class (widget, "roomy");
  else if (width < ROOMY_WIDTH && gtk_widget_has_css_class (widget, "roomy"))
    gtk_widget_remove_css_class (widget, "roomy");
}

static void
moei_window_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MoeiWindow *self = MOEI_WINDOW (object);

  switch ((MoeiWindowProperty) prop_id) {
  case PROP_OPERATION:
    g_value_set_object (value, self->operation);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  case PROP_STATE:
    g_value_set_enum (value, self->state);
    break;
  case PROP_AGE:
    g_value_set_int64 (value, self->age);
    break;
  case PROP_SERVICE:
    g_value_set_string (value, self->service);
    break;
  case PROP_PROBLEM:
    g_value_set_string (value, self->problem);
    break;
  case PROP_ADVICE:
    g_value_set_string (value, self->advice);
    break;
  case PROP_DENIED:
    g_value_set_boolean (value, self->denied);
    break;
  case PROP_SKEW:
    g_value_set_int64 (value, self->skew);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_window_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MoeiWindow *self = MOEI_WINDOW (object);

  switch ((MoeiWindowProperty) prop_id) {
  case PROP_OPERATION:
    set_operation (self, g_value_get_object (value));
    return;
  case PROP_NOW:
    if (!moei_replace_int64 (&self->now, g_value_get_int64 (value)))
      return;
    break;
  case PROP_STATE:
    if (!moei_replace_int (&self->state, g_value_get_enum (value)))
      return;
    update_state (self);
    break;
  case PROP_AGE:
    if (!moei_replace_int64 (&self->age, g_value_get_int64 (value)))
      return;
    break;
  case PROP_SERVICE:
    if (!moei_replace_string (&self->service, g_value_get_string (value)))
      return;
    update_page (self);
    break;
  case PROP_PROBLEM:
    if (!moei_replace_string (&self->problem, g_value_get_string (value)))
      return;
    update_page (self);
    break;
  case PROP_ADVICE:
    if (!moei_replace_string (&self->advice, g_value_get_string (value)))
      return;
    break;
  case PROP_DENIED:
    if (!moei_replace_int (&self->denied, g_value_get_boolean (value)))
      return;
    update_page (self);
    break;
  case PROP_SKEW:
    if (!moei_replace_int64 (&self->skew, g_value_get_int64 (value)))
      return;
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    return;
  }
  g_object_notify_by_pspec (object, pspec);
}

static void
moei_window_dispose (GObject *object)
{
  MoeiWindow *self = MOEI_WINDOW (object);

  g_clear_object (&self->operation);

  G_OBJECT_CLASS (moei_window_parent_class)->dispose (object);
}

static void
moei_window_finalize (GObject *object)
{
  MoeiWindow *self = MOEI_WINDOW (object);

  g_free (self->service);
  g_free (self->problem);
  g_free (self->advice);

  G_OBJECT_CLASS (moei_window_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_OPERATION] =
    g_param_spec_object ("operation", NULL, NULL, MOEI_TYPE_OPERATION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] =
    g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, MOEI_INSTANT_UNKNOWN, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, MOEI_TYPE_DATA_STATE, MOEI_DATA_STATE_NONE, flags);
  properties[PROP_AGE] = g_param_spec_int64 ("age", NULL, NULL, -1, G_MAXINT64, -1, flags);
  /* Its address; "" where none was chosen. */
  properties[PROP_SERVICE] = g_param_spec_string ("service", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  /* What to do next, and what to send to those who look after the network. */
  properties[PROP_ADVICE] = g_param_spec_string ("advice", NULL, NULL, NULL, flags);
  properties[PROP_DENIED] = g_param_spec_boolean ("denied", NULL, NULL, FALSE, flags);
  properties[PROP_SKEW] = g_param_spec_int64 ("skew", NULL, NULL, -G_MAXINT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_window_class_init (MoeiWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = moei_window_dispose;
  object_class->finalize = moei_window_finalize;
  object_class->get_property = moei_window_get_property;
  object_class->set_property = moei_window_set_property;
  widget_class->size_allocate = moei_window_size_allocate;
  install_properties (object_class);

  g_type_ensure (MOEI_TYPE_CONNECTION_PILL);
  g_type_ensure (MOEI_TYPE_NOTICE_STRIP);
  g_type_ensure (MOEI_TYPE_PAGE_SWITCHER);
  g_type_ensure (MOEI_TYPE_PAGES);
  g_type_ensure (MOEI_TYPE_PLACE_LIST);
  g_type_ensure (MOEI_TYPE_ZONE_CLOCK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, exercise);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, denied_page);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, broken_page);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, place_list);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, language_button);
  gtk_widget_class_bind_template_child (widget_class, MoeiWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

/* The button bears the language's own name, which says nothing of its purpose
 * to whoever does not see where it stands. */
static void
name_language_button (MoeiWindow   *self,
                      MoeiLanguage  language)
{
  const char *own_name = moei_language_get_own_name (language);
  /* Translators: for the screen reader: the language of the window, by its own name: "Language: English" */
  g_autofree char *name = g_strdup_printf (_("Language: %s"), own_name);
  GtkAccessible *button;

  gtk_menu_button_set_label (self->language_button, own_name);
  button = GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->language_button)));
  gtk_accessible_reset_relation (button, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What scrolls can have the focus; of a status page it has no name. */
static void
name_status_pages (MoeiWindow *self)
{
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page)) {
    if (ADW_IS_STATUS_PAGE (page))
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (page)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      adw_status_page_get_title (ADW_STATUS_PAGE (page)), -1);
  }
}

static void
moei_window_init (MoeiWindow *self)
{
  static const GActionEntry entries[] = { { .name = "find", .activate = find_cb } };
  MoeiLanguage language = moei_language_get_current ();

  self->now = MOEI_INSTANT_UNKNOWN;
  self->age = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), moei_language_get_css_class (language));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  moei_page_actions_add (self->pages, G_ACTION_MAP (self));
  name_language_button (self, language);
  name_status_pages (self);
}

/**
 * moei_window_new:
 * @application: the application
 * @operation: what it shows
 *
 * Returns: (transfer none): a window in the current language
 */
MoeiWindow *
moei_window_new (AdwApplication *application,
                 MoeiOperation  *operation)
{
  return g_object_new (MOEI_TYPE_WINDOW, "application", application, "operation", operation, NULL);
}

/**
 * moei_window_get_situation:
 * @self: a window
 *
 * Returns: (transfer none): its page of map and today
 */
MoeiSituationPage *
moei_window_get_situation (MoeiWindow *self)
{
  g_return_val_if_fail (MOEI_IS_WINDOW (self), NULL);

  return MOEI_SITUATION_PAGE (moei_pages_get_page (self->pages, "situation"));
}

/**
 * moei_window_get_pages:
 * @self: a window
 *
 * Returns: (transfer none): its pages
 */
MoeiPages *
moei_window_get_pages (MoeiWindow *self)
{
  g_return_val_if_fail (MOEI_IS_WINDOW (self), NULL);

  return self->pages;
}

/**
 * moei_window_take_place:
 * @self: a new window
 * @former: the window in whose place it comes
 *
 * Takes over size, page, selection and position on the map, so that only the
 * language changes.
 */
void
moei_window_take_place (MoeiWindow *self,
                        MoeiWindow *former)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (former), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (gtk_window_is_maximized (GTK_WINDOW (former)))
    gtk_window_maximize (GTK_WINDOW (self));
  if (gtk_window_is_fullscreen (GTK_WINDOW (former)))
    gtk_window_fullscreen (GTK_WINDOW (self));
  moei_pages_take_place (self->pages, former->pages);
}

/**
 * moei_window_set_welcome:
 * @self: a window
 * @welcome: what it shows while no service is chosen
 */
void
moei_window_set_welcome (MoeiWindow *self,
                         GtkWidget  *welcome)
{
  g_return_if_fail (MOEI_IS_WINDOW (self));

  self->welcome = welcome;
  gtk_stack_add_named (self->stack, welcome, "welcome");
  update_page (self);
}
