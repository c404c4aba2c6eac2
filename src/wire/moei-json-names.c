/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-json-names.h"

#include <string.h>

/* Objects have few members, so that comparing a name with all before it costs
 * less than a table of them. */

typedef struct {
  const char *text;
  gsize       length;
} Name;

/**
 * moei_json_names_init:
 * @self: names
 */
void
moei_json_names_init (MoeiJsonNames *self)
{
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  self->decoded = g_ptr_array_new_with_free_func (g_free);
}

/**
 * moei_json_names_clear:
 * @self: names
 */
void
moei_json_names_clear (MoeiJsonNames *self)
{
  g_clear_pointer (&self->names, g_array_unref);
  g_clear_pointer (&self->decoded, g_ptr_array_unref);
}

/**
 * moei_json_names_size:
 * @self: names
 *
 * Returns: how many names the objects have that the scan is in
 */
guint
moei_json_names_size (MoeiJsonNames *self)
{
  return self->names->len;
}

/**
 * moei_json_names_shrink:
 * @self: names
 * @size: how many they were before the object that ends
 */
void
moei_json_names_shrink (MoeiJsonNames *self,
                        guint          size)
{
  g_array_set_size (self->names, size);
}

/**
 * moei_json_names_add:
 * @self: names
 * @first: how many they were before the innermost object
 * @text: (array length=length): a name, which must outlive @self
 * @length: its length in bytes
 *
 * Returns: whether the innermost object did not have it yet
 */
gboolean
moei_json_names_add (MoeiJsonNames *self,
                     guint          first,
                     const char    *text,
                     gsize          length)
{
  const Name name = { text, length };

  for (guint i = first; i < self->names->len; i++) {
    const Name *former = &g_array_index (self->names, Name, i);

    if (former->length == length && memcmp (former->text, text, length) == 0)
      return FALSE;
  }
  g_array_append_val (self->names, name);
  return TRUE;
}

/**
 * moei_json_names_decoded:
 * @self: names
 * @first: how many they were before the innermost object
 * @name: (transfer full): a name that was written with escapes
 *
 * Returns: whether the innermost object did not have it yet
 */
gboolean
moei_json_names_decoded (MoeiJsonNames *self,
                         guint          first,
                         GString       *name)
{
  gsize length = name->len;
  char *text = g_string_free (name, FALSE);

  g_ptr_array_add (self->decoded, text);
  return moei_json_names_add (self, first, text, length);
}
