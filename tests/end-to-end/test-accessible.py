#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window used without a mouse and without eyes: test-accessible.py SERVICE PROGRAM

Starts the real service's exercise and the real program on the display that it
is given, reads what a screen reader would say, and works with keys alone.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import screen_reader
from screen_reader import ALT, CONTROL, DOWN, ESCAPE, F1, F5, RETURN, TAB, Keyboard, Reader, act, states

SERVICE, PROGRAM = sys.argv[1:3]
START = '2025-03-20T14:30:00+07:00'

# What GTK 4.8 answers for an object without a name is the name of its class
CLASS_NAME = re.compile(r'^(Gtk|Gdk|Adw|Shumate|Moei)[A-Z]\w+$')
THAI = re.compile('[\u0e00-\u0e7f]')


def any_of(text):
    return re.compile('^' + text)


class Window(unittest.TestCase):
    """One service for all, a program of its own for each test."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.service = screen_reader.start([SERVICE, 'exercise', '--store', f'{cls.folder}/store.db', '--listen', '127.0.0.1:0',
                                           '--start', START, '--speed', '1'], stdout=subprocess.PIPE)
        cls.address = cls.service.stdout.readline().split()[-1]

    @classmethod
    def tearDownClass(cls):
        cls.service.terminate()
        cls.service.communicate(timeout=screen_reader.PATIENCE)
        shutil.rmtree(cls.folder)

    def setUp(self):
        home = {name: self.folder for name in ('XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME')}
        # Leaks are looked for in the programs of one class each; here is a whole toolkit's end
        home['ASAN_OPTIONS'] = os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'
        self.program = screen_reader.start([PROGRAM, '--service', self.address, '--language', 'en'],
                                           env={**os.environ, **home, 'G_DEBUG': 'fatal-warnings'})
        self.addCleanup(self.end)
        self.keyboard = Keyboard()
        self.reader = Reader(self.program)
        self.wait_for_object('table row', 'EX 2001', 'the departures')
        self.wait_for_focus(lambda node: True, 'the first focus')

    def end(self):
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()

    def find(self, role, name):
        return self.reader.find(role, re.compile(name))

    def wait_for_object(self, role, name, what=None):
        return self.reader.wait_for(what or f'{role} {name}', lambda: self.find(role, name))

    def wait_for_no_object(self, role, name):
        return self.reader.wait_for(f'no {role} {name}', lambda: not self.find(role, name))

    def focused(self):
        return next((node for node in self.reader.objects() if 'focused' in states(node)), None)

    def wait_for_focus(self, is_right, what):
        def look():
            node = self.focused()
            return node if node is not None and is_right(node) else None
        return self.reader.wait_for(what, look)

    def focus_by_tab(self, is_right, what):
        """Goes on by Tab, each time when the last has arrived, to what is looked for."""
        seen = []
        node = self.focused()
        while not is_right(node):
            self.assertNotIn(node.path, seen, f'Tab does not lead to {what}')
            seen.append(node.path)
            self.keyboard.press(TAB)
            node = self.wait_for_focus(lambda other: other.path != seen[-1], f'the focus to move on from {node.get_name()}')
        return seen, node

    def assert_all_named(self):
        for node in self.reader.objects():
            if {'focusable', 'showing'} <= set(states(node)):
                name = node.get_name() or ''
                self.assertTrue(name.strip() and not CLASS_NAME.match(name),
                                f'a {node.get_role_name()} has the name "{name}" ({node.get_description()})')

    def test_everything_is_said(self):
        """What stands on the screen is read with name and value."""
        self.assert_all_named()
        names = {(node.get_role_name(), node.get_name()) for node in self.reader.objects()}

        def said(role, expression):
            return [name for a_role, name in names if a_role == role and re.search(expression, name)]

        self.assertTrue(said('panel', r'^Thursday 20 March: \d+ / 300 departed\. \S+'), 'today and its verdict')
        self.assertTrue(said('label', r'^\d+ Departed$') or said('label', r'^Departed \d+$'), 'a stage with its figure')
        self.assertTrue(said('panel', r'^This week: [\d,]+ / 1,500$'), 'the week')
        self.assertEqual(len(said('panel', r'^\w+day \d+ March 2025: \S+ (of \S+ )?departed')), 7, 'the days')
        departure = r'^Time: \d\d:\d\d, Flight: EX \d+, To: \w+, People: [\d /]+, Status: \w+'
        self.assertEqual(len(said('table row', departure)), 6, 'the departures')
        self.assertTrue(said('push button', r'^Live · '), 'the connection')
        for city in ('Naypyidaw', 'Bangkok', 'Beijing'):
            self.assertTrue(said('timer', fr'^{city} \d\d:\d\d$'), f'the clock of {city}')
        self.assertTrue(said('push button', r'^Language: English$'), 'the language')
        self.assertTrue(said('label', r'^EXERCISE$'), 'that it is an exercise')

    def test_what_the_map_draws_is_listed(self):
        """Every place, convoy and flight is found, read and shown from the keyboard."""
        self.keyboard.press(ord('f'), CONTROL)
        self.wait_for_focus(lambda node: node.get_role_name() == 'entry', 'the search')
        self.wait_for_object('list item', r'^Mae Sot Airport, Airport · ')
        self.assert_all_named()
        self.keyboard.write('kk p')
        self.wait_for_no_object('list item', r'^Mae Sot Airport')
        self.wait_for_object('list item', r'^KK Park, Compound · .+, people: [\d,]+$')
        self.keyboard.press(RETURN)
        self.wait_for_focus(lambda node: node.get_name() == 'KK Park', 'the card of KK Park')
        self.keyboard.press(ESCAPE)
        self.wait_for_focus(lambda node: node.get_name() == 'Map of the operation', 'the map')

    def test_departures(self):
        """Header, map and side panel follow each other; a flight is opened and closed."""
        seen, node = self.focus_by_tab(lambda node: node.get_role_name() == 'table row', 'the departures')
        self.assertGreater(len(seen), 10)
        self.assertRegex(node.get_name(), r'^Time: \d\d:\d\d, Flight: EX 2001, ')
        self.keyboard.press(DOWN)
        self.wait_for_focus(lambda node: 'EX 2002' in node.get_name(), 'the next row')
        self.wait_for_object('scroll pane', r'^Flight EX 2002$')
        self.wait_for_object('label', r'On its list', 'what is known of the flight')
        self.assertIn('selected', states(self.focused()))
        self.keyboard.press(ESCAPE)
        self.wait_for_no_object('label', r'On its list')
        row = self.focused()
        self.assertRegex(row.get_name(), 'EX 2002')
        self.assertNotIn('selected', states(row))

    def test_language(self):
        """The language is changed from the keyboard, and all names with it."""
        _, button = self.focus_by_tab(lambda node: node.get_name().startswith('Language'), 'the language')
        self.keyboard.press(RETURN)
        self.wait_for_object('radio menu item', '^ไทย')
        self.keyboard.press(DOWN)
        self.keyboard.press(RETURN)
        self.wait_for_object('push button', ': ไทย$')
        self.wait_for_object('table row', 'EX 2001')
        self.assert_all_named()
        rows = [node.get_name() for node in self.reader.objects() if node.get_role_name() == 'table row']
        self.assertTrue(all(THAI.search(name) for name in rows), rows)

    def test_pages(self):
        """Each page is turned to from the keyboard, and what it shows is read."""
        for number, role, expression in (
                (2, 'label', r'^When will they be home$'),
                (3, 'table row', r'^Departure: .*EX 2001'),
                (4, 'table row', r'China'),
                (5, 'list item', r'EX 2004'),
                (1, 'table row', r'^Time: \d\d:\d\d, Flight: EX 2001, ')):
            with self.subTest(page=number):
                self.keyboard.press(ord(str(number)), ALT)
                self.wait_for_object(role, expression, f'page {number}')
                self.assert_all_named()

    def test_keys(self):
        """Shortcuts are shown; asking again and ending work."""
        self.keyboard.press(F1)
        self.wait_for_object('label', '^Find$', 'the shortcuts')
        self.keyboard.press(ESCAPE)
        self.wait_for_focus(lambda node: node.get_role_name() == 'push button', 'the window again')
        self.keyboard.press(F5)
        self.wait_for_object('push button', '^Live · ')
        self.keyboard.press(ord('q'), CONTROL)
        self.assertEqual(self.reader.wait_until_ended(), 0)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1], verbosity=2)
