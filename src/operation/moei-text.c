/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "operation/moei-text.h"

struct _MoeiText {
  gatomicrefcount ref_count;
  char           *in[MOEI_N_LANGUAGES];
};

G_DEFINE_BOXED_TYPE (MoeiText, moei_text, moei_text_ref, moei_text_unref)

/**
 * moei_text_new:
 * @en: the English text
 * @th: (nullable): the Thai text
 * @my: (nullable): the Burmese text, in Unicode (never Zawgyi)
 * @zh_cn: (nullable): the Simplified Chinese text
 *
 * Returns: (transfer full): a new text
 */
MoeiText *
moei_text_new (const char *en,
               const char *th,
               const char *my,
               const char *zh_cn)
{
  MoeiText *self;

  g_return_val_if_fail (en != NULL, NULL);

  self = g_new0 (MoeiText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->in[MOEI_LANGUAGE_EN] = g_strdup (en);
  self->in[MOEI_LANGUAGE_TH] = g_strdup (th);
  self->in[MOEI_LANGUAGE_MY] = g_strdup (my);
  self->in[MOEI_LANGUAGE_ZH_CN] = g_strdup (zh_cn);

  return self;
}

/**
 * moei_text_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
MoeiText *
moei_text_ref (MoeiText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * moei_text_unref:
 * @self: (transfer full): a text
 */
void
moei_text_unref (MoeiText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < MOEI_N_LANGUAGES; i++)
    g_free (self->in[i]);
  g_free (self);
}

/**
 * moei_text_get:
 * @self: (nullable): a text
 * @language: the reader's language
 *
 * Returns: the text in @language, else in English; "" where @self is `NULL`
 */
const char *
moei_text_get (const MoeiText *self,
               MoeiLanguage    language)
{
  const char *own = moei_text_get_own (self, language);

  if (own != NULL)
    return own;
  return self != NULL ? self->in[MOEI_LANGUAGE_EN] : "";
}

/**
 * moei_text_get_own:
 * @self: (nullable): a text
 * @language: a language
 *
 * Returns: (nullable): the text in @language itself, without falling back
 */
const char *
moei_text_get_own (const MoeiText *self,
                   MoeiLanguage    language)
{
  g_return_val_if_fail (language < MOEI_N_LANGUAGES, NULL);

  return self != NULL ? self->in[language] : NULL;
}

/**
 * moei_text_equal:
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Returns: whether both say the same in all four languages
 */
gboolean
moei_text_equal (const MoeiText *a,
                 const MoeiText *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  for (guint i = 0; i < MOEI_N_LANGUAGES; i++) {
    if (g_strcmp0 (a->in[i], b->in[i]) != 0)
      return FALSE;
  }
  return TRUE;
}
