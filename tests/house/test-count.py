#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The count at the end of build-aux/test, over runs that are made up."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

SOURCE = os.environ['MOEI_SRCDIR']


def run(*programs, status=0, log=True):
    """What count-tests.py says of programs: (name, protocol, result, output)."""
    with tempfile.TemporaryDirectory() as build:
        for folder in ('meson-info', 'meson-logs'):
            os.mkdir(os.path.join(build, folder))
        with open(os.path.join(build, 'meson-info', 'intro-tests.json'), 'w', encoding='utf-8') as tests:
            json.dump([{'name': name, 'protocol': protocol} for name, protocol, _, _ in programs], tests)
        if log:
            with open(os.path.join(build, 'meson-logs', 'testlog.json'), 'w', encoding='utf-8') as lines:
                for name, _, result, output in programs:
                    lines.write(json.dumps({'name': f'moei:core / {name}', 'result': result,
                                            'returncode': int(result != 'OK'), 'stdout': output}) + '\n')
        done = subprocess.run([sys.executable, os.path.join(SOURCE, 'build-aux', 'count-tests.py'), build, str(status)],
                              capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()[-1]


class Count(unittest.TestCase):
    def test_cases(self):
        tap = 'TAP version 13\n# random seed: x\n1..3\nok 1 /a\nok 2 /b # SKIP no\nok 3 /c\n    ok 1 within\n'
        self.assertEqual(run(('a/b', 'tap', 'OK', tap), ('c', 'exitcode', 'OK', 'not ok\n')),
                         (0, '3 passed, 0 failed, 1 skipped'))

    def test_failed_case(self):
        self.assertEqual(run(('a', 'tap', 'FAIL', 'ok 1 /a\nnot ok 2 /b\n'), status=1), (1, '1 passed, 1 failed'))

    def test_failed_case_although_meson_is_content(self):
        self.assertEqual(run(('a', 'tap', 'OK', 'ok 1 /a\nnot ok 2 /b\n')), (1, '1 passed, 1 failed'))

    def test_crash(self):
        self.assertEqual(run(('a', 'tap', 'ERROR', 'ok 1 /a\n'), status=1), (1, '1 passed, 1 failed'))
        self.assertEqual(run(('a', 'tap', 'TIMEOUT', ''), status=1), (1, '0 passed, 1 failed'))
        self.assertEqual(run(('a', 'exitcode', 'FAIL', ''), status=1), (1, '0 passed, 1 failed'))

    def test_second_look(self):
        self.assertEqual(run(('a', 'tap', 'ERROR', 'ok 1 /a\n'), ('a', 'tap', 'OK', 'ok 1 /a\n')), (0, '1 passed, 0 failed'))
        self.assertEqual(run(('a', 'tap', 'ERROR', 'ok 1 /a\n'), ('a', 'tap', 'ERROR', 'ok 1 /a\n'), status=1),
                         (1, '1 passed, 1 failed'))

    def test_nothing(self):
        self.assertEqual(run(log=False), (1, '0 passed, 0 failed'))
        self.assertEqual(run(('a', 'tap', 'OK', '1..0\n')), (1, '0 passed, 1 failed'))
        self.assertEqual(run(('a', 'tap', 'SKIP', '1..0 # SKIP no display\n')), (1, '0 passed, 0 failed, 1 skipped'))

    def test_failure_of_meson(self):
        self.assertEqual(run(('a', 'tap', 'OK', 'ok 1 /a\n'), status=2), (1, '1 passed, 0 failed'))


if __name__ == '__main__':
    unittest.main()
