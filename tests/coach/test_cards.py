"""Cards on paper: made once a press, told apart by a mark, with the coach's name and calling on them."""

import re

import pytest
from sqlalchemy import func, select

from selkoapp.accounts import cards
from selkoapp.accounts.models import Card, Person
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict
from tests.visit import words

AGAIN = "Tätä sivua ei voi avata uudestaan"


def count(session) -> int:
    found = session.scalar(select(func.count()).select_from(Card))
    session.rollback()
    return found


def papers(page) -> list[str]:
    return [words(paper) for paper in page.all("article", class_="paper-card")]


@pytest.fixture
def one(world) -> str:
    return f"/coach/people/{world.aino.id}/cards"


def test_one_card_is_made_by_its_press_and_opened_again_it_makes_none(browser, world, session, one):
    simo = browser(world.simo)
    press = simo.get(one).form(one)
    assert count(session) == 0, "opening the page makes nothing"
    (paper,) = papers(simo.post(one, press))
    assert paper.startswith("Aino Simo, valmentaja 040 123 4567 Kortti ")
    page = simo.post(one, press, 409)
    assert page.h1 == AGAIN and papers(page) == [] and count(session) == 1
    assert papers(simo.post(one, simo.get(one).form(one))), "a new press makes a new card"
    assert count(session) == 2


def test_a_sheet_of_cards_opened_again_makes_none(browser, world, session):
    simo, many = browser(world.simo), {"people": [str(world.aino.id), str(world.leila.id)]}
    press = simo.get("/coach/cards").form("/coach/cards")
    assert len(papers(simo.post("/coach/cards", press | many))) == 2
    assert simo.post("/coach/cards", press | many, 409).h1 == AGAIN
    assert simo.post("/coach/cards", press | {"people": [str(world.onni.id)]}, 409).h1 == AGAIN
    assert count(session) == 2


@pytest.mark.parametrize("key", ["", "no key"])
def test_a_press_without_its_key_makes_nothing(browser, world, session, one, key):
    simo = browser(world.simo)
    simo.post(one, {"key": key}, 422)
    simo.post("/coach/cards", {"key": key, "people": [str(world.aino.id)]}, 422)
    assert count(session) == 0


def test_two_presses_of_one_key_at_the_same_moment_make_one_card(session, world):
    key, aino = new_id(), session.get(Person, world.aino.id)
    cards.make_card(session, aino, world.simo.id, key)
    with pytest.raises(Conflict):
        cards.make_card(session, aino, world.simo.id, key)
    session.commit()
    assert count(session) == 1


def test_the_mark_on_the_paper_is_the_mark_in_the_list(browser, world, session, one):
    simo = browser(world.simo)
    marks = [re.search(r"Kortti ([0-9A-F]{3})", papers(simo.post(one, simo.get(one).form(one)))[0])[1] for _ in range(2)]
    listed = [words(row) for row in simo.get(f"/coach/people/{world.aino.id}").all("li", class_="card-row")]
    assert [row.split(",")[0] for row in listed] == [f"Kortti {mark}" for mark in reversed(marks)]


def test_leilas_card_speaks_swedish(browser, world):
    path = f"/coach/people/{world.leila.id}/cards"
    simo = browser(world.simo)
    (paper,) = papers(simo.post(path, simo.get(path).form(path)))
    assert "Simo, arbetstränare" in paper and "Kort " in paper


def test_a_card_printed_by_petra_names_the_coach(browser, world, one):
    petra = browser(world.petra)
    assert "Simo, valmentaja" in papers(petra.post(one, petra.get(one).form(one)))[0]
