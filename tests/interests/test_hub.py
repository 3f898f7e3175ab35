"""The doors to everything that is asked about wishes."""

from datetime import date

import pytest
from sqlalchemy import select

from selkoapp.interests import tryouts
from selkoapp.interests.hub import DOORS
from selkoapp.interests.models import Answer, Value
from selkoapp.interests.practice import service as practice
from selkoapp.interests.service import record_answer
from selkoapp.kernel.db import new_id
from tests.interests.sitting import rows
from tests.visit import words

DAY = 24 * 3600


def tiles(page) -> dict[str, str]:
    """The doors of the page: words → address."""
    (nav,) = page.all("nav", class_="tiles")
    return {words(door): door.get("href") for door in nav.iter("{http://www.w3.org/1999/xhtml}a")}


def say(session, person, **answers: str) -> None:
    for task, value in answers.items():
        record_answer(session, person.viewer, task, Value(value), new_id())
    session.commit()


def tried(session, world, task: str = "bake") -> None:
    tryouts.note_tryout(session, world.simo.viewer, world.aino.id, task, date(2026, 11, 20), "Leipomo Kanerva")
    session.commit()


def history(session, task: str = "bake") -> list[tuple[str, str]]:
    found = session.execute(select(Answer.value, Answer.setting).where(Answer.concept_id == task).order_by(Answer.id))
    told = [tuple(row) for row in found]
    session.rollback()
    return told


@pytest.mark.parametrize("who", ["mikko", "leila"])
def test_five_doors_and_each_opens(visit, world, who):
    named = getattr(world, who)
    page = visit(named, "/wishes")
    doors = tiles(page)
    assert len(doors) == len(DOORS) == 5
    assert len({door.picture for door in DOORS}) == 5
    for address in doors.values():
        opened = visit(named, address)
        assert opened.links()[{"fi": "Takaisin", "sv": "Tillbaka"}[named.viewer.language]] == "/wishes", address


def test_the_doors_are_these(visit, world):
    assert list(tiles(visit(world.mikko, "/wishes"))) == [
        "Työt",
        "Kumpaa haluan enemmän?",
        "Millaista työtä haluan?",
        "Mitä osaan?",
        "Oma toive",
    ]


def test_the_door_to_work_leads_to_the_practice_only_who_is_new(session, visit, world):
    def door(who):
        return tiles(visit(who, "/wishes"))["Työt"]

    assert door(world.mikko) == door(world.onni) == door(world.aino) == "/wishes/practice"
    say(session, world.mikko, bake="yes")
    practice.skip(session, world.onni.viewer)
    session.commit()
    assert door(world.mikko) == door(world.onni) == "/wishes/work"
    assert door(world.aino) == "/wishes/practice"


def test_after_answers_it_asks_whether_it_is_enough(session, sit, world):
    day = sit(world.mikko, "/wishes")
    assert "Riittääkö se tältä erää?" not in day.page.text
    say(session, world.mikko, bake="yes")
    assert "Riittääkö se tältä erää?" in day.open("/wishes").text
    assert "Vastasitko yksin?" in day.follow("Riittää tältä erää").text
    assert "Riittää tältä erää" not in sit(world.aino, "/wishes").page.links()


def test_a_tried_task_is_asked_again_and_both_answers_stay(session, sit, world, clock):
    say(session, world.aino, bake="maybe")
    clock.shift(DAY)
    tried(session, world)
    day = sit(world.aino, "/wishes")
    assert "leipoa" in day.page.text
    assert "Vastasit: ehkä." in day.follow("Vastaa uudelleen").text and day.at == "/wishes/sector_kitchen/bake"
    day.press("yes")
    assert history(session) == [("maybe", ""), ("yes", "tryout")]
    assert "Vastaa uudelleen" not in day.open("/wishes").links()
    day.open("/wishes/sector_kitchen/bake")
    day.press("no")
    assert history(session)[2:] == [("no", "")], "only the first answer after it"


def test_the_same_answer_after_a_tryout_is_an_answer_too(session, sit, world, clock):
    say(session, world.aino, bake="yes")
    clock.shift(DAY)
    tried(session, world)
    day = sit(world.aino, "/wishes")
    day.follow("Vastaa uudelleen")
    day.press("yes")
    assert history(session) == [("yes", ""), ("yes", "tryout")]


def test_the_newest_of_several_comes_first_and_each_once(session, sit, world, clock):
    for task in ("bake", "mop_floor", "bake"):
        clock.shift(DAY)
        tried(session, world, task)
    assert tryouts.waiting(session, world.aino.id) == ["bake", "mop_floor"]
    session.rollback()
    day = sit(world.aino, "/wishes")
    day.follow("Vastaa uudelleen")
    day.press("no")
    assert day.open("/wishes").links()["Vastaa uudelleen"] == "/wishes/sector_cleaning/mop_floor"


def test_a_tryout_of_another_is_not_asked_of_me(session, visit, world):
    tried(session, world)
    say(session, world.mikko, bake="yes")
    assert "Vastaa uudelleen" not in visit(world.mikko, "/wishes").links()
    assert history(session) == [("yes", "")] and rows(session, world.aino) == []


@pytest.mark.parametrize("answered", [False, True])
def test_the_page_asks_the_database_little(session, visit, world, answered):
    if answered:
        say(session, world.aino, bake="yes")
        tried(session, world)
    assert int(visit(world.aino, "/wishes").response.headers["Server-Timing"].split('"')[1]) <= 6


def test_each_door_shows_its_own_picture(visit, world):
    (nav,) = visit(world.aino, "/wishes").all("nav", class_="tiles")
    drawn = [image.get("src").rsplit("/", 1)[-1] for image in nav.iter("{http://www.w3.org/1999/xhtml}img")]
    assert drawn == [f"{door.picture}.svg" for door in DOORS]
