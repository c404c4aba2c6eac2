#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""moei --check-settings judges settings files without a display.

Arguments: the program and the example of a settings file.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM, EXAMPLE = sys.argv[1:]
SPOILT = '[Display]\ndwell=5\nscene=week\n'
SPOILT_SAYS = ('{0}: [Display] dwell: "5": not a whole number from 10 to 600\n'
               '{0}: [Display] scene: not known; did you mean scenes?\n')


def check(*files):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'GDK_BACKEND')}
    done = subprocess.run([PROGRAM, '--check-settings', *files], env=environment, capture_output=True,
                          encoding='utf-8', timeout=120)
    return done.returncode, done.stdout, done.stderr


def main():
    with tempfile.TemporaryDirectory() as folder:
        spoilt = str(Path(folder, 'wall.conf'))
        missing = str(Path(folder, 'missing.conf'))
        Path(spoilt).write_text(SPOILT, encoding='utf-8')
        said = SPOILT_SAYS.format(spoilt)
        cases = [
            ('fine', [EXAMPLE], (0, f'{EXAMPLE}: fine\n', '')),
            ('every fault', [spoilt], (1, said, '')),
            ('several files', [spoilt, EXAMPLE], (1, f'{said}{EXAMPLE}: fine\n', '')),
            ('not there', [missing], (1, f'{missing}: cannot be read: No such file or directory\n', '')),
            ('none named', [], (2, '', 'moei: --check-settings: name a settings file\n')),
        ]
        print(f'1..{len(cases)}')
        for number, (name, files, expected) in enumerate(cases, 1):
            got = check(*files)
            if got != expected:
                print(f'# {got!r}\n# is not\n# {expected!r}')
            print(f'{"ok" if got == expected else "not ok"} {number} {name}')


main()
