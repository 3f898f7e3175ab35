"""Simo brings people in, mends what he wrote of them, and tells two of one name apart; the next step stands in its form."""

from datetime import date

import pytest
from sqlalchemy import select

from selkoapp.accounts.models import Person
from selkoapp.groups import service as groups
from selkoapp.interests import service as interests
from selkoapp.kernel.db import new_id
from tests.visit import words

NEW = "/coach/people/new"
SEEKER = {"name": "Ville", "language": "sv", "picture": "person_b"}
TAKEN = "Sinulla on jo samanniminen ihminen. Lisää nimeen kirjain, tai tallenna uudelleen."


@pytest.fixture
def group(session, world):
    made = groups.make_group(session, world.simo.viewer, "Työnhakuryhmä", {world.aino.id})
    session.commit()
    return made


def named(session, name: str) -> list[Person]:
    found = list(session.scalars(select(Person).where(Person.name == name).order_by(Person.id)))
    session.rollback()
    return found


def test_a_new_person_is_in_the_group_at_once(browser, world, session, group):
    simo = browser(world.simo)
    page = simo.get(NEW)
    assert [words(option) for option in page.one("select", id="group").iter() if option.get("value") is not None] == [
        "Ei ryhmää vielä", "Työnhakuryhmä"
    ]  # fmt: skip
    simo.post(NEW, SEEKER | {"group": str(group.id)})
    (ville,) = named(session, "Ville")
    assert groups.member_ids(session, group.id) == {world.aino.id, ville.id}


def test_a_group_of_another_coach_takes_nobody(browser, world, session):
    theirs = groups.make_group(session, world.kalle.viewer, "Toinen ryhmä", set())
    session.commit()
    page = browser(world.simo).post(NEW, SEEKER | {"group": str(theirs.id)}, 422)
    assert "Valitse ryhmä." in page.links() and named(session, "Ville") == []


def test_simo_mends_a_name_a_picture_and_a_language(browser, world, session):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    page = simo.get(simo.get(path).links()["Nimi, kuva ja kieli"])
    stands = page.form(f"{path}/about")
    assert (stands["name"], stands["picture"], chosen(page, "language")) == ("Aino", "person_a", "Suomi")
    assert simo.post(f"{path}/about", {"name": "Aino K", "language": "sv", "picture": "person_h"}).h1 == "Aino K"
    (aino,) = named(session, "Aino K")
    assert (aino.language, aino.picture, aino.coach_id) == ("sv", "person_h", world.simo.id)


def test_aino_keeps_her_own_name_without_a_warning(browser, world, session):
    path = f"/coach/people/{world.aino.id}/about"
    browser(world.simo).post(path, {"name": "Aino", "language": "fi", "picture": "person_b"})
    assert named(session, "Aino")[0].picture == "person_b"


@pytest.mark.parametrize("typed", ["Onni", "onni"])
def test_two_of_one_name_are_told_of_once(browser, world, session, typed):
    simo = browser(world.simo)
    page = simo.post(NEW, SEEKER | {"name": typed}, 422)
    assert TAKEN in page.links() and len(named(session, typed)) == (typed == "Onni")
    again = page.form(NEW)
    assert again["name"] == typed
    simo.post(NEW, SEEKER | {"name": typed, "known": again["known"]})
    assert len(named(session, typed)) == 1 + (typed == "Onni"), "saved again: it is meant"


def test_a_letter_tells_them_apart_at_once(browser, world, session):
    simo = browser(world.simo)
    page = simo.post(NEW, SEEKER | {"name": "Onni"}, 422)
    simo.post(NEW, SEEKER | {"name": "Onni L", "known": page.form(NEW)["known"]})
    assert len(named(session, "Onni L")) == 1


def test_knowing_of_one_namesake_is_not_knowing_of_another(browser, world):
    browser(world.simo).post(NEW, SEEKER | {"name": "Aino", "known": "Onni"}, 422)


def test_only_the_own_coach_mends(browser, world, session):
    for other, status in ((world.sara, 404), (world.kalle, 404), (world.petra, 403)):
        path = f"/coach/people/{world.aino.id}/about"
        browser(other).post(path, SEEKER, status)
    assert len(named(session, "Aino")) == 1


@pytest.fixture
def step(session, world):
    interests.set_next_step(
        session, world.simo.viewer, world.aino.id, picture="company_visit", text="Käymme leipomossa.", language="fi",
        day=date(2030, 1, 2), who_id=world.aino.id,
    )  # fmt: skip
    session.commit()


def chosen(page, field: str) -> str:
    return next(words(option) for option in page.one("select", id=field).iter() if option.get("selected") is not None)


def test_the_agreed_step_stands_in_its_form(browser, world, step):
    page = browser(world.simo).get(f"/coach/people/{world.aino.id}")
    assert page.one("input", id="text").get("value") == "Käymme leipomossa."
    assert page.one("input", id="day").get("value") == "2030-01-02"
    assert chosen(page, "who") == "Aino" and page.one("option", value="company_visit").get("selected") is not None


def test_a_picture_that_is_offered_no_more_stays(browser, world, session):
    interests.set_next_step(
        session, world.simo.viewer, world.aino.id, picture="bake", text="Leivomme.", language="fi", day=None,
        who_id=world.simo.id,
    )  # fmt: skip
    session.commit()
    page = browser(world.simo).get(f"/coach/people/{world.aino.id}")
    assert chosen(page, "picture") == "leipoa"
    assert words(page.one("span", class_="row-note")) == "Simo", "no dot before the name when there is no day"


def test_a_step_is_taken_away(browser, world, session, step):
    simo, path = browser(world.simo), f"/coach/people/{world.aino.id}"
    assert "Poista tämä askel" in simo.get(path).buttons()
    page = simo.post(f"{path}/next-step/none", {})
    assert "Käymme leipomossa." not in page.text and "Poista tämä askel" not in page.buttons()
    assert page.one("input", id="text").get("value") == ""
    assert "Käymme leipomossa." not in browser(world.aino).get("/home").text
    simo.post(f"{path}/next-step/none", {})
    browser(world.sara).post(f"{path}/next-step/none", {}, 404)
    browser(world.simo).post(f"/coach/people/{new_id()}/next-step/none", {}, 404)
