"""Piper speaks when somebody has installed it. Here its package is played: what it tells is brought onto the words."""

import importlib
import sys
from types import ModuleType, SimpleNamespace

import pytest

from selkoapp.speech.engines.base import EngineFailed
from selkoapp.speech.engines.shelf import LANGUAGES, piper_voice

HZ = 1000  # so that a sample is a millisecond
SPOKEN = {"12": "twelf", "50": "fif tee", "in": "in"}  # a number may be several words, "in the" is one


def phonemize(text: str) -> list[list[str]]:
    said = " ".join(SPOKEN.get(word.strip(",."), word.strip(",.")) for word in text.split()).replace("in the", "inthe")
    return [list(said)] if said else []


class PlayedVoice:
    """Each phoneme lasts ten milliseconds."""

    config = SimpleNamespace(sample_rate=HZ)
    phonemize = staticmethod(phonemize)

    @classmethod
    def load(cls, file, include_alignments):
        if "broken" in file.name:
            raise ValueError
        return cls()

    def synthesize(self, text, manner, include_alignments):
        for phonemes in phonemize(text):
            aligned = [SimpleNamespace(phoneme=each, num_samples=10) for each in ("^", *phonemes, "$")]
            yield SimpleNamespace(sample_rate=HZ, phoneme_alignments=aligned, audio_int16_bytes=bytes(20 * len(aligned)))


@pytest.fixture
def piper(monkeypatch, tmp_path):
    """The engine, with an English voice and a broken Finnish one."""
    played = ModuleType("piper")
    played.PiperVoice, played.AudioChunk, played.SynthesisConfig = PlayedVoice, SimpleNamespace, SimpleNamespace
    monkeypatch.setitem(sys.modules, "piper", played)
    for name in ("en_US-joe-medium", "fi_FI-broken-medium", "sv_SE-lonely-medium"):
        (tmp_path / f"{name}.onnx").touch()
        if "lonely" not in name:
            (tmp_path / f"{name}.onnx.json").touch()
    name = "selkoapp.speech.engines.piper"
    yield importlib.import_module(name).make(tmp_path)
    del sys.modules[name]


def starts(engine, text: str) -> list[tuple[str, int]]:
    return [(text[at : at + length], ms) for at, length, ms in engine.speak(text, "en", "normal").words]


def test_a_voice_needs_its_description(piper, tmp_path):
    assert [language for language in LANGUAGES if piper_voice(tmp_path, language)] == ["fi", "en"]


def test_each_word_has_its_start(piper):
    assert starts(piper, "Come to us") == [("Come", 10), ("to", 60), ("us", 90)]


def test_a_number_of_several_words_starts_once(piper):
    assert starts(piper, "It is 12 50 now") == [("It", 10), ("is", 40), ("12", 70), ("50", 130), ("now", 210)]


def test_words_that_are_said_as_one_start_once(piper):
    assert starts(piper, "Sit in the sun") == [("Sit", 10), ("in", 50), ("sun", 110)], "the start of the third is estimated later"


def test_a_sign_between_words_has_no_start(piper):
    assert [word for word, _ in starts(piper, "Come - now")] == ["Come", "now"]


def test_what_cannot_be_said_fails(piper):
    with pytest.raises(EngineFailed):
        piper.speak("", "en", "normal")
    with pytest.raises(EngineFailed):
        piper.speak("Hei", "fi", "normal")
