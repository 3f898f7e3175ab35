"""What was said once is kept, for whom it may be kept, and comes at once the next time."""

import os
import subprocess
import sys
import threading
import time
from datetime import timedelta

import pytest

from selkoapp.kernel.faults import Busy, TooMany, Unavailable
from selkoapp.speech import cache, process, quota, service
from selkoapp.speech.cache import Cache
from selkoapp.speech.process import Worker
from selkoapp.speech.service import Speech
from selkoapp.speech.text.plan import plan
from tests.speech.mouth import NO_VOICES, ODD, hundred_texts, lines, odd_command

AINO, MIKKO = "people/aino", "people/mikko"
HELLO = (("fi", "Hei vaan."),)


@pytest.fixture
def log(tmp_path):
    """What the engine was asked to say, a line each."""
    return tmp_path / "said.log"


@pytest.fixture
def speaking(tmp_path, log):
    """speaking(…) → speech with the odd child, in this test's folder."""
    made = []

    def make(secret="s", wanted=("silent",), limit=10**9, folder="speech") -> Speech:
        speech = Speech(tmp_path / folder, secret, wanted, NO_VOICES, limit, Worker(NO_VOICES, odd_command(log)))
        made.append(speech)
        return speech

    yield make
    for speech in made:
        speech.close()


@pytest.fixture
def speech(speaking):
    return speaking()


def files(speech: Speech) -> list[str]:
    root = speech._cache._folder
    return sorted(
        file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file() and cache.LOCKS not in file.parts
    )


def aged(clip: cache.Clip, age: timedelta) -> None:
    """Make a clip as old as this."""
    then = time.time() - age.total_seconds()
    for file in (clip.mp3, clip.mp3.with_suffix(".json")):
        os.utime(file, (then, then))


def test_a_clip_has_a_moment_for_each_unit_and_is_kept(speech, log):
    clip = speech.clip((("fi", "Tule klo 13.30 töihin."),), "normal")
    assert len(clip.starts) == len(plan("Tule klo 13.30 töihin.", "fi").units) == 3
    assert clip.mp3.read_bytes()[0] == 0xFF and clip.duration_ms > clip.starts[-1]
    assert speech.clip((("fi", "Tule klo 13.30 töihin."),), "normal") == clip
    assert len(lines(log)) == 1


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
from tests.speech.mouth import NO_VOICES, odd_command
from selkoapp.speech.process import Worker
from selkoapp.speech.service import Speech
folder, log = map(Path, sys.argv[1:])
speech = Speech(folder, "s", ("silent",), NO_VOICES, 10**9, Worker(NO_VOICES, odd_command(log)))
with ThreadPoolExecutor(8) as listeners:
    clips = list(listeners.map(lambda n: speech.clip((("fi", f"Teksti {n % 10} kuuluu."),), "normal"), range(50)))
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
    clips = hundred_texts(lambda text: speech.clip((("fi", text),), "normal"), speech._worker)
    assert len({clip.key for clip in clips}) == 100
    assert all(clip.mp3.stat().st_size > 1000 for clip in clips)
    assert speech._worker.starts > 10


def test_a_voice_that_fails_lets_the_next_one_speak(speaking, log):
    """Whatever goes wrong with it: it cannot say the text, it breaks on it, it hangs."""
    speech = speaking(wanted=("silent", "espeak"))
    first = speech.clip((("fi", "fail hei"),), "normal")
    assert speech.clip((("fi", "fail hei"),), "normal", "espeak").key == first.key, "kept as the clip of the voice that spoke"
    assert len(speech.clip((("fi", "die hei"),), "normal").starts) == 2
    assert speech.clip(HELLO, "normal") != speech.clip(HELLO, "normal", "espeak"), "only these texts, not the voice for ever"


def test_a_voice_that_hangs_is_left_alone_for_a_while(speaking, log, monkeypatch):
    speech = speaking(wanted=("silent", "espeak"))
    speech.clip(HELLO, "normal")
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    assert len(speech.clip((("fi", "hang hei"),), "normal").starts) == 2
    monkeypatch.undo()
    speech.clip((("fi", "Toinen teksti."),), "normal")
    assert "Toinen teksti." not in "".join(lines(log))


def test_when_no_voice_speaks_the_listener_is_told_to_wait(speech, speaking):
    with pytest.raises(Unavailable):
        speech.clip((("fi", "fail hei"),), "normal")
    with pytest.raises(Unavailable) as fault:
        speaking(wanted=()).clip(HELLO, "normal")
    assert fault.value.wait == 60
    assert speaking(wanted=()).voices("fi") == ()


