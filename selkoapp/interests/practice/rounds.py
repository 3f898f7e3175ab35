"""A practice round: three foods on the scale, then two of them side by side, twice. Pure rules.

Foods, because everybody knows what they like to eat: who says no to soup and then chooses it over ice cream is not yet
at home with the answers. That is never told as a mistake; the next questions are only put more simply.
"""

from collections.abc import Sequence
from typing import NamedTuple

from selkoapp.interests.models import Scale, Value
from selkoapp.interests.pairs.asked import Choice

FOODS = {
    Scale.THREE: ("food_coffee", "food_ice_cream", "food_fish_soup"),
    Scale.TWO: ("food_banana", "food_fish_soup", "food_coffee"),
}
ANSWERS = {Scale.THREE: (Value.YES, Value.MAYBE, Value.NO), Scale.TWO: (Value.YES, Value.NO)}
SIMPLER = {Scale.THREE: Scale.TWO, Scale.TWO: Scale.PAIRS}
WORTH = {Value.YES: 2, Value.MAYBE: 1, Value.NO: 0}
PICTURES = 3  # of foods, before the two pairs
STEPS = PICTURES + 2


class Step(NamedTuple):
    """One page of the round, counted from 1: one food, or two side by side. `given`: what was pressed before, or ""."""

    number: int
    foods: tuple[str, ...]
    answers: tuple[str, ...]
    given: str


def scale_of_round(now: Scale) -> Scale:
    """What a round offers to somebody whose scale is this: who has only pairs tries two answers once more."""
    return now if now in FOODS else Scale.TWO


def step(scale: Scale, said: Sequence[str], number: int) -> Step | None:
    """The page with this number, if everything before it has been said."""
    if not 1 <= number <= min(len(said) + 1, STEPS):
        return None
    given = said[number - 1] if number <= len(said) else ""
    if number <= PICTURES:
        return Step(number, (FOODS[scale][number - 1],), ANSWERS[scale], given)
    most, least = _two(scale, said)
    return Step(number, (most, least) if number == PICTURES + 1 else (least, most), tuple(Choice), given)


def scale_after(scale: Scale, said: Sequence[str]) -> Scale:
    """The scale that fits after a whole round: a simpler one when its answers contradict themselves."""
    return SIMPLER[scale] if _contradicts(scale, said) else scale


def _two(scale: Scale, said: Sequence[str]) -> tuple[str, str]:
    """The food that was wanted most, and the one that was wanted least; the first and the last of equal ones."""
    wanted = sorted(zip(FOODS[scale], said, strict=False), key=lambda each: -WORTH[Value(each[1])])
    return wanted[0][0], wanted[-1][0]


def _contradicts(scale: Scale, said: Sequence[str]) -> bool:
    """Whether the least wanted was chosen, or another food when the same two changed sides."""
    worths = sorted(WORTH[Value(each)] for each in said[:PICTURES])
    first, again = (Choice(each) for each in said[PICTURES:STEPS])
    chose_least = worths[0] < worths[-1] and (first == Choice.RIGHT or again == Choice.LEFT)
    changed = {first, again} in ({Choice.LEFT}, {Choice.RIGHT})  # the same side is the other food
    return chose_least or changed
