"""Somebody shows a card where another person is signed in, and presses "En ole": nobody lands in another's home."""

import pytest

from tests.accounts.door import card_for, press

DENY = "/sign-ins/refusals"


def mikkos_question(browser, session, world):
    """The page of Mikko's card in this browser."""
    return browser.get(f"/k/{card_for(session, world.mikko)}")


@pytest.mark.parametrize("shared", [True, None])
def test_on_a_shared_tablet_it_asks_who_is_there_and_ends_the_others_sign_in(browser, session, world, shared):
    tablet = browser(world.onni, shared)
    page = press(tablet, mikkos_question(tablet, session, world), DENY)
    assert page.h1 == ("Kuka sinä olet?" if shared else "Tervetuloa")
    assert "Onni" not in page.html
    tablet.get("/home", 401)


def test_a_coach_at_the_groups_tablet_is_signed_out_too(browser, session, world):
    tablet = browser(world.simo, True)
    assert press(tablet, mikkos_question(tablet, session, world), DENY).h1 == "Kuka sinä olet?"
    tablet.get("/coach", 401)


def test_on_ainos_own_phone_nothing_of_hers_is_shown_and_she_stays_signed_in(browser, session, world):
    phone = browser(world.aino)
    page = press(phone, mikkos_question(phone, session, world), DENY)
    assert page.h1 == "Kuka sinä olet?"
    assert "Aino" not in page.html and "Simo" not in page.html
    assert not {"Koti", "Takaisin"} & set(page.links())
    assert phone.get(page.links()["Tämä on minun laitteeni"]).h1 == "Hei, Aino!"


def test_the_cards_question_leads_nowhere_into_the_others_pages(browser, session, world):
    page = mikkos_question(browser(world.onni, True), session, world)
    assert page.h1 == "Oletko sinä Mikko?"
    assert not {"Koti", "Takaisin"} & set(page.links())
    assert "Lopeta" in page.buttons()


def test_a_trembling_tap_ends_nothing_and_asks_again(browser, session, world):
    tablet = browser(world.onni, True)
    assert tablet.press(mikkos_question(tablet, session, world), DENY).h1 == "Oletko sinä Mikko?"
    assert tablet.get("/home").h1 == "Hei, Onni!"


def test_a_press_without_a_card_leads_to_the_front_door(browser):
    assert browser().post(DENY).h1 == "Tervetuloa"
