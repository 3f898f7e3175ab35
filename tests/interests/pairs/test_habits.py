"""Habits of pressing that Simo is told about, and that nobody is blamed for."""

import random

import pytest

from selkoapp.interests.models import Value
from selkoapp.interests.pairs.asked import Choice
from selkoapp.interests.pairs.habits import habits, heard
from tests.interests.pairs.choices import always, by_wish, sittings

NONE = (None, None, False, False)


def test_whoever_chooses_by_wish_has_no_habit():
    answers = [Value.YES] * 6 + [Value.NO] * 6
    assert habits(sittings(3, by_wish), answers) == NONE


def test_nothing_is_said_of_somebody_new():
    assert habits([], []) == NONE
    assert habits(sittings(1, by_wish)[:5], [Value.YES] * 5) == NONE


@pytest.mark.parametrize("side", [Choice.LEFT, Choice.RIGHT])
def test_a_side_is_a_habit_and_then_an_end(side):
    history = sittings(2, always(side))
    assert habits(history, [])[:2] == (side, side)
    assert heard(history) == []


def test_a_side_that_is_gone_one_above_the_other_leaves_those_choices():
    history = sittings(1, by_wish, before=sittings(1, always(Choice.LEFT)))
    seen = habits(history, [])
    assert (seen.side, seen.end) == (Choice.LEFT, None)
    assert heard(history) == history[6:]


@pytest.mark.parametrize(
    ("yes", "maybe", "no", "unknown", "flagged"),
    [(10, 0, 0, 0, True), (9, 1, 0, 9, True), (9, 0, 0, 9, False), (18, 1, 2, 0, False), (0, 0, 12, 0, False)],
)
def test_yes_to_nearly_all_is_a_habit(yes, maybe, no, unknown, flagged):
    answers = [Value.YES] * yes + [Value.MAYBE] * maybe + [Value.NO] * no + [Value.UNKNOWN] * unknown + [Value.SKIP]
    assert habits([], answers).says_yes is flagged


def test_pressing_anything_contradicts_itself():
    chance = random.Random(3)
    assert habits(sittings(3, lambda _pair: chance.choice(list(Choice))), []).contradicts


def test_neither_after_neither_contradicts_every_yes():
    assert habits(sittings(2, always(Choice.NEITHER)), []).contradicts


def test_liking_both_contradicts_nothing():
    assert not habits(sittings(3, always(Choice.BOTH)), []).contradicts


def test_a_wish_that_has_changed_since_is_no_habit():
    before = sittings(3, by_wish)
    turned = {Choice.LEFT: Choice.RIGHT, Choice.RIGHT: Choice.LEFT}
    now = [asked._replace(chosen=turned[asked.chosen], sitting=asked.sitting + 3) for asked in before]
    assert not habits(before + now, []).contradicts
