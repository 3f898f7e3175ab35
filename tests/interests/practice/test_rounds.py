"""The rules of a practice round: what it asks, when its answers contradict themselves, and what then fits better."""

from itertools import product

import pytest

from selkoapp.interests.models import Scale
from selkoapp.interests.practice import rounds
from selkoapp.interests.practice.rounds import ANSWERS, FOODS, SIMPLER, STEPS, scale_after, step

CHOICES = ("left", "right", "both", "neither")
WHOLE = [
    (scale, (*foods, *two))
    for scale in FOODS
    for foods in product(ANSWERS[scale], repeat=rounds.PICTURES)
    for two in product(CHOICES, repeat=2)
]


def consistent(most: str, least: str, first: str, again: str, worth: dict) -> bool:
    """Told anew by what was chosen, food by food: nobody chooses the less wanted, or another food the second time."""
    chosen = [{"left": most, "right": least}.get(first), {"left": least, "right": most}.get(again)]
    picked = {food for food in chosen if food}
    return len(picked) < 2 and not (worth[most] > worth[least] and least in picked)


@pytest.mark.parametrize("scale", list(FOODS))
def test_every_way_of_answering_is_judged_by_what_was_chosen(scale):
    simpler = 0
    for said in (said for asked, said in WHOLE if asked == scale):
        most, least = step(scale, said[:3], 4).foods
        worth = {food: rounds.WORTH[value] for food, value in zip(FOODS[scale], said, strict=False)}
        assert worth[most] == max(worth.values()) and worth[least] == min(worth.values()) and most != least
        keeps = consistent(most, least, *said[3:], worth)
        assert scale_after(scale, said) == (scale if keeps else SIMPLER[scale]), said
        simpler += not keeps
    assert 0 < simpler < len([1 for asked, _ in WHOLE if asked == scale])


@pytest.mark.parametrize("scale", list(FOODS))
def test_a_round_is_three_foods_and_the_same_two_with_changed_sides(scale):
    said = ("yes", "no", "no", "left", "right")
    pages = [step(scale, said, number) for number in range(1, STEPS + 1)]
    assert [len(page.foods) for page in pages] == [1, 1, 1, 2, 2]
    assert pages[4].foods == pages[3].foods[::-1]
    assert [page.given for page in pages] == list(said)
    assert {page.answers for page in pages[:3]} == {ANSWERS[scale]} and pages[3].answers == CHOICES
    assert step(scale, said, 0) is step(scale, said, STEPS + 1) is None


@pytest.mark.parametrize("met", range(STEPS))
def test_no_page_comes_before_what_it_follows(met):
    said = ("yes", "maybe", "no", "left", "right")[:met]
    assert [step(Scale.THREE, said, number) is not None for number in range(1, STEPS + 1)] == [
        number <= met + 1 for number in range(1, STEPS + 1)
    ]


def test_three_answers_become_two_and_two_become_pairs():
    against = {Scale.THREE: ("yes", "maybe", "no", "right", "left"), Scale.TWO: ("yes", "no", "no", "right", "left")}
    scale, been = Scale.THREE, [Scale.THREE]
    while scale in FOODS:
        scale = scale_after(scale, against[scale])
        been.append(scale)
    assert been == [Scale.THREE, Scale.TWO, Scale.PAIRS]
    assert [rounds.scale_of_round(each) for each in Scale] == [Scale.THREE, Scale.TWO, Scale.TWO]


@pytest.mark.parametrize("scale", list(FOODS))
def test_who_wants_both_or_neither_or_everything_contradicts_nothing(scale):
    for value in ANSWERS[scale]:
        for two in (("both", "both"), ("neither", "neither"), ("left", "right"), ("right", "left"), ("both", "left")):
            assert scale_after(scale, (value, value, value, *two)) == scale


@pytest.mark.parametrize("side", ["left", "right"])
def test_always_the_same_side_is_the_other_food_the_second_time(side):
    for scale, said in WHOLE:
        if said[3:] == (side, side):
            assert scale_after(scale, said) == SIMPLER[scale]
