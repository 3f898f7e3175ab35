"""Aino's favourites, kept: few questions a sitting, again another day, and every press in its place."""

import pytest
from sqlalchemy import func, select

from selkoapp.interests.models import Answer, PairAnswer, Pick, Value
from selkoapp.interests.pairing.history import history_of
from selkoapp.interests.pairing.questions import NONE, ROOM, coming, now_of, question
from selkoapp.interests.pairing.service import record
from selkoapp.interests.pairs.asked import Choice, Layout
from selkoapp.interests.sittings import sitting_for_press
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict
from selkoapp.pictograms.catalogue import concepts, tasks_of
from tests.interests.pairing.sitting import SIX, by_wish, nothing, press, say_yes, sit

MANY = [task.id for sector in concepts("sector")[:2] for task in tasks_of(sector.id)][:14]
DAY = 24 * 3600


def count(session, kind):
    return session.scalar(select(func.count()).select_from(kind))


def test_a_sitting_asks_six_pairs(session, world, clock):
    say_yes(session, world.aino)
    asked = sit(session, world.aino, by_wish(SIX))
    assert [each.number for each in asked] == [each.place for each in asked] == [1, 2, 3, 4, 5, 6]
    assert {each.of for each in asked} == {6}
    assert len({frozenset(each.tasks) for each in asked}) == count(session, PairAnswer) == 6


def test_another_day_the_sides_have_changed(session, world, clock):
    say_yes(session, world.aino)
    first = sit(session, world.aino, by_wish(SIX))
    clock.shift(DAY)
    again = sit(session, world.aino, by_wish(SIX))
    assert sum(tuple(reversed(each.tasks)) in {one.tasks for one in first} for each in again) >= 3
    assert not {each.tasks for each in again} & {each.tasks for each in first}


def test_the_same_day_asks_other_pairs_while_there_are_some(session, world, clock):
    say_yes(session, world.aino)
    first = {frozenset(each.tasks) for each in sit(session, world.aino, by_wish(SIX))}
    clock.shift(3600)
    second = {frozenset(each.tasks) for each in sit(session, world.aino, by_wish(SIX))}
    assert len(second) == 6 and not first & second


def test_the_same_day_asks_again_when_nothing_else_is_left(session, world, clock):
    say_yes(session, world.aino, SIX[:2])
    (first,) = sit(session, world.aino, by_wish(SIX))
    clock.shift(3600)
    (again,) = sit(session, world.aino, by_wish(SIX))
    assert again.tasks == tuple(reversed(first.tasks))
    assert sit(session, world.aino, by_wish(SIX)) == []


def test_three_days_find_the_favourites(session, world, clock):
    say_yes(session, world.aino)
    for _day in range(3):
        sit(session, world.aino, by_wish(SIX))
        clock.shift(DAY)
    assert set(history_of(session, world.aino.id).standing.best) == set(SIX[:3])


def test_always_the_left_turns_the_pictures_one_above_the_other(session, world, clock):
    say_yes(session, world.aino)
    assert {each.layout for each in sit(session, world.aino, lambda _question: Choice.LEFT)} == {Layout.SIDE}
    clock.shift(DAY)
    assert coming(now_of(session, world.aino.viewer)).layout == Layout.STACKED
    assert history_of(session, world.aino.id).habits.side == Choice.LEFT


def test_many_yes_answers_are_narrowed_first(session, world, clock):
    say_yes(session, world.aino, MANY)
    asked = sit(session, world.aino, by_wish(MANY))
    few = [each for each in asked if each.layout is None]
    assert asked[: len(few)] == few and 1 <= len(few) <= 6
    assert [each.place for each in few] == list(range(1, len(few) + 1))
    assert count(session, Pick) == len(few) and count(session, PairAnswer) == 6
    assert set(MANY[:3]) <= set(history_of(session, world.aino.id).candidates)


def test_none_of_these_again_and_again_comes_to_an_end(session, world, clock):
    say_yes(session, world.aino, MANY[:7])
    asked = sit(session, world.aino, nothing)
    few = [frozenset(each.tasks) for each in asked if each.layout is None]
    assert len(few) == len(set(few)) <= 6


