"""All orders in which a few tasks can be wanted, and how well each of them fits what was chosen.

Six tasks have 720 orders, so each of them is looked at: no approximation is needed, and the same choices always give
the same figures. A choice is thought to go against the person's order SLIP of the time (a tired press, a mood).
Tasks are numbers from 0; `net` holds, for each pair in the order of pairs_of(), how many more times the first was
chosen than the second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations, permutations
from math import exp, log
from typing import NamedTuple

from selkoapp.interests.pairs.asked import Asked

SLIP = 0.15
MOST_TASKS = 6
BEST = 3  # how many favourites are looked for


class _Orders(NamedTuple):
    """Every order of some tasks: for each pair whether its first stands higher, and which tasks stand on top."""

    first_higher: list[list[bool]]
    on_top: list[frozenset[int]]


def pairs_of(count: int) -> list[tuple[int, int]]:
    """The pairs of so many tasks, always in the same order."""
    return list(combinations(range(count), 2))


def net_of(tasks: Sequence[str], history: Iterable[Asked]) -> tuple[int, ...]:
    """How many more times the first of each pair was chosen than the second."""
    won = Counter((asked.winner, asked.loser) for asked in history)
    return tuple(won[one, other] - won[other, one] for one, other in combinations(tasks, 2))


def favoured(count: int, net: tuple[int, ...], pair: int) -> float:
    """How probable it is (0–1) that the first of this pair is wanted more than the second."""
    higher = _orders(count).first_higher[pair]
    return sum(fit for fit, is_higher in zip(_fits(count, net), higher, strict=True) if is_higher)


@lru_cache(maxsize=1024)
def telling(count: int, net: tuple[int, ...]) -> tuple[float, ...]:
    """For each pair, how much its answer is expected to tell about which tasks are the favourites (nats)."""
    orders, fits = _orders(count), _fits(count, net)
    return tuple(_told_by(higher, fits, orders.on_top) for higher in orders.first_higher)


def fewest_against(count: int, net: tuple[int, ...]) -> int:
    """How much `net` must at least go against itself: the answers against the order that fits best.

    A pair that was answered both ways has to be counted beside this: its answers have gone from `net`.
    """
    rows = zip(*_orders(count).first_higher, strict=True)
    return min(sum(abs(n) for n, higher in zip(net, row, strict=True) if (n > 0) != higher) for row in rows)


@cache
def _orders(count: int) -> _Orders:
    if not 2 <= count <= MOST_TASKS:
        raise ValueError(f"2 to {MOST_TASKS} tasks have orders here, not {count}")
    places = list(permutations(range(count)))  # places[i][task]: how many stand above the task
    tops = min(BEST, count - 1)
    return _Orders(
        [[place[one] < place[other] for place in places] for one, other in pairs_of(count)],
        [frozenset(task for task in range(count) if place[task] < tops) for place in places],
    )


def _fits(count: int, net: tuple[int, ...]) -> list[float]:
    """How probable each order is after these choices; all of them were alike before."""
    orders, weight = _orders(count), log((1 - SLIP) / SLIP)
    against = [0] * len(orders.on_top)
    for more, higher in zip(net, orders.first_higher, strict=True):
        if more:
            against = [so_far + (more if is_higher else 0) for so_far, is_higher in zip(against, higher, strict=True)]
    most = max(against)
    odds = [exp(weight * (agreeing - most)) for agreeing in against]
    whole = sum(odds)
    return [each / whole for each in odds]


def _told_by(first_higher: list[bool], fits: list[float], on_top: list[frozenset[int]]) -> float:
    """What one pair tells: how unsure the favourites are now, less how unsure they are expected to be afterwards."""
    higher: dict[frozenset[int], float] = defaultdict(float)
    lower: dict[frozenset[int], float] = defaultdict(float)
    for is_higher, fit, top in zip(first_higher, fits, on_top, strict=True):
        (higher if is_higher else lower)[top] += fit
    tops = higher.keys() | lower.keys()
    first_chosen = [higher[top] * (1 - SLIP) + lower[top] * SLIP for top in tops]
    second_chosen = [higher[top] * SLIP + lower[top] * (1 - SLIP) for top in tops]
    now = [higher[top] + lower[top] for top in tops]
    return _unsure(now) - _unsure(first_chosen) - _unsure(second_chosen)


def _unsure(shares: list[float]) -> float:
    """The entropy of these shares (nats), times what they add up to."""
    whole = sum(shares)
    return -sum(share * log(share / whole) for share in shares if share > 0)
