"""Aino's first visit: three pages by which the app becomes hers."""

import pytest

from tests.accounts.door import card_for, come_in, press
from tests.home.test_settings import chosen, looks


@pytest.fixture
def welcome(browser, session, world):
    """Aino's own phone at the first page of her first visit."""
    phone = browser()
    return phone, come_in(phone, card_for(session, world.aino), "mine")


def number(page) -> str:
    return page.one("progress").get("aria-label")


def test_the_first_visit_has_three_pages(welcome, session, world):
    phone, page = welcome
    assert (page.h1, number(page)) == ("Minkä kielen haluat?", "Sivu 1. Sivuja on 3.")
    page = press(phone, page, "/welcome/language", choice="fi")
    assert (page.h1, number(page)) == ("Miten luen sinulle?", "Sivu 2. Sivuja on 3.")
    page = press(phone, page, "/welcome/speed", choice="slow")
    assert (page.h1, "Hidas" in chosen(page)) == ("Miten luen sinulle?", True)
    page = phone.get(page.links()["Jatka"])
    assert (page.h1, number(page)) == ("Millaiset sivut haluat?", "Sivu 3. Sivuja on 3.")
    page = press(phone, page, "/welcome/text", choice="large")
    page = press(phone, page, "/welcome/colours", choice="light")
    assert chosen(page) == ["Iso", "Vaaleat"]
    page = press(phone, page, "/welcome/ready")
    assert page.h1 == "Hei, Aino!"
    assert looks(page) == ("fi", "large", "light")
    assert chosen(phone.get("/settings/speed")) == ["Hidas"]
    assert come_in(phone, card_for(session, world.aino)).h1 == "Hei, Aino!"


def test_each_page_leads_back_to_the_one_before(welcome):
    phone, _page = welcome
    assert phone.get("/welcome/voice").links()["Takaisin"] == "/welcome/language"
    assert phone.get("/welcome/colours").links()["Takaisin"] == "/welcome/voice"


def test_nothing_has_to_be_chosen_after_the_language(welcome):
    phone, page = welcome
    page = press(phone, page, "/welcome/language", choice="fi")
    page = press(phone, phone.get(page.links()["Jatka"]), "/welcome/ready")
    assert page.h1 == "Hei, Aino!"


def test_a_tap_within_a_moment_neither_saves_nor_skips(welcome):
    phone, page = welcome
    page = press(phone, page, "/welcome/language", choice="fi")
    page = phone.press(page, "/welcome/speed", choice="fast")
    assert "Nopea" not in chosen(page)
    last = phone.get("/welcome/text")
    assert phone.press(last, "/welcome/ready").h1 == last.h1
