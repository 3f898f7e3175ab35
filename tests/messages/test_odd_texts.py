"""Texts as phones really send them, and as nobody should: none of them is an error of ours."""

import pytest
from sqlalchemy import select

from selkoapp.messages.forms import cleaned
from selkoapp.messages.models import Message
from tests.messages.desk import reply, write

KEPT = {
    "emoji": "Kyllä 👍🏽 👩‍🍳 ❤️",
    "right to left": "مرحبا سيمو",
    "lines": "Yksi\nKaksi\n\nKolme",
    "markup": '<script>alert(1)</script> & "hei"',
    "address": "Katso https://example.org/ täältä",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_written_is_what_stands_there(browser, world, text):
    aino = browser(world.aino)
    page = aino.press(aino.get("/messages"), "/messages", text=text)
    bubble = page.one("p", class_="bubble-text")
    assert "".join(bubble.itertext()) == text
    assert bubble.get("dir") == "auto"
    assert {e.tag.split("}")[1] for e in bubble.iter()} <= {"p", "span"}, "no link or tag is made of a person's words"


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        (b"a\0b", "ab"),
        (b"Hei \xed\xa0\x80", "Hei %ED%A0%80"),
        (b"Hei \xff", "Hei %FF"),
        (b"a\r\nb\rc", "a\nb\nc"),
        ("a\N{COMBINING DIAERESIS}iti".encode(), "äiti"),
        (b"\x1b[31mHei\x07", "[31mHei"),
    ],
)
def test_what_no_database_takes_is_left_out(browser, world, session, sent, stored):
    aino = browser(world.aino)
    fields = aino.get("/messages").form("/messages")
    answer = aino.raw("POST", "/messages", data=fields | {"text": sent})
    assert answer.status_code == 303
    assert session.scalars(select(Message.text)).one() == stored


def test_a_lone_surrogate_is_no_text():
    assert cleaned("Hei \ud800\x00!") == "Hei !"


@pytest.mark.parametrize(("size", "status"), [(2_000_000, 413), (600_000, 422), (5_000, 422)])
def test_a_whole_book_is_too_big(browser, world, session, size, status):
    aino = browser(world.aino)
    fields = aino.get("/messages").form("/messages")
    aino.post("/messages", fields | {"text": "a" * size}, status=status)
    assert session.scalars(select(Message.text)).all() == []


@pytest.mark.parametrize(
    "before", ["abc", "9223372036854775808", "%00", "%ed%a0%80", "01900000-0000-7000-8000-00000000dead", "²"]
)
def test_an_odd_place_to_page_from_is_no_error(browser, world, session, before):
    write(session, world.aino)
    browser(world.aino).get(f"/messages?before={before}")


def test_a_foreign_thread_looks_like_none(browser, world, session):
    """Mikko names messages of Eeva's and of nobody: the answers are the same to the byte."""
    write(session, world.eeva, "SALAISUUS")
    foreign = reply(session, world.kalle, world.eeva, "SALAISUUS")
    write(session, world.mikko)
    mikko = browser(world.mikko)
    absent = "01900000-0000-7000-8000-00000000dead"
    marks = [mikko.raw("POST", "/messages/read-marks", data={"up_to": up_to}) for up_to in (str(foreign), absent)]
    assert [mark.status_code for mark in marks] == [404, 404]
    assert marks[0].data == marks[1].data
    pages = [mikko.get(f"/messages?before={before}").text for before in (str(foreign), "ffffffff-ffff-7fff-bfff-ffffffffffff")]
    assert not any("SALAISUUS" in page for page in pages)
