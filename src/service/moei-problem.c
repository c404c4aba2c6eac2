/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "service/moei-problem.h"
#include "wire/moei-json-writer.h"

static void
write_string (MoeiJsonWriter *writer,
              const char     *name,
              const char     *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);

  moei_json_write_member (writer, name);
  moei_json_write_string (writer, valid);
}

/**
 * moei_problem_encode:
 * @self: a problem
 *
 * Returns: (transfer full): it as application/problem+json
 */
GBytes *
moei_problem_encode (const MoeiProblem *self)
{
  MoeiJsonWriter writer = { g_string_new (NULL), FALSE };
  g_autofree char *type = g_strconcat ("urn:moei:problem:", self->type, NULL);

  moei_json_open (&writer, '{');
  write_string (&writer, "type", type);
  write_string (&writer, "title", self->title);
  moei_json_write_member (&writer, "status");
  moei_json_write_integer (&writer, self->status);
  write_string (&writer, "detail", self->detail);
  if (self->instance != NULL)
    write_string (&writer, "instance", self->instance);

  if (self->pointer != NULL) {
    moei_json_write_member (&writer, "errors");
    moei_json_open (&writer, '[');
    moei_json_open (&writer, '{');
    write_string (&writer, "pointer", self->pointer);
    write_string (&writer, "detail", self->pointed);
    moei_json_close (&writer, '}');
    moei_json_close (&writer, ']');
  }

  moei_json_close (&writer, '}');
  return g_string_free_to_bytes (writer.text);
}
