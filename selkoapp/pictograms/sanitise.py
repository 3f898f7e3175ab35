"""What an SVG may hold before it comes near a page: shapes and colours, nothing that acts or fetches."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SHAPES = frozenset({"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"})
ELEMENTS = SHAPES | {"svg", "g"}
GEOMETRY = frozenset(
    {"d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"} | {"viewBox", "transform"}
)
PAINT = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"}
    | {"stroke-dasharray", "fill-rule", "clip-rule", "opacity"}
)
ATTRIBUTES = GEOMETRY | PAINT | {"id", "version"}

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_VALUE = re.compile(r"[\w\s.,#()+-]*")


class UnsafeDrawing(ValueError):
    """The SVG holds something other than shapes and colours. The message says what."""


def read_drawing(svg: str) -> Element:
    """The drawing as a tree without namespaces. Raises UnsafeDrawing.

    It lists what is allowed: script, foreignObject, on*, href, style and whatever SVG learns next
    year are refused alike.
    """
    if "<!" in re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL):
        raise UnsafeDrawing("a document type or CDATA")
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - without a document type no entity can grow
    except ElementTree.ParseError as fault:
        raise UnsafeDrawing(f"not well-formed: {fault}") from fault
    if root.tag != f"{_NAMESPACE}svg":
        raise UnsafeDrawing(f"the root is {root.tag!r}, not svg")
    for element in root.iter():
        _check(element)
    return root


def _check(element: Element) -> None:
    tag = str(element.tag).removeprefix(_NAMESPACE)
    if tag not in ELEMENTS:
        raise UnsafeDrawing(f"element {tag!r}")
    if (element.text or "").strip() or (element.tail or "").strip():
        raise UnsafeDrawing(f"text in {tag!r}")
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES:
            raise UnsafeDrawing(f"attribute {name!r}")
        if not _VALUE.fullmatch(value) or "url" in value.lower():
            raise UnsafeDrawing(f"value of {name!r}")
    element.tag = tag