def test_the_wished_voice_speaks_where_it_has_the_language(speaking):
    speech = speaking(wanted=("silent", "espeak"))
    assert speech.voices("fi") == ("silent", "espeak")
    usual, wished, unknown = (speech.clip(HELLO, "normal", voice) for voice in ("", "espeak", "parrot"))
    assert usual == unknown and wished.duration_ms != usual.duration_ms


def test_two_languages_are_one_clip(speech, log):
    clip = speech.clip((("fi", "Simo asuu "), ("sv", "Sjövägen.")), "normal")
    assert len(clip.starts) == 3
    assert len(lines(log)) == 2


def test_a_language_without_a_voice_is_read_as_english(speech):
    assert speech.clip((("so", "Waa hagaag."),), "normal") == speech.clip((("en", "Waa hagaag."),), "normal")


def test_the_same_letters_written_otherwise_are_the_same_clip(speech, log):
    assert speech.clip((("fi", "a\u0308iti"),), "normal") == speech.clip((("fi", "äiti"),), "normal")


def test_every_ingredient_makes_another_clip(speaking, monkeypatch):
    speech = speaking(wanted=("silent", "espeak"))

    def key(which=speech, part=HELLO, speed="normal", voice=""):
        chosen = [which._choose(language, voice, set()) for language, _ in part]
        return which._key(part, chosen, speed)

    keys = [
        key(),
        key(part=(("sv", "Hei vaan."),)),
        key(part=(("fi", "Hei vaan!"),)),
        key(part=(("fi", "Hei "), ("fi", "vaan."))),
        key(speed="slow"),
        key(voice="espeak"),
        key(speaking(secret="another", wanted=("silent",))),
    ]
    newer = speaking()
    newer._voices = {"fi": (newer._voices["fi"][0]._replace(version="newer"),)}
    keys.append(key(newer))
    monkeypatch.setattr(service, "VERSION", service.VERSION + 1)
    keys.append(key())
    assert len(set(keys)) == len(keys)
    assert all(len(each) == 64 and "Hei" not in each for each in keys)


def test_the_stamp_changes_with_the_voices(speaking):
    assert speaking().stamp == speaking(secret="another").stamp
    assert speaking().stamp != speaking(wanted=("silent", "espeak")).stamp != speaking(wanted=()).stamp


def test_each_shelf_keeps_its_own(speech, log):
    clips = {shelf: speech.clip(HELLO, "normal", shelf=shelf) for shelf in ("words", AINO, MIKKO)}
    assert len(lines(log)) == 3, "what was said to Aino is not Mikko's, though it is the same text"
    assert len({clip.mp3 for clip in clips.values()}) == 3
    speech.drop(AINO)
    assert not clips[AINO].mp3.exists() and clips[MIKKO].mp3.exists() and clips["words"].mp3.exists()
    speech.drop(AINO)


@pytest.mark.parametrize("shelf", ["", "..", "../words", "people/../words", "/etc", "words/", "people//a", "People"])
def test_a_shelf_is_inside_the_folder(speech, shelf):
    with pytest.raises(ValueError):
        speech.clip(HELLO, "normal", shelf=shelf)
    with pytest.raises(ValueError):
        speech.drop(shelf)


def test_clips_are_for_this_user_only(speech):
    clip = speech.clip(HELLO, "normal", shelf=AINO)
    assert {file.stat().st_mode & 0o077 for file in (clip.mp3, clip.mp3.with_suffix(".json"))} == {0}


def test_half_a_clip_is_none(speech, log):
    """The server was killed while it wrote: between sound and times, or in the middle of either."""
    clip = speech.clip(HELLO, "normal")
    times = clip.mp3.with_suffix(".json")
    whole = times.read_bytes()
    for spoil in (
        times.unlink,
        lambda: times.write_bytes(whole[:20]),
        lambda: clip.mp3.write_bytes(b"\xff\xf3"),
        clip.mp3.unlink,
    ):
        spoil()
        assert speech._cache.get("words", clip.key) is None
        again = speech.clip(HELLO, "normal")
        assert (again.starts, again.mp3.stat().st_size > 1000) == (clip.starts, True)
    assert len(lines(log)) == 5


