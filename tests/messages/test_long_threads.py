"""Years of messages: a page shows twenty, and costs the same as in the first week."""

import os
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, text

from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.messages import thread
from selkoapp.messages.inbox import inbox, unread_count
from selkoapp.messages.models import Message, Thread
from tests.messages.desk import reply, thread_with, write


def years_of(session, world, many: int) -> None:
    """A thread of so many messages, every second one Simo's, the last one Simo's."""
    thread_id = write(session, world.aino, "1")
    base = clock.now() - timedelta(days=1)
    rows = [
        {
            "id": new_id(), "thread_id": thread_id, "author_id": (world.aino, world.simo)[number % 2].id, "key": new_id(),
            "text": str(number + 2), "language": "fi", "sent_at": base + timedelta(milliseconds=number),
        }
        for number in range(many - 1)
    ]  # fmt: skip
    session.execute(insert(Message), rows)
    session.execute(Thread.__table__.update().values(last_message_id=rows[-1]["id"]))
    session.commit()


def shown(page) -> list[str]:
    return ["".join(e.itertext()) for e in page.all("p", class_="bubble-text")]


def test_aino_pages_back_to_her_first_message(browser, world, session):
    years_of(session, world, 45)
    aino = browser(world.aino)
    page = aino.get("/messages")
    assert shown(page) == [str(n) for n in range(26, 46)], "oldest on top, the newest twenty"
    older = aino.get(page.links()["Vanhemmat viestit"])
    assert shown(older) == [str(n) for n in range(6, 26)]
    assert "Kirjoita viesti" not in older.text and "Lähetä" not in older.buttons()
    oldest = aino.get(older.links()["Vanhemmat viestit"])
    assert shown(oldest) == [str(n) for n in range(1, 6)]
    assert "Vanhemmat viestit" not in oldest.links()
    assert oldest.links()["Uusimmat viestit"] == "/messages#newest"


def queries(page) -> int:
    return int(page.response.headers["Server-Timing"].split('"')[1])


@pytest.mark.parametrize("many", [2, 1000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_the_page_asks_the_database_as_often_however_long_the_thread(browser, world, session, many):
    years_of(session, world, many)
    assert queries(browser(world.aino).get("/messages")) <= 6, "the BEGIN counts too"


@pytest.mark.skipif(os.environ.get("SELKO_TEST_DATABASE") == "postgresql", reason="only SQLite counts its steps")
def test_no_question_walks_through_the_whole_thread(session, world, engine):
    """SQLite counts the steps it takes: with twenty times the messages they stay about the same."""
    years_of(session, world, 1000)
    few = steps(session, world, engine)
    session.execute(text("DELETE FROM read_mark"))
    session.execute(text("DELETE FROM message"))
    session.execute(text("DELETE FROM thread"))
    session.commit()
    years_of(session, world, 20_000)
    assert steps(session, world, engine) <= 1.2 * few


def steps(session, world, engine) -> int:
    """Steps that SQLite takes to open the thread, its inbox and the badge."""
    reply(session, world.simo, world.aino)
    found = thread_with(session, world.simo, world.aino)
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    driver = session.connection().connection.driver_connection
    driver.set_progress_handler(count, 1)
    try:
        newest = thread.newest(session, found)
        thread.newest(session, found, newest.bubbles[0].id)
        thread.marks(session, found)
        thread.thread_with_marks(session, world.simo.viewer, found.id)
        thread.own_thread(session, world.aino.viewer)
        inbox(session, world.simo.viewer)
        unread_count(session, world.aino.viewer)
    finally:
        driver.set_progress_handler(None, 0)
        session.rollback()
    return taken


@pytest.mark.parametrize("many", [1, 300])
def test_the_inbox_is_one_question(session, world, engine, many):
    for seeker in (world.aino, world.onni, world.mikko):
        for _ in range(many):
            write(session, seeker)
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *about: asked.append(about[2].split()[0]))
    assert len(inbox(session, world.simo.viewer)) == 3
    assert asked.count("SELECT") == 1


def test_a_clock_set_back_does_not_put_a_message_before_the_last(session, world):
    thread_id = write(session, world.aino)
    ahead = new_id().int + (10**9 << 80)
    session.execute(Thread.__table__.update().values(last_message_id=type(thread_id)(int=ahead)))
    session.commit()
    write(session, world.aino, "Viimeinen")
    found = thread.own_thread(session, world.aino.viewer)
    assert thread.newest(session, found).last.int == ahead + 1
