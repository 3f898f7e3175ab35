"""What Simo opens is told to Aino: a thread shows her wishes beside it, so both are named."""

from datetime import UTC, datetime, timedelta

import time_machine
from sqlalchemy import select

from selkoapp.accounts import readings
from selkoapp.accounts.models import Reading
from selkoapp.kernel.db import new_id
from selkoapp.messages import service


def test_opening_a_thread_tells_of_the_messages_and_the_wishes(browser, session, world):
    thread = service.send_as_seeker(session, world.aino.viewer, "Hei Simo!", new_id(), "fi")
    session.commit()
    simo = browser(world.simo)
    simo.get("/coach")
    assert session.scalars(select(Reading.what)).all() == [], "the list is no opening"
    session.rollback()
    simo.get(f"/coach/threads/{thread}")
    assert sorted(session.scalars(select(Reading.what).where(Reading.person_id == world.aino.id))) == ["thread", "wishes"]
    session.rollback()  # gives the database back to the app
    told = browser(world.aino).get("/me/readings").text
    assert told.count("Simo") == 2


def test_one_visit_is_told_once_with_its_first_time_and_the_log_keeps_all(session, world):
    morning = datetime(2026, 11, 24, 7, tzinfo=UTC)
    for minutes in (0, 1, 2, 29, 45):
        with time_machine.travel(morning + timedelta(minutes=minutes), tick=False):
            readings.log_reading(session, world.simo.viewer, world.aino.id, "thread")
    with time_machine.travel(morning + timedelta(minutes=3), tick=False):
        readings.log_reading(session, world.simo.viewer, world.aino.id, "wishes")
        readings.log_reading(session, world.petra.viewer, world.aino.id, "thread")
    told = [(each.name, each.what, (each.at - morning).seconds // 60) for each in readings.readings_of(session, world.aino.id)]
    assert told[0] == ("Simo", "thread", 45) and told[-1] == ("Simo", "thread", 0)
    assert sorted(told[1:3]) == [("Petra", "thread", 3), ("Simo", "wishes", 3)] and len(told) == 4
    assert len(session.scalars(select(Reading.id)).all()) == 7
