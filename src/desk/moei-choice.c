/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/moei-choice.h"

#include "desk/moei-drop-down-name.h"
#include "parts/moei-replace.h"

/**
 * MoeiChoice:
 *
 * One of several, from a list that opens; known by a key, so that the choice
 * stays while what there is to choose from changes.
 *
 * A key that is not among them for now stays chosen too; then the first is
 * shown.
 */
struct _MoeiChoice {
  AdwBin parent_instance;

  GtkDropDown   *button;
  GtkStringList *texts;
  GPtrArray     *keys;
  GPtrArray     *new_keys; /* (nullable) between begin and end */
  GPtrArray     *new_texts;
  char          *chosen;
  char          *label;
  gboolean       filling;
};

typedef enum {
  PROP_CHOSEN = 1,
  PROP_LABEL,
} MoeiChoiceProperty;

static GParamSpec *properties[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (MoeiChoice, moei_choice, ADW_TYPE_BIN)

static guint
find_key (MoeiChoice *self,
          const char *key)
{
  guint i;

  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &i) ? i : 0;
}

static void
show_chosen (MoeiChoice *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->button, find_key (self, self->chosen));
  self->filling = FALSE;
}

static void
choose (MoeiChoice *self,
        const char *key)
{
  if (!moei_replace_string (&self->chosen, key))
    return;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
chosen_by_hand (MoeiChoice *self)
{
  guint position = gtk_drop_down_get_selected (self->button);

  if (!self->filling && position < self->keys->len)
    choose (self, self->keys->pdata[position]);
}

static void
moei_choice_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  MoeiChoice *self = MOEI_CHOICE (object);

  switch ((MoeiChoiceProperty) prop_id) {
  case PROP_CHOSEN:
    g_value_set_string (value, self->chosen);
    break;
  case PROP_LABEL:
    g_value_set_string (value, self->label);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_choice_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  MoeiChoice *self = MOEI_CHOICE (object);

  switch ((MoeiChoiceProperty) prop_id) {
  case PROP_CHOSEN:
    choose (self, g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
    break;
  case PROP_LABEL:
    if (!moei_replace_string (&self->label, g_value_get_string (value)))
      return;
    moei_drop_down_set_name (self->button, self->label);
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), self->label);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
moei_choice_finalize (GObject *object)
{
  MoeiChoice *self = MOEI_CHOICE (object);

  g_object_unref (self->texts);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->new_keys, g_ptr_array_unref);
  g_clear_pointer (&self->new_texts, g_ptr_array_unref);
  g_free (self->chosen);
  g_free (self->label);

  G_OBJECT_CLASS (moei_choice_parent_class)->finalize (object);
}

static void
moei_choice_class_init (MoeiChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = moei_choice_finalize;
  object_class->get_property = moei_choice_get_property;
  object_class->set_property = moei_choice_set_property;

  properties[PROP_CHOSEN] = g_param_spec_string ("chosen", NULL, NULL, "", flags);
  /* What is chosen here, for a screen reader and as a hint. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
moei_choice_init (MoeiChoice *self)
{
  self->chosen = g_strdup ("");
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->texts = gtk_string_list_new (NULL);
  self->button = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->texts)), NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->button, "notify::selected", G_CALLBACK (chosen_by_hand), self, G_CONNECT_SWAPPED);
}

/**
 * moei_choice_begin:
 * @self: a choice
 *
 * Begins to say anew what there is to choose from.
 */
void
moei_choice_begin (MoeiChoice *self)
{
  g_return_if_fail (MOEI_IS_CHOICE (self));

  g_clear_pointer (&self->new_keys, g_ptr_array_unref);
  g_clear_pointer (&self->new_texts, g_ptr_array_unref);
  self->new_keys = g_ptr_array_new_with_free_func (g_free);
  self->new_texts = g_ptr_array_new_with_free_func (g_free);
}

/**
 * moei_choice_add:
 * @self: a choice that was begun
 * @key: its name in code
 * @text: what is shown, in the current language
 */
void
moei_choice_add (MoeiChoice *self,
                 const char *key,
                 const char *text)
{
  g_return_if_fail (MOEI_IS_CHOICE (self) && self->new_keys != NULL);

  g_ptr_array_add (self->new_keys, g_strdup (key));
  g_ptr_array_add (self->new_texts, g_strdup (text));
}

static gboolean
is_as_before (MoeiChoice *self)
{
  if (self->new_keys->len != self->keys->len)
    return FALSE;
  for (guint i = 0; i < self->keys->len; i++) {
    if (!g_str_equal (self->keys->pdata[i], self->new_keys->pdata[i]) ||
        !g_str_equal (gtk_string_list_get_string (self->texts, i), self->new_texts->pdata[i]))
      return FALSE;
  }
  return TRUE;
}

/**
 * moei_choice_end:
 * @self: a choice that was begun
 *
 * Shows what there is to choose from, unless it is the same as before.
 */
void
moei_choice_end (MoeiChoice *self)
{
  g_return_if_fail (MOEI_IS_CHOICE (self) && self->new_keys != NULL);

  if (!is_as_before (self)) {
    g_ptr_array_add (self->new_texts, NULL);
    self->filling = TRUE;
    g_ptr_array_unref (self->keys);
    self->keys = g_steal_pointer (&self->new_keys);
    gtk_string_list_splice (self->texts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->texts)),
                            (const char * const *) self->new_texts->pdata);
    self->filling = FALSE;
    show_chosen (self);
  }
  g_clear_pointer (&self->new_keys, g_ptr_array_unref);
  g_clear_pointer (&self->new_texts, g_ptr_array_unref);
}

/**
 * moei_choice_step:
 * @self: a choice
 * @by: 1 for the one after the chosen one, -1 for the one before
 *
 * Returns: whether there is such a one; if not, the choice stays
 */
gboolean
moei_choice_step (MoeiChoice *self,
                  int         by)
{
  int position;

  g_return_val_if_fail (MOEI_IS_CHOICE (self), FALSE);

  position = (int) find_key (self, self->chosen) + by;
  if (position < 0 || position >= (int) self->keys->len)
    return FALSE;
  choose (self, self->keys->pdata[position]);
  return TRUE;
}
