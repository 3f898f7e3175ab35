"""What an engine is: something that says a text in a language and tells when each word begins."""

from typing import NamedTuple, Protocol

WordStart = tuple[int, int, int]
"""Where a word is in the spoken text, how many characters it has, and the millisecond at which it begins."""


class EngineFailed(Exception):
    """This engine cannot say this now. Never holds the text: it may be private."""


class Spoken(NamedTuple):
    """Sound (16-bit mono, `hz` samples a second) and the words in it. No words: the engine does not tell."""

    pcm: bytes
    hz: int
    words: list[WordStart]


class Engine(Protocol):
    """Made once in the child process. Making one raises EngineFailed or ImportError when it cannot speak here."""

    def speak(self, spoken: str, language: str, speed: str) -> Spoken:
        """The sound of a text at "slow", "normal" or "fast". Raises EngineFailed."""
