"""The markup of one passage: its text as runs, and the same markup with a span around each unit."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import NamedTuple
from unicodedata import normalize

from selkoapp.speech.passages import Run, Unit

NAME = re.compile(r"</?([a-zA-Z0-9-]+)")
VOID = frozenset(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


class Piece(NamedTuple):
    """A tag, or text between two tags (then with its language)."""

    raw: str
    language: str | None = None
    named: bool = False  # a name that is said in its own language


def is_said(piece: Piece) -> bool:
    """Whether it is a text and not only a gap."""
    return piece.language is not None and not piece.raw.isspace()


def read(piece: Piece) -> Piece:
    """A text as a reader sees it: without entities, each letter in one form."""
    return piece._replace(raw=normalize("NFC", unescape(piece.raw))) if piece.language else piece


def _balanced(pieces: list[Piece]) -> bool:
    depth = 0
    for piece in pieces:
        name = NAME.match(piece.raw) if piece.language is None else None
        if name and name[1].lower() not in VOID:
            depth += -1 if piece.raw.startswith("</") else 1
        if depth < 0:
            return False
    return depth == 0


def apart(pieces: list[Piece]) -> list[tuple[list[Piece], list[Piece], list[Piece]]]:
    """(before, passage, after) of what is said as one, so that a span around the passage nests with the tags in it."""
    texts = [number for number, piece in enumerate(pieces) if is_said(piece)]
    first, last = texts[0], texts[-1] + 1
    for start, end in ((first, last), (0, len(pieces))):
        if _balanced(pieces[start:end]):
            return [(pieces[:start], pieces[start:end], pieces[end:])]
    return [([], [piece], []) if is_said(piece) else ([piece], [], []) for piece in pieces]


class Names:
    """First names and the language in which each is said: "Simo har läst" is Swedish but for the name."""

    def __init__(self, languages: Mapping[str, str]):
        self.languages = {normalize("NFC", name): language for name, language in languages.items() if name}
        found = "|".join(re.escape(name) for name in sorted(self.languages, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)({found})(?!\w)") if found else None

    def apart(self, piece: Piece) -> list[Piece]:
        """A text in stretches, each in one language; a tag as it is."""
        if piece.language is None or self.pattern is None or set(self.languages.values()) == {piece.language}:
            return [piece]
        found = []
        for number, text in enumerate(self.pattern.split(piece.raw)):
            named = number % 2 == 1 and self.languages[text] != piece.language
            if text:
                found.append(Piece(text, self.languages[text] if named else piece.language, named))
        return found


class Spun:
    """The text of some pieces as runs, knowing where each of its characters stands in the markup."""

    def __init__(self, pieces: list[Piece], lines: bool, names: Names):
        self.pieces = [part for piece in pieces for part in names.apart(read(piece))]
        self.runs: list[Run] = []
        self.places: list[tuple[int, int]] = []  # of each character of the passage: piece, position; (-1, 0) for a space
        self._gather(lines)

    def _gather(self, lines: bool) -> None:
        language, stretch, gap = "", [], ""
        for number, piece in enumerate(self.pieces):
            if piece.language is None and piece.raw.startswith("<br"):
                gap = gap or " "
            for position, character in enumerate(piece.raw if piece.language else ""):
                if character.isspace():
                    gap = "\n" if lines and "\n" in gap + character else " "
                    continue
                if piece.language != language:
                    self._add(language, stretch)
                    language, stretch = piece.language, []
                if gap and self.places:
                    stretch.append(gap)
                    self.places.append((-1, 0))
                gap = ""
                stretch.append(character)
                self.places.append((number, position))
        self._add(language, stretch)

    def _add(self, language: str, stretch: list[str]) -> None:
        if stretch:
            self.runs.append(Run(language, "".join(stretch)))

    def lit(self, units: list[Unit]) -> str:
        """The markup with a span around each unit. Where a tag stands inside a unit, the rest of it is marked w-more."""
        spans: dict[int, list[tuple[int, int, str]]] = {}
        for unit in units:
            mark = "w"
            stretch = [place for place in self.places[unit.start : unit.end] if place[0] >= 0]
            for number in dict.fromkeys(place[0] for place in stretch):
                inside = [position for piece, position in stretch if piece == number]
                spans.setdefault(number, []).append((inside[0], inside[-1] + 1, mark))
                mark = "w w-more"
        return "".join(self._dressed(number, spans.get(number, [])) for number in range(len(self.pieces)))

    def _dressed(self, number: int, spans: list[tuple[int, int, str]]) -> str:
        if self.pieces[number].language is None:
            return self.pieces[number].raw
        text, out, last = self.pieces[number].raw, [], 0
        lang = f' lang="{self.pieces[number].language}"' if self.pieces[number].named else ""
        for start, end, mark in spans:
            out.append(
                f'{escape(text[last:start], quote=False)}<span class="{mark}"{lang}>{escape(text[start:end], quote=False)}</span>'
            )
            last = end
        return "".join(out) + escape(text[last:], quote=False)
