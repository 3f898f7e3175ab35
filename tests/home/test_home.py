"""Koti on an ordinary morning."""

from datetime import timedelta

import pytest

from selkoapp.accounts.models import Person
from selkoapp.events import service as events
from selkoapp.events.models import Event, EventState
from selkoapp.groups.models import Group, Membership
from selkoapp.interests import service as interests
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.messages import service as messages

TILES = {"Mitä haluan tehdä?": "/wishes", "Ryhmä": "/events", "Minä": "/me"}


@pytest.fixture
def group(session, world):
    """Aino's group, which Simo leads; its id."""
    made = Group(organisation_id=world.aino.viewer.organisation_id, name="Työnhakuryhmä", picture="group")
    session.add(made)
    session.flush()
    session.add_all(Membership(group_id=made.id, person_id=p.id, leads=p is world.simo) for p in (world.aino, world.simo))
    session.commit()
    return made.id


@pytest.fixture
def meet(session, world, group):
    """meet("Kahvi", 1) → a meeting of that name so many days from now; its id."""

    def meet(title: str, days: int, state: EventState = EventState.PLANNED):
        starts = clock.now() + timedelta(days=days)
        event = Event(
            organisation_id=world.aino.viewer.organisation_id, group_id=group, title=title, picture="meeting", starts_at=starts,
            ends_at=starts + timedelta(hours=1), place_name="Kirjasto", address="", what="", language="fi", made_by=world.simo.id,
            state=state,
        )  # fmt: skip
        session.add(event)
        session.commit()
        return event.id

    return meet


def test_an_empty_day_says_so_in_words(visit, world):
    page = visit(world.aino, "/home")
    assert page.h1 == "Hei, Aino!"
    assert "Simo ja sinä sovitte seuraavan askeleen." in page.text
    assert page.links().items() >= (TILES | {"Viestit": "/messages#newest"}).items()
    assert page.links()["Apua"] == "/help"


def test_it_tells_what_waits_and_what_comes(visit, world, session, meet):
    meeting = meet("Työnhakuryhmä", 1)
    trip = meet("Retki Nuuksioon", 5)
    events.answer_event(session, world.aino.viewer, session.get(Event, meeting), True, new_id())
    messages.write_first(session, world.simo.viewer, world.aino.id, "Hei Aino!", new_id(), "fi")
    session.commit()
    page = visit(world.aino, "/home")
    links = page.links()
    assert "Sinulla on 1 uusi viesti." in page.text
    assert links["Tuletko? Retki Nuuksioon, 5 päivän päästä"] == f"/events/{trip}"
    (card,) = [words for words, href in links.items() if href == f"/events/{meeting}"]
    assert "Huomenna" in card and "Työnhakuryhmä" in card and "Tulen." in card
    assert page.text.index("Sinulla on 1 uusi viesti.") < page.text.index("Työnhakuryhmä") < page.text.index("Mitä haluan tehdä?")


def test_one_meeting_at_a_time_asks_for_an_answer(visit, world, meet):
    meet("Työnhakuryhmä", 1)
    meet("Retki Nuuksioon", 5)
    page = visit(world.aino, "/home")
    assert page.text.count("Tuletko?") == 1
    assert "Retki" not in page.text


def test_an_answered_meeting_shows_the_answer(visit, world, session, meet):
    meeting = meet("Työnhakuryhmä", 1)
    event = session.get(Event, meeting)
    events.answer_event(session, world.aino.viewer, event, True, new_id())
    session.commit()
    assert "Tulen." in visit(world.aino, "/home").text
    events.answer_event(session, world.aino.viewer, event, False, new_id())
    session.commit()
    page = visit(world.aino, "/home")
    assert "En tule." in page.text
    assert "Tuletko?" not in page.text


def test_a_called_off_meeting_is_unmistakable_until_it_would_have_been_over(visit, world, meet):
    meet("Kahvit", 1, EventState.CANCELLED)
    meet("Työnhakuryhmä", 3)
    meet("Retki", 5, EventState.CANCELLED)
    page = visit(world.aino, "/home")
    assert page.text.index("Kahvit") < page.text.index("Tämä on peruttu.") < page.text.index("Työnhakuryhmä")
    assert "Retki" not in page.text


@pytest.mark.parametrize(("doer", "said"), [("aino", "Sinä teet tämän."), ("simo", "Simo huolehtii tästä.")])
def test_what_happens_next_has_its_day_and_doer(visit, world, session, doer, said):
    interests.set_next_step(
        session, world.simo.viewer, world.aino.id, picture="nav_call", text="Soitamme kahvilaan.", language="fi",
        day=clock.today() + timedelta(days=1), who_id=world.everyone[doer].id,
    )  # fmt: skip
    session.commit()
    text = visit(world.aino, "/home").text
    assert "Soitamme kahvilaan." in text
    assert "Huomenna, " in text and said in text


def test_a_seeker_without_a_coach_has_a_home_too(visit, world, session):
    session.get(Person, world.onni.id).coach_id = None
    session.commit()
    assert "Valmentaja ja sinä sovitte seuraavan askeleen." in visit(world.onni, "/home").text


def test_home_asks_the_database_six_times_at_most(visit, world, session, meet):
    for days in range(1, 5):
        meet(f"Tapaaminen {days}", days)
    messages.write_first(session, world.simo.viewer, world.aino.id, "Hei Aino!", new_id(), "fi")
    session.commit()
    timing = visit(world.aino, "/home").response.headers["Server-Timing"]
    assert int(timing.split('desc="')[1].rstrip('"')) <= 6


def test_leila_reads_it_in_swedish(visit, world):
    page = visit(world.leila, "/home")
    assert page.h1 == "Hej, Leila!"
    assert "Simo och du kommer överens om nästa steg." in page.text


def test_nobody_elses_meeting_is_there(visit, world, meet):
    meet("Työnhakuryhmä", 1)
    assert "Työnhakuryhmä" not in visit(world.onni, "/home").text
    assert "Työnhakuryhmä" not in visit(world.eeva, "/home").text
