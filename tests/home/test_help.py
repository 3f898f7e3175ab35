"""Apua: a person behind every button, also for who is not signed in."""

from dataclasses import replace

import pytest

NUMBERS = {"Soita 112": "tel:112", "Nollalinja 080 005 005": "tel:080005005", "Kriisipäivystys 09 310 44222": "tel:0931044222"}


def numbers(page) -> dict[str, str]:
    return {words.replace("\u00ad", ""): href for words, href in page.links().items() if href.startswith("tel:")}


def test_the_emergency_number_stands_first_for_anyone(browser):
    page = browser().get("/help")
    assert page.h1 == "Apua"
    assert page.text.startswith("Selkoapp ei hälytä apua. Onko hätä? Soita 112.")
    assert numbers(page) == NUMBERS | {"Rikosuhripäivystys 116 006": "tel:116006"}
    assert "Simo" not in page.text


def test_aino_calls_or_writes_to_her_coach(visit, world):
    page = visit(world.aino, "/help")
    assert numbers(page)["Soita: Simo"] == "tel:0401234567"
    assert page.links()["Lähetä viesti: Simo"] == "/messages"
    assert list(numbers(page))[0] == "Soita 112"


def pictures(page, word: str) -> list[str]:
    """The pictures on the link with this word in it, by name."""
    (link,) = [a for a in page.all("a") if word in "".join(a.itertext()).replace("\u00ad", "")]
    return [e.get("src").rsplit("/", 1)[1].removesuffix(".svg") for e in link if e.tag.endswith("img")]


def test_who_does_not_read_tells_the_buttons_apart(visit, world):
    page = visit(world.mikko, "/help")
    assert pictures(page, "Soita: Simo") == [world.simo.viewer.picture, "nav_call"]
    assert pictures(page, "Lähetä viesti: Simo") == [world.simo.viewer.picture, "nav_message"]
    about = [pictures(page, name)[0] for name in ("Kriisipäivystys", "Nollalinja", "Rikosuhripäivystys")]
    assert about == ["mood_sad", "violence", "crime"]


def test_the_line_against_violence_has_its_swedish_name(visit, world):
    assert "Nollinjen 080 005 005" in numbers(visit(world.leila, "/help"))


def test_without_a_crisis_line_nothing_stands_in_its_place(app, visit, world, monkeypatch):
    monkeypatch.setitem(app.extensions, "settings", replace(app.extensions["settings"], crisis_name="", crisis_phone=""))
    page = visit(world.leila, "/help")
    assert not any("tel:09" in href for href in page.links().values())
    assert "Mår du mycket dåligt?" not in page.text


@pytest.mark.parametrize(
    ("before", "back"),
    [
        ("https://localhost/wishes", "/wishes"),
        ("https://localhost/wishes/mine?page=2", "/wishes/mine?page=2"),
        ("https://evil.example/wishes?page=2", "/home"),
        ("https://localhost/sign-ins?page=2", "/home"),
        ("https://localhost/k", "/home"),
        ("https://evil.example/wishes", "/home"),
        ("https://localhost/help", "/home"),
        ("https://localhost/sign-ins", "/home"),
        ("nonsense", "/home"),
        ("https://[", "/home"),
    ],
)
def test_takaisin_leads_to_where_apua_was_pressed(browser, world, before, back):
    page = browser(world.aino).get("/help", Referer=before)
    assert page.links()["Takaisin"] == back


def test_the_coaches_have_help_too(visit, world):
    page = visit(world.simo, "/help")
    assert page.links()["Koti"] == "/coach"
    assert "Soita: " not in page.text
