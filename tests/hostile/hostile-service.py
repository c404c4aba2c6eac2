# SPDX-License-Identifier: GPL-3.0-or-later
"""hostile-service.py SERVICE WINDOW [CASE...]: opens the window on services
that are broken or hostile, one case after the other.

The documents are those of the real service, and in each case something is
wrong with one of them.  The window must neither end nor complain, its main
loop must not be held up for a second, and what it shows must be text.
"""
import base64
import copy
import hashlib
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HELD_UP_MS = 1000
PATIENCE_S = 60
DAY = "2025-03-20"
CASES = {}


def case(function):
    CASES[function.__name__.replace("_", "-")] = function
    return function


class Picture:
    """What one case serves: good documents, some of which a case spoils."""

    def __init__(self, documents):
        self.documents = copy.deepcopy(documents)
        self.raw = {}       # path → bytes as sent, or a generator's function
        self.headers = {}   # path → further headers
        self.status = {}
        self.events = None  # bytes of the stream, or a generator's function
        self.shows = []     # what some label must hold

    def find(self, prefix):
        return next(path for path in self.documents if path.startswith("/v1/" + prefix))

    def get(self, prefix):
        return self.documents[self.find(prefix)]

    def send(self, prefix, body):
        self.raw[self.find(prefix)] = body

    def text_of(self, prefix):
        return json.dumps(self.get(prefix), ensure_ascii=False).encode()


def everywhere(picture, spoil):
    for path in list(picture.documents):
        if path not in ("/v1/", "/v1/situation"):
            picture.raw[path] = spoil(json.dumps(picture.documents[path]).encode())


@case
def good(picture):
    picture.shows.append(picture.get("flights")["flights"][0]["number"])


