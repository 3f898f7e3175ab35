"""The catalogues as the rules read them: the strings in the code, their places and their translations."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import polib
from babel.messages.frontend import CommandLineInterface

ROOT = Path(__file__).parents[2]
TRANSLATIONS = ROOT / "translations"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")

STAFF_PLACES = (
    "selkoapp/coach/*",
    "selkoapp/templates/coach/*",
    "selkoapp/cli*",
    "selkoapp/templates/pictograms/contact*",
)


@dataclass(frozen=True)
class Translated:
    """One form of one string in one language."""

    language: str
    msgid: str
    text: str
    places: frozenset[str]

    @property
    def for_staff(self) -> bool:
        """Whether only coaches and coordinators ever see it: every place it stands in is theirs."""
        return bool(self.places) and all(map(is_for_staff, self.places))


def is_for_staff(place: str) -> bool:
    return any(fnmatch(place, staff) for staff in STAFF_PLACES)


def extract(target: Path, root: Path = ROOT) -> polib.POFile:
    """Every string in the code, with its places, by the mapping in pyproject.toml."""
    here = Path.cwd()
    os.chdir(root)
    try:
        mapping, keywords = ["-F", "pyproject.toml"], ["-k", "_l", "-k", "lazy_gettext"]
        CommandLineInterface().run(["pybabel", "-q", "extract", *mapping, *keywords, "-o", str(target), "."])
    finally:
        os.chdir(here)
    return parsed(target)


def catalogue(language: str, folder: Path = TRANSLATIONS) -> polib.POFile:
    return parsed(folder / language / "LC_MESSAGES" / "messages.po")


def parsed(file: Path) -> polib.POFile:
    """A catalogue or its template. FileNotFoundError without it: polib alone would parse the name as text."""
    return polib.pofile(file.read_text(encoding="utf-8"))


def forms(entry: polib.POEntry) -> list[str]:
    """The translations of an entry: one, or one for each plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def translated(language: str, template: polib.POFile) -> Iterator[Translated]:
    """Every translated string of a language with the files it stands in."""
    places = {key(entry): frozenset(place for place, _line in entry.occurrences) for entry in template}
    for entry in catalogue(language):
        for text in forms(entry):
            yield Translated(language, entry.msgid, text, places.get(key(entry), frozenset()))
