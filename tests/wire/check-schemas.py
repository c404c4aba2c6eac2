#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the contract in data/api and the decoder in src/wire together.

Documents, and the same documents with one thing changed, are judged both by
the schemas and by the decoder: the two must agree on every one.  What a schema
cannot say is listed in EXCEPTIONS, with the reason.  Prints TAP.

usage: check-schemas.py JUDGE API DOCUMENTS OPERATION
"""
import copy
import datetime
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

EVENTS = ['hello', 'changed', 'ping', 'reset', 'bye']
DOCUMENTS = ['service', 'situation', 'places', 'routes', 'convoys', 'flights', 'week', 'nationalities', 'rule',
             'notices', 'rolls', 'changes', 'operation']

# Files of an operation, where they are not called as the document is.
FILES = {'week': 'days'}

# Documents that are no files of an operation: the service makes them.
MADE = ['service', 'situation', 'changes']

# urllib joins "#/$defs/x" only to schemes that it thinks hierarchical.
urllib.parse.uses_relative.append('urn')
urllib.parse.uses_fragment.append('urn')


# --- The formats that the schemas name, as RFC 3339 has them

TIME = re.compile(r'([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?'
                  r'([Zz]|[+-]([0-9]{2}):([0-9]{2}))\Z')
MINUTE = datetime.timedelta(minutes=1)


def is_time(value):
    match = TIME.match(value) if isinstance(value, str) else None
    if match is None:
        return not isinstance(value, str)

    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    offset_hour, offset_minute = int(match[9] or 0), int(match[10] or 0)
    if offset_hour > 23 or offset_minute > 59 or second > 60:
        return False

    sign = -1 if match[8].startswith('-') else 1
    try:
        moment = datetime.datetime(year, month, day, hour, minute, min(second, 59))
        utc = moment - sign * (offset_hour * 60 + offset_minute) * MINUTE
        utc + 7 * 60 * MINUTE
    except (ValueError, OverflowError):
        return False
    return second < 60 or (utc.hour, utc.minute, utc.month, utc.day) in [(23, 59, 6, 30), (23, 59, 12, 31)]


def is_date(value):
    if not isinstance(value, str):
        return True
    try:
        return re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', value) and bool(datetime.date.fromisoformat(value))
    except ValueError:
        return False


FORMATS = jsonschema.FormatChecker(formats=[])
FORMATS.checkers = {'date-time': (is_time, ()), 'date': (is_date, ())}


# --- The two judges

class Schemas:
    def __init__(self, folder):
        self.by_name = {path.stem: json.loads(path.read_text('utf-8')) for path in sorted(folder.glob('*.json'))}
        store = {schema['$id']: schema for schema in self.by_name.values()}
        self.validators = {}
        for kind in DOCUMENTS + EVENTS:
            schema = {'$ref': f'urn:moei:schema:events#/$defs/{kind}'} if kind in EVENTS else self.by_name[kind]
            resolver = jsonschema.RefResolver(schema.get('$id', ''), schema, store=store, handlers={'urn': refuse})
            self.validators[kind] = jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=FORMATS)

    def accepts(self, kind, document):
        return self.validators[kind].is_valid(document)

    def explain(self, kind, document):
        error = jsonschema.exceptions.best_match(self.validators[kind].iter_errors(document))
        return error.message if error is not None else 'nothing wrong'


def refuse(uri):
    raise ValueError(f'{uri} is in none of the schemas')


def ask_decoder(judge, cases):
    """What the decoder says to each (kind, text): None, or why it refuses."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for number, (kind, text) in enumerate(cases):
            path = pathlib.Path(folder, str(number))
            path.write_bytes(text.encode('utf-8'))
            lines.append(f'{kind} {path}\n')
        answers = subprocess.run([judge], input=''.join(lines), capture_output=True, text=True, check=True)
    assert not answers.stderr, answers.stderr
    verdicts = answers.stdout.splitlines()
    assert len(verdicts) == len(cases)
    return [None if verdict == 'accept' else verdict.removeprefix('reject: ') for verdict in verdicts]


# --- Documents with one thing changed

BAD_TIMES = ['2025-03-06', '2025-03-06 14:05:00+07:00', '2025-03-06T14:05:00', '2025-06-31T00:00:00Z',
             '2025-02-29T00:00:00Z', '2024-02-29T00:00:00Z', '2025-03-06T24:00:00Z', '2016-12-31T23:59:60Z',
             '2016-12-31T23:59:60+07:00', '2025-03-06T14:05:00.5+24:00', '2025-03-06t14:05:00.123456789z',
             '9999-12-31T23:59:59Z', '1741244700']
