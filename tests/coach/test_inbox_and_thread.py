"""Simo's twenty minutes: promises stand there, nothing half-written is lost, the next who waits is one press away."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from selkoapp.kernel.db import new_id
from selkoapp.messages import service
from selkoapp.messages.inbox import inbox, next_waiting
from tests.messages.desk import newest_id, reply, thread_with, write
from tests.visit import words

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
TUESDAY = "2026-11-24"


@pytest.fixture
def monday():
    with time_machine.travel(MONDAY, tick=False) as travel:
        yield travel


def order(session, coach) -> list[str]:
    rows = inbox(session, coach.viewer)
    session.rollback()
    return [row.name for row in rows]


def promise(simo, session, world, seeker, day=TUESDAY, **more):
    path = f"/coach/threads/{thread_with(session, world.simo, seeker).id}"
    seen = str(newest_id(session, world.simo, seeker))
    return simo.post(f"{path}/promise", {"up_to": seen, "day": day, **more})


def row_of(page, name: str) -> str:
    return next(words(row) for row in page.all("a", class_="inbox-row") if name in words(row))


def test_a_promise_stands_in_the_thread_and_in_the_inbox(monday, browser, session, world):
    write(session, world.aino)
    simo = browser(world.simo)
    page = promise(simo, session, world, world.aino)
    assert "Lupasit vastata huomenna." in page.text
    assert page.one("option", value=TUESDAY).get("selected") is not None, "the day stands in the form, to be changed"
    row = row_of(simo.get("/coach"), "Aino")
    assert "Lupasit vastata huomenna." in row and "alle tunti" in row


def test_promised_ones_come_after_those_whom_nobody_has_looked_at_until_their_day(monday, browser, session, world):
    simo = browser(world.simo)
    for seeker in (world.aino, world.onni, world.mikko):
        write(session, seeker)
        monday.shift(timedelta(minutes=1))
    promise(simo, session, world, world.aino, "2026-11-25")
    assert order(session, world.simo) == ["Onni", "Mikko", "Aino"]
    promise(simo, session, world, world.onni)
    assert order(session, world.simo) == ["Mikko", "Onni", "Aino"], "the sooner promise first"
    assert "1 odottaa vastausta." in simo.get("/coach").text
    monday.move_to(MONDAY + timedelta(days=1))
    simo = browser(world.simo)
    assert order(session, world.simo) == ["Onni", "Mikko", "Aino"], "its day has come: it waits as before"
    assert "Lupasit vastata tänään." in row_of(simo.get("/coach"), "Onni")
    monday.move_to(MONDAY + timedelta(days=2))
    late = row_of(browser(world.simo).get("/coach"), "Onni")
    assert "Lupasit vastata tiistaina 24. marraskuuta." in late, "not: two days ago you promised"


def test_a_promised_reply_is_counted_and_nobody_is_said_to_wait_for_nothing(monday, browser, session, world):
    write(session, world.aino)
    simo = browser(world.simo)
    promise(simo, session, world, world.aino)
    page = simo.get("/coach")
    assert "Lupasit vastata: 1" in page.text and "Kukaan ei odota" not in page.text
    write(session, world.onni)
    assert "1 odottaa vastausta. Lupasit vastata: 1" in simo.get("/coach").text


def test_the_wait_is_counted_in_days_as_the_message_is(browser, session, world):
    with time_machine.travel(datetime(2026, 11, 20, 14, 45, tzinfo=UTC), tick=False):
        write(session, world.mikko)
    with time_machine.travel(MONDAY, tick=False):
        simo = browser(world.simo)
        assert "3 päivää" in row_of(simo.get("/coach"), "Mikko")
        path = f"/coach/threads/{thread_with(session, world.simo, world.mikko).id}"
        session.rollback()
        assert "3 päivää sitten" in simo.get(path).text
    with time_machine.travel(datetime(2026, 11, 21, 11, tzinfo=UTC), tick=False):
        assert "20 tuntia" in row_of(browser(world.simo).get("/coach"), "Mikko")


def test_who_writes_again_after_a_promise_waits_as_before(monday, browser, session, world):
    write(session, world.aino)
    monday.shift(timedelta(minutes=1))
    write(session, world.onni)
    promise(browser(world.simo), session, world, world.aino)
    assert order(session, world.simo) == ["Onni", "Aino"]
    write(session, world.aino, "Asialla on kiire.")
    assert order(session, world.simo) == ["Aino", "Onni"]


def test_a_promised_en_ymmarra_comes_after_those_whom_nobody_has_looked_at(monday, browser, session, world):
    service.send_as_seeker(session, world.aino.viewer, "En ymmärrä", new_id(), "fi", quick="dont_understand")
    session.commit()
    write(session, world.onni)
    assert order(session, world.simo) == ["Aino", "Onni"]
    promise(browser(world.simo), session, world, world.aino)
    assert order(session, world.simo) == ["Onni", "Aino"]


def test_how_long_aino_waits_is_told_beside_en_ymmarra(monday, browser, session, world):
    service.send_as_seeker(session, world.aino.viewer, "En ymmärrä", new_id(), "fi", quick="dont_understand")
    session.commit()
    monday.shift(timedelta(minutes=20))
    assert words(browser(world.simo).get("/coach").one("span", class_="inbox-tags")) == "En ymmärrä alle tunti"


def test_replied_is_said_only_where_somebody_has_written(browser, session, world):
    service.write_first(session, world.simo.viewer, world.onni.id, "Tervetuloa!", new_id(), "fi")
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    write(session, world.mikko)
    reply(session, world.simo, world.mikko)
    service.send_as_seeker(session, world.mikko.viewer, "Sopii", new_id(), "fi", quick="ok")
    session.commit()
    page = browser(world.simo).get("/coach")
    assert "vastattu" in row_of(page, "Aino")
    assert "vastattu" not in row_of(page, "Onni"), "nobody asked"
    assert "vastattu" not in row_of(page, "Mikko"), "the newest words are Mikko's"


def test_no_reply_is_needed(browser, session, world):
    thread_id = write(session, world.aino, "Kiitos!")
    seen = str(newest_id(session, world.simo, world.aino))
    simo, path = browser(world.simo), f"/coach/threads/{thread_id}"
    assert "Ei tarvitse vastata" in simo.get(path).buttons()
    page = simo.post(f"{path}/settled", {"up_to": seen})
    assert "Ei tarvitse vastata" not in page.buttons()
    page = simo.get("/coach")
    assert "Kukaan ei odota vastausta." in page.text
    assert page.all("span", class_="inbox-tags") == [], "nothing was answered and nobody waits"
    assert "Simo on lukenut" in browser(world.aino).get("/messages").text


def test_no_reply_is_needed_can_be_taken_back(monday, browser, session, world):
    write(session, world.aino, "Hei!")
    reply(session, world.simo, world.aino)
    monday.shift(timedelta(minutes=5))
    thread_id = write(session, world.aino, "Voinko soittaa?")
    asked = inbox(session, world.simo.viewer)[0].waiting_since
    seen = str(newest_id(session, world.simo, world.aino))
    monday.shift(timedelta(minutes=5))
    simo, path = browser(world.simo), f"/coach/threads/{thread_id}"
    page = simo.post(f"{path}/settled", {"up_to": seen})
    assert "Tarvitsee sittenkin vastauksen" in page.buttons()
    page = simo.post(f"{path}/waiting", {"text": "Hei Aino, katson"})
    assert "Ei tarvitse vastata" in page.buttons() and words(page.one("textarea")) == "Hei Aino, katson"
    (row,) = inbox(session, world.simo.viewer)
    assert row.waiting_since == asked, "since then, and not since now"


def test_after_a_sopii_and_after_a_reply_nothing_is_taken_back(browser, session, world):
    thread_id = write(session, world.aino)
    reply(session, world.simo, world.aino)
    simo, path = browser(world.simo), f"/coach/threads/{thread_id}"
    assert "Tarvitsee sittenkin vastauksen" not in simo.get(path).buttons()
    service.send_as_seeker(session, world.aino.viewer, "Sopii", new_id(), "fi", quick="ok")
    session.commit()
    assert "Tarvitsee sittenkin vastauksen" not in simo.get(path).buttons()
    simo.post(f"{path}/waiting", {})
    (row,) = inbox(session, world.simo.viewer)
    assert row.answered


def test_what_came_after_the_page_still_waits(browser, session, world):
    thread_id = write(session, world.aino, "Kiitos!")
    seen = str(newest_id(session, world.simo, world.aino))
    write(session, world.aino, "Voinko soittaa?")
    browser(world.simo).post(f"/coach/threads/{thread_id}/settled", {"up_to": seen})
    (row,) = inbox(session, world.simo.viewer)
    assert not row.answered


@pytest.mark.parametrize("press", ["promise", "settled"])
def test_a_half_written_reply_stays_in_its_box(browser, session, world, press):
    thread_id = write(session, world.aino)
    seen = str(newest_id(session, world.simo, world.aino))
    day = "2030-01-01" if press == "settled" else str(datetime.now(tz=UTC).date() + timedelta(days=1))
    path = f"/coach/threads/{thread_id}"
    page = browser(world.simo).post(f"{path}/{press}", {"up_to": seen, "day": day, "text": "Hei Aino, katson"})
    assert words(page.one("textarea")) == "Hei Aino, katson"
    assert page.text.count("Hei Aino, katson") == 1, "it was not sent"


def test_a_half_written_reply_stays_also_when_the_day_is_missing(browser, session, world):
    thread_id = write(session, world.aino)
    seen = str(newest_id(session, world.simo, world.aino))
    about = {"up_to": seen, "day": "", "text": "Hei Aino, katson"}
    page = browser(world.simo).post(f"/coach/threads/{thread_id}/promise", about, 422)
    assert words(page.one("textarea")) == "Hei Aino, katson" and "Valitse päivä, jolloin vastaat." in page.links()


def test_the_next_who_waits_is_one_press_away(browser, session, world):
    threads = {seeker.name: write(session, seeker) for seeker in (world.aino, world.onni, world.mikko)}
    simo = browser(world.simo)
    after = {}
    for name, thread_id in threads.items():
        links = simo.get(f"/coach/threads/{thread_id}").links()
        after[name] = next(word for word in links if word.startswith("Seuraava odottava"))
        assert links[after[name]].endswith("#newest")
    assert after == {
        "Aino": "Seuraava odottava: Onni",
        "Onni": "Seuraava odottava: Mikko",
        "Mikko": "Seuraava odottava: Aino",
    }
    for seeker in (world.onni, world.mikko):
        reply(session, world.simo, seeker)
    assert "Seuraava odottava" not in simo.get(f"/coach/threads/{threads['Aino']}").text
    assert "Seuraava odottava: Aino" in simo.get(f"/coach/threads/{threads['Onni']}").text


def test_nobody_waits_next_in_an_empty_inbox():
    assert next_waiting([], new_id()) is None


def test_threads_open_at_their_newest_message_and_the_box_is_one_step_away(browser, session, world):
    thread_id = write(session, world.aino)
    simo = browser(world.simo)
    assert simo.get("/coach").one("a", class_="inbox-row").get("href").endswith("#newest")
    page = simo.get(f"/coach/threads/{thread_id}")
    assert page.links()["Siirry vastaukseen"] == "#text" and page.one("textarea").get("id") == "text"
    current = page.one("a", aria_current="true")
    assert words(current) == "Viestit", "the bar tells where a thread belongs"
