"""Minä: who has read, my card, my devices."""

import time_machine

from selkoapp.kernel import clock
from tests.accounts.door import card_for, card_of, come_in, press


def test_mina_has_five_doors(visit, world):
    page = visit(world.aino, "/me")
    assert page.h1 == "Minä"
    doors = {
        "Työtoiveeni": "/wishes/mine",
        "Asetukset": "/settings",
        "Kuka on lukenut": "/me/readings",
        "Korttini ja laitteeni": "/me/cards",
    }
    assert page.links().items() >= doors.items()
    assert page.buttons() == ["Lopeta"]


def test_aino_sees_who_has_looked_and_why(visit, browser, world):
    assert "Kukaan muu ei ole lukenut asioitasi." in visit(world.aino, "/me/readings").text
    browser(world.simo).raw("GET", f"/coach/people/{world.aino.id}")
    text = visit(world.aino, "/me/readings").text
    assert "Simo" in text and "Tänään, kello " in text
    assert "Miksi? On sinun valmentajasi." in text
    assert "Kukaan muu" in visit(world.mikko, "/me/readings").text


def test_aino_sees_her_cards_and_devices(browser, session, world):
    phone, tablet = browser(), browser()
    token = card_for(session, world.aino)
    come_in(phone, token, "mine")
    come_in(tablet, token, "shared")
    page = tablet.get("/me/cards")
    assert "Tämä kortti toimii." in page.text
    assert page.text.index("Tämä laite") < page.text.index("Yhteinen laite") < page.text.index("Oma laite")
    (action,) = [f.get("action") for f in page.all("form") if f.get("action").startswith("/me/sign-ins/")]
    assert tablet.press(page, action).text == page.text  # within a moment: nothing happens
    page = press(tablet, page, action)
    assert "Muut laitteeni" not in page.text
    phone.get("/home", 401)
    assert tablet.get("/me").h1 == "Minä"
    assert card_of(session, world.aino).stopped_at is None


def mark_of_new_card(session, named) -> str:
    """Make a card; what stands on its paper."""
    card_for(session, named)
    mark = card_of(session, named).mark
    session.rollback()
    return mark


def test_two_cards_bear_the_marks_that_stand_on_paper(visit, session, world):
    first = mark_of_new_card(session, world.aino)
    assert first not in visit(world.aino, "/me/cards").text
    second = mark_of_new_card(session, world.aino)
    text = visit(world.aino, "/me/cards").text
    assert f"Kortti {first}. Tehty:" in text and f"Kortti {second}. Tehty:" in text


def test_devices_are_told_apart_by_kind_and_time(browser, session, world):
    phone, computer = browser(), browser()
    token = card_for(session, world.aino)
    phone.client.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0 Mobile Safari/537.36"
    computer.client.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0"
    with time_machine.travel(clock.now().replace(hour=7, minute=15), tick=False):
        come_in(phone, token, "mine")
        come_in(computer, token, "mine")
        text = computer.get("/me/cards").text
    assert "Tietokone Oma laite." in text
    pictures = [e.get("src") for e in computer.get("/me/cards").one("main").iter() if e.get("src")]
    assert any("stop_there" in src for src in pictures) and not any("nav_stop" in src for src in pictures)
    assert "Puhelin Oma laite. Laitetta käytettiin viimeksi tänään kello 9.15." in text


def test_nobody_signs_another_person_out(browser, session, world):
    phone, tablet = browser(), browser()
    token = card_for(session, world.aino)
    come_in(phone, token, "mine")
    come_in(tablet, token, "mine")
    press(phone, phone.get("/home"), answer := next(f.get("action") for f in phone.get("/home").all("form")), was_me="yes")
    assert answer.startswith("/card-uses/")
    page = phone.get("/me/cards")
    (action,) = [f.get("action") for f in page.all("form") if f.get("action").startswith("/me/sign-ins/")]
    press(browser(world.mikko), page, action, 404)
    assert tablet.get("/home").h1 == "Hei, Aino!"


def test_a_device_changes_hands(browser, session, world):
    aino = browser()
    come_in(aino, card_for(session, world.aino), "shared")
    page = aino.get(aino.get("/me/cards").links()["Muuta"])
    assert page.h1 == "Kenen laite tämä on?"
    assert page.links()["Takaisin"] == "/me/cards"
    press(aino, page, "/device", whose="mine")
    assert "Oma laite" in aino.get("/me/cards").text
