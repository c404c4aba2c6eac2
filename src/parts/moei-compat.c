/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The one place for what newer libraries have replaced: it is built without
 * the project's limits of version. */
#undef GDK_VERSION_MIN_REQUIRED
#undef GDK_VERSION_MAX_ALLOWED

#include "parts/moei-compat.h"

typedef struct {
  MoeiFileChosen  chosen;
  GObject        *user_data;
} Choosing;

static Choosing *
choosing_new (MoeiFileChosen  chosen,
              GObject        *user_data)
{
  Choosing *choosing = g_new0 (Choosing, 1);

  choosing->chosen = chosen;
  choosing->user_data = g_object_ref (user_data);
  return choosing;
}

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->user_data);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

static GtkFileFilter *
make_filter (const char *kind,
             const char *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  g_auto (GStrv) patterns = g_strsplit (pattern, " ", -1);

  gtk_file_filter_set_name (filter, kind);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  return filter;
}

#if GTK_CHECK_VERSION (4, 10, 0)

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL)
    choosing->chosen (file, choosing->user_data);
}

static void
choose (GtkWindow     *parent,
        const char    *title,
        GtkFileFilter *filter,
        Choosing      *choosing)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, parent, NULL, opened_cb, choosing);
}

#else

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (Choosing) choosing = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file != NULL)
    choosing->chosen (file, choosing->user_data);
}

static void
choose (GtkWindow     *parent,
        const char    *title,
        GtkFileFilter *filter,
        Choosing      *choosing)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choosing);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * moei_compat_choose_file:
 * @parent: the window that asks
 * @title: what is to be chosen
 * @kind: what such files are called
 * @pattern: how their names end, with spaces between: "*.pem *.crt"
 * @chosen: called if one is chosen
 * @user_data: for @chosen; kept until then
 *
 * Has a person choose a file, in a sandbox by the portal.
 */
void
moei_compat_choose_file (GtkWindow      *parent,
                         const char     *title,
                         const char     *kind,
                         const char     *pattern,
                         MoeiFileChosen  chosen,
                         GObject        *user_data)
{
  g_autoptr (GtkFileFilter) filter = make_filter (kind, pattern);

  choose (parent, title, filter, choosing_new (chosen, user_data));
}
