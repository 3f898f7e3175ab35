"""The catalogue: what has a picture, what it is called in three languages, how the picture is made.

The tables are CSV files beside this module, joined by `concept_id`. A concept_id is for ever: people's
answers are stored with it, never with a glyph.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LANGUAGES = ("fi", "sv", "en")
SHOWN_FROM_CONFIDENCE = 2
"""1 = a stranger would not recognise it, 2 = with its label, 3 = also without. 1 is never shown."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing with a picture. `glyphs` are OpenMoji hex codes or `draw:<file>` of an own drawing."""

    id: str
    category: str
    labels: Mapping[str, str] = field(hash=False)
    glyphs: tuple[str, ...]
    layout: str
    confidence: int
    note: str
    keywords: tuple[str, ...]


def concept(concept_id: str) -> Concept:
    """The concept, shown or not. Raises LookupError for an id that the catalogue does not have."""
    try:
        return _concepts()[concept_id]
    except KeyError:
        raise LookupError(f"the catalogue has no concept {concept_id!r}") from None


def concepts(category: str | None = None) -> tuple[Concept, ...]:
    """Concepts that may be shown, in the order of the catalogue; of one category or all."""
    return tuple(
        each for each in _concepts().values() if each.confidence >= SHOWN_FROM_CONFIDENCE and category in (None, each.category)
    )


def categories() -> tuple[str, ...]:
    """Categories in the order of the catalogue."""
    return tuple(dict.fromkeys(each.category for each in _concepts().values()))


def label(concept_id: str, language: str) -> str:
    """The words under the picture. Raises LookupError for an unknown concept or language."""
    labels = concept(concept_id).labels
    try:
        return labels[language]
    except KeyError:
        raise LookupError(f"the catalogue has no language {language!r}") from None


def own_words(language: str) -> Iterator[str]:
    """The words under all pictures."""
    return (each.labels[language] for each in _concepts().values())


def tasks_of(sector_id: str) -> tuple[Concept, ...]:
    """The tasks of a sector. Raises LookupError for anything that is not a sector."""
    try:
        return concepts(_task_categories()[sector_id])
    except KeyError:
        raise LookupError(f"{sector_id!r} is not a sector") from None


def sector_of(task_id: str) -> Concept:
    """The sector that a task belongs to. Raises LookupError for anything that is not a task."""
    category = concept(task_id).category
    for sector_id, task_category in _task_categories().items():
        if task_category == category:
            return concept(sector_id)
    raise LookupError(f"{task_id!r} is not a task")


@cache
def _concepts() -> Mapping[str, Concept]:
    labels = {row["concept_id"]: row for row in _rows("labels.csv")}
    keywords = {row["concept_id"]: tuple(row["fi"].split()) for row in _rows("keywords.csv")}
    return MappingProxyType(
        {
            row["concept_id"]: Concept(
                id=row["concept_id"],
                category=row["category"],
                labels=MappingProxyType({code: labels[row["concept_id"]][code] for code in LANGUAGES}),
                glyphs=tuple(row["glyphs"].split("+")),
                layout=row["layout"],
                confidence=int(row["confidence"]),
                note=row["note"],
                keywords=keywords.get(row["concept_id"], ()),
            )
            for row in _rows("concepts.csv")
        }
    )


@cache
def _task_categories() -> Mapping[str, str]:
    return MappingProxyType({row["sector"]: row["tasks"] for row in _rows("sectors.csv")})


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / "catalogue" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
