"""Habits of pressing that say more about the press than about the wish. For the app and the coach, never for the person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from selkoapp.interests.models import Value
from selkoapp.interests.pairs.asked import Asked, Choice, Layout
from selkoapp.interests.pairs.orders import MOST_TASKS, fewest_against, net_of

LEAST_SIDES, SIDED = 6, 0.88  # so many choices, so great a share of them on one side
LEAST_ANSWERS, YES_SAYING = 10, 0.9
NEWEST, LEAST_ASKED, LEAST_CHOICES = 18, 12, 8  # pairs: three whole sittings, two, and so many not answered by "both"
NEITHER = 2  # as telling as so many choices
IN_LINE = 0.38  # of the pairs asked: fewer in line with each other are a contradiction


class Habits(NamedTuple):
    """What to know before trusting the choices.

    `side` is always pressed side by side, `end` (LEFT: the upper one) one above the other; None: no habit is seen.
    """

    side: Choice | None
    end: Choice | None
    says_yes: bool
    contradicts: bool


def habits(history: Sequence[Asked], answers: Iterable[Value]) -> Habits:
    """The habits of a person, from the pairs in the order in which they were asked and what counts now for each task."""
    return Habits(
        side=one_sided(history, Layout.SIDE),
        end=one_sided(history, Layout.STACKED),
        says_yes=_says_yes(answers),
        contradicts=_contradicts(heard(history)),
    )


def layout_for(history: Sequence[Asked]) -> Layout:
    """How to show the next pair: one above the other once a side has become a habit."""
    return Layout.STACKED if one_sided(history, Layout.SIDE) else Layout.SIDE


def heard(history: Sequence[Asked]) -> list[Asked]:
    """The choices that tell of wishes: what was asked in a layout with a habitual side is left out."""
    deaf = {layout for layout in Layout if one_sided(history, layout)}
    return [asked for asked in history if asked.layout not in deaf]


def one_sided(history: Iterable[Asked], layout: Layout) -> Choice | None:
    """The side that is pressed nearly always in this layout, if there is one."""
    sides = sides_chosen(history, layout)
    side, times = max(sides.items(), key=lambda counted: counted[1])
    return side if sides.total() >= LEAST_SIDES and times >= SIDED * sides.total() else None


def sides_chosen(history: Iterable[Asked], layout: Layout) -> Counter[Choice]:
    """How often each side was chosen in this layout."""
    sides = Counter({Choice.LEFT: 0, Choice.RIGHT: 0})
    sides.update(asked.chosen for asked in history if asked.layout == layout and asked.winner)
    return sides


def _says_yes(answers: Iterable[Value]) -> bool:
    said = Counter(answers)
    on_scale = said[Value.YES] + said[Value.MAYBE] + said[Value.NO]
    return on_scale >= LEAST_ANSWERS and said[Value.YES] >= YES_SAYING * on_scale


def _contradicts(history: Sequence[Asked]) -> bool:
    """Whether the newest choices hardly fit each other and the yes that both tasks had.

    The order of the tasks that fits best is found. For a choice is what fits it, against what does not, and "neither"
    after two yes; "both" fits everything. The tasks asked about most are looked at: more have too many orders.
    """
    newest = history[-NEWEST:]
    often = Counter(task for asked in newest for task in (asked.left, asked.right))
    tasks = [task for task, _ in often.most_common(MOST_TASKS)]
    among = [asked for asked in newest if asked.left in tasks and asked.right in tasks]
    neither = sum(asked.chosen == Choice.NEITHER for asked in among)
    chosen = sum(asked.winner is not None for asked in among)
    if len(among) < LEAST_ASKED or chosen + neither < LEAST_CHOICES:
        return False
    net = net_of(tasks, among)
    both_ways = (chosen - sum(abs(more) for more in net)) // 2
    against = both_ways + fewest_against(len(tasks), net)
    return chosen - 2 * against - NEITHER * neither < IN_LINE * len(among)
