"""An engine for tests: a soft tone for every word, as long as its letters. Always the same, and fast."""

import array
import math
import re
from pathlib import Path

from selkoapp.speech.engines.base import Spoken

HZ = 16_000
LETTER = {"slow": 60, "normal": 40, "fast": 25}  # milliseconds
GAP = 40  # milliseconds after each word
WAVE = HZ // 400  # samples in one swing of the tone
LOUDNESS = 3000
SWING = array.array("h", [round(LOUDNESS * math.sin(2 * math.pi * n / WAVE)) for n in range(WAVE)]).tobytes()
WORD = re.compile(r"\S+")


class Silent:
    """The engine."""

    def speak(self, spoken: str, language: str, speed: str) -> Spoken:
        """See Engine."""
        pcm, words = bytearray(), []
        for found in WORD.finditer(spoken):
            words.append((found.start(), len(found[0]), len(pcm) * 1000 // (2 * HZ)))
            swings = len(found[0]) * LETTER[speed] * HZ // (1000 * WAVE)
            pcm += SWING * swings + bytes(2 * GAP * HZ // 1000)
        return Spoken(bytes(pcm), HZ, words)


def make(_voices: Path) -> Silent:
    """The engine, for the child process."""
    return Silent()