KILLED_WRITER = """
import os, sys
from pathlib import Path
from selkoapp.speech.cache import Cache
replace, times = os.replace, int(sys.argv[2])
def kill(*where):
    global times
    times -= 1
    if times == 0:
        os.kill(os.getpid(), 9)
    replace(*where)
os.replace = kill
Cache(Path(sys.argv[1]), 10**9).put("words", "ab" * 32, b"x" * 1000, [1, 2], 3)
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
    with pytest.raises(Unavailable):
        speech.clip(HELLO, "normal")
    assert not files(speech)


def test_what_was_heard_last_stays_when_there_is_too_much(speaking):
    speech = speaking(limit=10**9)
    clips = [speech.clip((("fi", f"Teksti numero {number}."),), "normal") for number in range(10)]
    for number, clip in enumerate(clips):
        aged(clip, timedelta(days=30 - number))
    speech.clip((("fi", "Teksti numero 0."),), "normal")  # Aino hears the oldest again
    whole = speech.sweep()
    assert whole.removed == 0
    swept = Cache(speech._cache._folder, whole.kept * 6 // 10).sweep()
    assert swept.kept <= whole.kept * 6 // 10 * cache.FULL
    left = [number for number, clip in enumerate(clips) if clip.mp3.exists()]
    assert left == [0, *range(10 - len(left) + 1, 10)]
    assert swept.removed == 10 - len(left)


def test_words_do_not_go_by_age_but_what_people_wrote_does(speech):
    words, aino = speech.clip(HELLO, "normal"), speech.clip(HELLO, "normal", shelf=AINO)
    slow = speech.clip(HELLO, "slow", shelf=AINO)
    aged(words, timedelta(days=300))
    aged(aino, timedelta(days=7, minutes=1))
    aged(slow, timedelta(days=6))
    speech.clip(HELLO, "normal", shelf=AINO)  # hearing it does not make it younger
    assert speech.sweep().removed == 1
    assert (words.mp3.exists(), aino.mp3.exists(), slow.mp3.exists()) == (True, False, True)
    aged(slow, timedelta(days=8))
    speech.sweep()
    assert not (speech._cache._folder / AINO).exists(), "its folder would tell that Aino was here"


def test_the_sweep_comes_by_itself(speaking, monkeypatch):
    swept = threading.Event()
    monkeypatch.setattr(Speech, "sweep", lambda _speech: swept.set())
    speech = speaking()
    speech.clip(HELLO, "normal")
    assert swept.wait(5), "the first listener of the day"
    swept.clear()
    monkeypatch.setattr(service, "SWEEP_EVERY", 3)
    for number in range(4):
        speech.clip((("fi", f"Uusi {number}"),), "normal")
    assert swept.wait(5), "many new clips"


def test_one_listener_cannot_keep_the_voice_to_herself(speech, monkeypatch):
    monkeypatch.setattr(speech, "_quota", quota.Quota(3))
    for number in range(3):
        speech.clip((("fi", f"Uusi {number}"),), "normal", listener="aino")
    with pytest.raises(TooMany) as fault:
        speech.clip((("fi", "Uusi 3"),), "normal", listener="aino")
    assert 0 < fault.value.wait <= 60
    speech.clip((("fi", "Uusi 0"),), "normal", listener="aino")  # what is kept costs nothing
    speech.clip((("fi", "Uusi 3"),), "normal", listener="mikko")
    for number in range(5):
        speech.clip((("fi", f"Oma {number}"),), "normal")
    later = time.monotonic() + 60
    monkeypatch.setattr(time, "monotonic", lambda: later)
    speech.clip((("fi", "Uusi 4"),), "normal", listener="aino")


def test_who_waits_too_long_for_the_same_clip_hears_that_it_is_busy(speech, monkeypatch):
    clip = speech.clip(HELLO, "normal")
    clip.mp3.unlink()
    monkeypatch.setattr(cache, "TURN", 0.05)
    with speech._cache.turn(clip.key), pytest.raises(Busy):
        speech.clip(HELLO, "normal")


@pytest.mark.parametrize("part", [(), (("fi", ""),), (("fi", "a" * 2001),)])
def test_what_is_no_part_is_refused(speech, part):
    with pytest.raises(ValueError):
        speech.clip(part, "normal")


def test_warmed_it_waits_for_the_first_listener(speaking, log):
    speech = speaking(wanted=("silent",))
    speech.warm()
    for _ in range(200):
        if len(lines(log)) == 3:
            break
        time.sleep(0.02)
    assert sorted(lines(log)) == ["Hei", "Hej", "Hello"]
    assert not files(speech)
    speech.clip(HELLO, "normal")
    assert speech._worker.starts == 1
