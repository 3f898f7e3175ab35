"""A text without what is never said (soft hyphens, controls, directions), every character knowing where it came from."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# Zero-width joiners and variation selectors stay: they hold an emoji together.
_UNHEARD = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_SPACES = "\t\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SAME = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys("\u2028\u2029", "\n")
    | dict.fromkeys("\u2010\u2011\u2212\uff0d", "-")
    | dict.fromkeys("\u2012\u2014\u2015", "–")
    | dict.fromkeys("\u2018\u2019\u02bc\uff07", "'")
)
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")

# What an engine gets beside letters. Everything else is a pause, an end or a space.
_KEPT = frozenset(" .,!?;:'")
_PAUSES = frozenset("–()[]{}•·●▪→|«»、،")
_ENDS = {"…": ".", "。": ".", "！": "!", "？": "?", "؟": "?", "‼": "!", "⁉": "?", "‽": "?"}
_PRESENTATION = frozenset("\ufe0e\ufe0f\u20e3\u200d")


class Readable(NamedTuple):
    """The text that the rules read. places[i] is where its i-th character stands in the source."""

    text: str
    places: Sequence[int]


def readable(source: str) -> Readable:
    """The source with one kind of space, dash, apostrophe and digit."""
    places: Sequence[int] = range(len(source))
    if _UNHEARD.search(source):
        places = [place for place, character in enumerate(source) if not _UNHEARD.match(character)]
        source = "".join(source[place] for place in places)
    text = source.translate(_SAME)
    return Readable(_FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.digit(digit[0])), text), places)


def sayable(text: str) -> str:
    """Only letters, spaces and the punctuation that every engine knows: no markup or command reaches one."""
    if text.isalpha():
        return text
    return "".join(map(_sayable, text))


def _sayable(character: str) -> str:
    if character.isalpha() or character in _KEPT:
        return character
    if character in _PAUSES:
        return ","
    if character in _ENDS:
        return _ENDS[character]
    mark = unicodedata.category(character).startswith("M") and character not in _PRESENTATION
    return character if mark else "" if character in _PRESENTATION else " "