BAD_DATES = ['2025-06-31', '2025-02-29', '2024-02-29', '2025-3-6', '2025-03-06T00:00:00Z', '0000-01-01', '9999-12-31']
BAD_IDS = [' ', 'a b', 'a/b', 'æ', 'x' * 64, 'x' * 65, '*', 'A.z_9:-', '/v1/a', '//a', 'MAQ', 'VTPM', 'ABCDE',
           'maq', '2025-W10', '2025-W00', '2025-W54', '2025-w10']
OTHERS = [True, 'a-word-of-the-future', [], [None], [1, 1], ['x'], {}, {'en': 'x'}, {'en': None}, {'en': 1},
          {'type': 'Point', 'coordinates': [98.5, 16.7]}, {'type': 'Point', 'coordinates': [16.7, 98.5]},
          {'type': 'LineString', 'coordinates': [[98.5, 16.7], [98.6, 16.7]]}, {'type': 'Polygon', 'coordinates': []}]

# Either side of every limit that a number has
LIMITS = [0, 1, 7, 90, 180, 10000, 86400, 100000, 1000000, 10000000, 86400000, 1073741824, 9007199254740991]
NUMBERS = [-181, -180, -91, -90, -1, 1.0, 1.5, 1e300] + LIMITS + [limit + 1 for limit in LIMITS]
MAX_LENGTH, MAX_ITEMS = 1000, 10000


def replacements(value, number):
    """What to put in the place of @value: all that fits its kind, and some of everything else."""
    yield None
    if isinstance(value, str):
        yield from ['', 'x' * MAX_LENGTH, 'x' * (MAX_LENGTH + 1)]
        if TIME.match(value):
            yield from BAD_TIMES
        elif is_date(value):
            yield from BAD_DATES
        else:
            yield from BAD_IDS
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from NUMBERS
    else:
        yield from NUMBERS[number % 8::8]
    if isinstance(value, list) and value and not isinstance(value[0], dict):
        yield value[:1]
        yield value + value[:1]
        if isinstance(value[0], str):
            yield value[:1] * MAX_ITEMS
            yield value[:1] * (MAX_ITEMS + 1)
    yield from OTHERS[number % 4::4]