def test_a_sitting_leaves_room_for_being_asked_whether_it_was_alone(session, world, clock):
    say_yes(session, world.aino)
    here = sitting_for_press(session, world.aino.viewer)
    pressed = {"person_id": world.aino.id, "sitting_id": here, "concept_id": "fold_clothes", "value": Value.MAYBE}
    session.add_all(Answer(**pressed, key=new_id()) for _press in range(ROOM - 2))
    session.flush()
    asked = sit(session, world.aino, by_wish(SIX))
    assert [each.of for each in asked] == [2, 2]


@pytest.mark.parametrize("tasks", [(), SIX[:1]])
def test_fewer_than_two_wishes_make_no_pair(session, world, clock, tasks):
    say_yes(session, world.aino, tasks)
    assert coming(now_of(session, world.aino.viewer)) is None


def test_going_back_and_choosing_anew_counts_the_newest(session, world, clock):
    say_yes(session, world.aino)
    press(session, world.aino, coming(now_of(session, world.aino.viewer)), Choice.LEFT)
    press(session, world.aino, coming(now_of(session, world.aino.viewer)), Choice.LEFT)
    first = question(now_of(session, world.aino.viewer), 1)
    assert first.given == Choice.LEFT
    press(session, world.aino, first, Choice.BOTH)
    now = now_of(session, world.aino.viewer)
    assert [question(now, number).given for number in (1, 2, 3)] == [Choice.BOTH, Choice.LEFT, None]
    assert question(now, 4) is None and question(now, 0) is None
    assert count(session, PairAnswer) == 3 and len(now.history.asked) == 2


def test_the_same_press_sent_twice_is_one_answer(session, world, clock):
    say_yes(session, world.aino)
    asked, key = coming(now_of(session, world.aino.viewer)), new_id()
    for _twice in range(2):
        record(session, world.aino.viewer, asked.tasks, asked.layout, Choice.LEFT, key)
    with pytest.raises(Conflict):
        record(session, world.aino.viewer, asked.tasks, asked.layout, Choice.BOTH, key)
    assert count(session, PairAnswer) == 1


def test_a_press_of_yesterdays_page_is_not_lost(session, world, clock):
    say_yes(session, world.aino)
    asked = coming(now_of(session, world.aino.viewer))
    clock.shift(DAY)
    press(session, world.aino, asked, Choice.RIGHT)
    assert [each.chosen for each in history_of(session, world.aino.id).asked] == [Choice.RIGHT]


@pytest.mark.parametrize(
    ("tasks", "layout", "chosen"),
    [
        (("bake", "fold_clothes"), Layout.SIDE, Choice.LEFT),  # no yes to one of them
        (("bake", "bake"), Layout.SIDE, Choice.LEFT),
        (("bake", "mop_floor"), Layout.SIDE, "bake"),
        (("bake", "mop_floor"), None, "left"),
        (("bake",), None, "bake"),
        (SIX, None, NONE),
    ],
)
def test_what_no_page_asks_is_not_kept(session, world, clock, tasks, layout, chosen):
    say_yes(session, world.aino)
    with pytest.raises(Conflict):
        record(session, world.aino.viewer, tasks, layout, chosen, new_id())
    assert count(session, PairAnswer) == count(session, Pick) == 0


def test_a_seventh_pair_is_not_kept(session, world, clock):
    say_yes(session, world.aino)
    while asked := coming(now_of(session, world.aino.viewer)):
        press(session, world.aino, asked, Choice.LEFT)
    seen = {frozenset((each.left, each.right)) for each in history_of(session, world.aino.id).asked}
    other = next((one, two) for one in SIX for two in SIX if one != two and frozenset((one, two)) not in seen)
    with pytest.raises(Conflict):
        record(session, world.aino.viewer, other, Layout.SIDE, Choice.LEFT, new_id())


def test_another_persons_choices_are_not_mine(session, world, clock):
    say_yes(session, world.aino)
    sit(session, world.aino, by_wish(SIX))
    assert history_of(session, world.onni.id).asked == [] and history_of(session, world.onni.id).yes == ()
