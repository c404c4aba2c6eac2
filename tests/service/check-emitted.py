#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what the service really sends to the contract in data/api.

Imports an operation, serves it and asks for every document of every day; then
plays the exercise and asks again while it runs.  Everything that arrives,
problems and events included, is judged by its schema, and every path of the
contract must have been asked for.  Prints TAP.

usage: check-emitted.py MOEI-SERVICE API OPERATION
"""
import base64
import contextlib
import datetime
import hashlib
import http.client
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(0)

# urllib joins "#/$defs/x" only to schemes that it thinks hierarchical.
urllib.parse.uses_relative.append('urn')
urllib.parse.uses_fragment.append('urn')

FIRST_DAY, LAST_DAY = datetime.date(2025, 2, 20), datetime.date(2025, 3, 31)
TIMEOUT_S = 120

PLAIN = {
    '/v1/': 'service',
    '/v1/situation': 'situation',
    '/v1/places': 'places',
    '/v1/routes': 'routes',
    '/v1/convoys': 'convoys',
    '/v1/flights': 'flights',
    '/v1/nationalities': 'nationalities',
    '/v1/rule': 'rule',
    '/v1/notices': 'notices',
    '/v1/rolls': 'rolls',
    '/v1/changes': 'changes',
}

PROBLEMS = {
    '/v1/flights?date=2025-02-30': 400,
    '/v1/weeks/2025-W99': 400,
    '/v1/events?ping=0': 400,
    '/v1/nothing': 404,
}


class Judge:
    def __init__(self, api):
        self.schemas = {path.stem: json.loads(path.read_text()) for path in sorted((api / 'schemas').glob('*.json'))}
        self.store = {schema['$id']: schema for schema in self.schemas.values()}

    def check(self, name, document, definition=None):
        schema = self.schemas[name]
        if definition:
            schema = {'$ref': f'{schema["$id"]}#/$defs/{definition}'}
        resolver = jsonschema.RefResolver.from_schema(schema, store=self.store)
        jsonschema.Draft202012Validator(schema, resolver=resolver).validate(document)


class Service:
    """A running moei-service, and the answers that it gave."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *arguments, '--listen', '127.0.0.1:0'],
                                        stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        match = re.fullmatch(r'listening on http://(127\.0\.0\.1):([0-9]+)\n', line)
        if match is None:
            raise RuntimeError(f'the service said {line!r}')
        self.address = match[1], int(match[2])

    @contextlib.contextmanager
    def ask(self, path, headers={}):
        connection = http.client.HTTPConnection(*self.address, timeout=TIMEOUT_S)
        try:
            connection.request('GET', path, headers=headers)
            yield connection.getresponse()
        finally:
            connection.close()

    def get(self, path, status=200):
        with self.ask(path) as answer:
            body = answer.read()
            assert answer.status == status, f'{path}: {answer.status}'
            if status == 200:
                digest = 'sha-256=:' + base64.b64encode(hashlib.sha256(body).digest()).decode() + ':'
                assert answer.headers['Repr-Digest'] == digest, f'{path}: digest'
            return json.loads(body)

    def hear(self, path, n_events, last_event_id=None):
        """The names and data of the first events of a stream, or of all before its end."""
        events, name = [], None
        headers = {'Last-Event-ID': last_event_id} if last_event_id else {}
        with self.ask(path, headers) as answer:
            assert answer.headers['Content-Type'] == 'text/event-stream'
            for line in answer:
                field, _, value = line.decode().rstrip('\n').partition(': ')
                if field == 'event':
                    name = value
                elif field == 'data':
                    events.append((name, json.loads(value)))
                if len(events) == n_events:
                    break
        return events

    def stop(self):
        self.process.terminate()
        assert self.process.wait(TIMEOUT_S) == 0, 'the service did not end in order'

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.process.kill()
        self.process.communicate()


class Tap:
    def __init__(self):
        self.n_cases = self.n_failed = 0

    def case(self, name, function, *arguments):
        self.n_cases += 1
        try:
            function(*arguments)
            print(f'ok {self.n_cases} {name}', flush=True)
        except Exception as error:  # whatever is wrong with a document, the others are still judged
            self.n_failed += 1
            print(f'not ok {self.n_cases} {name}')
            for line in str(error).splitlines()[:30]:
                print(f'# {line}', flush=True)


def days():
    day = FIRST_DAY
    while day <= LAST_DAY:
        yield day
        day += datetime.timedelta(days=1)


def documents():
    """Every document of the operation: its address and its schema."""
    yield from PLAIN.items()
    for day in days():
        yield f'/v1/convoys?date={day}', 'convoys'
        yield f'/v1/flights?date={day}', 'flights'
    for week in sorted({'{}-W{:02}'.format(*day.isocalendar()) for day in days()}):
        yield f'/v1/weeks/{week}', 'week'


