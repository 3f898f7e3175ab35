"""Onni's hand trembles: what is saved is what he meant, and nothing else."""

import pytest
from sqlalchemy import select

from selkoapp.events import service
from selkoapp.groups.models import Membership
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict
from tests.events.calendar import WEDNESDAY, put_meeting, rows
from tests.events.sitting import chosen
from tests.visit import SAME_ORIGIN


@pytest.mark.parametrize("later", [0.0, 0.08, 0.4, 0.699])
def test_a_press_before_the_page_can_be_read_saves_nothing(sit, world, session, later):
    onni = sit(world.onni)
    same = onni.press("no", after=later)
    assert same.h1 == "Työnhakuryhmä" and chosen(same) == []
    assert rows(session, world.onni) == []
    onni.press("yes")
    assert rows(session, world.onni) == [True]


def test_a_second_tap_does_not_answer_again(sit, world, session):
    onni = sit(world.onni)
    onni.press("yes")
    assert chosen(onni.press("no", after=0.3)) == ["Tulen"]
    assert rows(session, world.onni) == [True]


def test_the_same_press_sent_twice_is_one_answer(sit, world, session):
    onni = sit(world.onni)
    onni.clock.shift(1)
    fields = onni.fields("yes")
    first, second = onni.send(fields), onni.send(fields)
    assert chosen(first) == chosen(second) == ["Tulen"]
    assert rows(session, world.onni) == [True]


def test_of_two_buttons_pressed_at_once_the_first_counts_and_is_shown(sit, world, session, meeting):
    onni = sit(world.onni)
    onni.clock.shift(1)
    yes, no = onni.fields("yes"), onni.fields("no")
    onni.send(yes)
    shown = onni.send(no)
    assert shown.response.request.path == f"/events/{meeting.id}" and chosen(shown) == ["Tulen"]
    assert rows(session, world.onni) == [True]


def test_a_press_of_one_meeting_answers_no_other(sit, world, session, group):
    onni = sit(world.onni)
    onni.clock.shift(1)
    fields = onni.fields("yes")
    onni.send(fields)
    other = put_meeting(session, group, WEDNESDAY, title="Vierailu leipomoon")
    assert chosen(onni.browser.post(f"/events/{other.id}/answers", fields)) == []
    assert rows(session, world.onni) == [True]


def test_one_key_holds_one_answer(session, world, meeting):
    key = new_id()
    for _ in range(2):
        service.answer_event(session, world.onni.viewer, meeting, True, key)
    with pytest.raises(Conflict):
        service.answer_event(session, world.onni.viewer, meeting, False, key)
    assert rows(session, world.onni) == [True]


def test_two_people_may_have_the_same_key(sit, world, session):
    key = str(new_id())
    for person in (world.onni, world.aino):
        sitting = sit(person)
        sitting.clock.shift(1)
        sitting.send(sitting.fields("yes") | {"key": key})
        assert rows(session, person) == [True]


def test_a_tap_too_soon_shows_nobody_to_the_group(sit, world, session):
    sit(world.onni).show("yes", after=0.3)
    assert session.scalar(select(Membership.shown).where(Membership.person_id == world.onni.id)) is False


@pytest.mark.parametrize(
    "odd",
    [
        {"coming": "perhaps"},
        {"coming": "\ud800"},
        {"coming": "yes\0"},
        {"coming": "y" * 600_00},
        {"key": "1"},
        {"key": str(2**63)},
        {"made": "soon"},
        {"made": "-1"},
        {"made": "9" * 40},
    ],
)
@pytest.mark.parametrize("what", ["answers", "shown"])
def test_a_press_that_no_page_of_ours_makes_saves_nothing(sit, world, session, meeting, what, odd):
    onni = sit(world.onni)
    onni.clock.shift(1)
    path = f"/events/{meeting.id}/{what}"
    fields = onni.page.form(path) | {"coming": "yes", "shown": "yes"} | odd | {"shown": odd.get("coming", "yes")}
    sent = {name: value.encode("utf-8", "surrogatepass") for name, value in fields.items()}
    assert onni.browser.raw("POST", path, data=sent, headers=SAME_ORIGIN).status_code == 200
    assert rows(session, world.onni) == []
    assert session.scalar(select(Membership.shown).where(Membership.person_id == world.onni.id)) is False
