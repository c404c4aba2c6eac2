/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-text-json.h"

static const char *const members[MOEI_N_LANGUAGES] = {
  [MOEI_LANGUAGE_EN] = "en",
  [MOEI_LANGUAGE_TH] = "th",
  [MOEI_LANGUAGE_MY] = "my",
  [MOEI_LANGUAGE_ZH_CN] = "zh_CN",
};

/**
 * moei_text_decode:
 * @node: a value
 * @path: where it is
 * @text: (out) (transfer full): the text that it is
 * @error: where to say that it is none
 *
 * Returns: whether it is an object with a string per language, English among them
 */
gboolean
moei_text_decode (JsonNode            *node,
                  const MoeiJsonPath  *path,
                  MoeiText           **text,
                  GError             **error)
{
  const char *in[MOEI_N_LANGUAGES] = { NULL, };
  JsonObject *object;

  if (!moei_json_get_object (node, path, &object, error))
    return FALSE;

  for (guint i = 0; i < MOEI_N_LANGUAGES; i++) {
    const MoeiJsonPath item = { path, members[i], 0 };
    JsonNode *own = json_object_get_member (object, members[i]);

    if (own != NULL && !JSON_NODE_HOLDS_NULL (own)) {
      if (!moei_json_get_string (own, &item, &in[i], error))
        return FALSE;
    } else if (i == MOEI_LANGUAGE_EN) {
      return moei_json_fail (&item, MOEI_WIRE_ERROR_MISSING, error,
                             own != NULL ? "must not be null" : "missing");
    }
  }

  *text = moei_text_new (in[MOEI_LANGUAGE_EN], in[MOEI_LANGUAGE_TH],
                         in[MOEI_LANGUAGE_MY], in[MOEI_LANGUAGE_ZH_CN]);
  return TRUE;
}

/**
 * moei_text_write:
 * @writer: a writer
 * @text: a text
 */
void
moei_text_write (MoeiJsonWriter *writer,
                 const MoeiText *text)
{
  moei_json_open (writer, '{');
  for (guint i = 0; i < MOEI_N_LANGUAGES; i++) {
    moei_json_write_member (writer, members[i]);
    moei_json_write_string (writer, moei_text_get_own (text, i));
  }
  moei_json_close (writer, '}');
}
