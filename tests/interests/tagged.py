"""A tagged PDF as a screen reader meets it: its elements in their order, with what each of them says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

import pikepdf

UA_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
SOFT_HYPHEN = "\u00ad"

_BLOCKS = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")


class Element(NamedTuple):
    """One element that says something: its tag ("H1", "P", "Figure"), its words, and the words that stand for a picture."""

    tag: str
    words: str
    alt: str | None


class Tagged:
    """The PDF, read. `elements` are in the order of reading."""

    def __init__(self, content: bytes):
        self.pdf = pikepdf.open(BytesIO(content))
        self._said = [_said_on(page) for page in self.pdf.pages]
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.elements = list(self._walk(self.pdf.Root.StructTreeRoot.K, 0))

    def told(self, *tags: str) -> list[str]:
        """The words of all elements with these tags."""
        return [element.words for element in self.elements if element.tag in tags]

    def pictures(self) -> list[str | None]:
        """The words that stand for each picture."""
        return [element.alt for element in self.elements if element.tag == "Figure"]

    def loose_text(self) -> list[str]:
        """Text on the pages that no element holds: a screen reader never says it."""
        return [words for said in self._said for words in said.get(None, []) if words.strip()]

    def _walk(self, node: pikepdf.Object, page: int) -> Iterator[Element]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from self._walk(child, page)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            page = self._page_of(node, page)
            tag = str(node.S).removeprefix("/")
            if tag in {"Figure", "P", "H1", "H2", "H3"}:
                words = "".join(self._words(node.get("/K"), page))
                yield Element(tag, _joined(words), str(node.Alt) if "/Alt" in node else None)
            else:
                yield from self._walk(node.get("/K", pikepdf.Array()), page)

    def _words(self, node: pikepdf.Object, page: int) -> Iterator[str]:
        if isinstance(node, int):
            yield from self._said[page].get(int(node), [])
        elif isinstance(node, pikepdf.Array):
            for child in node:
                yield from self._words(child, page)
        elif isinstance(node, pikepdf.Dictionary):
            page = self._page_of(node, page)
            yield from self._words(node.MCID if "/MCID" in node else node.get("/K"), page)

    def _page_of(self, node: pikepdf.Dictionary, page: int) -> int:
        return self._pages[node.Pg.objgen] if "/Pg" in node else page


def _joined(words: str) -> str:
    return " ".join(words.replace(SOFT_HYPHEN, "").split())


def _said_on(page: pikepdf.Page) -> Mapping[int | None, list[str]]:
    """The text of a page by the number of the marked content that holds it; None: by none, and no artifact either."""
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()}
    said: dict[int | None, list[str]] = defaultdict(list)
    marks: list[int | str | None] = [None]
    letters: Mapping[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                marks.append(_mark(operands, marks[-1], said))
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[operands[0]]
            case "Tj" | "TJ" if not isinstance(marks[-1], str):
                said[marks[-1]].append(_text(operands[0], letters))
    return said


def _mark(operands: list, outer: int | str | None, said: dict[int | None, list[str]]) -> int | str | None:
    """What holds the text that follows: a number, or a word for text that is left out."""
    told = operands[1] if len(operands) > 1 else {}
    if operands[0] == "/Artifact" or isinstance(outer, str):
        return "artifact"
    if "/ActualText" in told:
        said[outer].append(str(told["/ActualText"]))
        return "told in other words"
    return int(told["/MCID"]) if "/MCID" in told else outer


def _text(operand: pikepdf.Object, letters: Mapping[bytes, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    strings = [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
    return "".join(letters[string[at : at + 2]] for string in strings for at in range(0, len(string), 2))


def _letters(font: pikepdf.Dictionary) -> dict[bytes, str]:
    """What each glyph of a font means, from its ToUnicode table."""
    letters: dict[bytes, str] = {}
    for kind, block in _BLOCKS.findall(font.ToUnicode.read_bytes()):
        values = [bytes.fromhex(value.decode()) for value in _HEX.findall(block)]
        if kind == b"bfchar":
            letters |= {glyph: meant.decode("utf-16-be") for glyph, meant in zip(values[::2], values[1::2], strict=True)}
        else:
            for first, last, meant in zip(values[::3], values[1::3], values[2::3], strict=True):
                for step in range(int.from_bytes(last) - int.from_bytes(first) + 1):
                    glyph = (int.from_bytes(first) + step).to_bytes(2)
                    letters[glyph] = (meant[:-2] + (int.from_bytes(meant[-2:]) + step).to_bytes(2)).decode("utf-16-be")
    return letters
