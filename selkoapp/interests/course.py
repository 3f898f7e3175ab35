"""The course of a person through the tasks: what is asked next, what came before, and what it adds up to.

Functions of what counts now (service.latest) and of the tasks that there are (tasks.py).
"""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from selkoapp.interests import tasks
from selkoapp.interests.models import Scale, Value
from selkoapp.interests.service import Answers
from selkoapp.pictograms.catalogue import Concept

WISHES_ON_PAGE = 5
ANSWERED = (Value.YES, Value.MAYBE, Value.NO, Value.UNKNOWN)


class Progress(NamedTuple):
    """How many tasks of a sector have an answer, and how many there are. A skip is no answer."""

    done: int
    of: int


class SectorWishes(NamedTuple):
    """A sector and its answered tasks under what was answered."""

    sector: Concept
    by_value: dict[Value, list[Concept]]


class WishPage(NamedTuple):
    """The `number`th few of somebody's answered tasks, counted from 1, under their headings; `more`: whether others follow."""

    wishes: list[SectorWishes]
    number: int
    more: bool


def begun(sector: Concept, answers: Answers) -> bool:
    """Whether the person has met any task of the sector."""
    return any(task.id in answers for task in tasks.tasks_of(sector))


def progress(sector: Concept, answers: Answers) -> Progress:
    """How far the person is in a sector."""
    asked = tasks.tasks_of(sector)
    return Progress(sum(_value(task, answers) in ANSWERED for task in asked), len(asked))


def next_task(sector: Concept, answers: Answers, after: Concept | None = None) -> Concept | None:
    """The first task that the person has not met; None when the sector is through.

    When all have been met, the skipped ones are offered once more in their order: those that come after the
    task just answered (`after`), or all of them when the sector is begun anew (`after` is None).
    """
    asked = tasks.tasks_of(sector)
    unmet = next((task for task in asked if task.id not in answers), None)
    if unmet is not None:
        return unmet
    later = asked[asked.index(after) + 1 :] if after in asked else asked
    return next((task for task in later if _value(task, answers) == Value.SKIP), None)


def unmet(sector: Concept, answers: Answers) -> list[Concept]:
    """The tasks that the person has not met, in their order."""
    return [task for task in tasks.tasks_of(sector) if task.id not in answers]


def coming_by(scale: Scale, sector: Concept, answers: Answers) -> Concept | None:
    """What a sector offers to somebody with this scale: who chooses of two is not asked again about what was not chosen."""
    return next(iter(unmet(sector, answers)), None) if scale == Scale.PAIRS else next_task(sector, answers)


def previous_task(place: tasks.Place) -> Concept | None:
    """The task before this one; None before the first."""
    return tasks.tasks_of(place.sector)[place.number - 2] if place.number > 1 else None


def wishes(answers: Answers) -> list[SectorWishes]:
    """The answered tasks by sector; sectors without an answer are left out."""
    return [found for sector in tasks.sectors() if (found := wishes_in(sector, answers)).by_value]


def wishes_in(sector: Concept, answers: Answers) -> SectorWishes:
    """The answered tasks of one sector, in the order yes, maybe, no, unknown."""
    met = tasks.met_of(sector, answers)
    under = {value: [task for task in met if _value(task, answers) == value] for value in ANSWERED}
    return SectorWishes(sector, {value: found for value, found in under.items() if found})


def page_of(wishes: list[SectorWishes], wanted: int) -> WishPage:
    """The wanted page of these wishes, five pictures at a time; the last one for a number that is too great."""
    every = [(found.sector, value, task) for found in wishes for value, answered in found.by_value.items() for task in answered]
    number = min(wanted, max(1, -(-len(every) // WISHES_ON_PAGE)))
    ends = number * WISHES_ON_PAGE
    by_sector = groupby(every[ends - WISHES_ON_PAGE : ends], key=itemgetter(0))
    shown = [
        SectorWishes(sector, {value: [task for *_, task in those] for value, those in groupby(inside, key=itemgetter(1))})
        for sector, inside in by_sector
    ]
    return WishPage(shown, number, more=len(every) > ends)


def _value(task: Concept, answers: Answers) -> Value | None:
    return answers[task.id].value if task.id in answers else None
