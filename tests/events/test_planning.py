"""Simo plans a meeting: what is wrong is told beside the field and on top, and what he typed stays."""

import pytest
from sqlalchemy import func, select, update

from selkoapp.events import led, service
from selkoapp.events.forms import PICTURES
from selkoapp.events.models import Event, EventState
from selkoapp.groups.models import Membership
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from tests.events.calendar import WEDNESDAY, put_group, put_meeting
from tests.events.plan import EMPTY, GOOD, NEW, WRONG, wrongs
from tests.visit import words


@pytest.fixture
def plan(browser, world, group):
    """plan(title="") → what the coach sees after sending a good form with these fields instead. status: what is expected."""

    def send(status=422, **wrong):
        simo = browser(world.simo)
        return simo.press(simo.get(NEW), NEW, status, **(GOOD | {"group": str(group.id)} | wrong))

    return send


def count(session) -> int:
    return session.scalar(select(func.count()).select_from(Event))


def test_simo_plans_a_visit_and_aino_sees_it(plan, visit, world, session):
    made = plan(200)
    assert made.h1 == "Vierailu leipomoon" and made.response.request.path.startswith("/coach/events/")
    event = session.scalars(select(Event)).one()
    assert (event.picture, event.state, event.made_by) == ("company_visit", EventState.PLANNED, world.simo.id)
    session.commit()
    assert (
        "Perjantaina 4. joulukuuta, 10 päivän päästä Perjantai 4 joulukuu Vierailu leipomoon kello 10.00"
        in visit(world.aino, "/events").text
    )


@pytest.mark.parametrize(("wrong", "sentence"), WRONG, ids=lambda given: str(given)[:40])
def test_each_wrong_field_has_its_sentence(plan, session, wrong, sentence):
    page = plan(**wrong)
    assert wrongs(page) == [sentence]
    assert sentence in page.links()  # the summary on top leads to the field
    assert count(session) == 0


def test_what_was_typed_stays(plan):
    page = plan(day="2026-02-30", title="Retki")
    kept = page.form(NEW)
    assert (kept["day"], kept["title"], kept["starts"], kept["what"]) == ("2026-02-30", "Retki", "10.00", GOOD["what"])


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_page(plan):
    assert wrongs(plan(**dict.fromkeys(EMPTY, ""))) == list(EMPTY.values())


def test_the_hour_that_comes_twice_means_its_first_time(plan, session):
    plan(200, day="2027-10-31", starts="3.30", ends="5.00")
    assert session.scalars(select(Event)).one().starts_at.hour == 0


def test_a_meeting_that_has_begun_today_can_still_be_told(plan, session):
    plan(200, day="2026-11-24", starts="8.30", ends="10.00")
    assert count(session) == 1


def test_nobody_plans_for_a_group_that_they_do_not_lead(browser, world, session, group):
    other = put_group(session, [world.kalle], [world.eeva])
    petra_cannot = browser(world.petra)
    petra_cannot.get(NEW, 403)
    simo = browser(world.simo)
    simo.press(simo.get(NEW), NEW, 422, **GOOD, group=str(other.id))
    assert count(session) == 0


def test_every_picture_that_is_offered_is_kept(plan, session):
    for picture in PICTURES:
        plan(200, picture=picture)
    assert set(session.scalars(select(Event.picture))) == set(PICTURES)


def test_the_language_of_the_text_is_at_first_that_of_the_coach(browser, world, group):
    assert browser(world.simo).get(NEW).one("option", selected="", value="fi") is not None


def answer(session, event, person, coming):
    service.answer_event(session, person.viewer, session.get(Event, event.id), coming, new_id())
    session.commit()


def test_simo_sees_who_comes_who_does_not_and_who_has_not_answered(visit, world, session, meeting):
    answer(session, meeting, world.mikko, True)
    answer(session, meeting, world.aino, True)
    answer(session, meeting, world.aino, False)
    answer(session, meeting, world.onni, True)  # hidden from the group, not from who leads it
    page = visit(world.simo, f"/coach/events/{meeting.id}")
    told = {
        words(part.find(".//{*}h2")): [words(n) for n in part.iter() if n.get("class") == "person-name"]
        for part in page.all("section")
    }
    assert told == {"Tulevat (2)": ["Mikko", "Onni"], "Eivät tule (1)": ["Aino"], "Ei vielä vastausta (1)": ["Leila"]}
    assert "2 tulee." in visit(world.simo, "/coach/events").text


def test_the_list_and_the_page_count_the_same_people(visit, world, session, meeting):
    answer(session, meeting, world.mikko, True)
    other = put_group(session, [world.simo], [world.aino], name="Tiistairyhmä")
    answer(session, put_meeting(session, other, WEDNESDAY), world.aino, True)
    session.execute(update(Membership).where(Membership.person_id == world.mikko.id).values(until=clock.now()))
    session.commit()
    assert [event.comers for event in led.led_events(session, world.simo.viewer)] == [0, 1]


def test_simo_cancels_and_everyone_sees_it(browser, visit, world, meeting):
    simo = browser(world.simo)
    path = f"/coach/events/{meeting.id}"
    done = simo.press(simo.get(path), f"{path}/cancelled")
    assert "Tapaaminen on peruttu." in done.text and not done.all("form", action=f"{path}/cancelled")
    assert "Tapaaminen on peruttu." in visit(world.aino, "/events").text
