#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the checks of the house see what they are there to see."""

import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
CODE = HEAD + '#include "config.h"\n\n'
EXPLAINED = '/**\n * moei_a_b:\n */\n'


def check(script, files):
    """What a check says of a house that holds these files; None if it is content."""
    with tempfile.TemporaryDirectory() as house:
        for name, text in files.items():
            path = os.path.join(house, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text)
        done = subprocess.run([sys.executable, os.path.join(HERE, script)], env={**os.environ, 'MOEI_SRCDIR': house},
                              capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else None


class Dependencies(unittest.TestCase):
    def refuses(self, name, line, why):
        self.assertIn(why, check('check-dependencies.py', {name: CODE + line}) or '')

    def test_allowed(self):
        self.assertIsNone(check('check-dependencies.py', {
            'src/main.c': CODE + '#include "desk/moei-a.h"\n#include "feed/moei-a.h"\n#include <gtk/gtk.h>\n',
            'src/desk/moei-a.c': CODE + '#include "map/moei-a.h"\n#include "desk/moei-b.h"\n#include <adwaita.h>\n',
            'src/operation/moei-a.c': CODE + '/* not g_application_get_default () */\n',
        }))

    def test_room(self):
        self.refuses('src/operation/moei-a.c', '#include "wire/moei-a.h"\n', 'operation must not know wire')
        self.refuses('src/desk/moei-a.h', '# include "feed/moei-a.h"\n', 'desk must not know feed')
        self.refuses('src/service/moei-a.c', '#include "desk/moei-a.h"\n', 'service must not know desk')
        self.refuses('src/attic/moei-a.c', '', 'a room without a rule')
        self.refuses('src/desk/moei-a.c', '#include "moei-b.h"\n', 'is not written as')

    def test_library(self):
        self.refuses('src/service/moei-a.c', '#include <gtk/gtk.h>\n', 'does not belong')
        self.refuses('src/rules/moei-a.c', '#include <json-glib/json-glib.h>\n', 'does not belong')
        self.refuses('src/feed/moei-a.h', '#include <shumate/shumate.h>\n', 'does not belong')

    def test_singleton(self):
        self.refuses('src/main.c', 'void a (void) { g_application_get_default (); }\n', 'src/main.c:4: ')

    def test_nothing(self):
        self.assertIsNotNone(check('check-dependencies.py', {'src/meson.build': ''}))


class Style(unittest.TestCase):
    def refuses(self, name, text, why):
        self.assertIn(why, check('check-style.py', {name: text}) or '')

    def test_allowed(self):
        self.assertIsNone(check('check-style.py', {
            'src/a/moei-a.h': HEAD + '#pragma once\n\nint moei_a_b (int a,\n              int b);\nGType moei_a_get_type (void);\n',
            'src/a/moei-a.c': CODE + '#include "a/moei-a.h"\n\n' + EXPLAINED + 'int\nmoei_a_b (int a,\n          int b)\n{\n}\n',
            'README.md': 'no licence\t',
        }))

    def test_text(self):
        self.refuses('meson.build', 'project()\n', 'no SPDX line')
        self.refuses('src/a/a.c', CODE + '\n' * 600, '603 lines')
        self.refuses('src/a/a.c', CODE + '/* TO' 'DO */\n', 'left to do')
        self.refuses('src/a/a.c', CODE + '\tint a;\n', 'a tab')
        self.refuses('src/a/a.c', CODE + 'int a; \n', 'space at the end')

    def test_function(self):
        self.refuses('src/a/a.c', CODE + 'static int\nlong_one (int a,\n          int b)\n{\n' + '  a++;\n' * 61 + '}\n', 'long_one() has 61 lines')

    def test_includes(self):
        self.refuses('src/a/a.c', HEAD + '#include <glib.h>\n#include "config.h"\n', 'config.h is not the first')
        self.assertIn('not included in order', check('check-style.py', {
            'src/a/a.c': CODE + '#include "b/b.h"\n#include "a/c.h"\n',
            'src/a/c.h': HEAD + '#pragma once\n',
            'src/b/b.h': HEAD + '#pragma once\n',
        }) or '')
        self.refuses('src/a/a.h', HEAD, 'no #pragma once')

    def test_documented(self):
        self.refuses('src/a/a.h', HEAD + '#pragma once\nconst char *moei_a_b (int a);\n', 'a.h:3: moei_a_b() has no comment')


if __name__ == '__main__':
    unittest.main()
