"""What speaks lives with its server and no longer: nothing is left running, and nothing tells what it said."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from selkoapp.speech.process import VoiceFailed, Worker
from tests.speech.mouth import NO_VOICES, ODD, alive, say

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_speaks_for_itself(worker):
    """As with a server that loads the app and then forks: the pipes of the one must not be used by the other."""
    say(worker)
    ours = worker._child.process.pid
    forked = os.fork()
    if forked == 0:
        heard = say(worker).starts
        good = len(heard) == 2 and worker._child.process.pid != ours
        worker.close()
        os._exit(0 if good else 1)
    assert os.waitpid(forked, 0)[1] == 0
    assert len(say(worker).starts) == 2
    assert (worker._child.process.pid, worker.starts) == (ours, 1)


def test_a_child_outlives_the_thread_that_first_needed_it(worker):
    """Linux ends a child with the thread that started it: that must not be the thread of a request."""
    thread = threading.Thread(target=say, args=(worker,))
    thread.start()
    thread.join()
    time.sleep(0.2)
    assert alive(worker._child.process.pid)
    say(worker)
    assert worker.starts == 1


KILLED_SERVER = """
import sys, threading, time
from tests.speech.mouth import odd_command, run_of, NO_VOICES
from selkoapp.speech.process import Worker
worker = Worker(NO_VOICES, odd_command())
worker.say([run_of("Hei")], "normal")
threading.Thread(target=worker.say, args=([run_of(sys.argv[1])], "normal"), daemon=True).start()
print(worker._child.process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("doing", ["hang", "Hei vaan"])
def test_nothing_is_left_when_the_server_is_killed(doing):
    server = subprocess.Popen(
        [sys.executable, "-c", KILLED_SERVER, doing], cwd=ODD.parents[2], stdout=subprocess.PIPE, encoding="ascii"
    )
    speaking = int(server.stdout.readline())
    time.sleep(0.1)
    assert alive(speaking)
    server.kill()
    server.wait()
    server.stdout.close()
    for _ in range(100):
        if not alive(speaking):
            break
        time.sleep(0.05)
    assert not alive(speaking)


@pytest.fixture
def festival():
    """A worker that speaks by Festival, and what that runs."""
    worker = Worker(NO_VOICES)
    try:
        say(worker, voice="festival")
        yield worker, lambda: children(worker._child.process.pid)
    except VoiceFailed:
        pytest.skip("Festival is not installed")
    finally:
        worker.close()


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_no_program_of_an_engine_is_left_either(festival):
    worker, programs = festival
    before = programs()
    assert before
    worker.close()
    time.sleep(0.2)
    assert not [each for each in before if alive(each)]


def test_a_program_that_was_killed_is_started_again(festival):
    worker, programs = festival
    for times in range(2, 4):
        for each in programs():
            os.kill(each, signal.SIGKILL)
        assert len(say(worker, voice="festival").starts) == 2
        assert worker.starts == times


def test_no_text_stands_where_others_could_read_it(worker):
    say(worker, "salaisuus")
    pid = worker._child.process.pid
    seen = Path(f"/proc/{pid}/cmdline").read_text() + Path(f"/proc/{pid}/environ").read_text()
    assert "salaisuus" not in seen
