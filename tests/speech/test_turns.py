"""Many listeners and one engine: each text is said once, and nobody keeps it to herself."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from selkoapp.kernel.faults import Busy, TooMany
from selkoapp.speech import cache, quota, seats
from selkoapp.speech.quota import ADDRESS, Quota
from selkoapp.speech.turn import Turn
from tests.speech.mouth import HELLO, ODD, hundred_texts, lines, one


def test_twenty_listeners_of_one_text_wait_for_one_voice(speech, log):
    heard, together = [], threading.Barrier(20)

    def listen():
        together.wait()
        heard.append(speech.clip(HELLO, "normal"))

    threads = [threading.Thread(target=listen) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 20 and len({clip.key for clip in heard}) == 1
    assert len(lines(log)) == 1


TWO_SERVERS = """
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.speech.mouth import NO_VOICES, odd_command, one
from selkoapp.speech.process import Worker
from selkoapp.speech.service import Speech
folder, log = map(Path, sys.argv[1:])
speech = Speech(folder, "s", ("silent",), NO_VOICES, 10**9, Worker(NO_VOICES, odd_command(log)))
with ThreadPoolExecutor(8) as listeners:
    clips = list(listeners.map(lambda n: speech.clip(one(f"Teksti {n % 10} kuuluu."), "normal"), range(50)))
print(len(clips), len({clip.key for clip in clips}))
speech.close()
"""


def test_two_servers_say_each_text_once_together(tmp_path, log):
    command = [sys.executable, "-c", TWO_SERVERS, str(tmp_path / "speech"), str(log)]
    servers = [subprocess.Popen(command, cwd=ODD.parents[2], stdout=subprocess.PIPE, encoding="ascii") for _ in range(2)]
    assert [server.communicate(timeout=60)[0].split() for server in servers] == [["50", "10"]] * 2
    assert len(lines(log)) == len(set(lines(log))) == 10


@pytest.mark.slow
def test_an_engine_that_is_killed_again_and_again_is_not_noticed(speech):
    clips = hundred_texts(lambda text: speech.clip(one(text), "normal"), speech._worker)
    assert len({clip.key for clip in clips}) == 100
    assert all(len(clip.sound) > 1000 for clip in clips)
    assert speech._worker.starts > 10


def test_who_waits_too_long_for_the_same_clip_hears_that_it_is_busy(speech, monkeypatch):
    clip = speech.clip(HELLO, "normal")
    speech.drop("words")
    monkeypatch.setattr(cache, "CLIP_TURN", 0.05)
    with speech._cache.turn(clip.key), pytest.raises(Busy):
        speech.clip(HELLO, "normal")


@pytest.fixture
def let_go(log):
    """let_go() lets the engine end the texts that are held."""
    return log.with_name(f"{log.name}.go").touch


@pytest.fixture
def crowded(speech, log, let_go):
    """Aino has just asked for four texts at once: the engine says the first one until it is let go."""
    for text in (HELLO, one("Lämmin.")):
        speech.clip(text, "normal")
    with ThreadPoolExecutor(4) as aino:
        asked = [aino.submit(speech.clip, one(f"held {number}"), "normal", listener="aino") for number in range(4)]
        wait_for(lambda: held_ones(log) == 1)
        yield speech
        let_go()
    assert any(isinstance(each.exception(), Busy) for each in asked), "no thread waits until all four are said"
    assert any(each.exception() is None for each in asked)


def wait_for(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)


def held_ones(log) -> int:
    """How many of Aino's texts have been begun."""
    return sum("held" in line for line in lines(log))


def test_what_is_kept_waits_for_nobody(crowded, log):
    crowded.clip(HELLO, "normal", listener="mikko")
    assert held_ones(log) == 1, "the first of the four is still being said"


def test_another_listener_waits_for_one_text_only(crowded, log, let_go):
    with ThreadPoolExecutor(1) as mikko:
        asked = mikko.submit(crowded.clip, one("Uusi."), "normal", listener="mikko")
        wait_for(lambda: "mikko" in crowded._seats._sitting)
        let_go()
        asked.result()
    before = lines(log)[: next(number for number, line in enumerate(lines(log)) if "Uusi" in line)]
    assert sum("held" in line for line in before) == 1, "those of hers that came later wait for Mikko"


