"""A meeting is there for its group. For everyone else it is as if it had never been."""

from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from selkoapp.events import led
from selkoapp.events.models import EventAnswer
from selkoapp.groups.models import Membership
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound
from tests.events.calendar import WEDNESDAY, put_group, put_meeting
from tests.visit import SAME_ORIGIN

ABSENT = UUID("01900000-0000-7000-8000-00000000dead")


@pytest.fixture
def theirs(session, world):
    """A meeting of the other organisation."""
    return put_meeting(session, put_group(session, [world.kalle], [world.eeva]), WEDNESDAY)


@pytest.fixture
def other_groups(session, world):
    """A meeting of our own organisation's other group, in which Aino is not."""
    return put_meeting(session, put_group(session, [world.sara], [world.onni], name="Tiistairyhmä"), WEDNESDAY)


@pytest.mark.parametrize("whose", ["theirs", "other_groups"])
@pytest.mark.parametrize(("method", "part"), [("GET", ""), ("POST", "/answers"), ("POST", "/shown")])
def test_anothers_meeting_and_none_at_all_answer_the_same(browser, world, session, meeting, request, whose, method, part):
    foreign = request.getfixturevalue(whose)
    aino = browser(world.aino)
    fields = {"coming": "yes", "shown": "yes", "made": "1", "key": str(new_id())}
    answers = [aino.raw(method, f"/events/{id}{part}", data=fields, headers=SAME_ORIGIN) for id in (foreign.id, ABSENT)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data.replace(str(foreign.id).encode(), b"") == answers[1].data.replace(str(ABSENT).encode(), b"")
    assert session.scalar(select(func.count()).select_from(EventAnswer)) == 0


def test_anothers_meetings_are_in_no_list(visit, world, theirs, other_groups, meeting):
    page = visit(world.aino, "/events")
    assert [address for address in page.links().values() if "/events/" in address] == [f"/events/{meeting.id}"]


def test_who_has_left_the_group_sees_its_meetings_no_more(browser, world, session, meeting):
    aino = browser(world.aino)
    aino.get(f"/events/{meeting.id}")
    session.execute(update(Membership).where(Membership.person_id == world.aino.id).values(until=clock.now()))
    session.commit()
    aino.get(f"/events/{meeting.id}", 404)
    assert aino.get("/events").text == "Nyt ei ole tapaamisia."


@pytest.mark.parametrize("id", [str(2**63), "0", "abc", "00000000-0000-0000-0000-00000000000g", "%00", "%ED%A0%80"])
def test_an_id_that_is_none_is_a_plain_page(browser, world, id):
    browser(world.aino).get(f"/events/{id}", 404)


def test_a_coach_sees_the_meetings_of_the_groups_that_they_lead_and_no_others(session, world, meeting, other_groups, theirs):
    assert led.led_event(session, world.simo.viewer, meeting.id).id == meeting.id
    assert led.led_event(session, world.sara.viewer, other_groups.id).id == other_groups.id
    for foreign in (other_groups, theirs):  # Onni is Simo's seeker, but who comes to Sara's group is that group's own
        with pytest.raises(NotFound):
            led.led_event(session, world.simo.viewer, foreign.id)


def test_a_member_leads_nothing(session, world, meeting):
    with pytest.raises(NotFound):
        led.led_event(session, world.aino.viewer, meeting.id)
