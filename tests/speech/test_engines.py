"""Aino hears every text whole, at the right moments, in its own language, by every voice of this machine."""

import subprocess
import sys
from pathlib import Path

import espeakng_loader
import pytest

from selkoapp.settings import ENGINES
from selkoapp.speech import sound
from selkoapp.speech.align import align
from selkoapp.speech.engines import silent
from selkoapp.speech.engines.shelf import available
from selkoapp.speech.process import Worker
from tests.speech.mouth import NO_VOICES, run_of, said

TEXTS = {
    "fi": (
        "Tule klo 13.30. Se maksaa 12,50 € ja päivä on 24.12.2025.",
        "Hei 🙂 kaveri! Esim. linja-auto lähtee 7.–8. toukokuuta.",
        "Simo auttaa sinua. Soita 040 123 4567, jos myöhästyt.",
    ),
    "sv": ("Åk till sjön kl. 13.30. Det kostar 12,50 €.", "Handledaren hjälper dig, t.ex. på måndag."),
    "en": ("Come at 13:30. It costs €12.50, i.e. it is cheap.", "Your coach helps you on 24 December."),
}
VOICES = [(voice.engine, language) for language, found in available(ENGINES, NO_VOICES).items() for voice in found]
CASES = [(engine, language, text) for engine, language in VOICES for text in TEXTS[language]]
AUDIBLE = 1000  # of 32767


@pytest.fixture(scope="module")
def worker():
    made = Worker(NO_VOICES)
    yield made
    made.close()


def test_espeak_speaks_all_three_languages_everywhere():
    assert {("espeak", language) for language in ("fi", "sv", "en")} <= set(VOICES)


@pytest.mark.parametrize(("engine", "language", "text"), CASES)
def test_every_unit_has_its_moment(worker, engine, language, text):
    planned, heard = said(worker, engine, language, text)
    assert len(heard.starts) == len(planned.units)
    assert heard.starts == sorted(heard.starts) and 0 <= heard.starts[0] < 400 and heard.starts[-1] < heard.duration_ms
    assert heard.estimated == 0
    assert 40 < heard.duration_ms / len(planned.spoken) < 220, "milliseconds for a character"


@pytest.mark.parametrize(("engine", "language", "text"), CASES)
def test_sound_is_heard_while_a_word_is_lit(worker, engine, language, text):
    planned, heard = said(worker, engine, language, text)
    samples = sound.samples_of(heard.content)
    ends = [*heard.starts[1:], heard.duration_ms]
    for unit, start, end in zip(planned.units, heard.starts, ends, strict=True):
        lit = samples[start * heard.hz // 1000 : max(start + 80, end) * heard.hz // 1000]
        assert max(map(abs, lit)) > AUDIBLE, planned.source[unit.start : unit.end]


@pytest.mark.parametrize(("engine", "language", "text"), CASES)
def test_it_is_neither_too_soft_nor_too_loud(worker, engine, language, text):
    _, heard = said(worker, engine, language, text)
    assert 800 < heard.rms < 8000 and 5000 < heard.peak <= 32767
    assert abs(len(heard.content) / 2 / heard.hz * 1000 - heard.duration_ms) < 2


@pytest.mark.parametrize(("engine", "language"), [*VOICES, ("silent", "fi")])
def test_slow_is_slower_and_fast_is_faster(worker, engine, language):
    slow, normal, fast = (
        said(worker, engine, language, TEXTS[language][0], s)[1].duration_ms for s in ("slow", "normal", "fast")
    )
    assert slow > normal * 1.05 > fast * 1.1


def test_each_language_is_said_by_its_own_rules():
    """A machine without Finnish data would read Finnish like English, and nobody would notice."""
    asked = (
        "from selkoapp.speech.engines import driver; driver.initialise();"
        "print(*(driver.phonemes(*each) for each in (('kello', 'fi'), ('sju', 'sv'), ('seven', 'gmw/en'))))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", asked], capture_output=True, check=True, encoding="utf-8")
    finnish, swedish, english = done.stdout.split()
    assert "ello" in finnish and "ʉ" in swedish and "ɛv" in english


