/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include "service/moei-command.h"

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");

  return moei_command_run (argc, argv);
}
