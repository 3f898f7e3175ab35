"""What Aino's page says about her message is always true: sent, read by Simo, promised, answered."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict, NotFound
from selkoapp.messages import service, thread
from selkoapp.messages.inbox import inbox, unread_count
from selkoapp.messages.models import ReadMark, Thread
from tests.messages.desk import newest_id, reply, thread_with, write


def states(session, me, coach=None) -> list[str]:
    """What became of each of my messages, oldest first, as the service tells it."""
    found = thread_with(session, me, coach) if coach else thread.own_thread(session, me.viewer)
    told = thread.states_of_own(me.id, found, thread.newest(session, found), thread.marks(session, found))
    session.rollback()
    return [state.kind for state in told.values()]


def state(session, me, coach=None) -> str:
    """What became of my last message."""
    return states(session, me, coach)[-1]


def waiting(session, seeker) -> int:
    """The number on the seeker's badge."""
    found = unread_count(session, seeker.viewer)
    session.rollback()
    return found


def with_aino(session, world):
    return thread_with(session, world.simo, world.aino)


def test_looking_never_reads(browser, world, session):
    thread_id = write(session, world.aino)
    simo = browser(world.simo)
    for path in ("/coach", f"/coach/threads/{thread_id}"):
        asked = [simo.raw("GET", path), simo.raw("HEAD", path), simo.raw("GET", path, headers={"X-Fragment": "1"})]
        assert [answer.status_code for answer in asked] == [200, 200, 200]
    inbox(session, world.simo.viewer)
    session.rollback()
    assert "Lähetetty." in browser(world.aino).get("/messages").text
    assert session.scalars(select(ReadMark)).all() == []


def test_simo_has_read_when_it_was_in_his_view(browser, world, session):
    write(session, world.aino)
    service.mark_read(session, world.simo.viewer, with_aino(session, world), newest_id(session, world.simo, world.aino))
    session.commit()
    page = browser(world.aino).get("/messages")
    assert "Simo on lukenut." in page.text
    assert "Lähetetty." not in page.text


def test_simo_reads_and_replies_on_his_page(browser, world, session):
    path = f"/coach/threads/{write(session, world.aino)}"
    simo, aino = browser(world.simo), browser(world.aino)
    page = simo.get(path)
    shown = page.one("div", data_module="read_mark")
    fields = {"up_to": shown.get("data-up-to")}
    assert simo.raw("POST", shown.get("data-url"), data=fields, headers={"X-Fragment": "1"}).status_code == 204
    assert "Simo on lukenut." in aino.get("/messages").text
    simo.press(page, path, text="Hei Aino! Tulen mukaan.")
    assert "Simo on vastannut." in aino.get("/messages").text
    assert inbox(session, world.simo.viewer)[0].answered


def test_what_aino_writes_after_that_is_only_sent(session, world):
    write(session, world.aino)
    service.mark_read(session, world.simo.viewer, with_aino(session, world), newest_id(session, world.simo, world.aino))
    session.commit()
    write(session, world.aino, "Vielä yksi asia.")
    assert state(session, world.aino) == "sent"


def test_each_message_keeps_what_became_of_it(browser, world, session):
    write(session, world.aino, "Tulenko huomenna?")
    reply(session, world.simo, world.aino, "Tule vain!")
    write(session, world.aino, "Olen sairas.")
    service.mark_read(session, world.simo.viewer, with_aino(session, world), newest_id(session, world.simo, world.aino))
    session.commit()
    write(session, world.aino, "Yritän tulla.")
    assert states(session, world.aino) == ["answered", "read", "sent"]
    lines = [" ".join("".join(e.itertext()).split()) for e in browser(world.aino).get("/messages").all("p", class_="state")]
    assert lines == ["Simo on vastannut.", "Simo on lukenut.", "Lähetetty."]


def test_a_crossed_message_that_is_read_later_is_not_called_answered(session, world):
    write(session, world.aino, "Tulenko huomenna?")
    shown = newest_id(session, world.simo, world.aino)
    write(session, world.aino, "Olen sairas.")
    reply(session, world.simo, world.aino, "Tule vain!", seen=shown)
    service.mark_read(session, world.simo.viewer, with_aino(session, world), newest_id(session, world.simo, world.aino))
    session.commit()
    assert states(session, world.aino) == ["answered", "read"]


def test_a_mark_never_moves_back(session, world):
    write(session, world.aino)
    first = newest_id(session, world.simo, world.aino)
    write(session, world.aino, "Toinen")
    second = newest_id(session, world.simo, world.aino)
    for seen in (second, first):
        service.mark_read(session, world.simo.viewer, with_aino(session, world), seen)
    session.commit()
    assert session.scalar(select(ReadMark.up_to)) == second


def test_only_a_message_of_this_thread_can_be_marked(session, world):
    write(session, world.aino)
    write(session, world.onni)
    for foreign in (newest_id(session, world.simo, world.onni), new_id()):
        with pytest.raises(NotFound):
            service.mark_read(session, world.simo.viewer, with_aino(session, world), foreign)


