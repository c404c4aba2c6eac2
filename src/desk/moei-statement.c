/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-statement.h"

/* What is known about something, in the current language, before anything is
 * drawn: so that only what differs is drawn anew. */

static void
statement_free (MoeiStatement *statement)
{
  for (gsize i = 0; i < MOEI_STATEMENT_N_TEXTS; i++)
    g_free (statement->texts[i]);
  g_free (statement);
}

/**
 * moei_statements_new:
 *
 * Returns: (transfer full) (element-type MoeiStatement): nothing that is known
 */
GPtrArray *
moei_statements_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) statement_free);
}

/**
 * moei_statements_add:
 * @statements: (element-type MoeiStatement): what is known
 * @kind: how to lay it out
 * @...: its texts in their order, ended by %NULL; "" for one that there is not
 *
 * Adds to what is known.
 */
void
moei_statements_add (GPtrArray    *statements,
                MoeiStatementKind  kind,
                ...)
{
  MoeiStatement *statement = g_new0 (MoeiStatement, 1);
  const char *text;
  gsize n = 0;
  va_list texts;

  statement->kind = kind;
  va_start (texts, kind);
  while (n < MOEI_STATEMENT_N_TEXTS && (text = va_arg (texts, const char *)) != NULL)
    statement->texts[n++] = *text != '\0' ? g_strdup (text) : NULL;
  va_end (texts);
  g_ptr_array_add (statements, statement);
}

/**
 * moei_statements_equal:
 * @a: (element-type MoeiStatement) (nullable): what is known
 * @b: (element-type MoeiStatement) (nullable): what else
 *
 * Returns: whether both say the same
 */
gboolean
moei_statements_equal (GPtrArray *a,
                  GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++) {
    const MoeiStatement *one = a->pdata[i], *other = b->pdata[i];

    if (one->kind != other->kind)
      return FALSE;
    for (gsize j = 0; j < MOEI_STATEMENT_N_TEXTS; j++) {
      if (g_strcmp0 (one->texts[j], other->texts[j]) != 0)
        return FALSE;
    }
  }
  return TRUE;
}
