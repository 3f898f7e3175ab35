"""What Simo opens is told to Aino: a thread shows her wishes beside it, so both are named."""

from sqlalchemy import select

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