def test_simo_reads_and_promises_a_day(browser, world, session):
    write(session, world.aino)
    newest = newest_id(session, world.simo, world.aino)
    tomorrow = clock.today() + timedelta(days=1)
    service.read_later(session, world.simo.viewer, with_aino(session, world), newest, tomorrow)
    session.commit()
    assert "Simo vastaa huomenna." in browser(world.aino).get("/messages").text
    (row,) = inbox(session, world.simo.viewer)
    assert (row.answered, row.unread, row.promised_day) == (False, False, tomorrow)


def test_the_reply_reads_answers_and_keeps_the_promise(browser, world, session):
    write(session, world.aino)
    newest = newest_id(session, world.simo, world.aino)
    service.read_later(session, world.simo.viewer, with_aino(session, world), newest, clock.today())
    reply(session, world.simo, world.aino)
    assert "Simo on vastannut." in browser(world.aino).get("/messages").text
    kept = session.scalars(select(Thread)).one()
    assert (kept.waiting_since, kept.promised_day, kept.promised_by) == (None, None, None)


def test_a_message_that_crosses_the_reply_is_neither_read_nor_answered(session, world):
    write(session, world.aino, "Tulenko huomenna?")
    shown = newest_id(session, world.simo, world.aino)
    write(session, world.aino, "Olen sairas.")
    crossed = session.scalars(select(thread.Message.sent_at).order_by(thread.Message.id.desc())).first()
    reply(session, world.simo, world.aino, "Tule vain!", seen=shown)
    assert state(session, world.aino) == "sent"
    (row,) = inbox(session, world.simo.viewer)
    assert (row.answered, row.unread, row.waiting_since) == (False, True, crossed)


def test_a_reply_sent_twice_is_one_and_settles_nothing_twice(session, world):
    write(session, world.aino)
    found, key, seen = with_aino(session, world), new_id(), newest_id(session, world.simo, world.aino)
    first = service.reply(session, world.simo.viewer, found, "Hei!", key, "fi", seen)
    write(session, world.aino, "Kiitos. Entä huomenna?")
    again = service.reply(session, world.simo.viewer, found, "Hei!", key, "fi", seen)
    session.commit()
    assert first == again
    assert not inbox(session, world.simo.viewer)[0].answered
    with pytest.raises(Conflict):
        service.reply(session, world.simo.viewer, found, "Muuta", key, "fi", seen)


def test_simo_sees_that_aino_has_read(browser, world, session):
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    assert state(session, world.simo, world.aino) == "sent"
    aino = browser(world.aino)
    page = aino.get("/messages")
    assert waiting(session, world.aino) == 1
    shown = page.one("div", data_module="read_mark")
    answer = aino.raw("POST", shown.get("data-url"), data={"up_to": shown.get("data-up-to")}, headers={"X-Fragment": "1"})
    assert answer.status_code == 204
    assert state(session, world.simo, world.aino) == "read"
    assert waiting(session, world.aino) == 0
    assert not aino.get("/messages").all("div", data_module="read_mark")


def test_without_script_aino_says_herself_that_she_has_read(browser, world, session):
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    aino = browser(world.aino)
    page = aino.get("/messages")
    assert "Luin tämän" in page.buttons()
    after = aino.press(page, "/messages/read-marks")
    assert "Luin tämän" not in after.buttons()
    assert waiting(session, world.aino) == 0


def test_aino_who_answers_has_read_what_her_page_showed(browser, world, session):
    write(session, world.aino)
    reply(session, world.simo, world.aino, "Yksi")
    aino = browser(world.aino)
    page = aino.get("/messages")
    reply(session, world.simo, world.aino, "Kaksi")
    aino.press(page, "/messages", text="Selvä.")
    assert waiting(session, world.aino) == 1


@pytest.mark.parametrize(
    "up_to", ["", "abc", "9" * 40, "\ud800".encode("utf-8", "surrogatepass"), "01900000-0000-7000-8000-00000000dead"]
)
def test_a_mark_that_no_page_made_marks_nothing(browser, world, session, up_to):
    write(session, world.aino)
    answer = browser(world.aino).raw("POST", "/messages/read-marks", data={"up_to": up_to})
    assert answer.status_code in (404, 422)
    assert session.scalars(select(ReadMark)).all() == []


def test_the_page_asks_only_for_what_is_new(browser, world, session):
    write(session, world.aino)
    aino = browser(world.aino)
    known = aino.get("/messages").one("div", data_module="poll").get("data-etag")
    headers = {"X-Fragment": "1", "Accept-Encoding": "gzip, br"}
    for _again in range(2):
        unchanged = aino.raw("GET", "/messages", headers=headers | {"If-None-Match": known})
        assert (unchanged.status_code, unchanged.data) == (304, b"")
    reply(session, world.simo, world.aino, "Uusi viesti")
    changed = aino.raw("GET", "/messages", headers=headers | {"If-None-Match": known})
    assert changed.status_code == 200
    later = aino.raw("GET", "/messages", headers=headers | {"If-None-Match": changed.headers["ETag"]})
    assert later.status_code == 304
    plain = aino.raw("GET", "/messages", headers={"X-Fragment": "1"}).text
    assert plain.strip().startswith("<ol") and "<html" not in plain
    assert "Uusi viesti" in re.sub(r"<[^>]+>", "", plain)
