/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-fact.h"

/* Lines of what is known about something, for a #MoeiFactList. */

static void
fact_free (gpointer data)
{
  MoeiFact *fact = data;

  g_free (fact->name);
  g_free (fact->former);
  g_free (fact->value);
  g_free (fact->note);
  g_free (fact->link);
  g_free (fact);
}

/**
 * moei_facts_new:
 *
 * Returns: (transfer full) (element-type MoeiFact): no facts yet
 */
GPtrArray *
moei_facts_new (void)
{
  return g_ptr_array_new_with_free_func (fact_free);
}

/**
 * moei_facts_take:
 * @facts: (element-type MoeiFact): facts
 * @name: what is said
 * @value: (transfer full) (nullable): what it is; nothing is added where nobody knows
 *
 * Returns: (transfer none) (nullable): the fact, to say more of it
 */
MoeiFact *
moei_facts_take (GPtrArray  *facts,
                 const char *name,
                 char       *value)
{
  MoeiFact *fact;

  if (value == NULL)
    return NULL;

  fact = g_new0 (MoeiFact, 1);
  fact->name = g_strdup (name);
  fact->value = value;
  g_ptr_array_add (facts, fact);
  return fact;
}

/**
 * moei_facts_add:
 * @facts: (element-type MoeiFact): facts
 * @name: what is said
 * @value: (nullable): what it is; nothing is added where nobody knows
 *
 * Returns: (transfer none) (nullable): the fact, to say more of it
 */
MoeiFact *
moei_facts_add (GPtrArray  *facts,
                const char *name,
                const char *value)
{
  return moei_facts_take (facts, name, g_strdup (value));
}
