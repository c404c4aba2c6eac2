/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "door/moei-secrets.h"

#include "door/moei-keyring.h"

const char * const moei_secrets[MOEI_N_SECRETS] = { "token", "proxy-login" };

/* One after the other: in a sandbox the keyring is a file, which is written
 * anew with each; and a person unlocks it once. */
typedef struct {
  char       *address;
  MoeiWayOut *way_out;
  guint       next;
  GError     *error; /* (nullable) the first */
} Errand;

static void
errand_free (Errand *errand)
{
  g_free (errand->address);
  g_object_unref (errand->way_out);
  g_clear_error (&errand->error);
  g_free (errand);
}

static GTask *
errand_new (const char          *address,
            MoeiWayOut          *way_out,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Errand *errand = g_new0 (Errand, 1);

  errand->address = g_strdup (address);
  errand->way_out = g_object_ref (way_out);
  g_task_set_task_data (task, errand, (GDestroyNotify) errand_free);
  return task;
}

/* FALSE if there is nothing left to do, or nobody wants it any more. */
static gboolean
go_on (GTask  *task,
       GError *error)
{
  Errand *errand = g_task_get_task_data (task);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (error != NULL && errand->error == NULL)
    errand->error = error;
  else
    g_clear_error (&error);
  if (!cancelled && ++errand->next < MOEI_N_SECRETS)
    return TRUE;
  if (errand->error != NULL)
    g_task_return_error (task, g_steal_pointer (&errand->error));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
  return FALSE;
}

static void fetch_next (GTask *task);
static void keep_next (GTask *task);

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree char *secret = moei_keyring_lookup_finish (result, &error);

  if (secret != NULL)
    g_object_set (errand->way_out, moei_secrets[errand->next], secret, NULL);
  if (go_on (task, error))
    fetch_next (task);
}

static void
fetch_next (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);

  moei_keyring_lookup_async (errand->address, moei_secrets[errand->next], g_task_get_cancellable (task), found_cb, task);
}

/**
 * moei_secrets_fetch_async:
 * @address: a service's address
 * @way_out: the way there, which gets what the keyring holds for it
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches secrets; a person may be asked to unlock the keyring, which may take
 * for ever.
 */
void
moei_secrets_fetch_async (const char          *address,
                          MoeiWayOut          *way_out,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = errand_new (address, way_out, cancellable, callback, user_data);

  g_task_set_source_tag (task, moei_secrets_fetch_async);
  fetch_next (task);
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  moei_keyring_store_finish (result, &error);
  if (go_on (task, error))
    keep_next (task);
}

static void
keep_next (GTask *task)
{
  Errand *errand = g_task_get_task_data (task);

  moei_keyring_store_async (errand->address, moei_secrets[errand->next],
                            moei_way_out_get_text (errand->way_out, moei_secrets[errand->next]),
                            g_task_get_cancellable (task), kept_cb, task);
}

/**
 * moei_secrets_keep_async:
 * @address: a service's address
 * @way_out: the way there, as it is now
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Has the keyring keep what is secret of @way_out, and forget what it has not.
 */
void
moei_secrets_keep_async (const char          *address,
                         MoeiWayOut          *way_out,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (MoeiWayOut) copy = moei_way_out_copy (way_out);
  GTask *task = errand_new (address, copy, cancellable, callback, user_data);

  g_task_set_source_tag (task, moei_secrets_keep_async);
  keep_next (task);
}

/**
 * moei_secrets_finish:
 * @result: what the callback got
 * @error: return location
 *
 * Returns: whether all went well; the others are fetched or kept though one is not
 */
gboolean
moei_secrets_finish (GAsyncResult  *result,
                     GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