def test_a_checkout_may_lie_deep(tmp_path):
    """espeak-ng has 160 bytes for the path to its data."""
    deep = tmp_path / ("long-folder-name-" * 8) / ("and-another-one-" * 4)
    deep.mkdir(parents=True)
    (deep / "espeakng_loader").symlink_to(Path(espeakng_loader.__file__).parent)
    asked = (
        f"import sys; sys.path.insert(0, {str(deep)!r});"
        "from selkoapp.speech.engines import driver; driver.initialise();"
        "print(len(driver.espeakng_loader.get_data_path()), driver.phonemes('kello', 'fi'))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", asked], capture_output=True, check=True, encoding="utf-8")
    length, finnish = done.stdout.split()
    assert int(length) > 160 and "ello" in finnish


def test_a_swedish_name_in_a_finnish_sentence_is_one_sound(worker):
    runs = [
        run_of("Tapaamispaikka on", "fi", VOICES[0][0]),
        run_of("Sjövägen", "sv", "espeak"),
        run_of("kello 9.", "fi", "silent"),
    ]
    heard = worker.say(runs, "normal", raw=True)
    assert len(heard.starts) == 2 + 1 + 1
    assert heard.starts == sorted(heard.starts)
    alone = sum(worker.say([run], "normal").duration_ms for run in runs)
    assert abs(heard.duration_ms - alone) < 100


def test_it_comes_as_mp3(worker):
    heard = worker.say([run_of("Hei.", "fi", "espeak")], "normal")
    assert heard.content[:2] == b"\xff\xf3"
    assert 4 < len(heard.content) / heard.duration_ms < 8, "kilobytes a second"


def test_the_engine_of_tests_says_the_same_the_same_way():
    engine = silent.Silent()
    heard = engine.speak("Hei vaan", "fi", "normal")
    assert heard == engine.speak("Hei vaan", "fi", "normal")
    assert [word[:2] for word in heard.words] == [(0, 3), (4, 4)]


def test_words_find_their_units():
    segments = [(0, 3), (4, 10), (11, 15), (16, 20)]
    told = [(0, 3, 0), (4, 2, 300), (7, 3, 500), (10, 1, 900)]
    assert align(segments, told, 2000) == ([0, 300, 900, 1450], 1), "the third is told at its space, the fourth not at all"


def test_without_any_word_the_letters_tell():
    assert align([(0, 9), (10, 19), (20, 39)], [], 4000) == ([0, 1000, 2000], 3)
    assert align([], [], 200) == ([], 0)


def test_starts_never_go_back():
    assert align([(0, 3), (4, 8), (9, 12)], [(0, 3, 100), (4, 4, 90), (9, 3, 800)], 700).starts == [100, 100, 700]


def test_long_silence_at_the_end_is_cut():
    loud, quiet = [9000] * 1000, [3] * 16000
    assert len(sound.trim(sound.samples_of(b""), 16000)) == 0
    samples = sound.samples_of(b"")
    samples.extend(loud + quiet)
    assert len(sound.trim(samples, 16000)) == 1000 + 16000 * sound.KEPT // 1000


def test_another_rate_lasts_as_long_and_is_as_loud():
    samples = sound.samples_of(silent.Silent().speak("Hei vaan", "fi", "normal").pcm)
    other = sound.at_rate(samples, silent.HZ, 22_050)
    assert abs(sound.length_ms(other, 22_050) - sound.length_ms(samples, silent.HZ)) <= 1
    assert abs(sound.level(other).rms - sound.level(samples).rms) < 100


def test_without_wishes_there_are_no_voices():
    assert available((), NO_VOICES) == {}


def test_piper_waits_for_its_package_and_a_whole_voice(tmp_path):
    (tmp_path / "fi_FI-harri-medium.onnx").touch()
    assert "piper" not in [voice.engine for found in available(("piper",), tmp_path).values() for voice in found]
