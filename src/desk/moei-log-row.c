/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-log-row.h"

#include <glib/gi18n-lib.h>

#include "language/moei-burmese.h"
#include "language/moei-format.h"
#include "language/moei-language.h"
#include "language/moei-vocabulary.h"
#include "operation/moei-change.h"
#include "operation/moei-notice.h"

/**
 * MoeiLogRow:
 *
 * A line of the log as it is seen: time, what happened, whose word it is, and
 * what kind of thing it is about.
 */
struct _MoeiLogRow {
  AdwBin parent_instance;

  GtkLabel  *time;
  GtkImage  *icon;
  GtkLabel  *text;
  GtkLabel  *detail;
  GtkLabel  *tag;
  GtkLabel  *about;
  GtkWidget *show;

  MoeiLogEntry *entry; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MoeiLogRow, moei_log_row, ADW_TYPE_BIN)

/* A severity has a shape and a word. */
static const char * const severity_icons[] = {
  [MOEI_SEVERITY_UNKNOWN] = "dialog-question-symbolic",
  [MOEI_SEVERITY_MINOR] = "dialog-information-symbolic",
  [MOEI_SEVERITY_MODERATE] = "view-reveal-symbolic",
  [MOEI_SEVERITY_SEVERE] = "dialog-warning-symbolic",
  [MOEI_SEVERITY_EXTREME] = "dialog-error-symbolic",
};

static char *
write_time (MoeiLogEntry *entry)
{
  gint64 at = moei_log_entry_get_at (entry);

  return at != MOEI_INSTANT_UNKNOWN ? moei_format_time (moei_language_get_current (), at, MOEI_ZONE_BANGKOK) : g_strdup ("–");
}

/* What must be known of an entry besides what it says. */
static const char *
get_tag (MoeiLogEntry *entry)
{
  MoeiEntity *entity = moei_log_entry_get_entity (entry);

  if (MOEI_IS_NOTICE (entity))
    return moei_word_severity (moei_language_get_current (), moei_notice_get_severity (MOEI_NOTICE (entity)));
  if (MOEI_IS_CHANGE (entity) && moei_change_get_correction (MOEI_CHANGE (entity)))
    /* Translators: an owner takes back a figure and says another */
    return C_("log", "Correction");
  return NULL;
}

static const char *
get_icon (MoeiLogEntry *entry)
{
  MoeiEntity *entity = moei_log_entry_get_entity (entry);

  if (MOEI_IS_NOTICE (entity))
    return severity_icons[moei_notice_get_severity (MOEI_NOTICE (entity))];
  return get_tag (entry) != NULL ? "edit-undo-symbolic" : NULL;
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  g_autofree char *broken = text != NULL ? moei_break_text (moei_language_get_current (), text) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
  gtk_label_set_label (label, broken != NULL ? broken : "");
}

static void
show_grave (MoeiLogRow *self)
{
  MoeiEntity *entity = moei_log_entry_get_entity (self->entry);

  if (MOEI_IS_NOTICE (entity) && moei_notice_get_severity (MOEI_NOTICE (entity)) >= MOEI_SEVERITY_SEVERE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "grave");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "grave");
}

