"""Koti on an ordinary morning."""

from datetime import datetime, timedelta

import pytest
import time_machine

from selkoapp.accounts.models import Person
from selkoapp.events import service as events
from selkoapp.events.models import Event, EventState
from selkoapp.groups.models import Group, Membership
from selkoapp.interests import service as interests
from selkoapp.kernel import clock
from selkoapp.kernel.clock import HELSINKI
from selkoapp.kernel.db import new_id
from selkoapp.kernel.i18n import month
from selkoapp.messages import service as messages
from tests.visit import words

TILES = {"Mitä haluan tehdä?": "/wishes", "Ryhmä": "/events", "Minä": "/me"}


@pytest.fixture
def tuesday():
    """The clock of the test, on a Tuesday morning: it moves only when the test moves it."""
    with time_machine.travel(datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI), tick=False) as traveller:
        yield traveller


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
    near, far = (next(words for words, href in links.items() if href == f"/events/{id}") for id in (meeting, trip))
    assert "Huomenna" in near and "Työnhakuryhmä" in near and "Tulen." in near
    assert "Retki Nuuksioon" in far and "Tuletko?" in far
    order = ["Sinulla on 1 uusi viesti.", "Työnhakuryhmä", "Retki Nuuksioon", "Mitä haluan tehdä?"]
    assert sorted(order, key=page.text.index) == order


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


def test_a_called_off_meeting_is_unmistakable_until_it_would_have_been_over(tuesday, visit, world, session, meet):
    meet("Työnhakuryhmä", 3)
    meet("Retki", 5, EventState.CANCELLED)
    messages.write_first(session, world.simo.viewer, world.aino.id, "Hei Aino!", new_id(), "fi")
    session.commit()
    text = visit(world.aino, "/home").text
    order = ["Retki", "Tapaaminen on peruttu.", "Sinulla on 1 uusi viesti.", "Työnhakuryhmä"]
    assert sorted(order, key=text.index) == order
    tuesday.shift(timedelta(days=5, minutes=59))
    assert "Tapaaminen on peruttu." in visit(world.aino, "/home").text
    tuesday.shift(timedelta(minutes=1))
    assert "Tapaaminen on peruttu." not in visit(world.aino, "/home").text


@pytest.mark.parametrize("next_one", [True, False])
def test_a_moved_meeting_is_told_first_and_once(visit, world, session, meet, next_one):
    meet("Kahvit", 2)
    moved = meet("Retki", 1 if next_one else 4, EventState.MOVED)
    page = visit(world.aino, "/home")
    assert page.text.index("Retki") < page.text.index("Tapaaminen on siirretty. Tuletko uutena aikana?")
    assert page.text.count("Retki") == 1 and ("Kahvit" in page.text) is (not next_one)
    events.answer_event(session, world.aino.viewer, session.get(Event, moved), True, new_id())
    session.commit()
    text = visit(world.aino, "/home").text
    assert ("Tapaaminen on siirretty. Tulen." in text) is next_one and "Tuletko uutena" not in text


def test_the_two_newest_changes_are_told_on_home_until_selva(tuesday, browser, world, meet):
    aino, first = browser(world.aino), meet("Kahvit", 1, EventState.CANCELLED)
    for days, title in enumerate(("Retki", "Vierailu"), start=2):
        tuesday.shift(60)
        newest = meet(title, days, EventState.CANCELLED)
    page = aino.get("/home")
    assert page.text.index("Vierailu") < page.text.index("Retki") and "Kahvit" not in page.text
    assert "Kahvit" in aino.get("/events").text
    early = aino.press(page, f"/events/{newest}/known")
    assert "Vierailu" in early.text, "a second tap of a trembling hand says nothing"
    tuesday.shift(2)
    page = aino.press(early, f"/events/{newest}/known")
    assert "Vierailu" not in page.text and page.text.index("Retki") < page.text.index("Kahvit")
    assert page.form(f"/events/{first}/known"), "the next one has its own Selvä"


def test_a_change_of_a_far_meeting_is_told_past_many_near_ones(visit, world, meet):
    for days in range(1, 15):
        meet(f"Kahvit {days}", days)
    meet("Retki", 30, EventState.CANCELLED)
    text = visit(world.aino, "/home").text
    assert text.index("Retki") < text.index("Tapaaminen on peruttu.") < text.index("Kahvit 1")


@pytest.mark.parametrize(("doer", "said"), [("aino", "Sinä teet tämän."), ("simo", "Simo huolehtii tästä.")])
def test_what_happens_next_has_its_day_and_doer(visit, world, session, doer, said):
    interests.set_next_step(
        session, world.simo.viewer, world.aino.id, picture="nav_call", text="Soitamme kahvilaan.", language="fi",
        day=clock.today() + timedelta(days=1), who_id=world.everyone[doer].id,
    )  # fmt: skip
    session.commit()
    page = visit(world.aino, "/home")
    assert f"Soitamme kahvilaan. {said}" in page.text
    tomorrow = clock.today() + timedelta(days=1)
    assert words(page.one("time", datetime=tomorrow.isoformat())) == f"Huomenna {tomorrow.day} {month(tomorrow)}"


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
