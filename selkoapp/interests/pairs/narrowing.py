"""From many yes-answers to at most six candidates, by asking "Which of these do you want most?" of five pictures."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from selkoapp.interests.pairs.orders import BEST, MOST_TASKS

SHOWN = 5
MOST_NARROWINGS = 6  # in one sitting
SHOWN_TIMES = 3  # after that a task left out is not shown again


class Narrowing(NamedTuple):
    """A question with up to five pictures. `chosen` is None when none of them was chosen."""

    shown: tuple[str, ...]
    chosen: str | None
    sitting: Hashable


def candidates(yes: Sequence[str], narrowed: Sequence[Narrowing]) -> tuple[str, ...]:
    """At most six tasks for the pairs, from the tasks with a yes in a lasting order (that of the catalogue).

    Chosen ones stand first. Before the narrowing is done, the six that have been passed over least.
    """
    return tuple(_by_promise(yes, narrowed)[:MOST_TASKS])


def next_narrowing(yes: Sequence[str], narrowed: Sequence[Narrowing], sitting: Hashable) -> tuple[str, ...] | None:
    """Up to five tasks to choose one of; None when six are left, or when enough was asked in this sitting.

    Asked are those that may still be among the first three; none of them is known to be wanted more than another. Once
    six are left, a later sitting looks back at what was left out, in one question.
    """
    asked_now = sum(asked.sitting == sitting for asked in narrowed)
    if len(yes) <= MOST_TASKS or asked_now >= MOST_NARROWINGS:
        return None
    above = _above(yes, narrowed)
    left = [task for task in _by_promise(yes, narrowed) if len(above[task]) < BEST]
    seen = Counter(task for asked in narrowed for task in asked.shown)
    if len(left) <= MOST_TASKS:
        return None if asked_now else _looking_back(yes, narrowed, seen)
    left.sort(key=lambda task: (len(above[task]), seen[task]))
    few = max((_unknown_among(first, left, above) for first in left), key=len)
    if any(asked.sitting == sitting and set(asked.shown) == set(few) for asked in narrowed):
        return None  # nothing was chosen of them, and there are no others to show
    return tuple(sorted(few, key=yes.index))


def _looking_back(yes: Sequence[str], narrowed: Sequence[Narrowing], seen: Counter[str]) -> tuple[str, ...] | None:
    """Up to five tasks that one wrong press may have left out; None when they have been shown often enough."""
    out = [task for task in _by_promise(yes, narrowed)[MOST_TASKS:] if seen[task] < SHOWN_TIMES]
    out.sort(key=lambda task: seen[task])
    return tuple(sorted(out[:SHOWN], key=yes.index)) if len(out) > 1 else None


def _unknown_among(first: str, left: Sequence[str], above: Mapping[str, set[str]]) -> list[str]:
    """This task and up to four others, no two of which have been told apart."""
    few = [first]
    for task in left:
        if len(few) < SHOWN and task != first and not any(task in above[other] or other in above[task] for other in few):
            few.append(task)
    return few


def _by_promise(yes: Sequence[str], narrowed: Sequence[Narrowing]) -> list[str]:
    """The tasks by how few others are known to be wanted more (three are as many as ten), then how many less."""
    above = _above(yes, narrowed)
    below = Counter(other for over in above.values() for other in over)
    return sorted(yes, key=lambda task: (min(len(above[task]), BEST), -below[task]))


def _above(yes: Sequence[str], narrowed: Sequence[Narrowing]) -> dict[str, set[str]]:
    """For each task the others that are wanted more, also by way of a third. Two chosen over each other are alike."""
    over = Counter((asked.chosen, other) for asked in narrowed for other in asked.shown if asked.chosen not in (None, other))
    above = {task: {other for other in yes if over[other, task] > over[task, other]} for task in yes}
    for by_way_of in yes:
        for task in yes:
            if by_way_of in above[task]:
                above[task] |= above[by_way_of] - {task}
    return above
