# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader and a keyboard do with a program: for tests.

Looks at the tree of accessible objects that the program exports, and presses
keys on its display.
"""

import ctypes
import signal
import subprocess
import warnings

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# The functions of Atspi are called as Debian 12 has them; some are deprecated
warnings.simplefilter('ignore', DeprecationWarning)

PATIENCE = 120  # seconds; reached only by a program that does not do what it should
LOOK_AGAIN = 100  # milliseconds: not every change of GTK 4.8's objects is an event

PR_SET_PDEATHSIG = 1
ALT = 0xffe9
CONTROL = 0xffe3
SHIFT = 0xffe1
TAB, RETURN, ESCAPE, DOWN = 0xff09, 0xff0d, 0xff1b, 0xff54
F1, F5 = 0xffbe, 0xffc2


class Gone(Exception):
    """The program ended, or an object is there no more."""


def start(command, **options):
    """Starts a program that does not outlive this one, however this one ends."""
    libc = ctypes.CDLL(None)
    return subprocess.Popen(command, text=True, preexec_fn=lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL), **options)


class Keyboard:
    """Keys pressed on the display by the X server's own means."""

    def __init__(self):
        self.x11 = ctypes.CDLL('libX11.so.6')
        self.xtest = ctypes.CDLL('libXtst.so.6')
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))

    def _move(self, key, is_down):
        code = self.x11.XKeysymToKeycode(self.display, ctypes.c_ulong(key))
        self.xtest.XTestFakeKeyEvent(self.display, code, is_down, ctypes.c_ulong(0))

    def press(self, key, *modifiers):
        for modifier in modifiers:
            self._move(modifier, 1)
        self._move(key, 1)
        self._move(key, 0)
        for modifier in reversed(modifiers):
            self._move(modifier, 0)
        self.x11.XSync(self.display, 0)

    def write(self, text):
        for letter in text:
            self.press(ord(letter))


class Reader:
    """The accessible objects of one process."""

    def __init__(self, process):
        self.process = process
        self.context = GLib.MainContext.default()
        self.listener = Atspi.EventListener.new(lambda event: None)
        for kind in ('object:state-changed', 'object:children-changed', 'object:property-change', 'object:text-changed', 'window'):
            self.listener.register(kind)
        GLib.timeout_add(LOOK_AGAIN, lambda: True)

    def _application(self):
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def objects(self, within=None):
        """Every object, parents before children; each once."""
        seen = set()
        left = [within or self._application()]
        while left:
            node = left.pop()
            if node is None or node.path in seen:
                continue
            seen.add(node.path)
            yield node
            left += [node.get_child_at_index(i) for i in reversed(range(node.get_child_count()))]

    def find(self, role, name, within=None):
        """The first object of this role whose name matches the expression."""
        for node in self.objects(within):
            if node.get_role_name() == role and name.search(node.get_name() or ''):
                return node
        return None

    def wait_for(self, what, condition, patience=PATIENCE):
        """Looks again whenever something changed; returns what the condition gave."""
        over = []
        source = GLib.timeout_source_new_seconds(patience)
        source.set_callback(lambda *_: over.append(True))
        source.attach(self.context)
        try:
            while True:
                try:
                    found = condition()
                except GLib.Error:  # what was looked at went away meanwhile
                    found = None
                if found:
                    return found
                if over:
                    raise AssertionError(f'waited too long for {what}')
                if self.process.poll() is not None:
                    raise Gone(f'the program ended with {self.process.returncode} while waiting for {what}')
                self.context.iteration(True)
        finally:
            source.destroy()

    def wait_until_ended(self, patience=PATIENCE):
        """Returns the program's exit code."""
        return self.process.wait(patience)


def states(node):
    """The states of an object, by their names."""
    return {state.value_nick for state in node.get_state_set().get_states()}


def act(node):
    """Does what a click on the object would do."""
    Atspi.Action.do_action(node, 0)
