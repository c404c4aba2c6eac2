#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of CONTRIBUTING.md a program can see.

Every source file names its licence, is no longer than it should be and leaves
nothing "to do"; a function fits on a screen; what a header offers is explained
where it is defined; includes stand in their order.
"""

import os
import re
import sys
from pathlib import Path

MAX_FILE = 500
# A test program is a list of cases that are read one at a time
MAX_TEST_FILE = 800
MAX_FUNCTION = 60

# Folders that hold no source of ours
SKIPPED = {'.git', '__pycache__', 'po'}
# Names without an ending that are scripts
SCRIPTS = {'.ci/run', 'build-aux/build', 'build-aux/install', 'build-aux/run', 'build-aux/test', 'tests/with-display'}
ENDINGS = {'.c', '.h', '.py', '.ui', '.css', '.sh', '.xml', '.in', '.svg', '.build', '.supp', '.sql', '.service'}

# Functions that may be longer, each with its reason
LONGER_FUNCTIONS = {
    'test_references': 65,  # a table of broken references, and a loop
}

PROTOTYPE = re.compile(r'^(?!typedef|#|G_)[A-Za-z][\w ]*[ *](moei_\w+)\s*\([^;{]*\)[^;{]*;', re.MULTILINE)
FUNCTION = re.compile(r'^(\w+) \([^;{}]*\)\n\{\n(.*?)^\}$', re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r'/\*.*?\*/', re.DOTALL)
# Written in two pieces so that this file passes its own test
UNFINISHED = re.compile(r'\b(?:TO' r'DO|FIX' r'ME)\b')


def sources(root):
    """Every file of ours under root, as (path, name relative to root)."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders
                            if name not in SKIPPED and not name.startswith('_build') and name != 'build')
        for file in sorted(files):
            path = Path(folder, file)
            name = path.relative_to(root).as_posix()
            if name in SCRIPTS or path.suffix in ENDINGS:
                yield path, name


def check_text(name, text):
    """What holds for every source file."""
    lines = text.splitlines()
    if not any('SPDX-License-Identifier: ' in line for line in lines[:3]):
        yield 1, 'no SPDX line at its head'
    longest = MAX_TEST_FILE if name.startswith('tests/') else MAX_FILE
    if len(lines) > longest:
        yield len(lines), f'{len(lines)} lines; at most {longest}'
    for number, line in enumerate(lines, 1):
        if line != line.rstrip():
            yield number, 'space at the end'
        if '\t' in line:
            yield number, 'a tab'
        if UNFINISHED.search(line):
            yield number, 'left to do: finish it, or write an issue'


def check_functions(name, text):
    """How long functions are; class_init is a table and may be longer."""
    for match in FUNCTION.finditer(text):
        length = match[2].count('\n')
        longest = LONGER_FUNCTIONS.get(match[1], MAX_FUNCTION)
        if length > longest and not match[1].endswith('_class_init'):
            yield text.count('\n', 0, match.start()) + 1, f'{match[1]}() has {length} lines; at most {longest}'


def check_includes(root, name, text):
    """config.h first, then libraries, then siblings in order; its own header may come before."""
    own = name.removeprefix('src/').removesuffix('.c') + '.h'
    includes = re.findall(r'^#include ([<"].*)$', text, re.MULTILINE)
    if name.endswith('.c') and includes and includes[0] != '"config.h"':
        yield 1, 'config.h is not the first include'
    siblings = [include for include in includes if include[0] == '"' and include != '"config.h"']
    if siblings and siblings[0] == '"' + own + '"':
        siblings.pop(0)
    # A test's own helpers are a group of their own
    siblings = [include for include in siblings if (root / 'src' / include.strip('"')).exists()]
    if siblings != sorted(siblings):
        yield 1, 'siblings are not included in order'
    if name.endswith('.h') and '#pragma once\n' not in text:
        yield 1, 'no #pragma once'


def check_documented(header, explained):
    """Whether everything that a header offers is explained."""
    for match in PROTOTYPE.finditer(COMMENT.sub(lambda comment: re.sub('[^\n]', ' ', comment[0]), header)):
        if match[1] not in explained and not match[1].endswith(('_get_type', '_error_quark')):
            yield header.count('\n', 0, match.start()) + 1, f'{match[1]}() has no comment that explains it'


def main():
    root = Path(os.environ['MOEI_SRCDIR'])
    texts = {name: path.read_text(encoding='utf-8') for path, name in sources(root)}
    explained = set()
    for name, text in texts.items():
        if name.startswith('src/'):
            explained.update(re.findall(r'^ \* (moei_\w+):', text, re.MULTILINE))

    n_faults = 0
    for name, text in texts.items():
        faults = list(check_text(name, text))
        if name.endswith(('.c', '.h')):
            faults += check_functions(name, text)
            faults += check_includes(root, name, text)
        if name.startswith('src/') and name.endswith('.h'):
            faults += check_documented(text, explained)
        for line, what in sorted(faults):
            print(f'{name}:{line}: {what}')
        n_faults += len(faults)

    print(f'{len(texts)} files, {n_faults} faults')
    sys.exit(n_faults > 0 or not texts)


if __name__ == '__main__':
    main()
