#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/install and build-aux/run, with stand-ins for what they start."""

import os
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ['MOEI_SRCDIR'])
DEADLINE = 120  # seconds; reached only by a script that hangs


class Scripts(unittest.TestCase):
    """A copy of build-aux in a folder with a bin/ of stand-ins."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / 'bin').mkdir()
        (self.folder / 'tests').mkdir()
        shutil.copytree(SOURCE / 'build-aux', self.folder / 'build-aux')
        self.log = self.folder / 'log'
        self.log.touch()

    def stand_in(self, name, *lines):
        """A program that notes how it was called, and does as the lines say."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('\n'.join(['#!/bin/bash', f'echo {path.name} "$@" >>{self.log}', *lines, '']), encoding='utf-8')
        path.chmod(0o755)

    def start(self, script, *arguments, **environment):
        path = f'{self.folder}/bin:{os.environ["PATH"]}'
        kept = {name: value for name, value in os.environ.items() if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'MOEI_BUILD')}
        return subprocess.Popen([self.folder / 'build-aux' / script, *arguments], env={**kept, 'PATH': path, **environment},
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))

    def run_script(self, script, *arguments, **environment):
        process = self.start(script, *arguments, **environment)
        self.out, self.err = process.communicate(timeout=DEADLINE)
        self.calls = self.log.read_text(encoding='utf-8').splitlines()
        return process.returncode


class Install(Scripts):
    def setUp(self):
        super().setUp()
        (self.folder / 'build-aux' / 'packages-debian.txt').write_text('# note\n\nlibone  why\ntwo-dev    why not\n', encoding='utf-8')
        self.stand_in('bin/apt-get')
        self.stand_in('bin/sudo', 'exec "$@"')
        self.have('libone', 'two-dev')
        self.be(0)

    def have(self, *packages):
        self.stand_in('bin/dpkg-query', *(f'echo {package} installed' for package in packages), 'echo libzero config-files')

    def be(self, user):
        self.stand_in('bin/id', f'echo {user}')

    def test_nothing_missing(self):
        self.assertEqual(self.run_script('install'), 0)
        self.assertEqual((self.out, self.err), ('', ''))
        self.assertFalse([call for call in self.calls if call.startswith('apt-get')])

    def test_missing(self):
        self.have('two-dev')
        self.assertEqual(self.run_script('install'), 0)
        update, install = [call for call in self.calls if call.startswith('apt-get')]
        self.assertTrue(update.endswith(' update'))
        self.assertTrue(install.endswith(' install -y --no-install-recommends libone'), install)
        self.assertFalse([call for call in self.calls if call.startswith('sudo')])

    def test_sudo(self):
        self.have()
        self.be(1000)
        self.assertEqual(self.run_script('install'), 0)
        self.assertEqual(len([call for call in self.calls if call.startswith('sudo')]), 2)

    def test_failure(self):
        self.have()
        self.stand_in('bin/apt-get', 'exit 100')
        self.assertNotEqual(self.run_script('install'), 0)

    def test_neither_root_nor_sudo(self):
        self.have()
        self.be(1000)
        (self.folder / 'bin' / 'sudo').unlink()
        for name in ('sh', 'bash', 'dirname', 'sed', 'env', 'cat'):
            (self.folder / 'bin' / name).symlink_to(shutil.which(name))
        self.assertEqual(self.run_script('install', PATH=f'{self.folder}/bin'), 1)
        self.assertIn('apt-get install --no-install-recommends libone two-dev', self.err)


class Run(Scripts):
    def setUp(self):
        super().setUp()
        self.stand_in('build-aux/build', 'mkdir -p "$1"')
        self.stand_in('bin/meson')
        self.stand_in('bin/moei-service', f'echo $$ >{self.folder}/pid', 'echo listening on http://127.0.0.1:4711/', 'exec sleep 1000')
        self.stand_in('bin/moei')
        self.stand_in('tests/with-display', 'exec "$@"')
        self.stand_in('_build/tests/moei-pictures')

    def assert_service_ended(self):
        pid = int((self.folder / 'pid').read_text(encoding='utf-8'))
        self.assertRaises(ProcessLookupError, os.kill, pid, 0)

    def test_misuse(self):
        for arguments in (['--no-such'], ['--speed'], ['--language', 'xx'], ['--keep=yes'], ['word']):
            self.assertEqual(self.run_script('run', *arguments), 2, arguments)
        self.assertEqual(self.calls, [])

    def test_window(self):
        self.assertEqual(self.run_script('run', '--language', 'th', '--speed=60', DISPLAY=':1'), 0, )
        service, = [call for call in self.calls if call.startswith('moei-service')]
        self.assertRegex(service, r'^moei-service exercise --listen 127\.0\.0\.1:0 --store \S+ --speed 60$')
        self.assertIn('moei --service http://127.0.0.1:4711/ --language th', self.calls)
        self.assert_service_ended()

    def test_other_service(self):
        self.assertEqual(self.run_script('run', '--service', 'https://moei.example/', DISPLAY=':1'), 0)
        self.assertIn('moei --service https://moei.example/', self.calls)
        self.assertFalse((self.folder / 'pid').exists())

    def test_pictures(self):
        self.assertEqual(self.run_script('run'), 0)
        self.assertIn(f'moei-pictures --service http://127.0.0.1:4711/ --output {self.folder}/_build/pictures', self.calls)
        self.assertIn(f'{self.folder}/_build/pictures', self.out)
        self.assert_service_ended()

    def test_broken_service(self):
        self.stand_in('bin/moei-service', 'echo the disk is full >&2', 'exit 1')
        self.assertEqual(self.run_script('run', DISPLAY=':1'), 1)
        self.assertIn('the disk is full', self.err)
        self.assertFalse([call for call in self.calls if call.startswith('moei --')])

    def test_broken_window(self):
        self.stand_in('bin/moei', 'exit 3')
        self.assertEqual(self.run_script('run', DISPLAY=':1'), 3)
        self.assert_service_ended()

    def test_interrupted(self):
        self.stand_in('bin/moei', 'exec sleep 1000')
        process = self.start('run', DISPLAY=':1')
        self.assertIn('4711', process.stdout.readline())
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=DEADLINE)
        self.assertEqual(process.returncode, 130)
        self.assert_service_ended()


if __name__ == '__main__':
    unittest.main()
