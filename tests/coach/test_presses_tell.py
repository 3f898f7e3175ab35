"""What a coach has pressed is told where it was pressed, and the way back leads to where the coach was."""

import pytest

from selkoapp.accounts import cards
from selkoapp.accounts.models import Person
from selkoapp.kernel.db import new_id
from selkoapp.messages import service as messages
from tests.visit import words


@pytest.fixture
def card(session, world):
    """One of Aino's two cards that work."""
    aino = session.get(Person, world.aino.id)
    found, _other = (cards.make_card(session, aino, world.simo.id)[0] for _ in range(2))
    session.commit()
    return found


@pytest.mark.parametrize("who", ["simo", "petra"])
def test_a_stopped_card_says_so_where_it_was_stopped(browser, world, card, who):
    staff, path = browser(world.everyone[who]), f"/coach/people/{world.aino.id}"
    assert "on nyt pysäytetty" not in staff.get(path).text
    page = staff.post(f"/coach/cards/{card.id}/stop", {}, 303, follow=False)
    address = page.response.headers["Location"]
    assert address.endswith(f"#card-{card.id}")
    page = staff.get(address.split("#")[0])
    assert f"Kortti {card.mark} on nyt pysäytetty." in words(page.one("li", id=f"card-{card.id}"))
    assert page.text.count("on nyt pysäytetty") == 1


def test_no_address_says_that_a_working_card_is_stopped(visit, world, card):
    page = visit(world.simo, f"/coach/people/{world.aino.id}?stopped={card.id}")
    assert "on nyt pysäytetty" not in page.text


def test_back_from_one_persons_card_is_that_person(browser, world):
    simo = browser(world.simo)
    person, many = f"/coach/people/{world.aino.id}", "/coach/cards"
    page = simo.press(simo.get(f"{person}/cards"), f"{person}/cards")
    assert page.links()["Takaisin"] == person
    page = simo.post(many, simo.get(many).form(many) | {"people": [str(world.aino.id)]})
    assert page.links()["Takaisin"] == "/coach/people"


def test_the_address_of_a_promise_opened_again_leads_to_the_thread(browser, session, world):
    thread = messages.send_as_seeker(session, world.aino.viewer, "Hei Simo!", new_id(), "fi")
    session.commit()
    simo = browser(world.simo)
    assert simo.get(f"/coach/threads/{thread}/promise").h1 == simo.get(f"/coach/threads/{thread}").h1
    browser(world.kalle).get(f"/coach/threads/{thread}/promise", 404)
