"""espeak-ng through pyttsx3: Finnish, Swedish and English on every system, with exact times. Not the finest voice."""

import io
import wave
from pathlib import Path
from typing import NamedTuple

import pyttsx3

from selkoapp.speech.engines import driver
from selkoapp.speech.engines.base import EngineFailed, Spoken, WordStart


class Manner(NamedTuple):
    """How a language is spoken: the settings that a recogniser of speech understood best."""

    voice: str
    word_gap: int  # steps of about 10 ms
    rates: dict[str, int]  # words a minute by speed

    def properties(self, speed: str) -> dict[str, str | int]:
        """The same, as the driver's properties."""
        usual = {"pitch": 50, "range": 50, "volume": 90}
        return {"voice": self.voice, **usual, "word_gap": self.word_gap, "rate": self.rates[speed]}


MANNERS = {
    "fi": Manner("fi", 2, {"slow": 110, "normal": 130, "fast": 155}),
    "sv": Manner("sv", 2, {"slow": 100, "normal": 120, "fast": 140}),
    "en": Manner("gmw/en", 1, {"slow": 100, "normal": 120, "fast": 150}),
}


class Espeak:
    """The engine. `manners` are other than the usual only when times are measured."""

    def __init__(self, manners: dict[str, Manner] = MANNERS):
        self._manners = manners
        self._words: list[WordStart] = []
        self._errors: list[BaseException] = []
        try:
            self._pyttsx3 = pyttsx3.init(driver.NAME)
        except (RuntimeError, OSError) as missing:
            raise EngineFailed("espeak-ng does not start") from missing
        self._pyttsx3.connect("started-word", self._on_word)
        self._pyttsx3.connect("error", lambda name, exception: self._errors.append(exception))

    def _on_word(self, name: str, location: int, length: int, at_ms: int) -> None:
        self._words.append((location, length, at_ms))

    def speak(self, spoken: str, language: str, speed: str) -> Spoken:
        """See Engine. pyttsx3 keeps errors to itself, so they are asked for."""
        self._words.clear()
        self._errors.clear()
        for name, value in self._manners[language].properties(speed).items():
            self._pyttsx3.setProperty(name, value)
        written = io.BytesIO()
        self._pyttsx3.save_to_file(spoken, written)
        self._pyttsx3.runAndWait()
        if self._errors:
            raise EngineFailed("espeak-ng could not say it") from self._errors[0]
        written.seek(0)
        with wave.open(written) as sound:
            return Spoken(sound.readframes(sound.getnframes()), sound.getframerate(), list(self._words))


def make(_voices: Path) -> Espeak:
    """The engine, for the child process."""
    return Espeak()
