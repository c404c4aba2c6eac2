#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom in src/.

A room includes its own headers and those of the rooms below, and a library
only where that library belongs.  Files directly in src/, and src/service/main.c,
put the rooms together and may include all.
"""

import os
import re
import sys
from pathlib import Path

# Room → the rooms that it may include
ROOMS = {
    'operation': set(),
    'rules': {'operation'},
    'wire': {'operation'},
    'language': {'operation', 'rules'},
    'feed': {'operation', 'wire'},
    'map': {'operation', 'rules', 'language'},
    'parts': {'operation', 'rules', 'language'},
    'desk': {'operation', 'rules', 'language', 'map', 'parts'},
    'door': {'operation', 'language', 'wire', 'feed', 'parts', 'desk'},
    'rota': {'operation', 'rules', 'language'},
    'tidings': {'operation', 'rules', 'language'},
    'wall': {'operation', 'rules', 'language', 'map', 'parts', 'rota'},
    'service': {'operation', 'wire'},
}

# How an <include> of a library begins → the rooms that may have it
LIBRARIES = {
    'gtk/': {'map', 'parts', 'desk', 'door', 'wall'},
    'gdk/': {'map', 'parts', 'desk', 'door', 'wall'},
    'gsk/': {'map', 'parts', 'desk', 'door', 'wall'},
    'pango/': {'map', 'parts', 'desk', 'door', 'wall'},
    'adwaita.h': {'map', 'parts', 'desk', 'door', 'wall'},
    'shumate/': {'map'},
    'json-glib/': {'wire'},
    # The map asks a tile server, which has nothing to do with the feed
    'libsoup/': {'feed', 'map', 'service'},
    'libsecret/': {'door'},
    'sqlite3.h': {'service'},
    'unicode/': {'language'},
    'fontconfig/': {'language'},
}

# What nobody may call: an object is handed what it needs
SINGLETONS = ('g_application_get_default', 'gtk_window_get_toplevels', 'gtk_window_list_toplevels')

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)


def check_include(room, quote, path):
    """Why a file of a room may not include a path; None if it may."""
    if quote == '"':
        other = path.partition('/')[0]
        if path == 'config.h' or other == room or other in ROOMS[room]:
            return None
        if other not in ROOMS:
            return f'"{path}" is not written as "room/file.h"'
        return f'{room} must not know {other}'
    for library, rooms in LIBRARIES.items():
        if path.startswith(library) and room not in rooms:
            return f'<{path}> does not belong into {room}'
    return None


def check_file(source, path):
    """The faults of one file, as (line, what)."""
    parts = path.relative_to(source).parts
    code = COMMENT.sub(lambda match: re.sub('[^\n]', ' ', match[0]), path.read_text(encoding='utf-8'))
    faults = []
    for name in SINGLETONS:
        for match in re.finditer(rf'\b{name}\b', code):
            faults.append((match.start(), f'{name}() reaches for what was not handed over'))
    if len(parts) > 1 and parts[-1] != 'main.c':
        for match in INCLUDE.finditer(code):
            fault = check_include(parts[0], match[1], match[2])
            if fault:
                faults.append((match.start(), fault))
    return [(code.count('\n', 0, at) + 1, what) for at, what in sorted(faults)]


def main():
    source = Path(os.environ['MOEI_SRCDIR'], 'src')
    n_files = n_faults = 0

    for folder in sorted(entry.name for entry in source.iterdir() if entry.is_dir()):
        if folder not in ROOMS:
            print(f'src/{folder}: a room without a rule in {os.path.basename(__file__)}')
            n_faults += 1
    for path in sorted([*source.rglob('*.c'), *source.rglob('*.h')]):
        if len(path.relative_to(source).parts) > 1 and path.relative_to(source).parts[0] not in ROOMS:
            continue
        n_files += 1
        for line, what in check_file(source, path):
            print(f'{path.relative_to(source.parent)}:{line}: {what}')
            n_faults += 1

    print(f'{n_files} files, {n_faults} faults')
    sys.exit(n_faults > 0 or n_files == 0)


if __name__ == '__main__':
    main()
