"""A page with its words ready to be lit: each passage gets a name, each unit a span, each listen link its address.

It works on the page as it was rendered, so that no template can forget it. Our markup is regular (the checked page of
the tests parses it strictly), so tags are found without building a tree: a page takes about a millisecond.

Marks that templates may set: `data-speech="messages/<id>"`, whose text an element shows; `data-one`:
everything inside is one passage (a calendar leaf); `data-silent`: never said; `data-block`: what a listen link in it reads.
"""

import re
from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from typing import NamedTuple, Protocol

from selkoapp.speech.passages import Passage
from selkoapp.speech.spun import NAME, VOID, Names, Piece, Spun, apart

TAG = re.compile(r"<!--.*?-->|<[!/a-zA-Z][^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r'\s([a-z][a-z-]*)(?:="([^"]*)")?')  # a value is taken whole: words in it are no marks
MARKS = frozenset(("lang", "class", "hidden", "data-speech", "data-one", "data-silent", "data-block"))
INLINE = frozenset(["span", "strong", "em", "b", "i", "bdi", "small", "abbr", "time"])
DRESSING = frozenset(["br", "wbr", "img"])  # stand inside a sentence without ending it
SILENT = frozenset(["head", "script", "style", "svg", "textarea", "select"])
NOBODY = Names({})  # what a person wrote is said as it was written: its own view knows no names
BLOCK_LINK = 'href="?say=block"'  # what the listen component writes; its address is known when the block has ended


class Said(NamedTuple):
    """A passage of a page. `shelf` is where its clips are kept and heard; empty when the page itself says it.

    `hidden` ones stand on the page for a script to show: the whole page is read without them.
    """

    name: str
    passage: Passage
    shelf: str
    hidden: bool


class Woven(NamedTuple):
    """A page ready to be heard, and its passages in reading order."""

    html: str
    said: list[Said]


class Addresses(Protocol):
    """What a weaver asks about passages."""

    def name(self, passage: Passage) -> str:
        """The passage's name in addresses."""

    def own(self, name: str) -> bool:
        """Whether these are words of ours, heard by everybody at one address."""

    def shelf(self, shelf: str) -> str:
        """Where the text of a thing is heard."""

    def block(self, said: list[Said]) -> str:
        """Where these passages are heard together."""


class Block:
    """What one listen link reads, and which piece of the output waits for its address."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.link: int | None = None


class Element(NamedTuple):
    """An open element and what holds inside it."""

    tag: str
    inline: bool
    language: str
    shelf: str
    silent: bool
    hidden: bool
    one: bool
    block: Block | None


class Weaver:
    """Reads one page or fragment."""

    def __init__(self, language: str, addresses: Addresses, names: Mapping[str, str] = MappingProxyType({})):
        self.addresses, self.names = addresses, Names(names)
        self.out: list[str] = []
        self.said: list[Said] = []
        self.open = [Element("", False, language, "", False, False, False, None)]
        self.waiting: list[Piece] = []  # the passage that is being read

    def weave(self, html: str) -> Woven:
        """The page, woven."""
        last = 0
        for found in TAG.finditer(html):
            self._text(html[last : found.start()])
            self._tag(found[0])
            last = found.end()
        self._text(html[last:])
        self._end_passage()
        return Woven("".join(self.out), self.said)

    def _text(self, raw: str) -> None:
        if raw:
            self.waiting.append(Piece(raw, self.open[-1].language))

    def _tag(self, raw: str) -> None:
        found = NAME.match(raw)
        name = found[1].lower() if found else ""
        if not name or name in DRESSING:
            self.waiting.append(Piece(raw))
        elif name in VOID or raw.endswith("/>"):
            self._end_passage()
            self.out.append(raw)
        elif raw.startswith("</"):
            self._close(name, raw)
        else:
            self._open(name, raw)

    def _open(self, name: str, raw: str) -> None:
        around = self.open[-1]
        marks = {name: value for name, value in ATTRIBUTE.findall(raw) if name in MARKS}
        plain = name in INLINE and not marks.keys() - {"lang"}
        inside = Element(
            tag=name,
            inline=around.one or plain,
            language=marks.get("lang") or around.language,
            shelf=marks.get("data-speech") or around.shelf,
            silent=around.silent or name in SILENT or "data-silent" in marks,
            hidden=around.hidden or "hidden" in marks or name == "dialog",
            one=around.one or "data-one" in marks,
            block=Block() if "data-block" in marks else around.block,
        )
        if inside.inline:
            self.waiting.append(Piece(raw))
        else:
            self._end_passage()
            if BLOCK_LINK in raw and inside.block:
                inside.block.link = len(self.out)
            self.out.append(raw)
        self.open.append(inside)

    def _close(self, name: str, raw: str) -> None:
        inside = self.open[-1]
        if inside.tag == name and inside.inline:
            self.waiting.append(Piece(raw))
        else:
            self._end_passage()
            self.out.append(raw)
        if inside.tag == name:
            self.open.pop()
            if inside.block and inside.block is not self.open[-1].block:
                self._end_block(inside.block)

    def _end_block(self, block: Block) -> None:
        if block.link is not None:
            address = escape(self.addresses.block(block.said))
            self.out[block.link] = self.out[block.link].replace(BLOCK_LINK, f'href="{address}"')

    def _end_passage(self) -> None:
        pieces, self.waiting = self.waiting, []
        if not pieces:
            return
        place = next(element for element in reversed(self.open) if not element.inline)
        if place.silent or not any(piece.language and any(map(str.isalnum, piece.raw)) for piece in pieces):
            self.out += [piece.raw for piece in pieces]
            return
        for before, inner, after in apart(pieces):
            self.out += [piece.raw for piece in before]
            if inner:
                self.out.append(self._passage(inner, place))
            self.out += [piece.raw for piece in after]

    def _passage(self, pieces: list[Piece], place: Element) -> str:
        spun = Spun(pieces, bool(place.shelf), NOBODY if place.shelf else self.names)
        passage = Passage(tuple(spun.runs))
        name = self.addresses.name(passage)
        said = Said(name, passage, place.shelf, place.hidden)
        self.said.append(said)
        if place.block:
            place.block.said.append(said)
        where = self.addresses.shelf(place.shelf) if place.shelf else name if self.addresses.own(name) else f"?{name}"
        parts = passage.parts()
        more = f' data-parts="{len(parts)}"' if len(parts) > 1 else ""
        return f'<span data-say="{escape(where)}"{more}>{spun.lit(passage.units())}</span>'
