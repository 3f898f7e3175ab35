"""A meeting is called off, another is moved: nobody stands before a closed door."""

from datetime import datetime, time

import pytest
from sqlalchemy.orm import Session

from selkoapp.events import led
from selkoapp.events.models import Event, EventState
from selkoapp.kernel import clock as wall
from selkoapp.kernel.clock import HELSINKI
from selkoapp.kernel.faults import Conflict
from tests.events.calendar import WEDNESDAY, put_meeting, rows


def call_off(session, meeting):
    led.cancel_event(session.get(Event, meeting.id))
    session.commit()


def move(session, meeting, day, begins, ends):
    led.move_event(session, session.get(Event, meeting.id), wall.at(day, begins), wall.at(day, ends))
    session.commit()


def test_a_cancelled_meeting_says_so_first_and_asks_nothing(sit, visit, world, session, meeting):
    sit(world.aino).press("yes")
    call_off(session, meeting)
    today = visit(world.aino, "/events")
    assert "Tapaaminen on peruttu." in today.text and "Vastasit" not in today.text
    assert len(today.all("a", class_="event-card-gone")) == 1
    page = sit(world.aino).page
    assert page.text.startswith("Tapaaminen on peruttu. Älä tule.")
    assert page.buttons() == ["Selvä"] and "Kuka tulee?" not in page.text and "Näytä kartalla" not in page.links()


def test_a_press_on_a_page_from_before_it_was_cancelled_shows_that_it_is(sit, world, session, meeting):
    aino = sit(world.aino)
    call_off(session, meeting)
    aino.press("yes")
    assert aino.page.text.startswith("Tapaaminen on peruttu. Älä tule.")
    assert rows(session, world.aino) == []


def test_a_press_on_a_page_from_before_it_ended_saves_nothing(clock, sit, world, session):
    aino = sit(world.aino)
    clock.move_to(datetime(2026, 11, 25, 16, 0, tzinfo=HELSINKI))
    assert "Tuletko ryhmään?" not in aino.press("yes").text
    assert rows(session, world.aino) == []


@pytest.mark.parametrize(
    ("day", "begins", "leaf"),
    [
        (WEDNESDAY, time(16), "Huomenna 25 marraskuu 16.00–17.00"),
        (WEDNESDAY.replace(day=27), time(14), "Perjantai 27 marraskuu 14.00–17.00"),
    ],
)
def test_a_moved_meeting_says_the_old_time_and_shows_the_new(sit, visit, world, session, meeting, day, begins, leaf):
    move(session, meeting, day, begins, time(17))
    assert "Tapaaminen on siirretty." in visit(world.aino, "/events").text
    page = sit(world.aino).page
    assert page.text.startswith(f"Tapaaminen on siirretty. Vanha aika oli 25. marraskuuta kello 14.00. {leaf}")
    assert "Tuletko uutena aikana?" in page.text and "Tuletko ryhmään?" not in page.text


def test_moved_twice_tells_the_time_that_was_told_last_before(sit, world, session, meeting):
    move(session, meeting, WEDNESDAY, time(15), time(16))
    move(session, meeting, WEDNESDAY, time(16), time(17))
    assert "Vanha aika oli 25. marraskuuta kello 15.00." in sit(world.aino).page.text


def test_a_cancelled_meeting_does_not_come_back_by_being_moved(session, meeting):
    call_off(session, meeting)
    with pytest.raises(Conflict):
        move(session, meeting, WEDNESDAY, time(16), time(17))
    session.rollback()
    assert session.get(Event, meeting.id).state == EventState.CANCELLED


def test_a_coach_who_moves_it_does_not_overrule_one_who_has_just_cancelled_it(session, engine, meeting):
    seen = session.get(Event, meeting.id)  # before the other coach's press
    session.commit()
    with Session(engine) as other:
        call_off(other, meeting)
    with pytest.raises(Conflict):
        led.move_event(session, seen, wall.at(WEDNESDAY, time(16)), wall.at(WEDNESDAY, time(17)))


def test_a_cancelled_meeting_keeps_its_words(session, meeting):
    call_off(session, meeting)
    with pytest.raises(Conflict):
        led.change_words(session.get(Event, meeting.id), title="Vierailu leipomoon")


def test_cancelling_again_changes_nothing(clock, session, meeting):
    call_off(session, meeting)
    first = session.get(Event, meeting.id).changed_at
    clock.shift(60)
    call_off(session, meeting)
    assert session.get(Event, meeting.id).changed_at == first


def test_a_cancelled_meeting_leaves_the_list_when_it_would_have_ended(clock, visit, world, session, meeting):
    call_off(session, meeting)
    clock.move_to(datetime(2026, 11, 25, 15, 29, tzinfo=HELSINKI))
    assert "Tapaaminen on peruttu." in visit(world.aino, "/events").text
    clock.move_to(datetime(2026, 11, 25, 15, 31, tzinfo=HELSINKI))
    assert visit(world.aino, "/events").text == "Nyt ei ole tapaamisia."


def test_the_next_meeting_is_seen_past_a_cancelled_one(visit, world, session, group, meeting):
    call_off(session, meeting)
    put_meeting(session, group, WEDNESDAY, time(18), time(19), title="Vierailu leipomoon")
    assert "Vierailu leipomoon kello 18.00 Tuletko?" in visit(world.aino, "/events").text
