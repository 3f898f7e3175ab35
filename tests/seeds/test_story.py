"""The demo's real week: what people do in it counts."""

from sqlalchemy import select

from selkoapp.accounts.models import Person
from selkoapp.accounts.signins import Viewer
from selkoapp.events import service as events
from selkoapp.events.models import Event, EventAnswer
from selkoapp.interests.models import NextStep
from selkoapp.kernel.db import new_id


def test_what_a_person_presses_in_the_demo_counts_after_what_the_story_says(session, real_week):
    answered = session.scalars(select(EventAnswer).where(EventAnswer.coming)).first()
    person, meeting = session.get(Person, answered.person_id), session.get(Event, answered.event_id)
    who = Viewer(person.id, person.organisation_id, person.role, person.name, person.picture, person.language, person.coach_id)
    events.answer_event(session, who, meeting, False, new_id())
    assert events.answer_of(session, who, meeting) is False, "the newest press is the answer"


def test_every_id_that_orders_things_is_one_of_the_past(session, real_week):
    later = new_id()
    for table in (EventAnswer, NextStep):
        newest = session.scalars(select(table.id).order_by(table.id.desc())).first()
        assert newest < later, f"{table.__tablename__}: a press of today would not be the newest"


def test_the_map_of_a_phone_finds_every_meeting_by_street_and_town(session, real_week):
    addresses = set(session.scalars(select(Event.address).where(Event.address != "")))
    assert addresses and all(address.partition(", ")[2] for address in addresses)
