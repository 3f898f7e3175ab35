"""Aino opens her paper card."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from selkoapp.accounts import cards
from selkoapp.accounts.models import CardUse, SignIn
from selkoapp.kernel import clock
from tests.accounts.door import card_for, card_of, come_in, press, sid


def count(session, table) -> int:
    session.rollback()
    found = session.scalar(select(func.count()).select_from(table))
    session.rollback()
    return found


def test_nobody_is_listed_at_the_front_door(browser):
    page = browser().get("/")
    assert page.h1 == "Tervetuloa"
    assert "Näytä korttisi kameralle." in page.text
    assert not {"Aino", "Mikko", "Simo"} & set(page.text.replace(".", " ").split())
    assert {"Suomi", "Svenska", "English"} <= set(page.buttons())


def test_the_plain_address_asks_and_changes_nothing(browser, session, world):
    token = card_for(session, world.aino)
    page = browser().get(f"/k/{token}")
    assert page.h1 == "Oletko sinä Aino?"
    assert page.buttons() == ["Kyllä, olen Aino"]
    assert page.links()["En ole"] == "/"
    assert "Simo" not in page.html and "Kaari" not in page.html
    assert "Set-Cookie" not in page.response.headers
    assert count(session, SignIn) == 0
    assert card_of(session, world.aino).used_at is None


def test_the_script_sends_the_token_that_only_the_browser_knows(browser, session, world):
    aino = browser()
    door = aino.get("/k")
    assert door.one("form", data_module="card").get("action") == "/k"
    assert "Käytä kortin toista tapaa." in door.text
    page = aino.press(door, "/k", token=card_for(session, world.aino))
    assert page.h1 == "Oletko sinä Aino?"
    assert count(session, SignIn) == 0


def scan(guest, session, named):
    """Show the large QR: what the script sends, followed to the question."""
    return guest.press(guest.get("/k"), "/k", token=card_for(session, named))


def path_of(page) -> str:
    return page.response.request.path


def test_the_question_has_an_address_to_which_takaisin_leads_back(browser, session, world):
    mikko = browser()
    page = scan(mikko, session, world.mikko)
    assert page.response.history, "a page made by a press cannot be opened again without a warning"
    help_page = mikko.get("/help", Referer=f"https://localhost{path_of(page)}")
    again = mikko.get(help_page.links()["Takaisin"])
    assert again.h1 == "Oletko sinä Mikko?"
    assert press(mikko, again, "/sign-ins").h1 == "Kenen laite tämä on?"


def test_takaisin_never_leads_to_the_door_that_opens_nothing(browser):
    guest = browser()
    assert guest.get("/help", Referer="https://localhost/k").links()["Takaisin"] == "/"


def test_after_a_press_every_page_of_the_door_has_an_address(browser, session, world):
    guest = browser()
    plain = guest.get(f"/k/{card_for(session, world.mikko)}")
    too_soon = guest.press(plain, "/sign-ins")
    assert (path_of(too_soon), bool(too_soon.response.history)) == (path_of(plain), True)
    unknown = press(guest, guest.get("/k"), "/k", 404, token="no such card")
    assert (path_of(unknown), unknown.h1) == ("/cards/unknown", "Tämä kortti ei toimi")
    stale = press(guest, plain, "/sign-ins", 404, token="no such card")
    assert path_of(stale) == "/cards/unknown"


def test_what_stays_in_a_tablets_history_opens_nothing_for_the_next_person(browser, session, world):
    tablet = browser()
    page = scan(tablet, session, world.mikko)
    press(tablet, press(tablet, page, "/sign-ins"), "/device", whose="shared")
    press(tablet, tablet.get("/home"), "/leaving")
    assert tablet.get(path_of(page)).h1 == "Kuka sinä olet?"


def test_a_card_shown_an_hour_ago_is_shown_again(browser, session, world):
    guest = browser()
    page = scan(guest, session, world.mikko)
    with time_machine.travel(clock.now() + timedelta(minutes=61)):
        assert guest.get(path_of(page)).h1 == "Tervetuloa"
        assert press(guest, page, "/sign-ins").h1 == "Tervetuloa"


def test_a_press_sent_twice_is_one_but_an_old_page_signs_nobody_in(browser, session, world):
    tablet = browser()
    page = scan(tablet, session, world.mikko)
    for _ in range(2):
        asked = press(tablet, page, "/sign-ins")
        assert asked.h1 == "Kenen laite tämä on?"
    press(tablet, press(tablet, asked, "/device", whose="shared"), "/leaving")
    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        assert press(tablet, page, "/sign-ins").h1 == "Kuka sinä olet?"
        tablet.get("/home", 401)


def test_a_changed_ticket_is_an_unknown_card(browser, session, world):
    guest = browser()
    page = scan(guest, session, world.mikko)
    guest.get(path_of(page).replace("/k/", "/k/x"), 404)


def test_a_stopped_card_is_stopped_for_its_ticket_too(browser, session, world):
    guest = browser()
    page = scan(guest, session, world.mikko)
    session.merge(card_of(session, world.mikko)).stopped_at = clock.now()
    session.commit()
    assert press(guest, page, "/sign-ins", 404).h1 == "Tämä kortti ei toimi"


def test_the_card_speaks_its_persons_language(browser, session, world):
    page = browser().get(f"/k/{card_for(session, world.leila)}")
    assert (page.h1, page.one("html").get("lang")) == ("Är du Leila?", "sv")


def test_a_yes_signs_in_and_asks_whose_device_this_is(browser, session, world):
    aino = browser()
    page = come_in(aino, card_for(session, world.aino))
    assert page.h1 == "Kenen laite tämä on?"
    assert {"Minun", "Yhteinen"} <= set(page.buttons())
    assert aino.get("/home").h1 == "Hei, Aino!"


def test_a_yes_within_a_moment_of_the_page_signs_nobody_in(browser, session, world):
    aino = browser()
    page = aino.get(f"/k/{card_for(session, world.aino)}")
    assert aino.press(page, "/sign-ins").h1 == "Oletko sinä Aino?"
    assert sid(aino) is None
    assert count(session, SignIn) == 0


@pytest.mark.parametrize("token", ["", "wrong", "a" * 64, "%00", "ä" * 40])
def test_an_unknown_card_says_what_to_do(browser, token):
    page = browser().get(f"/k/{token or 'x'}", 404)
    assert page.h1 == "Tämä kortti ei toimi"
    assert "Pyydä valmentajalta uusi kortti." in page.text


def test_a_stopped_card_and_an_old_one_look_like_an_unknown_one(browser, session, world):
    someone = browser()
    unknown = someone.get("/k/unknown", 404).html
    stopped = card_for(session, world.aino)
    cards.stop_card(session, card_of(session, world.aino), world.simo.id)
    session.merge(card_of(session, world.aino)).stopped_at = clock.now()
    session.commit()
    assert someone.get(f"/k/{stopped}", 404).html == unknown
    old = card_for(session, world.mikko)
    with time_machine.travel(clock.now() + timedelta(days=366)):
        assert someone.get(f"/k/{old}", 404).html == unknown
        assert press(someone, someone.get("/k"), "/k", 404, token=old).html == unknown


def test_guessing_cards_is_told_to_wait_but_a_group_comes_in_at_once(browser, session, world):
    guesser = browser()
    for guess in range(10):
        guesser.get(f"/k/guess-{guess}", 404)
    page = guesser.get("/k/guess-again", 429)
    assert "Odota" in page.text and "minuutti" in page.text
    assert 0 < int(page.response.headers["Retry-After"]) <= 60
    for _ in range(12):  # eight people of a group open their cards behind one address
        assert browser().get(f"/k/{card_for(session, world.aino)}").h1 == "Oletko sinä Aino?"


def test_the_first_device_is_no_news_but_the_second_is(browser, session, world):
    token = card_for(session, world.aino)
    come_in(browser(), token, "mine")
    assert count(session, CardUse) == 0
    come_in(browser(), token, "mine")
    assert count(session, CardUse) == 1
