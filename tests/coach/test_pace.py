"""Simo's two fullest pages ask the database six times at most, with everything on them; the log of reading holds all."""

from datetime import date

import pytest
from flask import template_rendered
from sqlalchemy import event, select

from selkoapp.accounts import cards
from selkoapp.accounts.models import Person, Reading
from selkoapp.interests import service as interests
from selkoapp.interests.models import Value
from selkoapp.kernel.db import new_id
from tests.messages.desk import reply, write

QUERIES = 6


@pytest.fixture
def full(session, world):
    """Aino has wishes, changed ones too, cards, a next step, and a thread that both have read. Returns the paths."""
    for value in (Value.MAYBE, Value.YES):
        for task in ("bake", "sing", "vacuum"):
            interests.record_answer(session, world.aino.viewer, task, value, new_id())
    interests.set_next_step(
        session, world.simo.viewer, world.aino.id, picture="company_visit", text="Käymme leipomossa.", language="fi",
        day=date(2030, 1, 1), who_id=world.simo.id,
    )  # fmt: skip
    for _ in range(3):
        cards.make_card(session, session.get(Person, world.aino.id), world.simo.id)
    for seeker in (world.aino, world.onni, world.mikko):
        thread_id = write(session, seeker)
        reply(session, world.simo, seeker)
    thread_id = write(session, world.aino, "Kiitos!")
    return {"thread": f"/coach/threads/{thread_id}", "person": f"/coach/people/{world.aino.id}"}


def asked(page) -> int:
    return int(page.response.headers["Server-Timing"].split('"')[1])


def logged(session, person) -> list[str]:
    found = sorted(session.scalars(select(Reading.what).where(Reading.person_id == person.id)))
    session.rollback()  # gives the database back to the app
    return found


@pytest.mark.parametrize("which", ["thread", "person"])
def test_a_full_page_asks_six_times_at_most(browser, world, full, which):
    page = browser(world.simo).get(full[which])
    assert "leipoa" in page.text and asked(page) <= QUERIES


def test_a_person_who_has_nothing_yet_costs_no_more(visit, world):
    assert asked(visit(world.simo, f"/coach/people/{world.onni.id}")) <= QUERIES


def test_both_readings_are_kept_in_one_statement_before_the_page_is_made(app, engine, browser, session, world, full):
    simo, told, at_page = browser(world.simo), [], []

    def note(_connection, _cursor, statement, _parameters, _context, many):
        if statement.startswith("INSERT INTO reading"):
            told.append(many)

    event.listen(engine, "before_cursor_execute", note)
    with template_rendered.connected_to(lambda *_, **__: at_page.append(logged(session, world.aino)), app):
        simo.get(full["thread"])
    assert told == [False], "one statement, not the same one twice"
    assert at_page[-1] == ["thread", "wishes"]


def test_a_page_that_is_not_simos_to_read_logs_nothing(browser, session, world, full):
    for path in full.values():
        browser(world.sara).get(path, 404)
    assert logged(session, world.aino) == []


def test_aino_finds_both_in_who_has_read(browser, world, full):
    browser(world.simo).get(full["thread"])
    assert browser(world.aino).get("/me/readings").text.count("Simo") == 2


def test_the_thread_tells_its_state_when_nobody_has_read_it_and_when_both_have(browser, session, world):
    """The marks come with the thread: a thread without any is a thread all the same."""
    thread_id = write(session, world.aino)
    simo = browser(world.simo)
    assert "Hei! Haluan kysyä työstä." in simo.get(f"/coach/threads/{thread_id}").text
    reply(session, world.simo, world.aino)
    assert "Lähetetty" in simo.get(f"/coach/threads/{thread_id}").text
    aino = browser(world.aino)
    page = aino.get("/messages")
    newest = page.one("div", data_module="read_mark").get("data-up-to")
    aino.post("/messages/read-marks", {"up_to": newest})
    assert "Aino on lukenut" in simo.get(f"/coach/threads/{thread_id}").text
