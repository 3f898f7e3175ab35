"""The tasks that are asked about, sector by sector, and what each of them is."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from selkoapp.kernel.faults import NotFound
from selkoapp.pictograms import catalogue
from selkoapp.pictograms.catalogue import Concept

SECTORS_ON_PAGE = 5


class Place(NamedTuple):
    """A task in its sector: the `number`th of `of`, counted from 1."""

    sector: Concept
    task: Concept
    number: int
    of: int


@cache
def sectors() -> tuple[Concept, ...]:
    """All sectors in the order in which they are shown. The order never changes by itself."""
    return catalogue.concepts("sector")


def sector_pages() -> Sequence[tuple[Concept, ...]]:
    """The sectors as they stand on pages."""
    shown = sectors()
    return tuple(shown[start : start + SECTORS_ON_PAGE] for start in range(0, len(shown), SECTORS_ON_PAGE))


def sector_page_of(sector: Concept) -> int:
    """The number of the page on which a sector stands, counted from 1."""
    return sectors().index(sector) // SECTORS_ON_PAGE + 1


def sector(sector_id: str) -> Concept:
    """The sector; NotFound when there is none."""
    found = next((each for each in sectors() if each.id == sector_id), None)
    if found is None:
        raise NotFound
    return found


def tasks_of(sector: Concept) -> tuple[Concept, ...]:
    """The tasks of a sector in the order in which they are asked."""
    return catalogue.tasks_of(sector.id)


def place(sector_id: str, task_id: str) -> Place:
    """Where a task stands in a sector; NotFound when it does not stand there."""
    asked = sector(sector_id)
    tasks = tasks_of(asked)
    for number, task in enumerate(tasks, start=1):
        if task.id == task_id:
            return Place(asked, task, number, len(tasks))
    raise NotFound


def sector_of(task_id: str) -> Concept:
    """The sector in which a task stands; NotFound for what is no task."""
    try:
        return catalogue.sector_of(task_id)
    except LookupError:
        raise NotFound from None


def label(concept_id: str, language: str) -> str:
    """The words of a task or sector; the id itself for a picture that the catalogue no longer has."""
    try:
        return catalogue.label(concept_id, language)
    except LookupError:
        return concept_id


def meaning(task: Concept, language: str) -> str:
    """Two plain sentences that say what the task is: the answer to "Mikä tämä on?"."""
    return _meanings()[task.id][language]


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    text = (files(__package__) / "tasks.csv").read_text(encoding="utf-8")
    return {row["concept_id"]: row for row in csv.DictReader(text.splitlines())}
