"""Small SVG without a build step: two decimals, no blanks, paint that neighbours share written once.

One unit is 1/72 of the picture, so 0.01 unit is 0.02 px at 128 px: nobody sees the rounding.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element

from selkoapp.pictograms.sanitise import GEOMETRY, PAINT

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_COMMAND = re.compile(r"([MZLHVCSQTA])([^MZLHVCSQTA]*)", re.IGNORECASE)
_ARC = re.compile(r"[\s,]*".join([f"({_NUMBER})"] * 3 + ["([01])"] * 2 + [f"({_NUMBER})"] * 2))
_LONG_HEX = re.compile(r"#(.)\1(.)\2(.)\3")
_LISTS = frozenset({"points", "viewBox", "stroke-dasharray"})
_NUMBERS = (GEOMETRY | {"stroke-width"}) - _LISTS - {"d", "transform"}
_INHERITED = PAINT - {"opacity"}


def minified(element: Element) -> str:
    """The element and all inside it as text. Empty groups and groups that say nothing disappear."""
    attributes = _short(element)
    inside = _children(element)
    if element.tag == "g" and (not inside or not attributes):
        return inside
    return tag(element.tag, attributes, inside)


def tag(name: str, attributes: dict[str, str], inside: str = "") -> str:
    """One element as text. The values need no escaping: read_drawing lets no quotes through."""
    start = name + "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{start}>{inside}</{name}>" if inside else f"<{start}/>"


def _children(parent: Element) -> str:
    parts = []
    for paint, run in groupby(parent, key=_shared_paint):
        shapes = list(run)
        if not paint or len(shapes) == 1:
            parts += map(minified, shapes)
        else:
            parts.append(tag("g", dict(paint), "".join(map(_without_paint, shapes))))
    return "".join(parts)


def _shared_paint(element: Element) -> tuple[tuple[str, str], ...]:
    if element.tag in ("g", "svg"):
        return ()
    return tuple(sorted(item for item in _short(element).items() if item[0] in _INHERITED))


def _without_paint(shape: Element) -> str:
    return tag(shape.tag, {key: value for key, value in _short(shape).items() if key not in _INHERITED})


def _short(element: Element) -> dict[str, str]:
    short = {name: _short_value(name, value) for name, value in element.attrib.items() if name not in ("id", "version")}
    if short.get("stroke-linejoin") == "round":
        short.pop("stroke-miterlimit", None)
    return short


def _short_value(name: str, value: str) -> str:
    if name == "d":
        return _short_path(value)
    if name in _LISTS:
        return _joined(re.findall(_NUMBER, value))
    if name in _NUMBERS:
        return _joined([value])
    if name in ("fill", "stroke"):
        return _LONG_HEX.sub(r"#\1\2\3", value.lower())
    return " ".join(value.split())


def _short_path(path: str) -> str:
    text, last = "", ""
    for letter, arguments in _COMMAND.findall(path):
        numbers = _joined(_path_numbers(letter, arguments))
        # A moveto that is written once and continued would become a lineto.
        repeats = letter == last and letter not in "MmZz"
        gap = "" if not repeats or numbers.startswith("-") else " "
        text += (gap if repeats else letter) + numbers
        last = letter
    return text


def _path_numbers(letter: str, arguments: str) -> list[str]:
    if letter in "Aa":
        # The two flags of an arc may be written without any gap: "a2 2 0 014 0".
        return [number for arc in _ARC.findall(arguments) for number in arc]
    return re.findall(_NUMBER, arguments)


def _joined(numbers: Iterable[str]) -> str:
    text, last = "", ""
    for number in map(_rounded, numbers):
        needs_gap = last and number[0] != "-" and not (number[0] == "." and "." in last)
        text += (" " if needs_gap else "") + number
        last = number
    return text


def _rounded(number: str) -> str:
    text = f"{float(number):.2f}".rstrip("0").rstrip(".")
    text = re.sub(r"^(-?)0\.", r"\1.", text)
    return "0" if text in ("-0", "", "-") else text
