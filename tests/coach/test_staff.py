"""Petra lets coaches in, and sees whose each person is."""

import re

import pytest
from sqlalchemy import func, select

from selkoapp.accounts.colleagues import first_password
from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.passwords import SHORTEST
from tests.visit import words

NEW = "/coach/staff/new"
LIISA = {"name": "Liisa", "login": " Liisa@Example.org ", "phone": "040 765 4321", "picture": "person_h"}


def coaches(session) -> int:
    found = session.scalar(select(func.count()).select_from(Person).where(Person.role == Role.COACH))
    session.rollback()
    return found


def wrongs(page) -> list[str]:
    return [words(error) for error in page.all("p", class_="field-error")]


def test_petra_lets_liisa_in_and_liisa_signs_in_with_the_first_password(browser, world, session):
    petra = browser(world.petra)
    page = petra.get(petra.get("/coach/people").links()["Valmentajat"])
    assert page.h1 == "Valmentajat"
    page = petra.get(page.links()["Lisää valmentaja"])
    paper = petra.press(page, NEW, **LIISA)
    password = words(paper.one("strong", class_="first-password"))
    assert "liisa@example.org" in paper.text and "localhost/staff" in paper.text
    assert "Liisa 0 ihmistä liisa@example.org" in petra.get("/coach/staff").text
    assert password not in session.scalar(select(Person.password_hash).where(Person.name == "Liisa"))
    session.rollback()
    liisa = browser().post("/staff", {"login": "liisa@example.org", "password": password})
    assert liisa.h1 == "Viestit"


def test_the_page_sent_again_lets_nobody_in_twice(browser, world, session):
    petra, before = browser(world.petra), coaches(session)
    petra.post(NEW, LIISA)
    page = petra.post(NEW, LIISA, 422)
    assert wrongs(page) == ["Joku kirjautuu jo tällä sähköpostilla."] and not page.all("strong", class_="first-password")
    assert coaches(session) == before + 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Kirjoita etunimi."),
        ({"login": ""}, "Kirjoita sähköposti."),
        ({"login": "liisa"}, "Tämä ei ole sähköposti. Kirjoita se uudelleen."),
        ({"login": "liisa@example.org liisa@example.org"}, "Tämä ei ole sähköposti. Kirjoita se uudelleen."),
        ({"login": "kalle@example.org"}, "Joku kirjautuu jo tällä sähköpostilla."),
        ({"phone": "0" * 21}, "Puhelinnumero on liian pitkä."),
        ({"picture": "coffee"}, "Valitse kuva."),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(browser, world, session, wrong, sentence):
    before = coaches(session)
    page = browser(world.petra).post(NEW, LIISA | wrong, 422)
    assert wrongs(page) == [sentence] and sentence in page.links()
    assert coaches(session) == before


def test_only_a_coordinator_lets_coaches_in_and_only_into_the_own_organisation(browser, world, session):
    browser(world.simo).post(NEW, LIISA, 403)
    browser(world.aino).get("/coach/staff", 403)
    page = browser(world.petra).get("/coach/staff")
    assert "Simo 4 ihmistä" in page.text and "Petra Koordinaattori" in page.text and "Kalle" not in page.text


def test_petra_sees_whose_each_person_is_and_simo_needs_not(visit, world):
    assert "Aino Suomi · Simo" in visit(world.petra, "/coach/people").text
    assert "·" not in visit(world.simo, "/coach/people").text


def test_first_passwords_are_long_readable_and_never_the_same():
    made = {first_password() for _ in range(50)}
    assert len(made) == 50
    assert all(re.fullmatch("([hjklmnprstv][aeiou]){2}(-([hjklmnprstv][aeiou]){2}){5}", each) for each in made)
    assert min(map(len, made)) >= SHORTEST


def test_the_sheet_of_pictures_shows_pictures_and_words_only(visit, world):
    page = visit(world.simo, "/coach/pictograms")
    assert "mopata" in page.text and "coaches" not in page.text and "own drawing" not in page.text
