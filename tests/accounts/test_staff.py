"""Simo and Petra sign in with a password."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from selkoapp.accounts.models import Person
from selkoapp.accounts.passwords import TooShort, hash_password
from selkoapp.kernel import clock
from tests.visit import Browser
from tests.world import PASSWORD

LOGIN = "simo@example.org"
WRONG = "Sähköposti tai salasana on väärä. Yritä uudelleen."


def try_in(browser: Browser, login: str = LOGIN, password: str = PASSWORD, status: int = 200):
    return browser.press(browser.get("/staff"), "/staff", status, login=login, password=password)


def bare_answer(browser: Browser, address: str = "/staff"):
    """What the right password answers, before the browser goes on."""
    return browser.raw("POST", address, data={"login": LOGIN, "password": PASSWORD})


def test_the_right_password_opens_the_inbox(browser):
    assert try_in(browser(), login=" Simo@Example.org ").h1 == "Viestit"


def test_a_coachs_cookie_goes_when_the_browser_is_closed(browser):
    (cookie,) = bare_answer(browser()).headers.getlist("Set-Cookie")
    assert sorted(cookie.split("; ")[1:]) == ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]


def test_petra_comes_to_the_people(browser):
    assert try_in(browser(), "petra@example.org").response.request.path == "/coach/people"


@pytest.mark.parametrize(
    ("login", "password"), [(LOGIN, "wrong words every time"), ("nobody@example.org", PASSWORD), ("aino", PASSWORD)]
)
def test_a_wrong_one_and_an_unknown_one_are_told_alike(browser, login, password):
    page = try_in(browser(), login, password, 422)
    assert WRONG in page.text
    assert page.one("input", name_="login").get("value") == login
    assert not page.one("input", name_="password").get("value")


def test_an_empty_form_says_what_to_write(browser):
    page = try_in(browser(), "", "", 422)
    summary = page.one("div", role="alert")
    assert "Kirjoita sähköpostisi." in "".join(summary.itertext())
    assert page.links()["Kirjoita salasanasi."] == "#password"


def test_many_tries_for_one_person_have_to_wait(browser):
    guesser = browser()
    for _ in range(5):
        try_in(guesser, password="wrong words every time", status=422)
    page = try_in(guesser, status=429)
    assert "Odota" in page.text
    assert try_in(browser(), "sara@example.org").h1 == "Viestit"


def test_passwords_are_long_and_argon2id_by_the_books(session):
    with pytest.raises(TooShort):
        hash_password("fourteen chars")
    assert hash_password("fifteen letters").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    stored = session.scalar(select(Person.password_hash).where(Person.login == LOGIN))
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert PASSWORD not in stored


@pytest.mark.parametrize(
    "onward", ["//evil.example", "https://evil.example", "/\\evil.example", "evil.example", "///evil.example", "https://["]
)
def test_nobody_is_led_to_another_site(browser, onward):
    answer = bare_answer(browser(), f"/staff?next={onward}")
    assert answer.status_code == 303
    assert answer.location in ("/", "/evil.example")  # the second is a path of ours


def test_a_fresh_sign_in_is_asked_for_printing_and_leads_on_to_it(browser, world):
    start = clock.now()
    simo = browser(world.simo)
    with time_machine.travel(start + timedelta(minutes=6), tick=False):
        page = simo.get("/coach/cards")
        assert page.h1 == "Kirjaudu uudelleen"
        action = page.one("form", class_="stack").get("action")
        onward = simo.press(page, action, login=LOGIN, password=PASSWORD)
        assert onward.response.request.path == "/coach/cards"


def test_a_coachs_sign_in_ends_after_half_an_hour_and_after_twelve_hours(browser, world):
    start = clock.now()
    simo, sara = browser(world.simo), browser(world.sara)
    with time_machine.travel(start + timedelta(minutes=31), tick=False):
        simo.get("/coach", 401)
    for minutes in range(25, 12 * 60, 25):
        with time_machine.travel(start + timedelta(minutes=minutes), tick=False):
            sara.get("/coach")
    with time_machine.travel(start + timedelta(hours=12, minutes=1), tick=False):
        sara.get("/coach", 401)


NEW = "kolme iloista kissaa"


def change_password(simo: Browser, password: str, again: str | None = None, status: int = 200):
    page = simo.get("/staff/password")
    return simo.press(page, "/staff/password", status, password=password, again=password if again is None else again)


def test_a_coach_changes_the_password_that_somebody_else_made(browser):
    simo, phone = browser(), browser()
    try_in(simo)
    try_in(phone)
    assert simo.get("/coach/people").links()["Vaihda salasanasi"] == "/staff/password"
    assert change_password(simo, NEW).h1 == "Salasanasi on vaihdettu"
    simo.get("/coach")
    phone.get("/coach", 401)
    try_in(browser(), status=422)
    assert try_in(browser(), password=NEW).h1 == "Viestit"


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("", "", "Kirjoita uusi salasana."),
        ("lyhyt", "lyhyt", "Salasana on liian lyhyt. Kirjoita vähintään 15 merkkiä."),
        (NEW, NEW + "n", "Salasanat eivät ole samat. Kirjoita molemmat uudelleen."),
        ("x" * 201, "x" * 201, "Salasana on liian pitkä."),
    ],
    ids=["empty", "short", "unlike", "long"],
)
def test_a_password_that_does_not_do_is_told_and_nothing_changes(password, again, told, browser):
    simo = browser()
    try_in(simo)
    page = change_password(simo, password, again, 422)
    assert told in page.text and page.links()[told]
    assert try_in(browser()).h1 == "Viestit"


def test_a_new_password_goes_with_no_sign_in_form(browser):
    """Simo's half hour is over when he saves: the new password does not wait in a page."""
    simo = browser()
    try_in(simo)
    page = simo.get("/staff/password")
    with time_machine.travel(clock.now() + timedelta(minutes=31)):
        assert NEW not in simo.press(page, "/staff/password", 401, password=NEW, again=NEW).text
