/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire/moei-json-writer.h"

static void
begin_value (MoeiJsonWriter *self)
{
  if (self->comma)
    g_string_append_c (self->text, ',');
  self->comma = TRUE;
}

static void
append_quoted (GString    *text,
               const char *string)
{
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (text, '\\');

    if (*p == '\n')
      g_string_append (text, "\\n");
    else if ((guchar) *p < 0x20)
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (text, *p);
  }
  g_string_append_c (text, '"');
}

/**
 * moei_json_write_member:
 * @self: a writer within an object
 * @name: a member's name, whose value must be written next
 */
void
moei_json_write_member (MoeiJsonWriter *self,
                        const char     *name)
{
  begin_value (self);
  append_quoted (self->text, name);
  g_string_append_c (self->text, ':');
  self->comma = FALSE;
}

/**
 * moei_json_open:
 * @self: a writer
 * @bracket: '{' to begin an object, '[' to begin an array
 */
void
moei_json_open (MoeiJsonWriter *self,
                char            bracket)
{
  begin_value (self);
  g_string_append_c (self->text, bracket);
  self->comma = FALSE;
}

/**
 * moei_json_close:
 * @self: a writer
 * @bracket: '}' to end the present object, ']' to end the present array
 */
void
moei_json_close (MoeiJsonWriter *self,
                 char            bracket)
{
  g_string_append_c (self->text, bracket);
  self->comma = TRUE;
}

/**
 * moei_json_write_null:
 * @self: a writer
 */
void
moei_json_write_null (MoeiJsonWriter *self)
{
  begin_value (self);
  g_string_append (self->text, "null");
}

/**
 * moei_json_write_boolean:
 * @self: a writer
 * @boolean: whether it is true
 */
void
moei_json_write_boolean (MoeiJsonWriter *self,
                         gboolean        boolean)
{
  begin_value (self);
  g_string_append (self->text, boolean ? "true" : "false");
}

/**
 * moei_json_write_integer:
 * @self: a writer
 * @integer: a whole number
 */
void
moei_json_write_integer (MoeiJsonWriter *self,
                         gint64          integer)
{
  begin_value (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, integer);
}

/**
 * moei_json_write_double:
 * @self: a writer
 * @number: a finite number
 *
 * Writes the shortest text that reads back as exactly the same number.
 */
void
moei_json_write_double (MoeiJsonWriter *self,
                        double          number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* "-0" would be read as a whole number, which has no sign there. */
  if (number == 0)
    number = 0;
  begin_value (self);
  for (guint digits = 15; digits <= 17; digits++) {
    char format[] = { '%', '.', '1', '0' + digits % 10, 'g', '\0' };

    g_ascii_formatd (text, sizeof text, format, number);
    if (g_ascii_strtod (text, NULL) == number)
      break;
  }
  g_string_append (self->text, text);
}

/**
 * moei_json_write_string:
 * @self: a writer
 * @string: (nullable): a string in UTF-8; `NULL` writes null
 */
void
moei_json_write_string (MoeiJsonWriter *self,
                        const char     *string)
{
  if (string == NULL) {
    moei_json_write_null (self);
    return;
  }
  begin_value (self);
  append_quoted (self->text, string);
}
