"""Petra lets coaches in, and sees whose each person is."""

import re
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from selkoapp.accounts.colleagues import first_password
from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.passwords import SHORTEST
from selkoapp.kernel import clock
from tests.visit import words
from tests.world import PASSWORD

NEW = "/coach/staff/new"
TAKEN = "Joku kirjautuu jo tällä sähköpostilla. Kirjoita toinen sähköposti."
NO_PHONE = "Tämä ei ole puhelinnumero. Kirjoita se numeroilla."
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
    assert wrongs(page) == [TAKEN] and not page.all("strong", class_="first-password")
    assert coaches(session) == before + 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Kirjoita etunimi."),
        ({"login": ""}, "Kirjoita sähköposti."),
        ({"login": "liisa"}, "Tämä ei ole sähköposti. Kirjoita se uudelleen."),
        ({"login": "liisa@example.org liisa@example.org"}, "Tämä ei ole sähköposti. Kirjoita se uudelleen."),
        ({"login": "liisa@example"}, "Tämä ei ole sähköposti. Kirjoita se uudelleen."),
        ({"login": "kalle@example.org"}, TAKEN),
        ({"phone": "soita"}, NO_PHONE),
        ({"phone": "12"}, NO_PHONE),
        ({"phone": "040 123 x"}, NO_PHONE),
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


@pytest.mark.parametrize("phone", ["", "112", "+358 (0)40-123 45"])
def test_phones_as_people_write_them_are_taken(browser, world, session, phone):
    before = coaches(session)
    browser(world.petra).post(NEW, LIISA | {"phone": phone})
    assert coaches(session) == before + 1


def test_petra_mends_what_is_known_of_simo(browser, world, session):
    petra, path = browser(world.petra), f"/coach/staff/{world.simo.id}"
    page = petra.get(petra.get("/coach/staff").links()["Muuta: Simo"])
    assert page.h1 == "Simo" and page.form(path)["login"] == "simo@example.org"
    page = petra.press(page, path, 422, login="Sara@example.org")
    assert wrongs(page) == [TAKEN] and page.h1 == "Simo"
    petra.press(page, path, login="Simo.K@example.org", phone="050 111 2222", name="Simo K")
    simo = session.get(Person, world.simo.id)
    assert (simo.name, simo.login, simo.phone) == ("Simo K", "simo.k@example.org", "050 111 2222")


def test_simo_who_lost_his_password_gets_another_and_what_the_old_one_opened_ends(browser, world):
    simo, petra, path = browser(world.simo), browser(world.petra), f"/coach/staff/{world.simo.id}"
    paper = petra.press(petra.get(path), f"{path}/password")
    password = words(paper.one("strong", class_="first-password"))
    assert "simo@example.org" in paper.text
    assert simo.get("/coach", 401).h1 == "Kirjaudu sisään"
    assert browser().post("/staff", {"login": "simo@example.org", "password": PASSWORD}, 422).h1 == "Kirjaudu sisään"
    assert browser().post("/staff", {"login": "simo@example.org", "password": password}).h1 == "Viestit"


def test_another_password_needs_a_fresh_sign_in(browser, world, session):
    petra, path = browser(world.petra), f"/coach/staff/{world.simo.id}"
    before = session.get(Person, world.simo.id).password_hash
    session.rollback()
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        page = petra.post(f"{path}/password", {}, 403)
    assert page.one("input", id="login").get("value") == "petra@example.org", "who is signed in is known"
    session.expire_all()
    assert session.get(Person, world.simo.id).password_hash == before


@pytest.mark.parametrize("whom", ["kalle", "aino", "petra"])
def test_only_coaches_of_the_own_house_are_mended(browser, world, whom):
    path = f"/coach/staff/{world.everyone[whom].id}"
    browser(world.petra).get(path, 404)
    browser(world.petra).post(f"{path}/password", {}, 404)
