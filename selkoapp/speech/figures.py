"""How well it speaks, in numbers: word starts against the sound itself, and how soon the first sound is there."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from selkoapp.speech.cache import WORDS
from selkoapp.speech.passages import Run
from selkoapp.speech.service import Speech

SIX_WORDS = {
    "fi": "Huomenna tapaamme kaikki uudessa toimistossa aamulla.",
    "sv": "Vi träffas i morgon klockan nio.",
    "en": "We meet tomorrow at nine o'clock.",
}
NEAR, FAR = 15, 80  # milliseconds: half of the words are to be as near, 95 of 100 no farther


class WordTimes(NamedTuple):
    """How far the starts of words are from their sound: median and the 95th of 100, in milliseconds, early or late.

    `near` and `not_far` are how many words are within NEAR and FAR.
    """

    engine: str
    language: str
    words: int
    near: int
    not_far: int
    median: int
    of_95: int

    @property
    def good(self) -> bool:
        """Whether enough words are near, and few enough far."""
        return self.near * 2 >= self.words > 0 and self.not_far * 100 >= self.words * 95


class FirstSound(NamedTuple):
    """Milliseconds until the clip of a sentence of six words is there: new, and kept."""

    engine: str
    language: str
    new: float
    kept: float


def word_times(wanted: tuple[str, ...], voices: Path) -> list[WordTimes]:
    """Of every voice that tells when its words begin."""
    command = [sys.executable, "-P", "-m", "selkoapp.speech.onsets", str(voices.resolve()), *wanted]
    told = subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - our own module
    return [_word_times(*each) for each in json.loads(told.splitlines()[-1]) if each[2]]


def _word_times(engine: str, language: str, late: list[int]) -> WordTimes:
    away = sorted(map(abs, late))
    near, not_far = (sum(each <= most for each in away) for most in (NEAR, FAR))
    return WordTimes(engine, language, len(away), near, not_far, round(statistics.median(away)), away[len(away) * 95 // 100])


def first_sound(wanted: tuple[str, ...], voices: Path, times: int = 20) -> list[FirstSound]:
    """Medians of so many tries with a warm engine and an empty cache."""
    with tempfile.TemporaryDirectory() as folder:
        speech = Speech(Path(folder), "figures", wanted, voices, 10**9)
        try:
            return [
                _first_sound(speech, voice, language, text, times)
                for language, text in SIX_WORDS.items()
                for voice in speech.voices(language)
            ]
        finally:
            speech.close()


def _first_sound(speech: Speech, voice: str, language: str, text: str, times: int) -> FirstSound:
    new, kept = [], []
    for _ in range(times + 1):  # the first one starts the engine
        speech.drop(WORDS)
        for taken in (new, kept):
            begun = time.perf_counter()
            speech.clip((Run(language, text),), "normal", voice)
            taken.append((time.perf_counter() - begun) * 1000)
    return FirstSound(voice, language, round(statistics.median(new[1:]), 1), round(statistics.median(kept[1:]), 2))
