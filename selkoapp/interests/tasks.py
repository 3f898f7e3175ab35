"""The tasks that are asked about, sector by sector, and what each of them is."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from uuid import UUID

from selkoapp.kernel.faults import NotFound
from selkoapp.pictograms import catalogue
from selkoapp.pictograms.catalogue import Concept

SECTORS_ON_PAGE = 5
ADDED = "added_"  # how the concept_id of a task that an organisation has added begins
UNKNOWN = "workplace"  # what stands for such a task where it is not known


class Place(NamedTuple):
    """A task in its sector: the `number`th of `of`, counted from 1."""

    sector: Concept
    task: Concept
    number: int
    of: int


class Added(NamedTuple):
    """A task that the organisation of who looks has added to a sector. It is asked until it is retired (`asked`).

    `concept` is drawn as the catalogue's `picture`; `meanings` are empty where nobody has written what the task is.
    """

    concept: Concept
    sector: str
    picture: str
    meanings: Mapping[str, str]
    photo_of: UUID | None
    asked: bool


Known = Mapping[str, Added]
"""Tasks that an organisation has added, by concept_id, the oldest first; retired ones too."""

# Like the language of the page: it belongs to who looks, and every name and picture of a task depends on it.
_known: ContextVar[Callable[[], Known]] = ContextVar("known", default=dict)


def know(load: Callable[[], Known]) -> None:
    """From here on these are the added tasks. `load` is called once, and only when something asks for them."""
    _known.set(cache(load))


@contextmanager
def knowing(load: Callable[[], Known]) -> Iterator[None]:
    """The same for a while."""
    know(load)
    try:
        yield
    finally:
        know(dict)


def is_added(concept_id: str) -> bool:
    """Whether this is the name of a task that some organisation has added."""
    return concept_id.startswith(ADDED)


def added(concept_id: str) -> Added | None:
    """The added task; None for a task of the catalogue, and for one of another organisation."""
    return _known.get()().get(concept_id) if is_added(concept_id) else None


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
    """The tasks of a sector in the order in which they are asked: the catalogue's, then those that the organisation added."""
    return catalogue.tasks_of(sector.id) + tuple(each.concept for each in _added_to(sector) if each.asked)


def met_of(sector: Concept, met: Iterable[str]) -> tuple[Concept, ...]:
    """The tasks of a sector that somebody has met, retired ones too; `met` names them, whatever sector they are in.

    Who has met no added task needs none of them: then nothing is loaded.
    """
    names = set(met)
    every = catalogue.tasks_of(sector.id)
    if any(map(is_added, names)):
        every += tuple(each.concept for each in _added_to(sector))
    return tuple(task for task in every if task.id in names)


def _added_to(sector: Concept) -> list[Added]:
    return [each for each in _known.get()().values() if each.sector == sector.id]


def place(sector_id: str, task_id: str) -> Place:
    """Where a task stands in a sector; NotFound when it does not stand there.

    A retired task stands behind the others, so that its answer can still be seen and changed.
    """
    asked = sector(sector_id)
    tasks = tasks_of(asked)
    found = added(task_id)
    if found and not found.asked and found.sector == sector_id:
        tasks += (found.concept,)
    for number, task in enumerate(tasks, start=1):
        if task.id == task_id:
            return Place(asked, task, number, len(tasks))
    raise NotFound


def sector_of(task_id: str) -> Concept:
    """The sector in which a task stands; NotFound for what is no task."""
    found = added(task_id)
    if found:
        return sector(found.sector)
    try:
        return catalogue.sector_of(task_id)
    except LookupError:
        raise NotFound from None


def concept(concept_id: str) -> Concept:
    """The concept, also of an added task; a workplace for one that is not known. LookupError for anything else unknown."""
    found = added(concept_id)
    return found.concept if found else catalogue.concept(picture(concept_id))


def picture(concept_id: str) -> str:
    """The catalogue's picture of a task or of anything else."""
    found = added(concept_id)
    if found:
        return found.picture
    return UNKNOWN if is_added(concept_id) else concept_id


def label(concept_id: str, language: str) -> str:
    """The words of a task or sector; the id itself for a picture that the catalogue no longer has."""
    try:
        return concept(concept_id).labels[language]
    except LookupError:
        return concept_id


def meaning(task: Concept, language: str) -> str:
    """Two plain sentences that say what the task is: the answer to "Mikä tämä on?". Empty where nobody has written them."""
    found = added(task.id)
    return found.meanings[language] if found else _meanings()[task.id][language]


def photo_of(task: Concept) -> UUID | None:
    """The added task's own id when it has a photograph of the real workplace."""
    found = added(task.id)
    return found.photo_of if found else None


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    text = (files(__package__) / "tasks.csv").read_text(encoding="utf-8")
    return {row["concept_id"]: row for row in csv.DictReader(text.splitlines())}
