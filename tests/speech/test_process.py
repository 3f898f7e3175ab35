"""Engines hang, die and print; Aino hears her text all the same, and nothing is left running."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from selkoapp.kernel.faults import Busy, Unavailable
from selkoapp.speech import child, process
from selkoapp.speech.child import Died, TimedOut
from selkoapp.speech.process import VoiceFailed, Worker
from selkoapp.speech.text.sentences import parts_of
from tests.speech.mouth import NO_VOICES, ODD, alive, hundred_texts, odd_command, run_of, said

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")


@pytest.fixture
def worker():
    made = Worker(NO_VOICES, odd_command())
    yield made
    made.close()


def say(worker: Worker, text: str = "Hei vaan", voice: str = "silent", language: str = "fi"):
    return worker.say([run_of(text, language, voice)], "normal")


def test_an_engine_that_hangs_is_ended_and_another_answers(worker, monkeypatch):
    say(worker)
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    with pytest.raises(TimedOut):
        say(worker, "hang")
    monkeypatch.undo()
    assert len(say(worker).starts) == 2
    assert worker.starts == 2


def test_a_text_that_breaks_an_engine_is_tried_twice(worker):
    say(worker)
    with pytest.raises(Died):
        say(worker, "die")
    assert worker.starts == 2
    assert len(say(worker).starts) == 2


def test_an_engine_killed_between_two_texts_is_started_again(worker):
    for times in range(1, 6):
        assert len(say(worker).starts) == 2
        assert worker.starts == times
        os.kill(worker._child.process.pid, signal.SIGKILL)


@pytest.mark.slow
def test_an_engine_killed_all_the_time_still_answers(worker):
    assert len(hundred_texts(lambda text: say(worker, text), worker)) == 100
    assert worker.starts > 10


def test_what_libraries_print_is_no_answer(worker):
    assert len(say(worker, "print").starts) == 1
    assert len(say(worker).starts) == 2


def test_a_voice_that_cannot_say_something_says_so_and_lives_on(worker):
    with pytest.raises(VoiceFailed) as failure:
        say(worker, "fail")
    assert (failure.value.engine, failure.value.lasting) == ("silent", False)
    assert len(say(worker).starts) == 2
    assert worker.starts == 1


def test_a_voice_that_is_not_there_says_so(worker):
    with pytest.raises(VoiceFailed) as failure:
        say(worker, voice="parrot")
    assert (failure.value.engine, failure.value.lasting) == ("parrot", True)


@pytest.mark.parametrize("command", [(sys.executable, "-c", "raise SystemExit(3)"), ("/nowhere/python",)])
def test_a_child_that_does_not_start_is_left_alone_for_a_while(command, monkeypatch):
    worker = Worker(NO_VOICES, command)
    for _ in range(3):
        with pytest.raises(Unavailable) as fault:
            say(worker)
    assert worker.starts == 1
    assert 0 < fault.value.wait <= process.REST
    later = time.monotonic() + process.REST + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    with pytest.raises(Unavailable):
        say(worker)
    assert worker.starts == 2
    worker.close()


def test_a_child_does_not_grow_old(worker, monkeypatch):
    monkeypatch.setattr(child, "RECYCLE", 3)
    for _ in range(7):
        say(worker)
    assert worker.starts == 3


def test_who_waits_too_long_hears_that_it_is_busy(worker, monkeypatch):
    monkeypatch.setattr(process, "TURN", 0.05)
    with worker._turn, pytest.raises(Busy):
        say(worker)


def test_after_closing_nothing_starts(worker):
    say(worker)
    worker.close()
    with pytest.raises(Unavailable):
        say(worker)


def test_a_text_without_a_word_is_a_moment_of_silence(worker):
    for runs in ([], [run_of("…")]):
        heard = worker.say(runs, "normal")
        assert (heard.starts, heard.duration_ms, heard.peak) == ([], 200, 0)
        assert heard.content


@linux_only
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


@linux_only
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


@linux_only
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


@linux_only
def test_no_program_of_an_engine_is_left_either(festival):
    worker, programs = festival
    before = programs()
    assert before
    worker.close()
    time.sleep(0.2)
    assert not [each for each in before if alive(each)]


@linux_only
def test_a_program_that_was_killed_is_started_again(festival):
    worker, programs = festival
    for times in range(2, 4):
        for each in programs():
            os.kill(each, signal.SIGKILL)
        assert len(say(worker, voice="festival").starts) == 2
        assert worker.starts == times


@linux_only
def test_no_text_stands_where_others_could_read_it(worker):
    say(worker, "salaisuus")
    pid = worker._child.process.pid
    seen = Path(f"/proc/{pid}/cmdline").read_text() + Path(f"/proc/{pid}/environ").read_text()
    assert "salaisuus" not in seen


def test_failures_tell_no_text(worker, monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    for text in ("fail salaisuus", "die salaisuus", "hang salaisuus"):
        with pytest.raises((VoiceFailed, Died, TimedOut)) as failure:
            say(worker, text)
        told = failure.value
        while told:
            assert "salaisuus" not in repr(told)
            told = told.__cause__ or told.__context__


HOSTILE = [
    "hei", "öljy", "13.30", "klo", "24.12.2025", "12,50 €", "%", "25 %", "🙂", "👍🏽", "❤️", "👨\u200d👩\u200d👧",
    "–", "…", "(x)", "[[a]]", "<speak>", "<mark name='a'/>", "&amp;", "\\", "/", "1/2", "EU:n", "T.ex.",
    "www.selko.fi", "a@b.fi", "+358 40 123 4567", "漢字", "مرحبا", "שלום", "Привет", "\u200b", "\x00", "\x07",
    "\n", "\n\n", "ﬁ", "e\u0301", "ß", "1234567890123", "1 000 000", "-5 °C", "!!!", "???", "...",
    "'", '"', "”", "«»", "•", "☎", "№", "½", "²", "TÄMÄ", "a" * 51, "x" * 80, "1.", "2.", "a.", "§ 5", "#", "@", "_",
    "*", "~", "(", ")", '")(quit)(', "\ud7ff", "\U000e0041", "\u202e", "\xad", "𝕳𝖊𝖎", "é" * 40, "8" * 60, "\t", "😀" * 30,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_text_breaks_it(seed):
    """600 texts that nobody should write, split as the app splits them, by every voice that may be asked."""
    chance = random.Random(seed)
    worker = Worker(NO_VOICES)
    try:
        for _ in range(200):
            language = chance.choice(("fi", "sv", "en"))
            text = chance.choice((" ", "")).join(chance.choices(HOSTILE, k=chance.randint(0, 14)))
            voice = "festival" if language == "fi" and chance.random() < 0.5 else "espeak"
            for part in parts_of(text, language):
                try:
                    planned, heard = said(worker, voice, language, part)
                except VoiceFailed:
                    assert voice == "festival", "espeak says everything"
                    continue
                assert len(heard.starts) == len(planned.units)
                assert heard.starts == sorted(heard.starts)
                assert not heard.starts or 0 <= heard.starts[0] <= heard.starts[-1] <= heard.duration_ms
        assert worker.starts == 1
    finally:
        worker.close()
