"""Simo moves a meeting: the same checks as for a new one, and everyone sees the old time and the new."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from selkoapp.events import led
from selkoapp.events.models import Event, EventState
from selkoapp.kernel import clock as wall
from selkoapp.kernel.clock import HELSINKI
from tests.events.calendar import rows
from tests.events.plan import GOOD, TIME, WRONG, wrongs
from tests.visit import words

NEW_TIME = {name: GOOD[name] for name in TIME}
WRONG_TIMES = [(wrong, sentence) for wrong, sentence in WRONG if set(wrong) <= TIME]


@pytest.fixture
def path(meeting):
    """The page on which tomorrow's meeting is moved."""
    return f"/coach/events/{meeting.id}/time"


@pytest.fixture
def move(browser, world, path):
    """move(day="") → what the coach sees after sending a good time with these fields instead."""

    def send(status=200, **instead):
        simo = browser(world.simo)
        return simo.press(simo.get(path), path, status, **(NEW_TIME | instead))

    return send


def stored(session, meeting) -> Event:
    """The meeting as the database has it now."""
    found = session.scalars(select(Event).where(Event.id == meeting.id).execution_options(populate_existing=True)).one()
    session.commit()
    return found


def test_simo_finds_the_present_time_in_the_form(browser, world, meeting, path):
    simo = browser(world.simo)
    page = simo.get(simo.get(f"/coach/events/{meeting.id}").links()["Siirrä tapaaminen"])
    kept = page.form(path)
    assert page.h1 == "Siirrä tapaaminen"
    assert (kept["day"], kept["starts"], kept["ends"]) == ("2026-11-25", "14:00", "15:30")


def test_simo_moves_it_and_aino_sees_the_old_time_and_the_new(move, sit, visit, world, session, meeting):
    sit(world.aino).press("yes")
    page = move()
    assert page.response.request.path == f"/coach/events/{meeting.id}"
    assert page.text.startswith("Työnhakuryhmä Tapaaminen on siirretty. Vanha aika oli 25. marraskuuta kello 14.00.")
    assert [words(told) for told in page.all("dd")][0] == "10.00–11.30"
    assert "Tapaaminen on siirretty." in visit(world.aino, "/events").text
    seen = sit(world.aino).page.text
    told = "Tapaaminen on siirretty. Vanha aika oli 25. marraskuuta kello 14.00."
    assert seen.startswith(f"{told} Perjantai 4 joulukuu 10.00–11.30")
    assert "Tuletko uutena aikana?" in seen and "Ennen: tulen." in seen and "Vastasit" not in seen
    assert rows(session, world.aino) == [True]


@pytest.mark.parametrize(("wrong", "sentence"), WRONG_TIMES, ids=lambda given: str(given)[:40])
def test_each_wrong_time_has_the_sentence_of_a_new_meeting(move, session, meeting, wrong, sentence):
    page = move(422, **wrong)
    assert wrongs(page) == [sentence] and sentence in page.links()
    now = stored(session, meeting)
    assert (now.state, now.starts_at, now.ends_at) == (EventState.PLANNED, meeting.starts_at, meeting.ends_at)


def test_what_was_typed_stays(move, path):
    kept = move(422, day="2026-02-30", starts="9.15").form(path)
    assert (kept["day"], kept["starts"], kept["ends"]) == ("2026-02-30", "9.15", GOOD["ends"])


def test_moved_back_the_time_between_is_told_and_the_answers_to_the_first_count_again(move, sit, world, session, meeting):
    sit(world.aino).press("yes")
    move()
    move(day="2026-11-25", starts="14.00", ends="15.30")
    now = stored(session, meeting)
    assert (now.state, now.starts_at) == (EventState.MOVED, meeting.starts_at)
    seen = sit(world.aino).page.text
    assert "Vanha aika oli 4. joulukuuta kello 10.00." in seen and "Vastasit: tulen." in seen


def test_only_a_later_end_is_no_move(move, sit, world):
    move(day="2026-11-25", starts="14.00", ends="16.00")
    text = sit(world.aino).page.text
    assert "siirretty" not in text and "14.00–16.00" in text


CANCELLED = "Tapaaminen on peruttu. Sitä ei voi muuttaa."
OVER = "Tapaaminen on ohi. Sitä ei voi muuttaa."


@pytest.mark.parametrize("part", ["time", "words"])
def test_a_cancelled_meeting_has_no_form(browser, world, session, meeting, part):
    simo, path = browser(world.simo), f"/coach/events/{meeting.id}"
    before = simo.get(f"{path}/{part}")
    simo.press(simo.get(path), f"{path}/cancelled")
    assert not {"Siirrä tapaaminen", "Muuta tietoja"} & set(simo.get(path).links())
    for page in (simo.get(f"{path}/{part}", 409), simo.press(before, f"{path}/{part}", 409, **GOOD)):
        assert CANCELLED in page.text and not page.all("form", action=f"{path}/{part}")
    assert stored(session, meeting).state == EventState.CANCELLED


@pytest.mark.parametrize("part", ["time", "words"])
def test_a_meeting_that_is_over_has_no_form(clock, browser, world, meeting, part):
    clock.move_to(datetime(2026, 11, 25, 15, 30, tzinfo=HELSINKI))
    simo, path = browser(world.simo), f"/coach/events/{meeting.id}"
    assert OVER in simo.get(f"{path}/{part}", 409).text
    page = simo.get(path)
    assert not page.all("form", action=f"{path}/cancelled") and "Siirrä tapaaminen" not in page.links()


def test_a_meeting_that_has_begun_can_still_get_a_later_end(clock, move, session, meeting):
    clock.move_to(datetime(2026, 11, 25, 15, 0, tzinfo=HELSINKI))
    move(day="2026-11-25", starts="14.00", ends="16.00")
    assert stored(session, meeting).ends_at == wall.at(date(2026, 11, 25), time(16))


@pytest.mark.parametrize("who", ["kalle", "petra", "aino"])
@pytest.mark.parametrize("part", ["time", "words"])
def test_nobody_else_changes_it(browser, world, session, meeting, who, part):
    other = browser(world.everyone[who])
    answer = other.raw("POST", f"/coach/events/{meeting.id}/{part}", data=GOOD)
    assert answer.status_code == (404 if who == "kalle" else 403)
    now = stored(session, meeting)
    assert (now.state, now.title) == (EventState.PLANNED, "Työnhakuryhmä")


def test_sara_who_leads_it_too_moves_it(browser, world, session, meeting, path):
    sara = browser(world.sara)
    sara.press(sara.get(path), path, **NEW_TIME)
    assert stored(session, meeting).state == EventState.MOVED


def test_the_page_asks_the_database_few_times(visit, world, path):
    assert int(visit(world.simo, path).response.headers["Server-Timing"].split('"')[1]) <= 3


def test_led_events_stand_in_the_order_of_their_new_times(move, session, world, group, meeting):
    move()
    assert [event.starts_at for event in led.led_events(session, world.simo.viewer)] == [wall.at(date(2026, 12, 4), time(10))]
