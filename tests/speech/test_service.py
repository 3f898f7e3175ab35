"""What speaks is a voice of the language, the wished one if it can; and what it said sounds the same the next time."""

import time

import pytest

from selkoapp.kernel.faults import Unavailable
from selkoapp.speech import process, service
from selkoapp.speech.passages import Run
from selkoapp.speech.text.plan import plan
from tests.speech.mouth import HELLO, lines, one


def test_a_clip_has_a_moment_for_each_unit_and_is_kept(speech, log):
    clip = speech.clip(one("Tule klo 13.30 töihin."), "normal")
    assert len(clip.starts) == len(plan("Tule klo 13.30 töihin.", "fi").units) == 3
    assert clip.sound[0] == 0xFF and clip.usual and clip.duration_ms > clip.starts[-1]
    assert speech.clip(one("Tule klo 13.30 töihin."), "normal") == clip
    assert len(lines(log)) == 1


def test_a_voice_that_fails_lets_the_next_one_speak(speaking, log):
    """Whatever goes wrong with it: it cannot say the text, it breaks on it, it hangs."""
    speech = speaking(wanted=("silent", "espeak"))
    first = speech.clip(one("fail hei"), "normal")
    assert speech.clip(one("fail hei"), "normal", "espeak").key == first.key, "kept as the clip of the voice that spoke"
    assert not first.usual and not speech.clip(one("fail hei"), "normal").usual, "the wished one speaks again another day"
    assert speech.clip(one("fail hei"), "normal", "espeak").usual
    assert len(speech.clip(one("die hei"), "normal").starts) == 2
    assert speech.clip(HELLO, "normal") != speech.clip(HELLO, "normal", "espeak"), "only these texts, not the voice for ever"


def test_a_voice_that_hangs_is_left_alone_for_a_while(speaking, log, monkeypatch):
    speech = speaking(wanted=("silent", "espeak"))
    speech.clip(HELLO, "normal")
    monkeypatch.setattr(process, "PATIENCE", 0.3)
    assert len(speech.clip(one("hang hei"), "normal").starts) == 2
    monkeypatch.undo()
    speech.clip(one("Toinen teksti."), "normal")
    assert "Toinen teksti." not in "".join(lines(log))


def test_when_no_voice_speaks_the_listener_is_told_to_wait(speech, speaking):
    with pytest.raises(Unavailable):
        speech.clip(one("fail hei"), "normal")
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
    clip = speech.clip((Run("fi", "Simo asuu "), Run("sv", "Sjövägen.")), "normal")
    assert len(clip.starts) == 3
    assert len(lines(log)) == 2


def test_a_language_without_a_voice_is_read_as_english(speech):
    assert speech.clip(one("Waa hagaag.", "so"), "normal") == speech.clip(one("Waa hagaag.", "en"), "normal")


def test_every_ingredient_makes_another_clip(speaking, monkeypatch):
    speech = speaking(wanted=("silent", "espeak"))

    def key(which=speech, part=HELLO, speed="normal", voice=""):
        asked = service._Asked(part, speed, voice, "words", "")
        return which._key(asked, which._chosen(asked, set()))

    keys = [
        key(),
        key(part=one("Hei vaan.", "sv")),
        key(part=one("Hei vaan!")),
        key(part=(Run("fi", "Hei "), Run("fi", "vaan."))),
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


@pytest.mark.parametrize("part", [(), one(""), one("a" * 2001)])
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
    assert speech.clip(HELLO, "normal").usual
    assert speech._worker.starts == 1


@pytest.mark.parametrize(
    ("wanted", "wished", "languages"),
    [
        (("espeak",), "", ("fi", "sv", "en")),
        (("silent", "espeak"), "", ()),
        (("espeak", "silent"), "silent", ()),
        (("espeak",), "espeak", ()),
        (("espeak",), "festival", ("fi", "sv", "en")),
        ((), "", ("fi", "sv", "en")),
    ],
    ids=["robot", "good", "another chosen", "robot chosen", "chosen in another language", "none"],
)
def test_the_device_comes_before_a_robot_that_was_not_chosen(speaking, wanted, wished, languages):
    assert speaking(wanted=wanted).device_first(wished) == languages
