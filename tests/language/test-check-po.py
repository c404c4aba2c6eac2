#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether check-po.py sees what it is there to see: a small source tree with
catalogues, in which one thing at a time is spoilt."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))

CODE = '''
f (_("Open"));
g (C_("route", "%1$s to %2$s"), _("Wait…"), _("Really?"), _("_Close"));
h (moei_ngettext (language, "%s seat is free.", "%s seats are free.", n), moei_gettext (language, "Note:"));
'''
MESSAGES = [
    ('msgid "Open"', {'th': 'เปิด', 'my': 'ဖွင့်ထား', 'zh_CN': '开放'}),
    ('msgctxt "route"\nmsgid "%1$s to %2$s"', {'th': '%1$s ถึง %2$s', 'my': '%1$s မှ %2$s', 'zh_CN': '%1$s 至 %2$s'}),
    ('msgid "Wait…"', {'th': 'รอ…', 'my': 'စောင့်ပါ…', 'zh_CN': '请稍候…'}),
    ('msgid "Really?"', {'th': 'แน่ใจหรือไม่', 'my': 'သေချာပါသလား။', 'zh_CN': '确定吗？'}),
    ('msgid "_Close"', {'th': 'ปิด(_C)', 'my': 'ပိတ်(_C)', 'zh_CN': '关闭(_C)'}),
    ('msgid "%s seat is free."\nmsgid_plural "%s seats are free."',
     {'th': 'ว่าง %s ที่นั่ง', 'my': 'ထိုင်ခုံ %s လွတ်သည်။', 'zh_CN': '有 %s 个空座。'}),
    ('msgid "Note:"', {'th': 'หมายเหตุ:', 'my': 'မှတ်ချက်:', 'zh_CN': '注意：'}),
]
HEADER = '''msgid ""
msgstr ""
"Project-Id-Version: moei\\n"
"PO-Revision-Date: 2026-11-24 09:00+0000\\n"
"Last-Translator: nobody\\n"
"Language-Team: none\\n"
"Language: {}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
'''


class CheckPo(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ('po', 'src', 'build-aux'):
            os.mkdir(os.path.join(self.folder, name))
        for name in ('build-aux/catalogues.py', 'po/xgettext-options', 'po/LINGUAS'):
            shutil.copy(os.path.join(SOURCE, name), os.path.join(self.folder, name))
        self.write('src/room.c', CODE)
        self.write('po/POTFILES.in', 'src/room.c\n')
        for language in ('th', 'my', 'zh_CN'):
            self.write(f'po/{language}.po', HEADER.format(language) + ''.join(
                f'\n{message}\n{"msgstr[0]" if "plural" in message else "msgstr"} "{texts[language]}"\n'
                for message, texts in MESSAGES))

    def write(self, name, text):
        with open(os.path.join(self.folder, name), 'w', encoding='utf-8') as file:
            file.write(text)

    def spoil(self, name, before, after):
        with open(os.path.join(self.folder, name), encoding='utf-8') as file:
            text = file.read()
        self.assertIn(before, text)
        self.write(name, text.replace(before, after, 1))

    def check(self, how):
        done = subprocess.run([sys.executable, os.path.join(HERE, 'check-po.py'), how, self.folder],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def assert_fault(self, how, fault):
        status, words = self.check(how)
        self.assertNotEqual(status, 0)
        self.assertIn(fault, words)

    def test_nothing_wrong(self):
        self.assertEqual(self.check('--sound'), (0, ''))
        self.assertEqual(self.check('--complete'), (0, ''))

    def test_sound(self):
        for language, before, after, fault in (
                ('th', '%1$s ถึง %2$s', '%1$s ถึง', 'placeholders'),
                ('th', '%1$s ถึง %2$s', '%1$s ถึง %1$s', 'placeholders'),
                ('zh_CN', '有 %s 个', '有个', 'placeholders'),
                ('th', 'ปิด(_C)', 'ปิด', 'access key'),
                ('zh_CN', '空座。', '空座', 'ending'),
                ('zh_CN', '开放', '开放。', 'ending'),
                ('my', 'လွတ်သည်။', 'လွတ်သည်', 'ending'),
                ('zh_CN', '注意：', '注意:', 'ending'),
                ('th', 'เปิด', ' เปิด', 'spaces'),
                ('th', '%1$s ถึง', '%1$s  ถึง', 'spaces'),
                ('my', 'ဖွင့်', 'ဖွင\u103a\u1037', 'normal form'),
                ('my', 'စောင့်ပါ', '\u1031စာင့်ပါ', 'Zawgyi'),
                ('my', 'မှတ်', '\u1019\u1039\u103e', 'Zawgyi'),
                ('th', 'เปิด', 'เเปิด', 'Thai signs'),
                ('zh_CN', '开放', '開放', 'traditional characters 開'),
                ('zh_CN', '有 %s 个空座。', '有 %s 个,空座。', 'half-width'),
                ('th', 'msgid "Open"', '#, fuzzy\nmsgid "Open"', 'fuzzy')):
            with self.subTest(language=language, after=after):
                self.setUp()
                self.spoil(f'po/{language}.po', before, after)
                self.assert_fault('--sound', fault)

    def test_complete(self):
        for name, before, after, fault in (
                ('po/th.po', 'msgid "Open"\nmsgstr "เปิด"', '', "missing: (None, 'Open')"),
                ('po/th.po', 'msgstr "เปิด"', 'msgstr ""', 'untranslated'),
                ('po/th.po', 'msgid "Open"', 'msgid "Opened"', 'no longer in the sources'),
                ('po/th.po', 'seats are free', 'chairs are free', 'its plural'),
                ('src/room.c', 'f (', 'f (_("A new one"), ', 'missing'),
                ('po/POTFILES.in', 'src/room.c', '', 'src/room.c is missing'),
                ('po/POTFILES.in', 'src/room.c', 'src/room.c\nsrc/hall.c', 'there are no strings in src/hall.c')):
            with self.subTest(name=name, after=after):
                self.setUp()
                self.spoil(name, before, after)
                self.assert_fault('--complete', fault)

    def test_new_file(self):
        self.write('src/hall.ui', '<interface><object class="A"><property name="a" translatable="yes">New'
                                  '</property></object></interface>')
        self.assert_fault('--complete', 'src/hall.ui is missing')


if __name__ == '__main__':
    unittest.main()
