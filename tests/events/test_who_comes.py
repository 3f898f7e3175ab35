"""Who comes: the group sees only those who let it, and only what they chose to show."""

from sqlalchemy import update

from selkoapp.accounts.models import Person
from selkoapp.events import service
from selkoapp.events.models import Event
from selkoapp.groups.models import Membership
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from tests.events.calendar import put_group, put_meeting
from tests.visit import Page, words


def answer(session, event, coming, *people):
    for person in people:
        service.answer_event(session, person.viewer, session.get(Event, event.id), coming, new_id())
    session.commit()


def faces(page: Page) -> list[str]:
    return [words(name) for name in page.all("strong", class_="person-name")]


def test_those_who_show_themselves_are_seen_and_the_others_counted(sit, world, session, meeting):
    answer(session, meeting, True, world.mikko, world.onni)
    page = sit(world.aino).page
    assert faces(page) == ["Sara", "Simo", "Mikko"]
    assert "1 muu tulee myös." in page.text and "Onni" not in page.html
    answer(session, meeting, True, world.leila)
    answer(session, meeting, False, world.mikko)
    assert faces(sit(world.aino).page) == ["Sara", "Simo", "Leila"]


def test_who_does_not_come_or_has_not_answered_is_never_named(sit, world, session, meeting):
    answer(session, meeting, False, world.mikko)
    page = sit(world.aino).page
    assert faces(page) == ["Sara", "Simo"]
    assert not {"Mikko", "Leila", "Onni"} & set(page.html.split())


def test_onni_is_hidden_until_he_shows_himself_and_again_when_he_takes_it_back(sit, world):
    onni = sit(world.onni)
    onni.press("yes")
    assert "Ryhmä ei näe nimeäsi eikä kuvaasi." in onni.page.text
    assert "1 muu tulee myös." in sit(world.aino).page.text
    shown = onni.show("yes")
    assert "Ryhmä näkee nimesi ja kuvasi, kun tulet." in shown.text and "Onni" in faces(shown)
    assert "Onni" in faces(sit(world.aino).page)
    onni.show("no")
    assert "Onni" not in sit(world.aino).page.html


def test_aino_who_is_hidden_is_not_counted_as_someone_else(sit, world):
    aino = sit(world.aino)
    assert "muu tulee" not in aino.press("yes").text
    assert "1 muu tulee myös." in sit(world.mikko).page.text


def test_showing_oneself_to_one_group_shows_nothing_to_another(sit, world, session, meeting):
    other = put_group(session, [world.sara], [world.onni, world.aino], name="Tiistairyhmä")
    there = put_meeting(session, other, meeting.starts_at.date())
    answer(session, there, True, world.onni)
    sit(world.onni, meeting).show("yes")
    assert "Onni" not in sit(world.aino, there).page.html


def test_who_has_left_the_group_or_the_house_comes_no_more(sit, world, session, meeting):
    answer(session, meeting, True, world.mikko, world.leila)
    session.execute(update(Membership).where(Membership.person_id == world.mikko.id).values(until=clock.now()))
    session.execute(update(Person).where(Person.id == world.leila.id).values(disabled_at=clock.now()))
    session.commit()
    page = sit(world.aino).page
    assert faces(page) == ["Sara", "Simo"] and "tulee myös" not in page.text
