"""Engines hang, die and print; Aino hears her text all the same."""

import os
import signal
import sys
import threading
import time

import pytest

from selkoapp.kernel.faults import Busy, Unavailable
from selkoapp.speech import child, process
from selkoapp.speech.child import Died, TimedOut
from selkoapp.speech.process import VoiceFailed, Worker
from tests.speech.mouth import NO_VOICES, hundred_texts, run_of, say


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
    assert 0 < fault.value.wait <= process.START_REST
    later = time.monotonic() + process.START_REST + 1
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
    monkeypatch.setattr(process, "ENGINE_TURN", 0.05)
    asking, done = threading.Event(), threading.Event()

    def ask_long() -> None:
        with worker.turn():
            asking.set()
            done.wait()

    other = threading.Thread(target=ask_long)
    other.start()
    asking.wait()
    with pytest.raises(Busy):
        say(worker)
    done.set()
    other.join()


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


def test_failures_tell_no_text(worker, monkeypatch):
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    for text in ("fail salaisuus", "die salaisuus", "hang salaisuus"):
        with pytest.raises((VoiceFailed, Died, TimedOut)) as failure:
            say(worker, text)
        told = failure.value
        while told:
            assert "salaisuus" not in repr(told)
            told = told.__cause__ or told.__context__
