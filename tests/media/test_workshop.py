"""Children that hang, break, print or do not start; and what they may not do."""

import os
import subprocess
import sys

import pytest

from selkoapp.kernel.faults import Busy
from selkoapp.media import workshop
from selkoapp.media.faults import NotASound
from tests.media.recordings import recording

SAY_READY = "import sys; sys.stdout.write('ready\\n'); sys.stdout.flush();"


@pytest.fixture
def child(monkeypatch):
    """child("…") → from now on the children run this program."""
    return lambda program: monkeypatch.setattr(workshop, "COMMAND", (sys.executable, "-c", program))


@pytest.mark.parametrize(
    "program",
    [
        SAY_READY,
        SAY_READY + "import os; os.abort()",
        SAY_READY + "print('this is no answer')",
        SAY_READY + "print('[1]')",
        SAY_READY + "print('{\"colour\": 3}')",
        SAY_READY + 'print(\'{"refused": "Everything"}\')',
        SAY_READY + "print('{}')",
        SAY_READY + "sys.stdout.write('x' * 20_000_000)",
    ],
    ids=["ends", "breaks", "prints", "a list", "a strange word", "a strange reason", "nothing made", "no end"],
)
def test_a_child_that_breaks_is_a_file_that_cannot_be_opened(program, child):
    child(program)
    with pytest.raises(NotASound):
        workshop.sound(recording())


@pytest.mark.parametrize("program", [SAY_READY + "import time; time.sleep(60)", SAY_READY + "\nwhile True: pass"])
def test_a_child_that_hangs_is_ended(program, child, monkeypatch):
    child(program)
    monkeypatch.setattr(workshop, "PATIENCE", 1.0)
    with pytest.raises(NotASound):
        workshop.sound(recording())


@pytest.mark.parametrize("command", [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit(3)")])
def test_a_child_that_does_not_start_is_not_the_files_fault(command, monkeypatch):
    monkeypatch.setattr(workshop, "COMMAND", command)
    with pytest.raises(Busy):
        workshop.sound(recording())


def test_who_waits_too_long_hears_that_it_is_busy(monkeypatch):
    monkeypatch.setattr(workshop, "TURN", 0.05)
    for _ in range(workshop.AT_ONCE):
        workshop._turns.acquire()
    try:
        with pytest.raises(Busy):
            workshop.sound(recording())
    finally:
        workshop._turns.release(workshop.AT_ONCE)


def test_a_child_knows_none_of_our_secrets(child, monkeypatch):
    monkeypatch.setenv("SELKO_SECRET_KEY", "salaisuus")
    child("import os, sys; sys.exit() if 'SELKO_SECRET_KEY' in os.environ else print('ready')")
    with pytest.raises(NotASound):  # Busy when it knew
        workshop.sound(recording())


@pytest.mark.skipif(os.name != "posix", reason="limits are of POSIX")
@pytest.mark.parametrize(
    ("tried", "wrong"),
    [
        ("open('/etc/passwd')", "OSError"),
        ("open('/tmp/selko-x', 'w')", "OSError"),
        ("__import__('socket').socket()", "OSError"),
        ("__import__('subprocess').Popen(['/bin/true'])", "OSError"),
        ("bytearray(1600 << 20)", "MemoryError"),
    ],
)
def test_a_child_may_do_nothing_but_answer(tried, wrong):
    program = f"""import socket, subprocess
from selkoapp.media import child
child.bound()
try: {tried}
except {wrong}: print('refused')
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "refused\n", done.stderr