@case
def truncated(picture):
    everywhere(picture, lambda body: body[:len(body) // 2])


@case
def truncated_situation(picture):
    picture.send("situation", picture.text_of("situation")[:-20])


@case
def nested(picture):
    everywhere(picture, lambda body: b"[" * 1000000)


@case
def nested_objects(picture):
    everywhere(picture, lambda body: b'{"a":' * 400000)


@case
def empty(picture):
    everywhere(picture, lambda body: b"")


@case
def html(picture):
    everywhere(picture, lambda body: b"<html><body>Please log in</body></html>")
    for path in picture.raw:
        picture.headers[path] = {"Content-Type": "text/html"}


@case
def wrong_digest(picture):
    for path in picture.documents:
        picture.headers[path] = {"Repr-Digest": "sha-256=:%s:" % base64.b64encode(bytes(32)).decode()}


@case
def nuls(picture):
    everywhere(picture, lambda body: body[:40] + b"\0" * 100 + body[40:])


@case
def not_utf8(picture):
    everywhere(picture, lambda body: body.replace(b"e", b"\xff\xfe", 40))


@case
def wrong_types(picture):
    def spoil(body):
        document = json.loads(body)
        return json.dumps({key: [value] if not isinstance(value, list) else {"a": 1}
                           for key, value in document.items()}).encode()
    everywhere(picture, spoil)


@case
def wrong_types_within(picture):
    for prefix, member in (("flights", "flights"), ("places", "features"), ("convoys", "convoys")):
        for item in picture.get(prefix)[member]:
            for key in item:
                if key != "id":
                    item[key] = {"a": [1, 2, None]}


@case
def null_everything(picture):
    for prefix, member in (("flights", "flights"), ("convoys", "convoys"), ("weeks", "days")):
        for item in picture.get(prefix)[member]:
            for key in item:
                if key not in ("id", "date"):
                    item[key] = None


@case
def only_ids(picture):
    for prefix, member in (("flights", "flights"), ("convoys", "convoys"), ("routes", "features"),
                           ("places", "features"), ("nationalities", "nationalities")):
        document = picture.get(prefix)
        document[member] = [{key: item[key] for key in item if key in ("id", "type", "geometry")} |
                            ({"properties": {}} if member == "features" else {})
                            for item in document[member]]


@case
def nothing_in_them(picture):
    for path, document in picture.documents.items():
        for key, value in document.items():
            if isinstance(value, list) and path != "/v1/situation":
                document[key] = []


def megabytes(chunk, n):
    def send():
        for _ in range(n * 1024 * 1024 // len(chunk)):
            yield chunk
    return send


@case
def fifty_megabytes(picture):
    for path in list(picture.documents):
        if path not in ("/v1/", "/v1/situation"):
            picture.raw[path] = megabytes(b'{"a": 1},' * 4096, 50)


@case
def eight_megabytes_of_values(picture):
    everywhere(picture, lambda body: b'{"a":[' + b"1," * 3900000 + b"1]}")


@case
def eight_megabytes_of_string(picture):
    everywhere(picture, lambda body: b'{"a":"' + b"x" * 8000000 + b'"}')


@case
def many_members(picture):
    everywhere(picture, lambda body: b"{" + b",".join(b'"%d":0' % i for i in range(90000)) + b"}")


@case
def duplicate_ids(picture):
    flights = picture.get("flights")["flights"]
    flights.append(flights[0])


@case
def duplicate_members(picture):
    everywhere(picture, lambda body: body[:-1] + b',"revision":1}')


def line(n):
    return [[98.5 + i % 1000 * 1e-4, 16.7 + i // 1000 * 1e-4] for i in range(n)]


@case
def route_of_a_million(picture):
    picture.get("routes")["features"][0]["geometry"]["coordinates"] = [[98, 16]] * 1000000


@case
def routes_of_thirty_thousand(picture):
    features = picture.get("routes")["features"]
    for feature in features[:3]:
        feature["geometry"]["coordinates"] = line(9000)


@case
def route_around_the_world(picture):
    for feature in picture.get("routes")["features"]:
        feature["geometry"]["coordinates"] = [[-180, -90], [180, 90], [0, 0], [-180, 90], [180, -90]]


@case
def route_in_one_point(picture):
    for feature in picture.get("routes")["features"]:
        feature["geometry"]["coordinates"] = [[98.5, 16.7]] * 3


@case
def markup_in_ids(picture):
    for item in picture.get("flights")["flights"]:
        item["id"] = "<b>" + item["id"] + "</b>"


@case
def markup(picture):
    text = "<b>bold</b> & <span foreground='red'>red</span> &amp; &lt;"
    for item in picture.get("places")["features"]:
        item["properties"].update(name={"en": text, "th": text, "my": text, "zh_CN": text}, holder=text,
                                  township={"en": text}, reason={"en": text}, note={"en": text},
                                  source=text, owner=text)
    for item in picture.get("flights")["flights"]:
        item.update(number=text, carrier=text, source=text, owner=text)
    for item in picture.get("convoys")["convoys"]:
        item.update(number=text, source=text)
    for item in picture.get("weeks")["days"]:
        item.update(reason={"en": text}, lane=item.get("lane"), source=text, owner=text)
    for item in picture.get("nationalities")["nationalities"]:
        item.update(name={"en": text}, note={"en": text})
    for rule in picture.get("rule")["rules"]:
        rule["name"] = {"en": text}
        for lane in rule.get("lanes", []):
            lane.update(name={"en": text}, short_name={"en": text})
    picture.get("notices")["notices"] = [
        {"id": "n%d" % i, "severity": "extreme", "urgency": "immediate", "effective": DAY + "T08:00:00+07:00",
         "expires": DAY + "T23:00:00+07:00", "affects": [], "headline": {"en": text}, "description": {"en": text}}
        for i in range(3)]
    picture.documents["/v1/"]["name"] = {"en": text}
    picture.shows.append(text)


@case
def control_characters(picture):
    text = "\u202e\u2066\u200f\u0001\u001b[31m\u007f\u2028\n\r\t\ufeff\ufffe" + "a\u0300" * 300 + "\u05d0\u0627"
    for item in picture.get("places")["features"]:
        item["properties"].update(name={"en": text, "my": text}, note={"en": text})
    for item in picture.get("flights")["flights"]:
        item.update(number=text, carrier=text)
    picture.documents["/v1/"]["name"] = {"en": text}


@case
def long_names(picture):
    text = "ab" * 490
    for item in picture.get("places")["features"]:
        item["properties"].update(name={"en": text, "th": "ก" * 980, "my": "မ" * 980}, note={"en": text})
    for item in picture.get("flights")["flights"]:
        item.update(number=text, carrier=text)
    for item in picture.get("convoys")["convoys"]:
        item.update(number=text)
    picture.documents["/v1/"]["name"] = {"en": text, "my": "မ" * 980}


def set_counts(picture, value):
    def walk(node):
        if isinstance(node, dict):
            for key, inner in node.items():
                if isinstance(inner, int) and not isinstance(inner, bool) and key not in ("revision", "week"):
                    node[key] = value
                else:
                    walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)
    for path, document in picture.documents.items():
        if path not in ("/v1/", "/v1/situation"):
            walk(document)


@case
def negative_counts(picture):
    set_counts(picture, -5)


@case
def great_counts(picture):
    for item in picture.get("flights")["flights"]:
        item.update(seats=10000000, manifested=10000000, boarded=10000000)
    for item in picture.get("convoys")["convoys"]:
        item.update(buses=10000000, seats=0, people=10000000)
    for day in picture.get("weeks")["days"]:
        day["quota"] = 1
        for tally in day["tallies"]:
            tally.update({key: 10000000 for key in tally if key != "id" and isinstance(tally[key], int)})
    for item in picture.get("places")["features"]:
        item["properties"].update(people=10000000, capacity=0)


@case
def nothing_is_zero(picture):
    for day in picture.get("weeks")["days"]:
        day["quota"] = 0
        for tally in day["tallies"]:
            tally.update({key: 0 for key in tally if key != "id" and isinstance(tally[key], int)})


def set_instants(picture, instant):
    for prefix, member in (("flights", "flights"), ("convoys", "convoys"), ("notices", "notices")):
        for item in picture.get(prefix)[member]:
            for key, value in item.items():
                if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\dT", value):
                    item[key] = instant


@case
def far_future(picture):
    set_instants(picture, "9999-12-31T23:59:59+07:00")
    picture.documents["/v1/"]["clock"]["time"] = "9999-12-31T23:59:59+07:00"


@case
def far_past(picture):
    set_instants(picture, "0001-01-01T00:00:00Z")
    picture.documents["/v1/"]["clock"]["time"] = "0001-01-01T00:00:00Z"


@case
def clock_races(picture):
    picture.documents["/v1/"]["clock"]["rate"] = 1e308


@case
def out_of_range(picture):
    for item in picture.get("places")["features"]:
        item["geometry"] = {"type": "Point", "coordinates": [1e300, -1e300]}


@case
def at_the_poles(picture):
    places = [[180, 90], [-180, -90], [0, 0], [179.999, -89.999], [-0.0, 90]]
    for i, item in enumerate(picture.get("places")["features"]):
        item["geometry"] = {"type": "Point", "coordinates": places[i % len(places)]}
        item["properties"]["precision_m"] = 1000000
    for item in picture.get("convoys")["convoys"]:
        item["position"] = {"type": "Point", "coordinates": [180, 90]}
        item["state"] = "under-way"


@case
def ten_thousand_flights(picture):
    # As many as fit within the limit of values
    flights = picture.get("flights")
    one = {key: value for key, value in flights["flights"][0].items() if value is not None and key != "nationalities"}
    flights["flights"] = [one | {"id": "f%d" % i, "number": "XX%d" % i} for i in range(7000)]


@case
def ten_thousand_least_flights(picture):
    picture.get("flights")["flights"] = [{"id": "f%d" % i, "state": "boarding", "scheduled": DAY + "T12:00:00+07:00"}
                                         for i in range(10000)]


@case
def ten_thousand_places(picture):
    picture.get("places")["features"] = [
        {"type": "Feature", "id": "p%d" % i, "geometry": {"type": "Point", "coordinates": [98 + i % 100 / 100, 16 + i / 10000]},
         "properties": {"kind": "site", "state": "active", "name": {"en": "Place %d" % i}}} for i in range(5000)]


@case
def ten_thousand_notices(picture):
    picture.get("notices")["notices"] = [
        {"id": "n%d" % i, "severity": "extreme", "headline": {"en": "Notice %d" % i}} for i in range(9000)]


@case
def ten_thousand_changes(picture):
    text = {"en": "\u202e" + "x" * 999}
    picture.get("changes")["changes"] = [
        {"id": str(9000 - i), "at": DAY + "T12:00:00+07:00", "kind": ("flight", "moonrise", "notice")[i % 3],
         "entity": "f%d" % i, "field": ("state", "reports.", ".", "x" * 1000)[i % 4], "before": "-5", "after": "\u0301" * 9}
        for i in range(9000)]
    for change in picture.get("changes")["changes"][:200]:
        change.update(name=text, before_text=text, after_text=text, owner="x" * 1000, correction=True)


@case
def thousands_of_parts(picture):
    for flight in picture.get("flights")["flights"]:
        flight.update(no_show=10000000, milestones=[
            {"id": "m%d" % i, "planned": "9999-12-31T23:59:59Z", "done": "0001-01-01T00:00:00Z"} for i in range(1000)])
    for convoy in picture.get("convoys")["convoys"]:
        convoy["fleet"] = [{"id": "b%d" % i, "number": 100000, "position": {"type": "Point", "coordinates": [-180, 90]}}
                           for i in range(1000)]
    for nationality in picture.get("nationalities")["nationalities"]:
        nationality["holdings"] = [{"id": "H%d" % i, "people": i} for i in range(300)]
        nationality["aftercare"] = [{"id": "a%d" % i, "people": 10000000} for i in range(300)]
    picture.get("rolls")["rolls"] = [
        {"id": "r%d" % i, "total": 0, "name": {"en": "x" * 1000}, "rows": [{"id": "X%d" % k, "people": k} for k in range(300)]}
        for i in range(30)]


@case
def thousand_nationalities(picture):
    document = picture.get("nationalities")
    document["nationalities"] = [{"id": "X%c%c" % (65 + i // 26, 65 + i % 26), "held": i, "screened": 1} for i in range(676)]
    for day in picture.get("weeks")["days"]:
        day["tallies"] = [{"id": item["id"], "planned": 3, "departed": 1} for item in document["nationalities"]]


@case
def days_of_no_week(picture):
    document = picture.get("weeks")
    document["days"] = document["days"] * 1 + [
        {"id": "2025-04-%02d" % i, "date": "2025-04-%02d" % i, "state": "open"} for i in range(1, 30)]


@case
def documents_of_others(picture):
    picture.documents["/v1/situation"]["documents"] += [
        {"href": href, "revision": 3} for href in
        ("/v1/places?x=%d" % 1, "/v1/flights/../../etc/passwd", "/v1/flights?date=" + "9" * 400)]


@case
def thousand_documents(picture):
    picture.documents["/v1/situation"]["documents"] += [
        {"href": "/v1/flights?date=2025-03-%02d&x=%d" % (1 + i % 28, i), "revision": 3} for i in range(1000)]


def hello(picture, revision):
    situation = picture.documents["/v1/situation"]
    return ('event: hello\ndata: {"epoch":"%s","revision":%d,"time":"%sT12:00:00+07:00","rate":1,"ping_s":15}\n\n'
            % (situation["epoch"], revision, DAY)).encode()


@case
def endless_garbage(picture):
    def send():
        yield hello(picture, 2)
        while True:
            yield os.urandom(65536)
    picture.events = send


@case
def endless_lines(picture):
    def send():
        yield hello(picture, 2)
        while True:
            yield b"data: x\n" * 8192
    picture.events = send


@case
def endless_comments(picture):
    def send():
        yield hello(picture, 2)
        while True:
            yield b": nothing\n\n" * 4096
    picture.events = send


@case
def huge_event(picture):
    picture.events = hello(picture, 2) + b"event: changed\ndata: {\"revision\":" + b"9" * 5000000 + b"}\n\n"


@case
def wrong_events(picture):
    bad = [b"[]", b"{}", b"null", b"{\"revision\":-1}", b"{\"revision\":1e300}", b"{\"revision\":\"x\"}", b"\0", b"[" * 50000]
    picture.events = b"".join(b"event: %s\nid: a\0b\ndata: %s\n\n" % (name, data) for data in bad
                              for name in (b"hello", b"changed", b"ping", b"reset", b"bye", b"<b>"))


@case
def flood_of_changes(picture):
    def send():
        yield hello(picture, 2)
        revision = 3
        while True:
            for _ in range(200):
                revision += 1
                yield b"event: changed\ndata: {\"revision\":%d,\"documents\":[]}\n\n" % revision
            time.sleep(0.01)
    picture.events = send


@case
def flood_of_resets(picture):
    def send():
        yield hello(picture, 2)
        for i in range(1000000):
            yield b"event: reset\ndata: {\"epoch\":\"e%d\",\"revision\":%d}\n\n" % (i, i)
            time.sleep(0.001)
    picture.events = send


@case
def endless_redirect(picture):
    for path in picture.documents:
        picture.status[path] = 302
        picture.headers[path] = {"Location": path}


@case
def all_errors(picture):
    for i, path in enumerate(picture.documents):
        picture.status[path] = (400, 401, 403, 404, 410, 429, 500, 502, 503, 599)[i % 10]
        picture.headers[path] = {"Retry-After": "99999999999999999999", "Content-Type": "application/problem+json"}


@case
def strange_headers(picture):
    for path in picture.documents:
        picture.headers[path] = {"ETag": "\"" + "x" * 60000 + "\"", "Date": "never", "Content-Type": "application/json; charset=<b>",
                                 "Content-Encoding": "identity", "Set-Cookie": "a=b"}


@case
def false_gzip(picture):
    for path in picture.documents:
        picture.headers[path] = {"Content-Encoding": "gzip"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        try:
            if self.path.startswith("/v1/events"):
                self.send_events()
            else:
                self.send_document()
        except OSError:
            self.close_connection = True

    def send_events(self):
        picture = self.server.picture
        events = picture.events if picture.events is not None else hello(picture, 2)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for chunk in events() if callable(events) else [events]:
            self.wfile.write(chunk)
            if self.server.over.is_set():
                break
        self.wfile.flush()
        self.server.over.wait(PATIENCE_S)
        self.close_connection = True

    def send_document(self):
        picture = self.server.picture
        document = picture.documents.get(self.path)
        body = picture.raw.get(self.path)
        if body is None:
            body = json.dumps(document if document is not None else {}, ensure_ascii=False).encode()
        self.send_response(picture.status.get(self.path, 200 if document is not None else 404))
        geo = self.path in ("/v1/places", "/v1/routes")
        headers = {"Content-Type": "application/geo+json" if geo else "application/json", "ETag": '"2-0123456789abcdef"'}
        if not callable(body):
            headers["Content-Length"] = str(len(body))
            headers["Repr-Digest"] = "sha-256=:%s:" % base64.b64encode(hashlib.sha256(body).digest()).decode()
        else:
            headers["Connection"] = "close"
        for name, value in (headers | picture.headers.get(self.path, {})).items():
            self.send_header(name, value)
        self.end_headers()
        for chunk in body() if callable(body) else [body]:
            self.wfile.write(chunk)
            if self.server.over.is_set():
                break


def read_real(service):
    """The real service's documents on one day."""
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([service, "exercise", "--store", folder + "/store.db", "--listen", "127.0.0.1:0",
                                    "--start", DAY + "T12:00:00+07:00", "--speed", "1"], stdout=subprocess.PIPE, text=True)
        try:
            base = process.stdout.readline().split()[-1]
            documents = {}
            paths = ["/v1/", "/v1/situation"]
            for path in paths:
                documents[path] = json.load(urllib.request.urlopen(base + path))
                if path == "/v1/situation":
                    paths += [item["href"] for item in documents[path]["documents"]]
            return documents
        finally:
            process.terminate()
            process.wait()


def run_case(name, documents, window):
    picture = Picture(documents)
    CASES[name](picture)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    server.picture, server.over = picture, threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder = tempfile.mkdtemp(prefix="moei-hostile-")
    environment = dict(os.environ, XDG_CACHE_HOME=folder, G_DEBUG="fatal-warnings")
    problems, held_up = [], None
    try:
        done = subprocess.run([window, "--language", "en", "--service", "http://127.0.0.1:%d" % server.server_port],
                              env=environment, capture_output=True, text=True, errors="replace", timeout=PATIENCE_S)
        found = re.search(r"held up: (\d+) ms", done.stdout)
        held_up = int(found.group(1)) if found else None
        labels = [line[len("label: "):] for line in done.stdout.splitlines() if line.startswith("label: ")]
        if done.returncode != 0:
            problems.append("ended with %d" % done.returncode)
        if re.search(r"CRITICAL|WARNING|ERROR", done.stderr):
            problems.append(done.stderr.strip()[-600:])
        if held_up is None or held_up > HELD_UP_MS:
            problems.append("the main loop was held up")
        for text in picture.shows:
            if not any(text in label for label in labels):
                problems.append("no label shows %r" % text)
    except subprocess.TimeoutExpired:
        problems.append("did not end")
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        shutil.rmtree(folder, ignore_errors=True)
    print("%s %-32s held up %s ms %s" % ("ok    " if not problems else "not ok", name, held_up, "; ".join(problems)), flush=True)
    return not problems


def main():
    service, window, *names = sys.argv[1:]
    documents = read_real(service)
    failed = [name for name in names or CASES if not run_case(name, documents, window)]
    return 1 if failed else 0


sys.exit(main())
