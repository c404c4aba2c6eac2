#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be known of the Flatpak and of what is installed without building it:
the manifest, its permissions and sources, the icons, the D-Bus service."""

import json
import os
import re
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

SOURCE = Path(os.environ['MOEI_SRCDIR'])
BUILD = Path(os.environ['MOEI_BUILDDIR'])
ID = 'org.moei.Moei'
SVG = '{http://www.w3.org/2000/svg}'

PERMISSIONS = {'--share=network', '--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}

# What flatpak-builder knows, as far as we use it: a word that it does not know it passes over
OF_MANIFEST = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'separate-locales', 'finish-args', 'build-options',
               'cleanup', 'modules'}
OF_MODULE = {'name', 'buildsystem', 'config-opts', 'build-commands', 'sources'}
OF_SOURCE = {'type', 'url', 'sha256', 'dest-filename', 'path', 'skip'}


class Manifest(unittest.TestCase):
    def setUp(self):
        self.manifest = json.loads((SOURCE / 'flatpak' / f'{ID}.json').read_text(encoding='utf-8'))

    def test_head(self):
        self.assertEqual(self.manifest['id'], ID)
        self.assertEqual(self.manifest['runtime'], 'org.gnome.Platform')
        self.assertEqual(self.manifest['sdk'], 'org.gnome.Sdk')
        self.assertEqual(self.manifest['command'], 'moei')
        self.assertIs(self.manifest['separate-locales'], False)

    def test_permissions(self):
        """These and no more, each once."""
        self.assertEqual(sorted(self.manifest['finish-args']), sorted(PERMISSIONS))

    def test_words(self):
        self.assertLessEqual(set(self.manifest), OF_MANIFEST)
        for module in self.manifest['modules']:
            self.assertLessEqual(set(module), OF_MODULE, module.get('name'))
            for source in module['sources']:
                self.assertLessEqual(set(source), OF_SOURCE, module['name'])

    def test_sources(self):
        """All that is fetched comes by HTTPS and is the very file; Moei itself is this tree."""
        names = [module['name'] for module in self.manifest['modules']]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(names[-1], 'moei')
        for module in self.manifest['modules'][:-1]:
            for source in module['sources']:
                self.assertRegex(source['url'], '^https://', module['name'])
                self.assertRegex(source['sha256'], '^[0-9a-f]{64}$', module['name'])
                self.assertNotIn('path', source, module['name'])
        self.assertEqual([source['type'] for source in self.manifest['modules'][-1]['sources']], ['dir'])

    def test_fonts(self):
        text = json.dumps(self.manifest)
        for font in ('NotoSans', 'NotoSansThai', 'NotoSansMyanmar', 'NotoSansCJK'):
            self.assertRegex(text, rf'\b{font}\b')
        self.assertIn('/app/share/fonts', text)


# What gettexts, old and new, make of zh_CN
WRITTEN = {'zh-CN': 'zh_CN', 'zh-Hans-CN': 'zh_CN'}


class Installed(unittest.TestCase):
    def test_icons(self):
        for name, size in ((f'{ID}.svg', 128), (f'{ID}-symbolic.svg', 16)):
            root = ET.parse(SOURCE / 'data' / 'icons' / name).getroot()
            self.assertEqual(root.tag, f'{SVG}svg', name)
            self.assertEqual((float(root.get('width')), float(root.get('height'))), (size, size), name)
            # Another's picture, a font or a script has no place in an icon
            for element in root.iter():
                self.assertNotIn(element.tag, {f'{SVG}{tag}' for tag in ('image', 'text', 'script', 'foreignObject')}, name)

    def test_symbolic_icon_has_no_colours(self):
        text = (SOURCE / 'data' / 'icons' / f'{ID}-symbolic.svg').read_text(encoding='utf-8')
        colours = set(re.findall('#[0-9a-fA-F]{3,8}', text))
        self.assertLessEqual(len(colours), 1, colours)

    def test_activation(self):
        """A notification that is pressed finds the program, or starts it."""
        service = (BUILD / 'data' / f'{ID}.service').read_text(encoding='utf-8')
        self.assertIn(f'Name={ID}\n', service)
        self.assertRegex(service, r'(?m)^Exec=/\S+/moei --gapplication-service$')
        desktop = (BUILD / 'data' / f'{ID}.desktop').read_text(encoding='utf-8')
        self.assertIn('DBusActivatable=true\n', desktop)
        self.assertIn(f'Icon={ID}\n', desktop)

    def test_metainfo(self):
        """Its words are in every language; its pictures have addresses, and are here."""
        root = ET.parse(BUILD / 'data' / f'{ID}.metainfo.xml').getroot()
        lang = '{http://www.w3.org/XML/1998/namespace}lang'
        for path in ('summary', 'description/p', 'screenshots/screenshot/caption'):
            found = {element.get(lang, 'en') for element in root.findall(path)}
            self.assertLessEqual({'en', 'th', 'my', 'zh_CN'}, {WRITTEN.get(code, code) for code in found}, path)
        images = [image.text.strip() for image in root.findall('screenshots/screenshot/image')]
        self.assertGreaterEqual(len(images), 2)
        for image in images:
            self.assertRegex(image, '^https://')
            self.assertTrue((SOURCE / 'data' / 'screenshots' / Path(image).name).is_file(), image)


class Shortcuts(unittest.TestCase):
    def test_all_are_told(self):
        """Every key of src/moei-accels.c stands in the window of keyboard shortcuts."""
        code = (SOURCE / 'src' / 'moei-accels.c').read_text(encoding='utf-8')
        table = code[code.index('accels[] = {'):code.index('};', code.index('accels[] = {'))]
        keys = [key for line in re.findall(r'\{ "[^"]+", \{ ([^}]+) \} \}', table) for key in re.findall('"([^"]+)"', line)]
        self.assertGreater(len(keys), 10)
        told = []
        for accelerator in ET.parse(SOURCE / 'ui' / 'gtk' / 'help-overlay.ui').iter('property'):
            if accelerator.get('name') == 'accelerator':
                told += [part for text in accelerator.text.split() for part in self.spread(text)]
        self.assertEqual([key for key in keys if key not in told], [])

    @staticmethod
    def spread(text):
        """<alt>1...<alt>5 is five keys."""
        first, dots, last = text.partition('...')
        if not dots:
            return [text]
        return [f'{first[:-1]}{digit}' for digit in range(int(first[-1]), int(last[-1]) + 1)]


if __name__ == '__main__':
    unittest.main(verbosity=2)
