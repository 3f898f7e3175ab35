"""Simo pressed "Peru tapaaminen" by mistake: one press brings the meeting back, as long as it has not begun."""

from datetime import datetime, time

import pytest

from selkoapp.events.models import Event, EventState
from selkoapp.kernel.clock import HELSINKI
from tests.events.calendar import WEDNESDAY
from tests.events.test_changed_plans import call_off, move


def state(session, meeting) -> str:
    session.expire_all()
    found = session.get(Event, meeting.id).state
    session.rollback()
    return found


def test_the_cancelled_page_is_struck_and_waits_for_no_answers(sit, visit, browser, world, session, meeting):
    sit(world.aino).press("yes")
    call_off(session, meeting)
    page = visit(world.simo, f"/coach/events/{meeting.id}")
    assert len(page.all("div", class_="event-card-gone")) == 1
    assert "Ei vielä vastausta" not in page.text and "Aino" in page.text, "whom to call, but nobody to wait for"
    assert "Palauta tapaaminen" in page.buttons() and "Peru tämä tapaaminen" not in page.buttons()


@pytest.mark.parametrize("again", [1, 2])
def test_one_press_brings_it_back_with_its_answers(sit, browser, visit, world, session, meeting, again):
    sit(world.aino).press("yes")
    call_off(session, meeting)
    simo = browser(world.simo)
    for _press in range(again):
        page = simo.post(f"/coach/events/{meeting.id}/restored", {})
    assert "Tapaaminen on peruttu" not in page.text and "Tulevat (1)" in page.text
    assert "Tapaaminen on peruttu" not in visit(world.aino, "/events").text
    assert state(session, meeting) == EventState.PLANNED


def test_a_moved_one_comes_back_moved(browser, sit, world, session, meeting):
    move(session, meeting, WEDNESDAY, time(16), time(17))
    call_off(session, meeting)
    browser(world.simo).post(f"/coach/events/{meeting.id}/restored", {})
    assert sit(world.aino).page.text.startswith("Tapaaminen on siirretty. Vanha aika oli 25. marraskuuta kello 14.00.")


def test_one_whose_time_has_come_does_not_come_back(clock, browser, world, session, meeting):
    call_off(session, meeting)
    clock.move_to(datetime(2026, 11, 25, 14, 0, tzinfo=HELSINKI))
    simo = browser(world.simo)
    assert "Palauta tapaaminen" not in simo.get(f"/coach/events/{meeting.id}").buttons()
    simo.post(f"/coach/events/{meeting.id}/restored", {}, 409)
    assert state(session, meeting) == EventState.CANCELLED


def test_only_who_leads_the_group_brings_it_back(browser, world, session, meeting):
    call_off(session, meeting)
    browser(world.kalle).post(f"/coach/events/{meeting.id}/restored", {}, 404)
    assert state(session, meeting) == EventState.CANCELLED
