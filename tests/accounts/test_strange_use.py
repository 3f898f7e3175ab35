"""Somebody has used Aino's card on another device."""

import pytest

from selkoapp.accounts import cards
from tests.accounts.door import card_for, card_of, come_in, press

ASKED = "Korttiasi käytettiin uudella laitteella."


@pytest.fixture
def two_devices(browser, session, world):
    """Aino's phone, and a second device on which her card has just been used; and the card's token."""
    token = card_for(session, world.aino)
    phone, other = browser(), browser()
    come_in(phone, token, "mine")
    come_in(other, token, "mine")
    return phone, other, token


def answer_to(page) -> str:
    (form,) = [f for f in page.all("form") if f.get("action").startswith("/card-uses/")]
    return form.get("action")


def test_the_first_device_is_asked_and_the_new_one_is_not(two_devices):
    phone, other, _ = two_devices
    page = phone.get("/home")
    assert page.h1 == "Olitko se sinä?"
    assert ASKED in page.text
    assert page.buttons() == ["Kyllä", "En"]
    assert other.get("/home").h1 == "Hei, Aino!"


def test_a_yes_goes_home_and_is_not_asked_again(two_devices, session, world):
    phone, other, _ = two_devices
    page = phone.get("/home")
    assert press(phone, page, answer_to(page), was_me="yes").h1 == "Hei, Aino!"
    assert phone.get("/home").h1 == "Hei, Aino!"
    other.get("/home")
    assert card_of(session, world.aino).stopped_at is None


def test_a_no_stops_the_card_and_the_other_device_and_tells_the_coordinator(two_devices, session, world):
    phone, other, token = two_devices
    page = phone.get("/home")
    told = press(phone, page, answer_to(page), was_me="no")
    assert told.h1 == "Korttisi ei enää toimi"
    assert "Pyydä valmentajalta uusi kortti." in told.text
    other.get("/home", 401)
    assert phone.get("/home").h1 == "Hei, Aino!"
    phone.get(f"/k/{token}", 404)
    ((use, person),) = cards.misused_cards(session, world.petra.viewer)
    assert (person.name, use.was_me) == ("Aino", False)


def test_an_answer_within_a_moment_saves_nothing(two_devices, session, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    assert phone.press(page, answer_to(page), was_me="no").h1 == "Olitko se sinä?"
    assert card_of(session, world.aino).stopped_at is None


def test_a_no_that_comes_twice_is_one_and_a_yes_after_it_changes_nothing(two_devices, session, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    action = answer_to(page)
    for _ in range(2):
        assert press(phone, page, action, was_me="no").h1 == "Korttisi ei enää toimi"
    press(phone, page, action, 409, was_me="yes")
    assert card_of(session, world.aino).stopped_at is not None


def test_nobody_answers_for_aino(two_devices, browser, world):
    phone, _, _ = two_devices
    page = phone.get("/home")
    press(browser(world.onni), page, answer_to(page), 404, was_me="no")
