"""From a text to what is lit (units) and what an engine says (spoken). One plan writes the page and times the sound."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from selkoapp.speech.text.pictures import KEYCAP, ROW
from selkoapp.speech.text.readable import Readable, readable, sayable
from selkoapp.speech.text.readings import Reading, readings, tongue_of

VERSION = 1  # part of every cache key: goes up when any text would be said or lit otherwise
REMEMBERED = 4096  # plans of sentences that pages show again and again

_TOKEN = re.compile(rf"{KEYCAP}|{ROW}|(?:(?!{KEYCAP}|{ROW})\S)+")
_STRAY_APOSTROPHE = re.compile(r"(?<!\w)'|'(?!\w)")
_GAP_BEFORE_SIGN = re.compile(r"\s+(?=[.,!?;:])")
_SIGNS = re.compile(r"[.,!?;:]{2,}")
_SIGN_IN_WORD = re.compile(r"([.,!?;:])(?=\w)")
_LEAD = re.compile(r"[.,!?;:][\s.,!?;:]*")


class Unit(NamedTuple):
    """What is lit as one: a word, or a group read as one. Code points of the source, without edge punctuation."""

    start: int
    end: int


class Plan(NamedTuple):
    """How a text is lit and said. segments[i] is where unit i is in `spoken`."""

    language: str
    source: str
    spoken: str
    units: tuple[Unit, ...]
    segments: tuple[tuple[int, int], ...]


def plan(text: str, language: str) -> Plan:
    """The plan of a text; its source is the text in NFC, not trimmed. A language without rules is read as English."""
    return planned(unicodedata.normalize("NFC", text), language)


def utf16(text: str, position: int) -> int:
    """A position as JavaScript counts it."""
    return position + sum(character > "\uffff" for character in text[:position])


@lru_cache(REMEMBERED)
def planned(source: str, language: str) -> Plan:
    """The plan of exactly these characters."""
    tongue = tongue_of(language)
    read = readable(source)
    speech = _Speech()
    last = 0
    for start, end, inside in _groups(read.text, readings(read.text, tongue)):
        piece = _piece(read.text, start, end, inside)
        if speech.add(piece, new_line="\n" in read.text[last:start]):
            speech.units.append(_painted(read, start, end, inside))
        last = end
    spoken, segments = speech.finished()
    return Plan(language, source, spoken, tuple(speech.units), segments)


class _Speech:
    """The spoken text as it grows."""

    def __init__(self) -> None:
        self.said = ""
        self.units: list[Unit] = []
        self.segments: list[tuple[int, int]] = []

    def add(self, piece: str, new_line: bool) -> bool:
        """Add what one group says; False when it is only a pause, which goes to the word before."""
        if new_line:
            self._pause(".")
        lead = _LEAD.match(piece)
        if lead:
            piece = piece[lead.end() :]
            self._pause(lead[0][0])
        if not any(map(str.isalpha, piece)):
            return False
        self.said += ("\n" if new_line else " ") if self.said else ""
        self.segments.append((len(self.said), len(self.said) + len(piece)))
        self.said += piece
        return True

    def _pause(self, sign: str) -> None:
        """The sign after the word before; the end of a sentence takes the place of a comma."""
        if self.said.endswith(",") and sign in ".!?":
            self.said = self.said[:-1]
        if self.said and not self.said.endswith((".", ",", "!", "?", ";", ":")):
            self.said += sign

    def finished(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The spoken text without a comma at its end, and the segments in it."""
        spoken = self.said.rstrip(" ,")
        return spoken, tuple((start, min(end, len(spoken))) for start, end in self.segments)


def _groups(text: str, found: list[Reading]) -> Iterator[tuple[int, int, list[Reading]]]:
    """Stretches between spaces; those that one reading joins are one. With the readings inside."""
    waiting = iter([*found, Reading(len(text) + 1, len(text) + 1, "")])
    reading = next(waiting)
    tokens = [token.span() for token in _TOKEN.finditer(text)]
    number = 0
    while number < len(tokens):
        start, end = tokens[number]
        inside = []
        while reading.start < end:
            inside.append(reading)
            while end < reading.end:
                number += 1
                end = tokens[number][1]
            reading = next(waiting)
        yield start, end, inside
        number += 1


def _piece(text: str, start: int, end: int, inside: list[Reading]) -> str:
    said, place = [], start
    for reading in inside:
        said += [sayable(text[place : reading.start]), reading.words]
        place = reading.end
    piece = "".join([*said, sayable(text[place:end])])
    if piece.isalpha():
        return piece
    piece = _STRAY_APOSTROPHE.sub("", _GAP_BEFORE_SIGN.sub("", piece))
    piece = _SIGN_IN_WORD.sub(r"\1 ", _SIGNS.sub(_strongest, piece))
    return " ".join(piece.split())


def _strongest(signs: re.Match[str]) -> str:
    return next((sign for sign in signs[0] if sign in "?!."), signs[0][0])


def _painted(read: Readable, start: int, end: int, inside: list[Reading]) -> Unit:
    """The group without punctuation at its edges; a reading is painted whole."""
    first = inside[0].start if inside else end
    last = inside[-1].end if inside else start
    while start < min(first, end - 1) and _is_edge(read.text[start]):
        start += 1
    while end > max(last, start + 1) and _is_edge(read.text[end - 1]):
        end -= 1
    return Unit(read.places[start], read.places[end - 1] + 1)


def _is_edge(character: str) -> bool:
    return unicodedata.category(character)[0] in "PCZ" or character in "|<>^`´~"