def check_document(judge, service, path, schema):
    judge.check(schema, service.get(path))


def check_contents(service, operation):
    """What was imported is what is served, all days together."""
    for name, members in (('convoys', 'convoys'), ('flights', 'flights')):
        known = {item['id'] for item in json.loads((operation / f'{name}.json').read_text())[members]}
        served = [item['id'] for day in days() for item in service.get(f'/v1/{name}?date={day}')[members]]
        assert len(served) == len(set(served)), f'{name}: served on two days'
        assert set(served) == known, f'{name}: {set(served) ^ known}'


def check_problem(judge, service, path, status):
    problem = service.get(path, status)
    judge.check('problem', problem)
    assert problem['status'] == status


def check_contract(service, api):
    """Whoever reads the contract finds everything that it names."""
    contract = service.get('/v1/openapi.json')
    assert contract == json.loads((api / 'openapi.json').read_text())
    for path in sorted((api / 'schemas').glob('*.json')):
        assert service.get(f'/v1/schemas/{path.name}') == json.loads(path.read_text())

    asked = set(PLAIN) | {'/v1/weeks/{week}', '/v1/events', '/v1/openapi.json', '/v1/schemas/{name}.json'}
    assert set(contract['paths']) == asked, set(contract['paths']) ^ asked


def check_events(judge, service, path, wanted, last_event_id=None):
    events = service.hear(path, len(wanted), last_event_id)
    for name, data in events:
        judge.check('events', data, definition=name)
    assert [name for name, _ in events] == wanted, events


def check_bye(judge, service):
    with service.ask('/v1/events') as answer:
        service.process.terminate()
        lines = answer.read().decode().splitlines()
    at = lines.index('event: bye')
    judge.check('events', json.loads(lines[at + 1].partition(': ')[2]), definition='bye')


def check_served(tap, judge, program, api, operation, folder):
    store = str(folder / 'moei.db')
    subprocess.run([program, 'import', '--store', store, operation], check=True, stdout=subprocess.DEVNULL)
    with Service(program, 'serve', '--store', store) as service:
        for path, schema in documents():
            tap.case(f'/served{path}', check_document, judge, service, path, schema)
        for path, status in PROBLEMS.items():
            tap.case(f'/problem{path}', check_problem, judge, service, path, status)
        tap.case('/contents', check_contents, service, operation)
        tap.case('/contract', check_contract, service, api)
        tap.case('/events/ping', check_events, judge, service, '/v1/events?ping=1', ['hello', 'ping'])
        tap.case('/events/reset', check_events, judge, service, '/v1/events', ['hello', 'reset'], '0123456789abcdef-1')
        tap.case('/events/bye', check_bye, judge, service)
        tap.case('/stop', service.stop)


def check_exported(tap, program, operation, folder):
    """What is exported is an operation, and imports as the same."""
    def export(store, name):
        subprocess.run([program, 'export', '--store', store, folder / name], check=True)
        return {path.name: path.read_bytes() for path in (folder / name).iterdir()}

    def check():
        first = export(folder / 'moei.db', 'first')
        subprocess.run([program, 'import', '--store', folder / 'again.db', folder / 'first'],
                       check=True, stdout=subprocess.DEVNULL)
        assert first == export(folder / 'again.db', 'second')
        assert set(first) == {path.name for path in operation.glob('*.json')}

    tap.case('/exported', check)


def check_exercise(tap, judge, program, folder):
    with Service(program, 'exercise', '--store', str(folder / 'exercise.db'),
                 '--speed', '600', '--start', '2025-03-06T11:00:00+07:00') as service:
        for path, schema in PLAIN.items():
            tap.case(f'/exercise{path}', check_document, judge, service, path, schema)
        tap.case('/exercise/events', check_events, judge, service, '/v1/events', ['hello', 'changed', 'changed'])
        for path, schema in PLAIN.items():
            tap.case(f'/exercise-later{path}', check_document, judge, service, path, schema)
        tap.case('/exercise-later/week', check_document, judge, service, '/v1/weeks/2025-W10', 'week')
        tap.case('/exercise-stop', service.stop)


def main():
    program, api, operation = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    tap, judge = Tap(), Judge(api)

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_served(tap, judge, program, api, operation, folder)
        check_exported(tap, program, operation, folder)
        check_exercise(tap, judge, program, folder)

    print(f'1..{tap.n_cases}')
    return tap.n_failed != 0


if __name__ == '__main__':
    sys.exit(main())
