"""The figures of speech are measured on the sound itself, and hold."""

import array

import pytest

from selkoapp.cli import command
from selkoapp.cli import speech as commands
from selkoapp.settings import ENGINES
from selkoapp.speech import figures, onsets
from tests.speech.mouth import NO_VOICES

HZ = 16_000


def beeps(*stretches: tuple[int, int]) -> array.array:
    """Sound with noise in these milliseconds."""
    samples = array.array("h", bytes(2 * HZ))
    for start, end in stretches:
        for at in range(start * HZ // 1000, end * HZ // 1000):
            samples[at] = 5000 if at % 2 else -5000
    return samples


@pytest.mark.parametrize(("told", "sounds"), [(300, 300), (320, 300), (260, 300), (0, 10)])
def test_an_onset_is_where_sound_begins_after_silence(told, sounds):
    assert abs(onsets.onset(beeps((10, 100), (300, 500)), HZ, told) - sounds) <= 2


def test_the_end_of_the_word_before_is_no_onset():
    assert abs(onsets.onset(beeps((0, 280), (330, 500)), HZ, 330) - 330) <= 2


@pytest.mark.parametrize(
    ("near", "not_far", "good"), [(50, 100, True), (49, 100, False), (90, 95, True), (90, 94, False), (0, 0, False)]
)
def test_good_is_half_near_and_few_far(near, not_far, good):
    assert figures.WordTimes("espeak", "fi", 100 if near else 0, near, not_far, 0, 0).good is good


def test_words_begin_when_the_engine_says_so():
    """Half of the words within 15 milliseconds of their sound, 95 of 100 within 80, in each language and voice."""
    measured = figures.word_times(ENGINES, NO_VOICES)
    assert {"fi", "sv", "en"} == {each.language for each in measured if each.engine == "espeak"}
    assert all(each.words >= 30 for each in measured)
    assert [each for each in measured if not each.good] == []


def test_kept_sound_comes_sooner_than_new_sound():
    for first in figures.first_sound(("silent",), NO_VOICES, times=3):
        assert first.kept * 2 < first.new


def ask(*words: str) -> int:
    """What `selko speech …` returns."""
    asked = command.read(["speech", *words])
    return getattr(commands, asked.does.split(":")[1])(asked)


@pytest.fixture
def installation(monkeypatch, tmp_path):
    """The environment of an installation in this test's folder that speaks softly."""
    for name, value in {"MODE": "test", "DATA": str(tmp_path / "data"), "SPEECH": "silent"}.items():
        monkeypatch.setenv(f"SELKO_{name}", value)
    return tmp_path / "data"


def test_check_lets_every_voice_speak(installation, monkeypatch, capsys):
    assert ask("check") == 0
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in told] == [["fi", "silent"], ["sv", "silent"], ["en", "silent"]]
    assert all(line.endswith("ok") for line in told)


def test_check_with_figures_tells_them(installation, monkeypatch, capsys):
    monkeypatch.setenv("SELKO_SPEECH", "espeak")
    assert ask("check", "--figures") == 0
    told = capsys.readouterr().out
    assert told.count("95 of 100 within") == 3 and told.count("kept") == 3


def test_check_without_a_voice_says_so(installation, monkeypatch, capsys):
    monkeypatch.setenv("SELKO_SPEECH", "off")
    assert ask("check") == 0
    assert "device" in capsys.readouterr().out
    monkeypatch.setenv("SELKO_SPEECH", "piper")
    assert ask("check") == 1


def test_sweep_tells_what_it_took(installation, capsys):
    assert ask("sweep") == 0
    assert "0 clips" in capsys.readouterr().out
