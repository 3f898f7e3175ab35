"""Where sentences and words begin and end: ordinals, times, placeholders and soft hyphens included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SOFT_HYPHEN = "\u00ad"

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%")
_TAG = re.compile(r"<[^<>]*>")
_LINE = re.compile(r"[^\n•·▪●]+")
_STOP = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)")
_TOKEN = re.compile(r"\S+")
_HAS_SOUND = re.compile(r"[^\W_]")
_INITIAL = re.compile(r"(?:^|\s)[A-ZÅÄÖ]$")
_NEXT_STARTS = re.compile(r"\s+[\"“”’«»(\[–—-]*\s*([^\s])")


@dataclass(frozen=True)
class Span:
    """A piece of a text; `start` and `end` count code points, `end` is the first one after it."""

    start: int
    end: int
    text: str


def plain(text: str) -> str:
    """The text with placeholders as "X000" and tags as spaces: nothing moves, every offset stays right."""
    text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    return _PLACEHOLDER.sub(lambda place: "X".ljust(len(place[0]), "0"), text)


def sentences(text: str, abbreviations: frozenset[str]) -> list[Span]:
    """The sentences of a text. A line break or a bullet ends one, a point after an abbreviation does not."""
    text = plain(text)
    return [
        Span(start, end, text[start:end])
        for line in _LINE.finditer(text)
        for start, end in _stretches(text, line.start(), line.end(), abbreviations)
        if _HAS_SOUND.search(text, start, end)
    ]


def words(text: str) -> Iterator[Span]:
    """The words of a text. A number, a time ("14.30") and a placeholder are one word each; a dash is none."""
    text = plain(text)
    for token in _TOKEN.finditer(text):
        sounds = [sound.start() for sound in _HAS_SOUND.finditer(token[0])]
        if sounds:
            start, end = token.start() + sounds[0], token.start() + sounds[-1] + 1
            yield Span(start, end, text[start:end])


def letters(word: str) -> int:
    """The letters of the longest part that cannot be broken: a hyphen, soft or hard, breaks a word."""
    return max(sum(sign.isalpha() for sign in part) for part in re.split(f"[-{SOFT_HYPHEN}]", word))


def _stretches(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, start, stop, end, abbreviations):
            yield _trimmed(text, start, stop.end())
            start = stop.end()
    yield _trimmed(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str], end: int, abbreviations: frozenset[str]) -> bool:
    after = _NEXT_STARTS.match(text, stop.end(), end)
    if after is None or not stop[0].startswith("."):
        return True
    before = text[start : stop.start()]
    last = before.split()[-1].lower() if before.split() else ""
    if last in abbreviations or _INITIAL.search(before):
        return False
    number = last.isdigit()
    # "25. marraskuuta" and "1. 2. 2026" go on; "Kuva 5. Kuvia on 12." does not.
    return after[1].isupper() or (after[1].isdigit() and not number) or not (after[1].isalnum() or number)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
