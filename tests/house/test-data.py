#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether what is installed beside the programs agrees with itself."""

import configparser
import json
import os
import re
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

SOURCE = Path(os.environ['MOEI_SRCDIR'])
BUILD = Path(os.environ['MOEI_BUILDDIR'])
ID = 'org.moei.Moei'


def languages():
    return (SOURCE / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()


class Data(unittest.TestCase):
    def test_desktop_file(self):
        desktop = configparser.ConfigParser(interpolation=None, delimiters='=')
        desktop.optionxform = str
        desktop.read(BUILD / 'data' / f'{ID}.desktop', encoding='utf-8')
        entry = desktop['Desktop Entry']
        self.assertEqual((entry['Exec'], entry['Icon']), ('moei', ID))
        for language in languages():
            self.assertNotEqual(entry.get(f'Comment[{language}]', entry['Comment']), entry['Comment'], language)
            self.assertTrue(entry[f'Keywords[{language}]'].endswith(';'), language)

    def test_metainfo(self):
        metainfo = xml.parse(BUILD / 'data' / f'{ID}.metainfo.xml').getroot()
        version = re.search(r"^  version: '(.*)'", (SOURCE / 'meson.build').read_text(encoding='utf-8'), re.MULTILINE)
        self.assertEqual(metainfo.find('releases/release').get('version'), version[1])
        lang = '{http://www.w3.org/XML/1998/namespace}lang'
        # What newer gettexts make of zh_CN
        written = {'zh-Hans-CN': 'zh_CN'}
        self.assertEqual({written.get(summary.get(lang), summary.get(lang)) for summary in metainfo.findall('summary')},
                         {None, *languages()})

    def test_settings(self):
        schema = xml.parse(SOURCE / 'data' / f'{ID}.gschema.xml').find('schema')
        choices = {choice.get('value') for choice in schema.findall("key[@name='language']/choices/choice")}
        self.assertEqual(choices, {'', 'en', *languages()})
        for key in schema.findall('key'):
            self.assertIsNotNone(key.find('summary'), key.get('name'))

    def test_settings_are_used(self):
        keys = {key.get('name') for key in xml.parse(SOURCE / 'data' / f'{ID}.gschema.xml').iter('key')}
        code = ''.join(path.read_text(encoding='utf-8') for path in (SOURCE / 'src').rglob('*.c'))
        unused = {key for key in keys if f'"{key}"' not in code}
        self.assertEqual(unused, set())

    def test_icons(self):
        for name, size in ((ID, '128'), (f'{ID}-symbolic', '16')):
            icon = xml.parse(SOURCE / 'data' / 'icons' / f'{name}.svg').getroot()
            self.assertEqual((icon.get('width'), icon.get('height')), (size, size))

    def test_sources_of_the_operation(self):
        """Every code that a source begins with is in the table of sources, with the same address."""
        folder = SOURCE / 'data' / 'operation'
        table = dict(re.findall(r'^\| (\S+) \| [^|]* \| (\S+) \|$', (folder / 'SOURCES.md').read_text(encoding='utf-8'),
                                re.MULTILINE))
        self.assertGreater(len(table), 50)
        cited = set()
        for path in folder.glob('*.json'):
            for source in re.findall(r'"source": "([^"]*)"', path.read_text(encoding='utf-8')):
                cited |= {(path.name, *pair) for pair in re.findall(r'(\S+) (https?://[^\s;)]+)', source)}
        self.assertGreater(len(cited), 50)
        wrong = {(name, code, address) for name, code, address in cited if table.get(code.lstrip('(')) != address}
        self.assertEqual(wrong, set())

    def test_what_is_made_up_says_so(self):
        """A figure with the exercise as its owner or source has the exercise as its origin."""
        def look(value):
            if isinstance(value, dict):
                if value.get('owner') == 'exercise' or value.get('source') == 'made up for the exercise':
                    self.assertEqual(value.get('origin'), 'exercise', value.get('id'))
                if value.get('origin') == 'reported':
                    self.assertTrue(value.get('source'), value.get('id'))
            for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
                look(item)

        for path in (SOURCE / 'data' / 'operation').glob('*.json'):
            look(json.loads(path.read_text(encoding='utf-8')))

    def test_packages(self):
        lines = [line for line in (SOURCE / 'build-aux' / 'packages-debian.txt').read_text(encoding='utf-8').splitlines()
                 if line and not line.startswith('#')]
        names = [line.split()[0] for line in lines]
        self.assertEqual(len(names), len(set(names)))
        for line in lines:
            self.assertRegex(line, r'^[a-z0-9][a-z0-9.+-]+ +\S')


if __name__ == '__main__':
    unittest.main()
