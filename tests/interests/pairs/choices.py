"""Sittings of a person who knows what they want, written short."""

from collections.abc import Callable, Sequence

from selkoapp.interests.pairs.asked import Asked, Choice, Layout, Pair
from selkoapp.interests.pairs.choosing import next_pair

WISHES = ("bake", "mop_floor", "feed_animals", "fold_clothes", "wash_windows", "rake_leaves")  # the most wanted first


def by_wish(pair: Pair) -> Choice:
    """Chooses what stands earlier in WISHES."""
    return Choice.LEFT if WISHES.index(pair.left) < WISHES.index(pair.right) else Choice.RIGHT


def always(choice: Choice) -> Callable[[Pair], Choice]:
    """Presses the same button whatever is shown."""
    return lambda _pair: choice


def sittings(
    count: int, choose: Callable[[Pair], Choice], candidates: Sequence[str] = WISHES, before: Sequence[Asked] = ()
) -> list[Asked]:
    """Everything asked in `count` more sittings, after what was asked `before`."""
    history = list(before)
    first = len({asked.sitting for asked in before})
    for sitting in range(first, first + count):
        while pair := next_pair(candidates, history, sitting):
            history.append(Asked(pair.left, pair.right, choose(pair), sitting, pair.layout))
    return history


def chose(winner: str, loser: str, sitting: int = 0) -> Asked:
    """The winner stood on the left."""
    return Asked(winner, loser, Choice.LEFT, sitting, Layout.SIDE)


def pressed(choice: Choice, left: str, right: str, sitting: int = 0) -> Asked:
    """Any press."""
    return Asked(left, right, choice, sitting, Layout.SIDE)
