"""A meeting moves or is cancelled: who has answered is asked anew, and it is news until the person says Selvä."""

from datetime import time, timedelta

import pytest

from selkoapp.accounts.models import Person
from selkoapp.events import led
from selkoapp.events.models import Event
from tests.events.calendar import TUESDAY, WEDNESDAY, put_meeting, rows
from tests.events.sitting import chosen
from tests.events.test_changed_plans import call_off, move
from tests.visit import words

FRIDAY = WEDNESDAY.replace(day=27)
ANEW = "Tapaaminen on siirretty. Tuletko uutena aikana?"


@pytest.fixture
def moved(clock, sit, world, session, meeting):
    """Aino came to Wednesday's meeting, Mikko did not; then Simo moves it to Friday."""
    sit(world.aino).press("yes")
    sit(world.mikko).press("no")
    clock.shift(60)
    move(session, meeting, FRIDAY, time(14), time(15))
    clock.shift(60)


def section(page, name: str) -> str:
    """The words of the part of the page with this heading, "" without one."""
    return next((words(part) for part in page.all("section", aria_labelledby=name)), "")


def known(sitting, after=2.0):
    """Press Selvä on the page of the meeting."""
    sitting.clock.shift(after)
    sitting.page = sitting.browser.press(sitting.page, f"{sitting.path}/known")
    return sitting.page


def test_an_answer_to_the_old_time_is_none_to_the_new(moved, sit, visit, world, session):
    for path in ("/home", "/events"):
        text = visit(world.aino, path).text
        assert ANEW in text and "ulen." not in text
    aino = sit(world.aino)
    assert chosen(aino.page) == [] and "Ennen: tulen." in aino.page.text
    aino.press("no")
    assert "Vastasit: en tule." in aino.page.text and "Ennen" not in aino.page.text
    assert "Tapaaminen on siirretty. Vastasit: en tule." in visit(world.aino, "/events").text
    assert rows(session, world.aino) == [True, False], "the old answer stays in the history"


def test_simo_sees_nobody_coming_to_the_new_time_yet(moved, sit, visit, world, meeting):
    path = f"/coach/events/{meeting.id}"
    page = visit(world.simo, path)
    assert "Tulevat" not in page.text and "Ei vielä vastausta (4)" in page.text
    assert "Aino Ennen: tulen." in page.text and "Mikko Ennen: en tule." in page.text
    assert "Tapaaminen on siirretty. 0 tulee." in visit(world.simo, "/coach/events").text
    sit(world.aino).press("yes")
    assert "Tulevat (1)" in visit(world.simo, path).text


def test_another_place_asks_nobody_anew(sit, visit, world, session, meeting):
    sit(world.aino).press("yes")
    led.change_words(session.get(Event, meeting.id), place_name="Kahvila")
    session.commit()
    page = sit(world.aino).page
    assert "Kahvila" in page.text and chosen(page) == ["Tulen"]
    assert "Selvä" not in visit(world.aino, "/home").buttons()


def test_a_press_on_a_page_from_before_the_move_answers_nothing(clock, sit, world, session, meeting):
    aino = sit(world.aino)
    clock.shift(1)
    move(session, meeting, FRIDAY, time(14), time(15))
    page = aino.press("yes")
    assert page.text.startswith("Tapaaminen on siirretty.") and chosen(page) == []
    assert rows(session, world.aino) == []


def test_an_answer_to_the_new_time_says_selva_too(moved, sit, visit, world, meeting):
    sit(world.aino).press("yes")
    page = visit(world.aino, "/home")
    assert "Selvä" not in page.buttons() and "Tapaaminen on siirretty. Tulen." in page.text
    assert "Aino" not in section(visit(world.simo, f"/coach/events/{meeting.id}"), "unaware")


def test_simo_sees_who_does_not_know_of_a_cancellation_and_their_phones(clock, sit, visit, world, session, meeting):
    session.get(Person, world.leila.id).phone = "040 765 4321"
    session.commit()
    sit(world.aino).press("yes")
    clock.shift(60)
    call_off(session, meeting)
    path = f"/coach/events/{meeting.id}"
    page = visit(world.simo, path)
    assert "Ei ole vielä kuitannut muutosta (4)" in page.text and "Ei vastausta (3)" in page.text and "Tulevat (1)" in page.text
    assert [href for href in page.links().values() if href.startswith("tel:")] == ["tel:0407654321"]
    aino, same = sit(world.aino), sit(world.aino)
    assert "Selvä" not in known(aino).buttons()
    assert "Selvä" not in known(same).buttons(), "said again on another page it adds nothing"
    page = visit(world.simo, path)
    assert "Ei ole vielä kuitannut muutosta (3)" in page.text and "Aino" not in section(page, "unaware")
    assert "peruttu" not in visit(world.aino, "/home").text and "peruttu" in visit(world.onni, "/home").text


@pytest.mark.parametrize(("days", "told"), [(1, "huomenna"), (3, "3 päivän päästä")])
def test_a_cancelled_meeting_has_no_distance(visit, world, session, group, days, told):
    event = put_meeting(session, group, TUESDAY + timedelta(days=days))
    path = f"/coach/events/{event.id}"
    assert told in [words(note) for note in visit(world.simo, path).all("span", class_="event-note")][0]
    call_off(session, event)
    assert visit(world.simo, path).all("span", class_="event-note") == []
    assert "3 päivän päästä" not in visit(world.aino, f"/events/{event.id}").text


def test_selva_to_the_move_says_nothing_of_the_cancellation(moved, clock, sit, visit, browser, world, session, meeting):
    aino = browser(world.aino)
    page = aino.get("/home")
    clock.shift(2)
    call_off(session, meeting)
    page = aino.press(page, f"/events/{meeting.id}/known")
    assert "Tapaaminen on peruttu." in page.text and "Selvä" in page.buttons()
    clock.shift(2)
    assert "Selvä" not in aino.press(page, f"/events/{meeting.id}/known").buttons()


def test_held_after_all_is_told_to_whoever_knew_that_it_was_cancelled(clock, sit, visit, browser, world, session, meeting):
    call_off(session, meeting)
    known(sit(world.aino))
    clock.shift(60)
    browser(world.simo).post(f"/coach/events/{meeting.id}/restored", {})
    clock.shift(60)
    assert "Tapaaminen pidetään sittenkin. Tuletko?" in visit(world.aino, "/home").text
    assert sit(world.aino).page.text.startswith("Tapaaminen pidetään sittenkin.")
    assert "sittenkin" not in visit(world.onni, "/home").text
    assert section(visit(world.simo, f"/coach/events/{meeting.id}"), "unaware").count("Aino") >= 1


@pytest.mark.parametrize("who", ["eeva", "simo"])
def test_nobody_else_says_it(browser, world, meeting, who):
    answer = browser(world.everyone[who]).raw("POST", f"/events/{meeting.id}/known", data={})
    assert answer.status_code == (404 if who == "eeva" else 403)
