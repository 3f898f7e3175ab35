"""How pages look and sound: chosen by pictures, kept per person and device."""

import pytest
from sqlalchemy import func, select

from selkoapp.accounts.models import Look
from tests.accounts.door import card_for, come_in, press

PICKS = [
    ("language", "Kieli", ["Suomi", "Svenska", "English"]),
    ("text", "Tekstin koko", ["Tavallinen", "Iso", "Suurin"]),
    ("colours", "Värit", ["Vaaleat", "Tummat", "Samat kuin laitteessa"]),
    ("speed", "Nopeus", ["Hidas", "Tavallinen", "Nopea"]),
    ("reading", "Lue heti", ["Kun sivu avautuu", "Kun painan Kuuntele"]),
    ("devices", "Laitteet", ["Tässä laitteessa", "Kaikissa laitteissani"]),
]


def chosen(page) -> list[str]:
    """The words of the pictures that are marked as chosen."""
    return ["".join(b.itertext()).strip() for b in page.all("button", aria_current="true")]


def looks(page) -> tuple[str, ...]:
    root = page.one("html")
    return root.get("lang"), root.get("data-text"), root.get("data-theme")


@pytest.mark.parametrize(("kind", "name", "words"), PICKS)
def test_each_setting_is_a_page_of_pictures(visit, world, kind, name, words):
    page = visit(world.aino, "/settings")
    assert any(href == f"/settings/{kind}" and link.startswith(name) for link, href in page.links().items())
    page = visit(world.aino, f"/settings/{kind}")
    assert page.buttons() == words
    assert len(chosen(page)) == 1
    assert page.links()["Takaisin"] == "/settings"


def test_a_press_saves_at_once_and_is_marked(browser, world):
    leila = browser(world.leila)
    for kind, choice in (("text", "largest"), ("colours", "dark")):
        press(leila, leila.get(f"/settings/{kind}"), f"/settings/{kind}", choice=choice)
    assert looks(leila.get("/home")) == ("sv", "largest", "dark")
    assert chosen(leila.get("/settings/text")) == ["Störst"]


def test_the_language_changes_at_once(browser, world):
    aino = browser(world.aino)
    aino.language = None
    page = press(aino, aino.get("/settings/language"), "/settings/language", choice="sv")
    assert (page.h1, looks(page)[0], chosen(page)) == ("Vilket språk vill du ha?", "sv", ["Svenska"])
    svenska = [e for e in page.all("span", lang="fi") if "".join(e.itertext()) == "Suomi"]
    assert svenska, "a language is named in itself"


def test_a_tap_within_a_moment_saves_nothing(browser, world):
    onni = browser(world.onni)
    page = onni.press(onni.get("/settings/colours"), "/settings/colours", choice="dark")
    assert chosen(page) == ["Samat kuin laitteessa"]


@pytest.mark.parametrize("choice", ["", "huge", "\ud800".encode("utf-8", "replace").decode(), "True"])
def test_an_unknown_choice_shows_the_same_page(browser, world, choice):
    aino = browser(world.aino)
    page = press(aino, aino.get("/settings/text"), "/settings/text", choice=choice)
    assert chosen(page) == ["Tavallinen"]


def test_there_is_no_other_setting(visit, world):
    visit(world.aino, "/settings/sound", 404)
    visit(world.aino, "/settings/symbols", 404)  # no text has pictures above it yet: the question would change nothing
    visit(world.aino, "/welcome/symbols", 404)


def test_settings_are_the_persons_on_this_device(browser, session, world):
    phone, tablet = browser(), browser()
    token = card_for(session, world.aino)
    come_in(phone, token, "mine")
    press(phone, phone.get("/settings/text"), "/settings/text", choice="large")
    page = come_in(tablet, token, "shared")
    assert looks(page)[1] == "large"  # a new device begins as the person likes it
    press(tablet, tablet.get("/settings/text"), "/settings/text", choice="normal")
    assert looks(phone.get("/me"))[1] == "large"
    press(tablet, tablet.get("/me"), "/leaving")
    page = come_in(tablet, card_for(session, world.onni))
    assert looks(page)[1] == "normal"
    press(tablet, page, "/welcome/language", choice="fi")
    press(tablet, tablet.get("/settings/text"), "/settings/text", choice="largest")
    press(tablet, tablet.get("/me"), "/leaving")
    assert looks(come_in(tablet, token))[1] == "normal"


def test_the_front_door_speaks_the_language_that_a_visitor_picks(browser, session):
    visitor = browser()
    page = press(visitor, visitor.get("/"), "/language", choice="sv")
    assert (page.h1, looks(page)[0]) == ("Välkommen", "sv")
    assert page.response.headers.getlist("Set-Cookie") == []
    press(visitor, page, "/language", choice="en")
    assert looks(visitor.get("/help"))[0] == "en"
    assert session.scalar(select(func.count()).select_from(Look)) == 1


def test_a_visitor_enlarges_the_text_before_coming_in(browser):
    visitor = browser()
    page = press(visitor, visitor.get("/settings/text"), "/settings/text", choice="largest")
    assert looks(page)[1] == "largest"
    assert looks(visitor.get("/"))[1] == "largest"


def enlarged(browser, session, named, whose: str):
    """A device of the person's own or of all, with dark colours, the largest text and Swedish chosen, after Lopeta."""
    device = browser()
    come_in(device, card_for(session, named), whose)
    device.language = None
    for kind, choice in (("text", "largest"), ("colours", "dark"), ("language", "sv")):
        press(device, device.get(f"/settings/{kind}"), f"/settings/{kind}", choice=choice)
    return device, press(device, device.get("/me"), "/leaving")


def test_leilas_own_ipad_stays_large_and_dark_after_lopeta(browser, session, world):
    ipad, front_door = enlarged(browser, session, world.leila, "mine")
    assert looks(front_door) == ("sv", "largest", "dark")
    assert looks(ipad.get("/home", 401)) == ("sv", "largest", "dark")
    assert looks(ipad.get("/help")) == ("sv", "largest", "dark")


def test_a_shared_tablet_keeps_nothing_of_leila_after_lopeta(browser, session, world):
    _tablet, front_door = enlarged(browser, session, world.leila, "shared")
    assert looks(front_door)[1:] == ("normal", None)


def test_a_guest_on_leilas_own_ipad_does_not_get_her_looks(browser, session, world):
    ipad, _front_door = enlarged(browser, session, world.leila, "mine")
    page = come_in(ipad, card_for(session, world.onni))
    assert looks(page)[1:] == ("normal", None)


def test_an_ipad_that_becomes_shared_forgets_how_leila_likes_it(browser, session, world):
    ipad, _front_door = enlarged(browser, session, world.leila, "mine")
    come_in(ipad, card_for(session, world.leila))
    press(ipad, ipad.get("/device"), "/device", whose="shared")
    assert looks(press(ipad, ipad.get("/me"), "/leaving"))[1:] == ("normal", None)