def places_in(value, path=()):
    """The path of everything within @value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []
    for key, item in items:
        yield path + (key,)
        yield from places_in(item, path + (key,))


def at(document, path):
    for key in path:
        document = document[key]
    return document


def changed(document, path, change):
    result = copy.deepcopy(document)
    change(at(result, path[:-1]), path[-1])
    return result


def put(value):
    def change(container, key):
        container[key] = copy.deepcopy(value)
    return change


def remove(container, key):
    del container[key]


def mutations(document):
    """(what was done, the result), always the same."""
    for number, path in enumerate(places_in(document)):
        where = '.'.join(str(key) for key in path)
        value = at(document, path)
        yield f'without {where}', changed(document, path, remove)
        for other in replacements(value, number):
            yield f'{where} = {json.dumps(other)[:60]}', changed(document, path, put(other))
        if isinstance(value, dict):
            more = copy.deepcopy(document)
            at(more, path)['a_member_of_the_future'] = {'deep': [1, None, 'x']}
            yield f'more in {where}', more
    for other in [None, 0] + OTHERS:
        yield f'nothing but {json.dumps(other)}', copy.deepcopy(other)


# --- What a schema cannot say

FLIGHTS = '{"schema":"urn:moei:flights:1","flights":[%s]}'
EXCEPTIONS = [
    ('flights', FLIGHTS % '{"id":"a"},{"id":"a"}',
     'an id given twice: uniqueItems compares whole items'),
    ('situation', '{"schema":"urn:moei:situation:1","epoch":"e","documents":[{"href":"/a","revision":1},{"href":"/a","revision":2}]}',
     'an address given twice: uniqueItems compares whole items'),
    ('flights', FLIGHTS % '{"id":"a","seats":1,"seats":2}',
     'a member given twice: a schema sees the document after it was parsed'),
    ('flights', FLIGHTS % '{"id":"a","seats":1,"suppressed":["seats"]}',
     'a count given, although it is withheld: no keyword compares values with names'),
    ('week', '{"schema":"urn:moei:week:1","week":"2025-W53","days":[]}',
     'a week 53 in a year of 52: no pattern knows the calendar'),
    ('flights', FLIGHTS % '{"id":"a","x":18446744073709551616}',
     'a number in an unknown member that no machine holds'),
    ('flights', FLIGHTS % '{"id":"a","number":"A\\u0000B"}',
     'a NUL in a string: two different texts would look the same to a C program'),
    ('flights', FLIGHTS % ('{"id":"a","x":%s1%s}' % ('[' * 40, ']' * 40)),
     'nested too deeply, in an unknown member'),
    ('flights', FLIGHTS % ('{"id":"a",%s}' % ','.join(f'"x{i}":1' for i in range(300))),
     'too many members, of which most are unknown'),
    ('flights', FLIGHTS % ('{"id":"a","x":[%s]}' % ','.join(['0'] * 100000)),
     'too many values, of which most are in an unknown member'),
]


# --- The tests

class Tap:
    def __init__(self):
        self.n = self.n_failed = 0

    def result(self, name, problems):
        self.n += 1
        self.n_failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {self.n} - {name}')
        for problem in problems[:20]:
            print(f'# {problem}')


def check_agreement(tap, name, schemas, judge, kind, cases):
    """@cases: (what, document).  Both judges must say the same, and not always the same."""
    texts = [(kind, json.dumps(document, ensure_ascii=False)) for _, document in cases]
    problems, n_accepted = [], 0
    for (what, document), refusal in zip(cases, ask_decoder(judge, texts)):
        accepts = schemas.accepts(kind, document)
        n_accepted += accepts
        if accepts != (refusal is None):
            problems.append(f'{what}: the decoder says {refusal or "yes"}; the schema {schemas.explain(kind, document)}')
    if not 0 < n_accepted < len(cases):
        problems.append(f'{n_accepted} of {len(cases)} accepted: nothing is tested')
    tap.result(f'{name}: {len(cases)} documents, {n_accepted} accepted', problems)


def check_valid(tap, schemas, judge, documents):
    cases = [(kind, path.read_text('utf-8')) for kind, path in documents]
    problems = []
    for (kind, text), (_, path), refusal in zip(cases, documents, ask_decoder(judge, cases)):
        if refusal is not None:
            problems.append(f'{path.name}: the decoder says {refusal}')
        if not schemas.accepts(kind, json.loads(text)):
            problems.append(f'{path.name}: the schema says {schemas.explain(kind, json.loads(text))}')
    tap.result(f'{len(cases)} good documents are good', problems)


def check_exceptions(tap, schemas, judge):
    verdicts = ask_decoder(judge, [(kind, text) for kind, text, _ in EXCEPTIONS])
    for (kind, text, reason), refusal in zip(EXCEPTIONS, verdicts):
        problems = []
        if refusal is None:
            problems.append('the decoder accepts it')
        if not schemas.accepts(kind, json.loads(text)):
            problems.append('the schema refuses it: it is no exception any more')
        tap.result(f'exception: {reason}', problems)


def resolve(schemas, schema, root):
    """Follows $ref, and answers (schema, the document that it is in)."""
    while '$ref' in schema:
        name, _, pointer = schema['$ref'].partition('#')
        root = schemas.by_name[name.removeprefix('urn:moei:schema:')] if name else root
        schema = root
        for key in pointer.split('/')[1:]:
            schema = schema[key]
    return schema, root


def schema_members(schemas, schema, root, prefix, out):
    """Puts every member that @schema names into @out: path → its words, if it is one of them."""
    schema, root = resolve(schemas, schema, root)
    for part in schema.get('allOf', []):
        schema_members(schemas, part, root, prefix, out)
    for name, member in schema.get('properties', {}).items():
        inner, inner_root = resolve(schemas, member, root)
        path = prefix + name
        words = inner.get('anyOf', [{}])[0].get('enum')
        out[path] = {word for word in words if word is not None} if words else None
        if 'items' in inner:
            item, _ = resolve(schemas, inner['items'], inner_root)
            if 'properties' in item:
                schema_members(schemas, item, inner_root, path + '[].', out)
        schema_members(schemas, inner, inner_root, path + '.', out)


# Members of the members of texts and geometries, and the names of what is
# withheld, are the business of one function each and in no table.
NOT_IN_TABLES = re.compile(r'.*\.(en|th|my|zh_CN|coordinates|suppressed)|.*(geometry|position)\.type')


def check_members(tap, schemas, judge):
    tables = {}
    lines = subprocess.run([judge, '--members'], capture_output=True, text=True, check=True).stdout.splitlines()
    for line in lines:
        kind, path, *words = line.split(' ')
        tables.setdefault(kind, {})[path] = set(words[0].split('|')) if words else None

    for kind in DOCUMENTS + EVENTS:
        validator = schemas.validators[kind]
        members = {}
        schema_members(schemas, validator.schema, validator.schema, '', members)
        members = {path: words for path, words in members.items() if not NOT_IN_TABLES.fullmatch(path)}
        table = tables[kind]
        problems = [f'{path}: only the schema has it' for path in sorted(members.keys() - table.keys())]
        problems += [f'{path}: only the decoder has it' for path in sorted(table.keys() - members.keys())]
        problems += [f'{path}: other words: {sorted(members[path] or []) } and {sorted(table[path] or [])}'
                     for path in sorted(members.keys() & table.keys()) if members[path] != table[path]]
        tap.result(f'{kind}: {len(table)} members, in the schema and in the decoder', problems)


def unbounded_arrays(value, path=''):
    """The arrays to which a schema sets no limit; 10,001 items of each would take too long to try."""
    if isinstance(value, dict):
        if 'items' in value and value.get('maxItems') != MAX_ITEMS and not value.get('uniqueItems'):
            yield path
        for key, item in value.items():
            yield from unbounded_arrays(item, f'{path}/{key}')


def check_schemas(tap, schemas):
    problems = []
    for name, schema in schemas.by_name.items():
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            problems.append(f'{name}: {error.message}')
        if schema['$id'] != f'urn:moei:schema:{name}':
            problems.append(f'{name}: its $id is {schema["$id"]}')
        if name != 'problem':
            problems += [f'{name}: {path} has no limit' for path in unbounded_arrays(schema)]
    tap.result(f'{len(schemas.by_name)} schemas are schemas', problems)


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get('$ref'), str):
            yield value['$ref']
        for item in value.values():
            yield from references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def check_openapi(tap, folder):
    api = json.loads((folder / 'openapi.json').read_text('utf-8'))
    problems = [] if api['openapi'].startswith('3.1.') else ['not OpenAPI 3.1']
    used = set(references(api))
    for reference in used:
        name, _, pointer = reference.partition('#')
        try:
            target = json.loads((folder / name).read_text('utf-8')) if name else api
            for key in pointer.split('/')[1:]:
                target = target[key]
        except (OSError, KeyError):
            problems.append(f'{reference}: nothing is there')

    for kind in DOCUMENTS:
        if kind != 'operation' and f'schemas/{kind}.json' not in used:
            problems.append(f'{kind}: no address has it')
    for group, components in api['components'].items():
        for name in components:
            if f'#/components/{group}/{name}' not in used:
                problems.append(f'{group}/{name}: nobody uses it')
    for path, item in api['paths'].items():
        named = set(re.findall(r'{(\w+)}', path))
        parameters = [api['components']['parameters'][p['$ref'].split('/')[-1]] for p in item['get'].get('parameters', [])]
        if named != {p['name'] for p in parameters if p['in'] == 'path'}:
            problems.append(f'{path}: its parameters are others')
    names = api['components']['parameters']['schemaName']['schema']['enum']
    if set(names) != {path.stem for path in (folder / 'schemas').glob('*.json')}:
        problems.append('schemaName: other schemas than there are')
    tap.result(f'openapi.json: {len(api["paths"])} addresses, {len(used)} references', problems)


def main(judge, api, documents, operation):
    tap = Tap()
    api, documents, operation = pathlib.Path(api), pathlib.Path(documents), pathlib.Path(operation)
    schemas = Schemas(api / 'schemas')

    check_schemas(tap, schemas)
    check_openapi(tap, api)
    check_members(tap, schemas, judge)

    fixtures = [(kind, documents / f'{kind}.json') for kind in DOCUMENTS + EVENTS]
    least = [(kind, documents / f'{kind}-least.json') for kind in DOCUMENTS]
    files = [(kind, operation / f'{FILES.get(kind, kind)}.json') for kind in DOCUMENTS if kind not in MADE]
    check_valid(tap, schemas, judge, fixtures + least + files)

    for kind, path in fixtures:
        cases = list(mutations(json.loads(path.read_text('utf-8'))))
        check_agreement(tap, f'{kind} with one thing changed', schemas, judge, kind, cases)
    check_exceptions(tap, schemas, judge)

    print(f'1..{tap.n}')
    return 1 if tap.n_failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
