"""What one block of a page says: its runs in their languages, its parts that are one clip each, its units."""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from selkoapp.speech.text.plan import Unit, plan
from selkoapp.speech.text.sentences import parts_of

NAME_LENGTH = 12  # hexadecimal digits: 48 bits tell the passages of one page or all our own words apart
SHORT = 120  # characters: a passage in several languages up to this length is one part


class Run(NamedTuple):
    """Text in one language."""

    language: str
    text: str


class Part(NamedTuple):
    """What is one clip: its runs, where it stands in the passage (characters), and the number of its first unit."""

    runs: tuple[Run, ...]
    start: int
    first: int


class Passage(NamedTuple):
    """One block of text. Runs follow one another without a gap; the text is as `tidy` leaves it."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """All of it, as read."""
        return "".join(run.text for run in self.runs)

    def parts(self) -> list[Part]:
        """The clips of this passage. Together they say all of it; the first is short, so that it is soon heard."""
        found, start, first = [], 0, 0
        for runs in _stretches(self.runs):
            found.append(Part(runs, start, first))
            start += sum(len(run.text) for run in runs)
            first += sum(len(plan(*_asked(run)).units) for run in runs)
        return found

    def units(self) -> list[Unit]:
        """What is lit, one after the other, as places in the passage's text."""
        return [unit for part in self.parts() for unit in units_of(part)]

    def named(self, secret: str) -> str:
        """A name that tells nothing of the text to who does not know the secret."""
        said = "\0".join(f"{run.language}\0{run.text}" for run in self.runs)
        return hmac.new(secret.encode(), said.encode(), hashlib.sha256).hexdigest()[:NAME_LENGTH]


def _asked(run: Run) -> tuple[str, str]:
    return run.text, run.language


def units_of(part: Part) -> list[Unit]:
    """The units of a part, as places in the passage's text."""
    found, start = [], part.start
    for run in part.runs:
        found += [Unit(start + unit.start, start + unit.end) for unit in plan(*_asked(run)).units]
        start += len(run.text)
    return found


def _stretches(runs: tuple[Run, ...]) -> Iterable[tuple[Run, ...]]:
    """The runs of each part. A short sentence that changes language is not torn apart."""
    if len(runs) > 1 and sum(len(run.text) for run in runs) <= SHORT:
        yield runs
        return
    for run in runs:
        for text in parts_of(*_asked(run)):
            yield (Run(run.language, text),)


def tidy(text: str, lines: bool = False) -> str:
    """The text as it is planned: NFC, spaces and line ends as one space. `lines` keeps line ends: a person made them."""
    stretches = text.split("\n") if lines else [text]
    kept = [" ".join(stretch.split()) for stretch in stretches]
    return unicodedata.normalize("NFC", "\n".join(line for line in kept if line))


def passage_of(text: str, language: str, lines: bool = True) -> Passage:
    """The passage of a text that a person wrote, or of words of our own."""
    return Passage((Run(language, tidy(text, lines)),))
