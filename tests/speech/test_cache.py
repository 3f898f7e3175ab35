"""What was said once is kept, for whom it may be kept and no longer, and never half."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from selkoapp.kernel.faults import Unavailable
from selkoapp.speech import cache, service
from selkoapp.speech.cache import Cache, Clip
from selkoapp.speech.service import Speech
from tests.speech.mouth import HELLO, ODD, lines, one

AINO, MIKKO = "people/aino", "people/mikko"


def files(speech: Speech) -> list[str]:
    root = speech._cache._folder
    return sorted(
        file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file() and cache.LOCKS not in file.parts
    )


def place(speech: Speech, clip: Clip, shelf: str = "words") -> Path:
    """The file of its sound."""
    return speech._cache._place(shelf, clip.key).with_suffix(".mp3")


def aged(mp3: Path, age: timedelta) -> None:
    """Make a clip as old as this."""
    then = time.time() - age.total_seconds()
    for file in (mp3, mp3.with_suffix(".json")):
        os.utime(file, (then, then))


def test_each_shelf_keeps_its_own(speech, log):
    clips = {shelf: speech.clip(HELLO, "normal", shelf=shelf) for shelf in ("words", AINO, MIKKO)}
    assert len(lines(log)) == 3, "what was said to Aino is not Mikko's, though it is the same text"
    speech.drop(AINO)
    left = {shelf for shelf, clip in clips.items() if speech._cache.get(shelf, clip.key)}
    assert left == {"words", MIKKO}
    assert not [name for name in files(speech) if "aino" in name or cache.GONE in name]
    speech.drop(AINO)


def test_a_shelf_may_be_dropped_while_others_listen(tmp_path):
    """Who reads or writes meanwhile hears all of a clip or finds none."""
    kept, clip, stop = Cache(tmp_path, 10**9), Clip(b"x" * 100_000, [1], 2, "ab" * 32), threading.Event()

    def write() -> None:
        while not stop.is_set():
            with contextlib.suppress(OSError):
                kept.put(AINO, clip)

    def read() -> int:
        heard = 0
        while not stop.is_set():
            found = kept.get(AINO, clip.key)
            assert found in (None, clip)
            heard += found is not None
        return heard

    with ThreadPoolExecutor(3) as others:
        readers = [others.submit(read), others.submit(read)]
        others.submit(write)
        for _ in range(100):
            time.sleep(0.005)
            kept.drop(AINO)
        stop.set()
    assert all(reader.result() for reader in readers)
    kept.drop(AINO)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_server_that_ended_while_it_dropped_leaves_nothing(tmp_path):
    (tmp_path / f"{cache.GONE}0" / "x").mkdir(parents=True)
    Cache(tmp_path, 10**9).sweep()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("shelf", ["", "..", "../words", "people/../words", "/etc", "words/", "people//a", "People"])
def test_a_shelf_is_inside_the_folder(speech, shelf):
    with pytest.raises(ValueError):
        speech.clip(HELLO, "normal", shelf=shelf)
    with pytest.raises(ValueError):
        speech.drop(shelf)


def test_clips_are_for_this_user_only(speech):
    clip = speech.clip(HELLO, "normal", shelf=AINO)
    mp3 = place(speech, clip, AINO)
    assert {file.stat().st_mode & 0o077 for file in (mp3, mp3.with_suffix(".json"))} == {0}


def test_half_a_clip_is_none(speech, log):
    """The server was killed while it wrote: between sound and times, or in the middle of either."""
    clip = speech.clip(HELLO, "normal")
    mp3 = place(speech, clip)
    times = mp3.with_suffix(".json")
    whole = times.read_bytes()
    for spoil in (
        times.unlink,
        lambda: times.write_bytes(whole[:20]),
        lambda: mp3.write_bytes(b"\xff\xf3"),
        mp3.unlink,
    ):
        spoil()
        assert speech._cache.get("words", clip.key) is None
        assert speech.clip(HELLO, "normal") == clip
    assert len(lines(log)) == 5


KILLED_WRITER = """
import os, sys
from pathlib import Path
from selkoapp.speech.cache import Cache, Clip
replace, times = os.replace, int(sys.argv[2])
def kill(*where):
    global times
    times -= 1
    if times == 0:
        os.kill(os.getpid(), 9)
    replace(*where)
