"""Onni says yes to a lot: which of these five?"""

import random

import pytest

from selkoapp.interests.pairs.narrowing import MOST_NARROWINGS, SHOWN, Narrowing, candidates, next_narrowing


def narrow(yes, choose, sittings):
    """Everything asked in so many sittings."""
    narrowed = []
    for sitting in range(sittings):
        while shown := next_narrowing(yes, narrowed, sitting):
            assert 2 <= len(shown) <= SHOWN and len(set(shown)) == len(shown)
            narrowed.append(Narrowing(shown, choose(shown), sitting))
    return narrowed


@pytest.mark.parametrize("count", range(7))
def test_six_or_fewer_are_the_candidates_as_they_are(count):
    yes = list("abcdef"[:count])
    assert candidates(yes, []) == tuple(yes)
    assert next_narrowing(yes, [], 0) is None


@pytest.mark.parametrize("count", [7, 12, 18, 25])
@pytest.mark.parametrize("seed", range(10))
def test_the_true_three_are_always_among_the_six(count, seed):
    yes = [f"task_{number}" for number in range(count)]
    wishes = random.Random(seed).sample(yes, count)
    narrowed = narrow(yes, lambda shown: min(shown, key=wishes.index), sittings=12)
    assert set(wishes[:3]) <= set(candidates(yes, narrowed))
    assert len(candidates(yes, narrowed)) == 6
    assert next_narrowing(yes, narrowed, 12) is None


def test_a_sitting_asks_no_more_than_six_times():
    yes = [f"task_{number:02}" for number in range(40)]
    narrowed = narrow(yes, min, sittings=2)
    assert [sum(asked.sitting == sitting for asked in narrowed) for sitting in range(2)] == [MOST_NARROWINGS] * 2


def test_what_is_shown_stands_in_the_lasting_order():
    yes = list("hgfedcba")
    shown = next_narrowing(yes, [Narrowing(tuple("hgfed"), "d", 0)], 0)
    assert sorted(shown, key=yes.index) == list(shown)


def test_none_of_these_shows_others_next():
    yes = list("abcdefghij")
    shown = next_narrowing(yes, [], 0)
    assert not set(shown) & set(next_narrowing(yes, [Narrowing(shown, None, 0)], 0))


def test_another_day_looks_back_at_what_was_left_out_in_one_question():
    yes = list("abcdefghijkl")
    narrowed = narrow(yes, min, sittings=1)
    out = set(yes) - set(candidates(yes, narrowed))
    back = next_narrowing(yes, narrowed, 1)
    assert set(back) <= out
    narrowed.append(Narrowing(back, back[-1], 1))
    assert next_narrowing(yes, narrowed, 1) is None


def test_none_of_seven_again_and_again_shows_no_five_twice():
    narrowed = narrow(list("abcdefg"), lambda _shown: None, sittings=3)
    for sitting in range(3):
        shown = [frozenset(asked.shown) for asked in narrowed if asked.sitting == sitting]
        assert len(shown) == len(set(shown)) <= MOST_NARROWINGS


def test_a_yes_taken_back_is_no_candidate():
    narrowed = [Narrowing(tuple("abcde"), "a", 0)]
    assert "a" not in candidates(list("bcdefghi"), narrowed)
