"""Aino chooses between two pictures: few questions, each one worth asking, each one asked again another day."""

from itertools import combinations

import pytest

from selkoapp.interests.pairs.asked import Choice, Layout
from selkoapp.interests.pairs.choosing import MOST_PAIRS, next_pair
from tests.interests.pairs.choices import WISHES, always, by_wish, chose, pressed, sittings


def pairs_in(history, sitting):
    return [frozenset((asked.left, asked.right)) for asked in history if asked.sitting == sitting]


@pytest.mark.parametrize("choose", [by_wish, always(Choice.BOTH), always(Choice.NEITHER), always(Choice.LEFT)])
def test_a_sitting_asks_six_pairs_and_none_of_them_twice(choose):
    history = sittings(3, choose)
    for sitting in range(3):
        asked = pairs_in(history, sitting)
        assert len(asked) == len(set(asked)) == MOST_PAIRS


def test_at_least_half_of_the_next_sitting_asks_again_with_sides_changed():
    history = sittings(2, by_wish)
    first = {(asked.left, asked.right) for asked in history if asked.sitting == 0}
    again = [asked for asked in history if asked.sitting == 1 and (asked.right, asked.left) in first]
    assert len(again) >= MOST_PAIRS / 2
    assert not first & {(asked.left, asked.right) for asked in history if asked.sitting == 1}


def test_every_pair_is_asked_twice_and_then_it_is_enough():
    history = sittings(12, by_wish)
    for one, other in combinations(WISHES, 2):
        asked = [each for each in history if each.is_about(one, other)]
        assert len(asked) == 2
        assert (asked[0].left, asked[0].right) == (asked[1].right, asked[1].left)
        assert asked[0].sitting != asked[1].sitting
    assert next_pair(WISHES, history, 12) is None


def test_a_pair_answered_both_ways_is_asked_a_third_time_and_no_fourth():
    history = [chose("bake", "mop_floor"), chose("mop_floor", "bake", sitting=1)]
    asked = sittings(3, by_wish, ("bake", "mop_floor"), history)
    assert len(asked) == 3
    assert (asked[-1].left, asked[-1].right) == ("bake", "mop_floor")


def test_the_same_history_always_gives_the_same_pair():
    assert sittings(3, by_wish) == sittings(3, by_wish)


@pytest.mark.parametrize(("candidates", "pairs"), [((), 0), (("bake",), 0), (("bake", "mop_floor"), 1), (WISHES[:3], 3)])
def test_few_candidates_have_few_pairs(candidates, pairs):
    assert len(sittings(1, by_wish, candidates)) == pairs


def test_what_is_no_candidate_any_more_is_not_asked():
    history = sittings(1, by_wish)
    pair = next_pair(WISHES[1:5], history, 1)
    assert {pair.left, pair.right} <= set(WISHES[1:5])


def test_whoever_chooses_by_the_picture_presses_both_sides():
    history = sittings(3, by_wish)
    left = sum(asked.chosen == Choice.LEFT for asked in history)
    assert 6 <= left <= 12


@pytest.mark.parametrize("side", [Choice.LEFT, Choice.RIGHT])
def test_always_the_same_side_turns_the_pictures_one_above_the_other(side):
    history = sittings(2, always(side))
    assert {asked.layout for asked in history if asked.sitting == 0} == {Layout.SIDE}
    assert {asked.layout for asked in history if asked.sitting == 1} == {Layout.STACKED}


def test_pairs_of_a_habit_are_asked_anew():
    by_side = sittings(1, always(Choice.LEFT))
    history = sittings(1, by_wish, before=by_side)
    assert history[6].layout == Layout.STACKED
    assert len(pairs_in(history, 1)) == MOST_PAIRS


def test_a_both_is_asked_again_another_day_only():
    history = [pressed(Choice.BOTH, "bake", "mop_floor")]
    assert next_pair(WISHES[:2], history, 0) is None
    again = next_pair(WISHES[:2], history, 1)
    assert (again.left, again.right) == ("mop_floor", "bake")