static void
show_link (MoeiLogRow *self)
{
  g_autofree char *link = moei_log_entry_get_link (self->entry);

  /* Where it leads nowhere it keeps its room, so that the column is straight. */
  gtk_widget_set_visible (self->show, moei_log_entry_get_entity (self->entry) != NULL);
  gtk_widget_set_opacity (self->show, link != NULL ? 1 : 0);
  gtk_widget_set_sensitive (self->show, link != NULL);
  if (link != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", link);
}

/* GTK's own row has the focus, and no name. */
static void
name_row (MoeiLogRow *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = NULL;

  if (row == NULL || self->entry == NULL)
    return;
  name = moei_log_row_describe (self->entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_class (GtkLabel   *label,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), css_class);
}

/* Few widgets, and flat: GTK measures what wraps many times over. */
static void
update (MoeiLogRow *self)
{
  gboolean is_line = moei_log_entry_get_entity (self->entry) != NULL;
  g_autofree char *time = write_time (self->entry), *detail = moei_log_entry_get_detail (self->entry);
  const char *icon = is_line ? get_icon (self->entry) : NULL;

  show_label (self->time, is_line ? time : NULL);
  show_label (self->text, moei_log_entry_get_text (self->entry));
  set_class (self->text, "heading", !is_line);
  set_class (self->text, "log-mark", moei_log_entry_get_kind (self->entry) == MOEI_LOG_ENTRY_MARK);
  show_label (self->detail, detail);
  show_label (self->tag, is_line ? get_tag (self->entry) : NULL);
  show_label (self->about, is_line ? moei_word_change_kind (moei_language_get_current (),
                                                            moei_log_entry_get_about (self->entry)) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), is_line);
  gtk_image_set_from_icon_name (self->icon, icon);
  show_grave (self);
  show_link (self);
  name_row (self);
}

static void
moei_log_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (moei_log_row_parent_class)->root (widget);

  name_row (MOEI_LOG_ROW (widget));
}

static void
moei_log_row_dispose (GObject *object)
{
  moei_log_row_set_entry (MOEI_LOG_ROW (object), NULL);

  G_OBJECT_CLASS (moei_log_row_parent_class)->dispose (object);
}

static void
moei_log_row_class_init (MoeiLogRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = moei_log_row_dispose;
  widget_class->root = moei_log_row_root;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/moei/Moei/desk/moei-log-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, time);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, icon);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, text);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, detail);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, tag);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, about);
  gtk_widget_class_bind_template_child (widget_class, MoeiLogRow, show);
  gtk_widget_class_set_css_name (widget_class, "logrow");
}

static void
moei_log_row_init (MoeiLogRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * moei_log_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
moei_log_row_new (void)
{
  return g_object_new (MOEI_TYPE_LOG_ROW, NULL);
}

/**
 * moei_log_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
MoeiLogEntry *
moei_log_row_get_entry (MoeiLogRow *self)
{
  g_return_val_if_fail (MOEI_IS_LOG_ROW (self), NULL);

  return self->entry;
}

/**
 * moei_log_row_set_entry:
 * @self: a row
 * @entry: (nullable): what it shows; %NULL to let go of the former
 */
void
moei_log_row_set_entry (MoeiLogRow   *self,
                        MoeiLogEntry *entry)
{
  g_return_if_fail (MOEI_IS_LOG_ROW (self));

  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_set_object (&self->entry, entry);
  if (entry == NULL)
    return;

  g_signal_connect_object (entry, "notify::text", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * moei_log_row_describe:
 * @entry: an entry
 *
 * Returns: (transfer full): all that its row says, in one line
 */
char *
moei_log_row_describe (MoeiLogEntry *entry)
{
  g_autofree char *time = NULL, *detail = NULL, *said = NULL;
  const char *tag = get_tag (entry);

  if (moei_log_entry_get_entity (entry) == NULL)
    return g_strdup (moei_log_entry_get_text (entry));

  time = write_time (entry);
  detail = moei_log_entry_get_detail (entry);
  /* Translators: an entry of the log in one line: its time and what it says: "14:07 Flight EX 2004: Boarding → Departed" */
  said = g_strdup_printf (C_("log", "%1$s %2$s"), time, moei_log_entry_get_text (entry));
  if (detail == NULL)
    return tag != NULL ? g_strdup_printf (_("%1$s. %2$s"), tag, said) : g_steal_pointer (&said);
  if (tag == NULL)
    return g_strdup_printf (_("%1$s. %2$s"), said, detail);
  return g_strdup_printf (_("%1$s. %2$s. %3$s"), tag, said, detail);
}
