"""Aino writes to Simo, from the first message on."""

import time

import pytest
from sqlalchemy import func, select, update

from selkoapp.accounts.models import Person
from selkoapp.kernel.db import new_id
from selkoapp.messages.models import Message, Thread
from tests.messages.desk import reply, write


def count(session, table=Message) -> int:
    found = session.scalar(select(func.count()).select_from(table))
    session.rollback()  # a transaction of the test's own would keep the pages from writing
    return found


def bubbles(page) -> list[str]:
    return ["".join(e.itertext()) for e in page.all("p", class_="bubble-text")]


def test_before_the_first_message_the_page_says_who_reads_and_when_and_makes_nothing(visit, world, session):
    page = visit(world.aino, "/messages")
    assert page.h1 == "Simo"
    assert "Viestejä ei ole vielä." in page.text
    assert "Simo lukee viestit maanantaista perjantaihin." in page.text
    assert "Sinä ja Simo." in page.text
    assert count(session, Thread) == 0


def test_aino_writes_her_first_message(browser, world, session):
    aino = browser(world.aino)
    page = aino.press(aino.get("/messages"), "/messages", text="Hei Simo!\nTulen bussilla.")
    assert bubbles(page) == ["Hei Simo!\nTulen bussilla."]
    assert "Lähetetty." in page.text
    assert "Aino tänään kello" in page.text
    bubble = page.one("div", class_="bubble")
    assert bubble.get("lang") == "fi"
    assert page.one("li", id="newest") is not None
    answer = aino.press(aino.get("/messages"), "/messages", text="Toinen viesti", follow=False)
    assert (answer.status, answer.response.location) == (303, "/messages#newest")


def test_leilas_message_is_marked_as_swedish(browser, world):
    leila = browser(world.leila)
    page = leila.press(leila.get("/messages"), "/messages", text="Hej! Jag kommer på onsdag.")
    assert page.one("div", class_="bubble").get("lang") == "sv"
    assert "Skickat." in page.text


def test_onni_presses_send_twice_and_one_message_stands(browser, world, session):
    onni = browser(world.onni)
    fields = onni.get("/messages").form("/messages") | {"text": "Tulen."}
    onni.post("/messages", fields)
    page = onni.post("/messages", fields)
    assert bubbles(page) == ["Tulen."]
    assert count(session) == 1


def test_the_same_key_with_other_words_is_refused_and_the_words_are_shown(browser, world, session):
    aino = browser(world.aino)
    fields = aino.get("/messages").form("/messages")
    aino.post("/messages", fields | {"text": "Tulen."})
    refused = aino.post("/messages", fields | {"text": "En tule sittenkään."}, status=409)
    assert "En tule sittenkään." in refused.html
    assert count(session) == 1


def test_another_persons_key_is_not_mine(browser, world, session):
    key = new_id()
    write(session, world.onni, "Onnin viesti", key)
    write(session, world.aino, "Ainon viesti", key)
    assert count(session) == 2


def test_onnis_second_tap_on_send_is_not_called_a_mistake(browser, world, session):
    onni = browser(world.onni)
    page = onni.press(onni.get("/messages"), "/messages", text="Tulen.")
    again = onni.press(page, "/messages")
    assert "Viesti on tyhjä" not in again.text
    assert count(session) == 1


def test_an_empty_message_says_what_to_do(browser, world, session):
    aino = browser(world.aino)
    fields = aino.get("/messages").form("/messages") | {"made": "1000", "text": " \n "}
    page = aino.post("/messages", fields, status=422)
    assert page.text.count("Viesti on tyhjä. Kirjoita ensin jotain.") == 2
    assert page.text.startswith("Korjaa tämä: Viesti on tyhjä."), "without script the page opens at its top"
    assert page.one("title").text == "Simo – Korjaa tämä – Selkoapp"
    assert count(session, Thread) == 0


def test_too_long_a_message_is_kept_in_the_field(browser, world, session):
    aino = browser(world.aino)
    longest, text = "ä" * 2000, "ä" * 2001
    page = aino.press(aino.get("/messages"), "/messages", text=text, status=422)
    assert "Viesti on liian pitkä, siihen mahtuu 2000 kirjainta. Lähetä se kahdessa osassa." in page.text
    assert page.form("/messages")["text"] == text
    assert count(session) == 0
    assert bubbles(aino.press(page, "/messages", text=longest)) == [longest]


QUICK = ["Kyllä", "En", "Sopii", "En ymmärrä"]


def quick(page) -> list[str]:
    """The quick answers on the page."""
    return [word for word in page.buttons() if word in QUICK]


def test_quick_answers_stand_under_simos_newest_message_only(browser, world, session):
    write(session, world.aino)
    aino = browser(world.aino)
    assert quick(aino.get("/messages")) == []
    reply(session, world.simo, world.aino, "Nähdään torstaina.")
    page = aino.get("/messages")
    assert quick(page) == ["Sopii", "En ymmärrä"]
    time.sleep(0.75)
    answered = aino.press(page, "/messages/quick-answers", answer="dont_understand")
    assert bubbles(answered)[-1] == "En ymmärrä"
    assert quick(answered) == [], "there is nothing of Simo's to answer"


@pytest.mark.parametrize(
    ("answer", "said", "waits"), [("yes", "Kyllä", False), ("no", "En", True), ("dont_understand", "En ymmärrä", True)]
)
def test_a_question_is_answered_with_yes_no_or_i_do_not_understand(browser, world, session, answer, said, waits):
    write(session, world.aino)
    reply(session, world.simo, world.aino, "Käykö sinulle torstai?")
    reply(session, world.simo, world.aino, "Ryhmä alkaa kello 13.")
    aino = browser(world.aino)
    page = aino.get("/messages")
    assert quick(page) == ["Kyllä", "En", "En ymmärrä"]
    time.sleep(0.75)
    assert bubbles(aino.press(page, "/messages/quick-answers", answer=answer))[-1] == said
    assert (session.scalars(select(Thread)).one().waiting_since is not None) == waits


@pytest.mark.parametrize("wrong", [{"answer": "maybe"}, {"answer": ""}, {"made": ""}, {"made": "9" * 40}, {"key": "x"}])
def test_a_quick_answer_that_no_page_made_saves_nothing(browser, world, session, wrong):
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    aino = browser(world.aino)
    fields = aino.get("/messages").form("/messages/quick-answers") | {"made": "1000", "answer": "ok"}
    aino.post("/messages/quick-answers", fields | wrong)
    assert count(session) == 2


def test_a_quick_answer_within_700_ms_saves_nothing(browser, world, session):
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    onni = browser(world.aino)
    page = onni.press(onni.get("/messages"), "/messages/quick-answers", answer="ok")
    assert count(session) == 2
    assert "Sopii" in page.buttons()


def test_without_a_coach_there_is_help_and_no_dead_form(browser, world, session):
    write(session, world.aino, "Vanha viesti")
    session.execute(update(Person).where(Person.id == world.aino.id).values(coach_id=None))
    session.commit()
    aino = browser(world.aino)
    page = aino.get("/messages")
    assert "Sinulla ei ole vielä valmentajaa. Saat valmentajan pian." in page.text
    assert bubbles(page) == ["Vanha viesti"]
    assert page.buttons() == []
    refused = aino.post("/messages", {"key": str(new_id()), "made": "1000", "text": "Kuka lukee?"}, status=409)
    assert "Kuka lukee?" in refused.html
    assert count(session) == 1