os.replace = kill
Cache(Path(sys.argv[1]), 10**9).put("words", Clip(b"x" * 1000, [1, 2], 3, "ab" * 32))
"""


@pytest.mark.parametrize("step", ["1", "2"])
def test_a_killed_writer_leaves_nothing_that_is_heard(tmp_path, step):
    done = subprocess.run([sys.executable, "-c", KILLED_WRITER, str(tmp_path), step], cwd=ODD.parents[2])
    assert done.returncode == -9
    kept = Cache(tmp_path, 10**9)
    assert kept.get("words", "ab" * 32) is None
    left = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert left
    for file in left:
        os.utime(file, (0, 0))
    kept.sweep()
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_disk_that_takes_nothing_is_no_mistake_of_ours(speech, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.os, "replace", full)
    clip = speech.clip(HELLO, "normal")
    assert clip.sound and not clip.usual, "heard all the same, and kept by nobody"
    assert not files(speech)


def test_a_folder_that_takes_nothing_is_no_mistake_either(speaking, tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError

    monkeypatch.setattr(Path, "mkdir", refused)
    assert not speaking().clip(HELLO, "normal").usual


def test_a_disk_that_cannot_be_read_is_told(speech, monkeypatch):
    def broken(_file):
        raise OSError(5, "Input/output error")

    speech.clip(HELLO, "normal")
    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(Unavailable):
        speech.clip(HELLO, "normal")


def test_what_was_heard_last_stays_when_there_is_too_much(speaking):
    speech = speaking(limit=10**9)
    clips = [speech.clip(one(f"Teksti numero {number}."), "normal") for number in range(10)]
    for number, clip in enumerate(clips):
        aged(place(speech, clip), timedelta(days=30 - number))
    speech.clip(one("Teksti numero 0."), "normal")  # Aino hears the oldest again
    whole = speech.sweep()
    assert whole.removed == 0
    swept = Cache(speech._cache._folder, whole.kept * 6 // 10).sweep()
    assert swept.kept <= whole.kept * 6 // 10 * cache.FULL
    left = [number for number, clip in enumerate(clips) if place(speech, clip).exists()]
    assert left == [0, *range(10 - len(left) + 1, 10)]
    assert swept.removed == 10 - len(left)


def test_words_do_not_go_by_age_but_what_people_wrote_does(speech):
    words = place(speech, speech.clip(HELLO, "normal"))
    aino, slow = (place(speech, speech.clip(HELLO, speed, shelf=AINO), AINO) for speed in ("normal", "slow"))
    aged(words, timedelta(days=300))
    aged(aino, timedelta(days=7, minutes=1))
    aged(slow, timedelta(days=6))
    speech.clip(HELLO, "slow", shelf=AINO)  # hearing it does not make it younger
    assert speech.sweep().removed == 1
    assert (words.exists(), aino.exists(), slow.exists()) == (True, False, True)
    aged(slow, timedelta(days=8))
    speech.sweep()
    assert not (speech._cache._folder / AINO).exists(), "its folder would tell that Aino was here"


def test_what_people_wrote_is_not_heard_from_the_shelf_when_its_time_has_passed(speech, log):
    """The sweep may not have come yet: the server slept."""
    clip = speech.clip(HELLO, "normal", shelf=AINO)
    aged(place(speech, clip, AINO), timedelta(days=7, minutes=1))
    assert speech._cache.get(AINO, clip.key) is None
    assert speech.clip(HELLO, "normal", shelf=AINO) == clip
    assert len(lines(log)) == 2


def test_the_sweep_comes_when_the_server_starts(speaking, monkeypatch):
    swept = threading.Event()
    monkeypatch.setattr(Speech, "sweep", lambda _speech: swept.set())
    speaking().warm()
    assert swept.wait(5)


def test_the_sweep_comes_by_itself(speaking, monkeypatch):
    swept = threading.Event()
    monkeypatch.setattr(Speech, "sweep", lambda _speech: swept.set())
    speech = speaking()
    speech.clip(HELLO, "normal")
    assert swept.wait(5), "the first listener of the day"
    swept.clear()
    monkeypatch.setattr(service, "SWEEP_EVERY", 3)
    for number in range(4):
        speech.clip(one(f"Uusi {number}"), "normal")
    assert swept.wait(5), "many new clips"
