# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/update-po and tests/language/check-po.py share: where the
strings are, how they are extracted, and how a catalogue is read."""

import os
import re
import subprocess
import sys

FOLDERS = ('src', 'ui', 'data')
ENDINGS = ('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml')
LINE = re.compile(r'(msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\]) "(.*)"$')


class Entry:
    """A message of a catalogue and what it was translated to."""

    def __init__(self):
        self.comments = []
        self.flags = set()
        self.fields = {}

    @property
    def key(self):
        return self.fields.get('msgctxt'), self.fields['msgid']

    @property
    def message(self):
        return self.fields['msgid']

    @property
    def plural(self):
        return self.fields.get('msgid_plural')

    @property
    def translations(self):
        return [text for name, text in self.fields.items() if name.startswith('msgstr')]


def run(source, *command):
    """Runs one of gettext's programs in the source folder; ends with its words if it fails."""
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    done = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f'{command[0]}: {done.stderr}')
    return done.stdout


def languages(source):
    with open(os.path.join(source, 'po', 'LINGUAS'), encoding='utf-8') as linguas:
        return linguas.read().split()


def listed_files(source):
    """The files that po/POTFILES.in names."""
    with open(os.path.join(source, 'po', 'POTFILES.in'), encoding='utf-8') as potfiles:
        return [line.strip() for line in potfiles if line.strip() and not line.startswith('#')]


def candidates(source):
    """Every file that could hold a string."""
    found = []
    for top in FOLDERS:
        for folder, _, names in os.walk(os.path.join(source, top)):
            found += [os.path.relpath(os.path.join(folder, name), source)
                      for name in names if name.endswith(ENDINGS)]
    return sorted(found)


def extract(source, files):
    """Returns the template of the strings in files."""
    with open(os.path.join(source, 'po', 'xgettext-options'), encoding='utf-8') as options:
        arguments = options.read().split('\n')
    return run(source, 'xgettext', *filter(None, arguments), '--package-name=moei', '--add-location=file',
               '--output=-', *files)


def files_with_strings(source):
    """Those of the candidates in which there is a string."""
    template = extract(source, candidates(source))
    return sorted({name for line in template.splitlines() if line.startswith('#: ')
                   for name in line[3:].split()})


def read(source, path):
    """Reads a catalogue or a template: the entries, without the header and what is obsolete."""
    entries, entry, name = [], Entry(), None
    for line in run(source, 'msgcat', '--no-wrap', path).splitlines() + ['']:
        if not line:
            if entry.fields.get('msgid'):
                entries.append(entry)
            entry, name = Entry(), None
        elif line.startswith('#,'):
            entry.flags |= {flag.strip() for flag in line[2:].split(',')}
        elif line.startswith('#'):
            entry.comments.append(line)
        elif line.startswith('"'):
            entry.fields[name] += line[1:-1]
        else:
            match = LINE.match(line)
            name = match[1]
            entry.fields[name] = match[2]
    return entries
