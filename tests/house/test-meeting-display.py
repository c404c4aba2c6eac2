#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what is installed for the meeting display would start it, and start it again."""

import configparser
import json
import os
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

SOURCE = Path(os.environ['MOEI_SRCDIR'])
BUILD = Path(os.environ['MOEI_BUILDDIR'])
ID = 'org.moei.Moei'


def info(name):
    return json.loads((BUILD / 'meson-info' / f'intro-{name}.json').read_text(encoding='utf-8'))


def installed():
    """Where each file of the build goes: path below the prefix → file."""
    prefix = next(option['value'] for option in info('buildoptions') if option['name'] == 'prefix')
    return {os.path.relpath(target, prefix): Path(file) for file, target in info('installed').items()}, prefix


def read(path):
    entries = configparser.ConfigParser(interpolation=None, delimiters='=', strict=False)
    entries.optionxform = str
    entries.read(path, encoding='utf-8')
    return entries


class MeetingDisplay(unittest.TestCase):
    def setUp(self):
        self.files, self.prefix = installed()

    def program(self):
        """Where the program goes, which is one of what is installed."""
        self.assertIn('bin/moei', self.files)
        return f'{self.prefix}/bin/moei'

    def test_unit(self):
        unit = read(self.files['lib/systemd/user/moei-wall.service'])
        service = unit['Service']
        self.assertEqual(service['ExecStart'], f'{self.program()} --wall')
        self.assertEqual((service['Restart'], unit['Unit']['StartLimitIntervalSec']), ('always', '0'))
        # What the program answers to: readiness, and that its main loop turns
        self.assertEqual((service['Type'], service['NotifyAccess']), ('notify', 'main'))
        self.assertGreaterEqual(int(service['WatchdogSec']), 30)
        self.assertIn('MemoryMax', service)
        self.assertEqual(unit['Install']['WantedBy'], 'graphical-session.target')
        # A unit that wants the session's target would start it, and gnome-session then refuses to
        self.assertNotIn('Wants', unit['Unit'])

    @unittest.skipUnless(shutil.which('systemd-analyze'), 'systemd-analyze is not installed')
    def test_unit_is_understood(self):
        unit = self.files['lib/systemd/user/moei-wall.service'].read_text(encoding='utf-8')
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, 'moei-wall.service')
            path.write_text(unit.replace(self.program(), '/bin/true'), encoding='utf-8')
            done = subprocess.run(['systemd-analyze', 'verify', '--user', '--man=no', path], check=False,
                                  env={**os.environ, 'XDG_RUNTIME_DIR': folder, 'HOME': folder},
                                  capture_output=True, text=True)
        self.assertEqual([line for line in done.stderr.splitlines() if 'moei' in line], [])

    def test_session(self):
        entry = read(self.files['share/wayland-sessions/moei-wall.desktop'])['Desktop Entry']
        self.assertEqual(entry['Exec'], 'gnome-session --session=moei-wall')
        for language in (SOURCE / 'po' / 'LINGUAS').read_text(encoding='utf-8').split():
            self.assertNotEqual(entry.get(f'Comment[{language}]', entry['Comment']), entry['Comment'], language)

        wanted = self.files['lib/systemd/user/gnome-session@moei-wall.target.d/session.conf'].read_text(encoding='utf-8')
        self.assertIn('\nWants=moei-wall.service\n', wanted)
        self.assertIn('\nRequires=org.gnome.Kiosk.target\n', wanted)

    def test_session_without_systemd(self):
        session = read(self.files['share/gnome-session/sessions/moei-wall.session'])['GNOME Session']
        self.assertEqual(session['RequiredComponents'].split(';'), ['org.gnome.Kiosk', f'{ID}.Wall', ''])
        entry = read(self.files[f'share/applications/{ID}.Wall.desktop'])['Desktop Entry']
        self.assertEqual(entry['Exec'], f'{self.program()} --wall')
        self.assertEqual(entry['NoDisplay'], 'true')

    def test_interface(self):
        interface = xml.parse(self.files['share/dbus-1/interfaces/org.moei.Display.xml']).find('interface')
        self.assertEqual(interface.get('name'), 'org.moei.Display')
        self.assertEqual({entry.get('access') for entry in interface}, {'read'})

    def test_desktop_files(self):
        for path in ('share/wayland-sessions/moei-wall.desktop', f'share/applications/{ID}.Wall.desktop'):
            done = subprocess.run(['desktop-file-validate', self.files[path]], check=False, capture_output=True, text=True)
            # Every session has it, though it is in no specification
            faults = [line for line in done.stdout.splitlines() if '"DesktopNames"' not in line]
            self.assertEqual(faults, [], path)


if __name__ == '__main__':
    unittest.main()
