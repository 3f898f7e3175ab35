"""The demo's real week: what people do in it counts."""

from sqlalchemy import func, select

from selkoapp.accounts.models import Person
from selkoapp.accounts.signins import Viewer
from selkoapp.events import service as events
from selkoapp.events.models import Event, EventAnswer
from selkoapp.interests.models import Answer, NextStep, PairAnswer, Sitting
from selkoapp.interests.wish_models import ConditionAnswer, OwnWish, SkillAnswer
from selkoapp.kernel.db import new_id
from selkoapp.seeds import play


def test_what_a_person_presses_in_the_demo_counts_after_what_the_story_says(session, real_week):
    answered = session.scalars(select(EventAnswer).where(EventAnswer.coming)).first()
    person, meeting = session.get(Person, answered.person_id), session.get(Event, answered.event_id)
    who = Viewer(person.id, person.organisation_id, person.role, person.name, person.picture, person.language, person.coach_id)
    events.answer_event(session, who, meeting, False, new_id())
    assert events.my_answers(session, who, meeting).now is False, "the newest press is the answer"


def test_every_id_that_orders_things_is_one_of_the_past(session, real_week):
    later = new_id()
    for table in (EventAnswer, NextStep):
        newest = session.scalars(select(table.id).order_by(table.id.desc())).first()
        assert newest < later, f"{table.__tablename__}: a press of today would not be the newest"


def test_the_map_of_a_phone_finds_every_meeting_by_street_and_town(session, real_week):
    addresses = set(session.scalars(select(Event.address).where(Event.address != "")))
    assert addresses and all(address.partition(", ")[2] for address in addresses)


def test_a_sitting_begun_today_is_newer_than_those_of_the_story(session, real_week):
    sitting = session.scalars(select(Sitting).order_by(Sitting.id.desc())).first()
    assert sitting.id < new_id() and sitting.setting and sitting.ended_at


def test_the_story_put_in_twice_is_there_once(session, real_week):
    tables = (Sitting, Answer, PairAnswer, ConditionAnswer, SkillAnswer, OwnWish, NextStep)
    before = [session.scalar(select(func.count()).select_from(table)) for table in tables]
    play.seed(session)
    assert all(before) and before == [session.scalar(select(func.count()).select_from(table)) for table in tables]
