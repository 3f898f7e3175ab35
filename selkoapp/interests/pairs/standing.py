"""What the choices between two pictures add up to.

Copeland's method: a task gets a point for every other task that it wins against and loses one for every task that it
loses to; the order of the points is the order of the wishes. It needs only who won, so that one strong dislike or a
pair asked more often does not outweigh the rest, and a task that wins against all others always comes first.

A. H. Copeland, "A 'reasonable' social welfare function", seminar on mathematics in social sciences, University of
Michigan, 1951. D. G. Saari and V. R. Merlin, "The Copeland method I: relationships and the dictionary", Economic
Theory 8, 1996, pages 51–76.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import combinations, pairwise, permutations, product
from typing import NamedTuple

from selkoapp.interests.pairs.asked import Asked, Choice
from selkoapp.interests.pairs.habits import heard
from selkoapp.interests.pairs.orders import BEST

Wins = set[tuple[str, str]]
"""Who wins against whom."""


class Why(StrEnum):
    """Why the order of two tasks is not settled."""

    NEVER = "never"  # the two were never asked together
    ONCE = "once"  # they were asked once only
    TURNED = "turned"  # the answers went both ways
    ALIKE = "alike"  # both, or neither, was pressed


class Place(NamedTuple):
    """Where a task stands. `settled`: its being among the first three, or not, rests on choices that were repeated."""

    task: str
    points: int
    settled: bool


class Open(NamedTuple):
    """Two tasks whose order is not settled; `higher` stands higher for now."""

    higher: str
    lower: str
    why: Why


class Standing(NamedTuple):
    """All candidates, the most wanted first, and what is not settled between them."""

    places: tuple[Place, ...]
    open: tuple[Open, ...]

    @property
    def best(self) -> tuple[str, ...]:
        """The favourites, at most three."""
        return tuple(place.task for place in self.places[:BEST])


class _Duel(NamedTuple):
    """How often each of two tasks was chosen, and how often both or neither was."""

    first: int = 0
    second: int = 0
    both: int = 0
    neither: int = 0

    @property
    def more(self) -> int:
        return self.first - self.second


def standing(candidates: Sequence[str], history: Sequence[Asked]) -> Standing:
    """The order of the candidates by Copeland's method; tasks with the same points stand as often chosen, then as given.

    Two tasks that were never asked together are compared by way of others (A over B and B over C is A over C). When
    "neither" is all that was said, both lose.
    """
    trusted = heard(history)
    duels = {(one, other): _duel(one, other, trusted) for one, other in combinations(candidates, 2)}
    points = _points(candidates, duels)
    chosen = {task: sum((asked.winner == task) - (asked.loser == task) for asked in trusted) for task in candidates}
    order = sorted(candidates, key=lambda task: (-points[task], -chosen[task]))
    sure = _with_detours(candidates, _wins(duels, by=2))
    places = tuple(Place(task, points[task], _is_settled(task, order, sure)) for task in order)
    return Standing(places, tuple(_open(order, duels, sure)))


def _duel(one: str, other: str, trusted: list[Asked]) -> _Duel:
    told = [asked for asked in trusted if asked.is_about(one, other)]
    return _Duel(
        first=sum(asked.winner == one for asked in told),
        second=sum(asked.winner == other for asked in told),
        both=sum(asked.chosen == Choice.BOTH for asked in told),
        neither=sum(asked.chosen == Choice.NEITHER for asked in told),
    )


def _points(candidates: Sequence[str], duels: Mapping[tuple[str, str], _Duel]) -> dict[str, int]:
    won = _wins(duels, by=1)
    detours = _with_detours(candidates, won)
    points = dict.fromkeys(candidates, 0)
    for (one, other), duel in duels.items():
        wins = won if any(duel) else detours
        result = ((one, other) in wins) - ((other, one) in wins)
        points[one] += result
        points[other] -= result
        if duel.neither == sum(duel) > 0:
            points[one] -= 1
            points[other] -= 1
    return points


def _wins(duels: Mapping[tuple[str, str], _Duel], by: int) -> Wins:
    """Who was chosen at least `by` times more often than whom."""
    first = {(one, other) for (one, other), duel in duels.items() if duel.more >= by}
    return first | {(other, one) for (one, other), duel in duels.items() if duel.more <= -by}


def _with_detours(candidates: Sequence[str], wins: Wins) -> Wins:
    """These wins, and those by way of other tasks (Warshall's closure)."""
    reached = set(wins)
    for by_way_of, one, other in product(candidates, repeat=3):
        if (one, by_way_of) in reached and (by_way_of, other) in reached:
            reached.add((one, other))
    return reached


def _is_settled(task: str, order: Sequence[str], sure: Wins) -> bool:
    """Whether repeated choices alone put the task among the first three, or out of them."""
    below = sum((task, other) in sure and (other, task) not in sure for other in order)
    above = sum((other, task) in sure and (task, other) not in sure for other in order)
    return below >= len(order) - BEST if order.index(task) < BEST else above >= BEST


def _open(order: Sequence[str], duels: Mapping[tuple[str, str], _Duel], sure: Wins) -> list[Open]:
    """The answers that went both ways or were alike, and the neighbours that no repeated choice sets apart."""
    neighbours = set(pairwise(order))
    found = []
    for higher, lower in permutations(order, 2):
        duel = duels.get((higher, lower)) or duels[lower, higher]
        why = _why(duel)
        if order.index(higher) > order.index(lower) or (higher, lower) in sure or why is None:
            continue
        if why in (Why.TURNED, Why.ALIKE) or (higher, lower) in neighbours:
            found.append(Open(higher, lower, why))
    return found


def _why(duel: _Duel) -> Why | None:
    """Why the order of the two is not settled; None when the same was chosen again."""
    if duel.first and duel.second:
        return Why.TURNED if abs(duel.more) < 2 else None
    if duel.both or duel.neither:
        return Why.ALIKE
    return {0: Why.NEVER, 1: Why.ONCE}.get(sum(duel))