def test_another_server_waits_for_none(crowded, log, speaking):
    speaking().clip(one("Uusi."), "normal", listener="aino")
    assert held_ones(log) == 1, "the second server has an engine of its own"


def test_only_two_wait_for_the_engine(monkeypatch):
    monkeypatch.setattr(seats, "SEAT_WAIT", 0.05)
    room = seats.Seats()
    with room.taken("aino"):
        with pytest.raises(Busy), room.taken("aino"):
            pass
        with room.taken("mikko"), pytest.raises(Busy), room.taken("simo"):
            pass
    with room.taken(f"{ADDRESS}1"), room.taken(f"{ADDRESS}1"), pytest.raises(Busy), room.taken(""):
        pass
    assert not room._sitting


def test_one_person_never_holds_all_threads():
    """Three requests of hers sit or wait; a fourth is sent away at once, and another person still comes in."""
    room, leave = seats.Seats(), threading.Event()

    def sit(who: str) -> None:
        with room.taken(who):
            leave.wait(30)

    with ThreadPoolExecutor(4) as web:
        hers = [web.submit(sit, "aino") for _ in range(3)]
        wait_for(lambda: room._here["aino"] == 3)
        with pytest.raises(Busy), room.taken("aino"):
            pass
        with room.taken("mikko"):
            assert room._sitting == ["aino", "mikko"]
        leave.set()
    assert [each.exception() for each in hers] == [None] * 3
    assert not room._sitting and not room._here


@pytest.fixture
def long_minute(monkeypatch) -> int:
    """A minute that does not end while a test runs, in seconds."""
    monkeypatch.setattr(quota, "MINUTE", 10**9)
    return quota.MINUTE


def test_one_listener_cannot_keep_the_voice_to_herself(speech, monkeypatch, long_minute):
    """She has so many seconds of making a minute."""
    monkeypatch.setattr(speech, "_quota", Quota(0.5, 1.5))
    for listener, times in (("aino", 1), (f"{ADDRESS}1", 2)):
        for number in range(times):
            speech.clip(one(f"slow {listener} {number}"), "normal", listener=listener)
        with pytest.raises(TooMany) as fault:
            speech.clip(one(f"Uusi {listener}"), "normal", listener=listener)
        assert 0 < fault.value.wait <= long_minute
        speech.clip(one(f"slow {listener} 0"), "normal", listener=listener)  # what is kept costs nothing
    speech.clip(one("Uusi"), "normal", listener="mikko")
    for number in range(2):
        speech.clip(one(f"slow oma {number}"), "normal")
    later = time.monotonic() + long_minute
    monkeypatch.setattr(time, "monotonic", lambda: later)
    speech.clip(one("Uusi aino"), "normal", listener="aino")


def test_time_spent_in_vain_is_counted_and_a_second_voice_still_answers(speaking, monkeypatch, long_minute):
    speech = speaking(wanted=("silent", "espeak"))
    monkeypatch.setattr(speech, "_quota", Quota(0.5))
    speech.clip(one("slow fail"), "normal", listener="aino")
    with pytest.raises(TooMany):
        speech.clip(one("Uusi"), "normal", listener="aino")


def test_waiting_for_others_is_not_counted(speech, long_minute):
    speech.clip(HELLO, "normal")
    with ThreadPoolExecutor(2) as listeners:
        list(listeners.map(lambda who: speech.clip(one(f"slow {who}"), "normal", listener=who), ("aino", "mikko")))
    assert all(0.9 < speech._quota._spent[who] < 1.8 for who in ("aino", "mikko"))


def test_the_turn_is_given_in_the_order_of_asking_and_lost_by_nobody():
    turn, told = Turn(), []

    def ask(name: int, patience: float = 30) -> None:
        if turn.acquire(patience):
            told.append(name)
            assert turn.acquire(0)  # once more by the same thread
            turn.release()
            turn.release()

    assert turn.acquire(0)
    with ThreadPoolExecutor(4) as threads:
        gone = threads.submit(ask, 0, 0.01)
        gone.result()
        for name in range(1, 4):
            threads.submit(ask, name)
            wait_for(lambda name=name: len(turn._waiting) == name)
        turn.release()
    assert told == [1, 2, 3]
    assert turn.acquire(0)
