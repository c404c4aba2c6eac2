#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and the meeting display on Wayland: test-wayland.py SERVICE PROGRAM

On a compositor without a screen, of which it takes pictures.  With a folder in
MOEI_PICTURES they are left there.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import gi

gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # noqa: E402

SERVICE, PROGRAM = sys.argv[1:3]
WIDTH, HEIGHT = 1280, 800
PATIENCE = 60  # seconds; reached only by a program that does not do what it should
FEW_COLOURS = 8  # of an empty desktop, or an empty window


class Wayland(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.processes = []
        cls.environment = {**os.environ, 'XDG_RUNTIME_DIR': cls.folder, 'WAYLAND_DISPLAY': 'moei', 'GDK_BACKEND': 'wayland',
                           'GTK_A11Y': 'none', 'G_DEBUG': ''}
        cls.environment.pop('DISPLAY', None)
        for name in ('CACHE', 'CONFIG', 'DATA'):
            cls.environment[f'XDG_{name}_HOME'] = f'{cls.folder}/{name.lower()}'
        os.chmod(cls.folder, 0o700)
        with open(f'{cls.folder}/weston.log', 'w', encoding='utf-8') as log:
            cls.start(['weston', '--backend=headless-backend.so', '--use-pixman', f'--width={WIDTH}', f'--height={HEIGHT}',
                       '--socket=moei', '--debug', '--no-config', '--idle-time=0'], stdout=log, stderr=log)
        cls.wait_for(lambda: os.path.exists(f'{cls.folder}/moei'), 'the compositor')
        service = cls.start([SERVICE, 'exercise', '--store', f'{cls.folder}/store.db', '--listen', '127.0.0.1:0'],
                            stdout=subprocess.PIPE)
        cls.address = service.stdout.readline().split()[-1]

    @classmethod
    def tearDownClass(cls):
        for process in reversed(cls.processes):
            process.terminate()
            process.communicate(timeout=PATIENCE)
        shutil.rmtree(cls.folder)

    @classmethod
    def start(cls, command, **options):
        process = subprocess.Popen(command, env=cls.environment, text=True, **options)
        cls.processes.append(process)
        return process

    @classmethod
    def wait_for(cls, condition, what):
        end = time.monotonic() + PATIENCE
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f'waited too long for {what}')
            time.sleep(0.1)

    def photograph(self):
        """What the compositor would have on its screen."""
        for path in glob.glob(f'{self.folder}/wayland-screenshot-*.png'):
            os.remove(path)
        subprocess.run(['weston-screenshooter'], env=self.environment, cwd=self.folder, check=True, timeout=PATIENCE,
                       stdout=subprocess.DEVNULL)
        return GdkPixbuf.Pixbuf.new_from_file(glob.glob(f'{self.folder}/wayland-screenshot-*.png')[0])

    @staticmethod
    def colours(picture, left, top, width, height):
        """The colours of a part of a picture, each eighth dot."""
        dots, stride, n = picture.get_pixels(), picture.get_rowstride(), picture.get_n_channels()
        return {dots[y * stride + x * n:y * stride + x * n + 3]
                for y in range(top, top + height, 8) for x in range(left, left + width, 8)}

    def run_until(self, shows, name, *arguments):
        """Runs the program until a picture shows what it should, and ends it; returns what it complained of."""
        complaints = f'{self.folder}/{name}.log'
        with open(complaints, 'w', encoding='utf-8') as log:
            program = self.start([PROGRAM, '--service', self.address, '--language', 'en', *arguments], stderr=log)

        def look():
            self.assertIsNone(program.poll(), f'the program ended before {name} was there')
            picture = self.photograph()
            return picture if shows(picture) else None

        picture = self.wait_for(look, name)
        if os.environ.get('MOEI_PICTURES'):
            picture.savev(os.path.join(os.environ['MOEI_PICTURES'], f'wayland-{name}.png'), 'png', [], [])
        program.terminate()
        program.wait(timeout=PATIENCE)
        with open(complaints, encoding='utf-8') as log:
            return log.read()

    def test_window(self):
        """The map and what stands beside it are drawn, and nothing is complained of."""
        def shows(picture):
            return len(self.colours(picture, WIDTH // 4, HEIGHT // 4, WIDTH // 2, HEIGHT // 2)) > 10 * FEW_COLOURS
        self.assertEqual(self.run_until(shows, 'window'), '')

    def test_full_screen(self):
        """The meeting display has every corner of the screen: no panel of the desktop is left."""
        desktop = self.colours(self.photograph(), 0, 0, WIDTH, 24)

        def shows(picture):
            edge = self.colours(picture, 0, 0, WIDTH, 24)
            return not edge & desktop and len(self.colours(picture, 0, 0, WIDTH, HEIGHT)) > 20 * FEW_COLOURS
        self.assertEqual(self.run_until(shows, 'wall', '--wall'), '')


if __name__ == '__main__':
    if shutil.which('weston') is None:
        print('weston is not installed')
        sys.exit(77)
    unittest.main(argv=sys.argv[:1], verbosity=2)
