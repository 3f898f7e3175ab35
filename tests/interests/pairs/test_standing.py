"""What Aino's choices add up to, and what Simo is told is not settled."""

import pytest

from selkoapp.interests.pairs.asked import Choice
from selkoapp.interests.pairs.standing import Open, Why, standing
from tests.interests.pairs.choices import WISHES, always, by_wish, chose, pressed, sittings

BAKE, MOP, FEED, FOLD = WISHES[:4]


def points(stood):
    return {place.task: place.points for place in stood.places}


def test_everything_asked_gives_the_order_of_the_wishes():
    stood = standing(tuple(reversed(WISHES)), sittings(12, by_wish))
    assert tuple(place.task for place in stood.places) == WISHES
    assert [place.points for place in stood.places] == [5, 3, 1, -1, -3, -5]
    assert all(place.settled for place in stood.places)
    assert stood.open == ()


def test_three_sittings_find_the_favourites():
    assert set(standing(tuple(reversed(WISHES)), sittings(3, by_wish)).best) == set(WISHES[:3])


def test_who_never_met_is_compared_by_way_of_a_third():
    stood = standing((FEED, MOP, BAKE), [chose(BAKE, MOP), chose(MOP, FEED)])
    assert points(stood) == {BAKE: 2, MOP: 0, FEED: -2}


def test_a_choice_between_two_outweighs_the_way_by_a_third():
    stood = standing((BAKE, MOP, FEED), [chose(BAKE, MOP), chose(MOP, FEED), chose(FEED, BAKE)])
    assert points(stood) == {BAKE: 0, MOP: 0, FEED: 0}


def test_both_gives_nobody_a_point_and_neither_costs_both_one():
    assert points(standing((BAKE, MOP), [pressed(Choice.BOTH, BAKE, MOP)])) == {BAKE: 0, MOP: 0}
    assert points(standing((BAKE, MOP), [pressed(Choice.NEITHER, BAKE, MOP)])) == {BAKE: -1, MOP: -1}


def test_a_pair_asked_more_often_counts_once():
    history = [chose(MOP, BAKE, sitting) for sitting in range(3)] + [chose(BAKE, FEED), chose(FOLD, MOP)]
    assert points(standing((MOP, BAKE), history)) == {MOP: 1, BAKE: -1}


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ([], Why.NEVER),
        ([chose(BAKE, MOP)], Why.ONCE),
        ([chose(BAKE, MOP), chose(MOP, BAKE, 1)], Why.TURNED),
        ([chose(BAKE, MOP), pressed(Choice.BOTH, MOP, BAKE, 1)], Why.ALIKE),
        ([pressed(Choice.NEITHER, BAKE, MOP)], Why.ALIKE),
    ],
)
def test_it_says_why_an_order_is_not_settled(history, why):
    assert standing((BAKE, MOP), history).open == (Open(BAKE, MOP, why),)


def test_the_same_choice_twice_is_settled():
    assert standing((BAKE, MOP), [chose(BAKE, MOP), chose(BAKE, MOP, 1)]).open == ()


def test_one_sitting_settles_no_favourite_among_six():
    assert not any(place.settled for place in standing(WISHES, sittings(1, by_wish)).places)


def test_pressing_one_side_says_nothing_about_the_tasks():
    stood = standing(WISHES, sittings(1, always(Choice.RIGHT)))
    assert set(points(stood).values()) == {0}


def test_nothing_asked_is_a_standing_too():
    assert standing((), []).places == ()
    assert standing((BAKE,), []).best == (BAKE,)
