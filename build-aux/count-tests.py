#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases of a run: count-tests.py BUILD STATUS

BUILD is the folder in which "meson test" ran and STATUS what it returned.  A
program that speaks TAP counts as many cases as it reports, any other is one
case.  Ends with 0 only if something ran and nothing failed.

count-tests.py --leaking BUILD names the programs of which only LeakSanitizer
complained.  What they are told by a second run, whose lines follow in the log,
counts instead.
"""

import json
import os
import re
import sys

CASE = re.compile(r'(not )?ok\b(.*)')
SKIPPED = re.compile(r'#\s*skip', re.IGNORECASE)
PASSING = ('OK', 'EXPECTEDFAIL')


def protocols(build):
    """How each test speaks, by its name."""
    with open(os.path.join(build, 'meson-info', 'intro-tests.json'), encoding='utf-8') as tests:
        return {test['name']: test['protocol'] for test in json.load(tests)}


def name_of(test):
    """The name of a program in the log, without its suites."""
    return test['name'].split(' / ', 1)[-1]


def runs(build):
    """What the log tells of each program that ran; nothing if there is none."""
    path = os.path.join(build, 'meson-logs', 'testlog.json')
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8') as log:
        tests = [json.loads(line) for line in log]
    return {name_of(test): test for test in tests}.values()


def leaks(test):
    """Whether a program failed by its leaks alone."""
    return (test['result'] not in PASSING and 'LeakSanitizer: detected' in test.get('stderr', '')
            and 'not ok' not in test.get('stdout', ''))


def count_tap(output):
    """Counts what TAP says at its outermost level: passed, failed, skipped."""
    passed, failed, skipped = 0, [], 0
    for line in output.splitlines():
        case = CASE.match(line)
        if case is None:
            continue
        if case[1]:
            failed.append(line)
        elif SKIPPED.search(case[2]):
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def count(test, protocol):
    """Counts one program: passed, failures (a line each), skipped."""
    if protocol == 'tap':
        passed, failed, skipped = count_tap(test.get('stdout', ''))
    else:
        passed, failed, skipped = int(test['result'] in PASSING), [], 0

    if test['result'] == 'SKIP':
        skipped = max(skipped, 1)
    elif test['result'] not in PASSING and not failed:
        failed = [f'{test["result"].lower()}, status {test["returncode"]}']
    elif not passed and not failed and not skipped:
        failed = ['it reports no case']
    return passed, failed, skipped


def main():
    if sys.argv[1] == '--leaking':
        print('\n'.join(name_of(test) for test in runs(sys.argv[2]) if leaks(test)))
        return

    build, status = sys.argv[1], int(sys.argv[2])
    kinds = protocols(build)
    n_passed = n_failed = n_skipped = 0

    for test in runs(build):
        name = name_of(test)
        passed, failed, skipped = count(test, kinds.get(name))
        n_passed += passed
        n_failed += len(failed)
        n_skipped += skipped
        for failure in failed:
            print(f'FAILED {name}: {failure}')

    if not n_passed and not n_failed:
        print('No test ran.')
        status = status or 1
    if status and n_failed:
        print(f'What the programs said: {os.path.join(build, "meson-logs", "testlog.txt")}')
    print(f'{n_passed} passed, {n_failed} failed' + (f', {n_skipped} skipped' if n_skipped else ''))
    sys.exit(1 if status or n_failed else 0)


if __name__ == '__main__':
    main()
