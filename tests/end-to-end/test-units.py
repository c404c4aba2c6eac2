#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether systemd understands the service's units, and how much they leave open."""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SERVICE, SOCKET = (Path(path) for path in sys.argv[1:3])
MOST_EXPOSED = 1.0


@unittest.skipUnless(shutil.which('systemd-analyze'), 'systemd-analyze is not installed')
class Units(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='moei-units-')
        self.addCleanup(folder.cleanup)
        self.unit = Path(folder.name, 'moei-service.service')
        # The program need not be installed here
        text = re.sub(r'^ExecStart=\S+', 'ExecStart=/bin/true', SERVICE.read_text(encoding='utf-8'), flags=re.MULTILINE)
        self.unit.write_text(text, encoding='utf-8')
        shutil.copy(SOCKET, folder.name)

    def analyze(self, *words):
        return subprocess.run(['systemd-analyze', *words, str(self.unit)], stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False)

    def test_understood(self):
        done = self.analyze('verify', '--man=no')
        self.assertEqual((done.returncode, [line for line in done.stdout.splitlines() if 'moei' in line]), (0, []))

    def test_closed(self):
        done = self.analyze('security', '--offline=true', '--no-pager')
        exposure = re.search(r'Overall exposure level for moei-service.service: ([0-9.]+)', done.stdout)
        self.assertIsNotNone(exposure, done.stdout)
        print(exposure.group(0))
        self.assertLess(float(exposure.group(1)), MOST_EXPOSED)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
