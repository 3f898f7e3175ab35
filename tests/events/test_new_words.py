"""Simo changes what is told of a meeting: the same fields and sentences as when it was planned, and the time stays."""

import pytest
from sqlalchemy import select

from selkoapp.events.models import Event, EventState
from tests.events.plan import EMPTY, GOOD, TIME, WRONG, wrongs

WORDS = {name: told for name, told in GOOD.items() if name not in TIME}
WRONG_WORDS = [(wrong, sentence) for wrong, sentence in WRONG if not set(wrong) & (TIME | {"group"})]


@pytest.fixture
def path(meeting):
    """The page on which the words of tomorrow's meeting are changed."""
    return f"/coach/events/{meeting.id}/words"


@pytest.fixture
def change(browser, world, path):
    """change(title="") → what the coach sees after sending good words with these instead."""

    def send(status=200, **instead):
        simo = browser(world.simo)
        return simo.press(simo.get(path), path, status, **(WORDS | instead))

    return send


def stored(session) -> Event:
    """The one meeting as the database has it now."""
    found = session.scalars(select(Event).execution_options(populate_existing=True)).one()
    session.commit()
    return found


def test_simo_finds_the_present_words_in_the_form(browser, world, meeting, path):
    simo = browser(world.simo)
    page = simo.get(simo.get(f"/coach/events/{meeting.id}").links()["Muuta tietoja"])
    assert page.h1 == "Muuta tietoja"
    kept = {name: told for name, told in page.form(path).items() if name != "language"}
    assert kept == {name: getattr(meeting, name) for name in WORDS if name != "language"}
    assert page.one("option", selected="", value="fi") is not None


def test_simo_changes_them_and_aino_reads_the_new_ones(change, sit, world, session, meeting):
    page = change(bring="")
    assert page.response.request.path == f"/coach/events/{meeting.id}" and page.h1 == "Vierailu leipomoon"
    seen = sit(world.aino).page.text
    assert "Leipomo Vilja" in seen and "Katsomme leipomon työtä." in seen and "Ota puhelin mukaan." not in seen
    now = stored(session)
    assert {name: getattr(now, name) for name in WORDS} == WORDS | {"bring": ""}
    assert (now.state, now.starts_at, now.ends_at) == (EventState.PLANNED, meeting.starts_at, meeting.ends_at)


def test_new_words_do_not_hide_that_it_has_moved(browser, change, sit, world, meeting):
    simo, time = browser(world.simo), f"/coach/events/{meeting.id}/time"
    simo.press(simo.get(time), time, starts="16.00", ends="17.00")
    change()
    assert "Vanha aika oli 25. marraskuuta kello 14.00." in sit(world.aino).page.text


@pytest.mark.parametrize(("wrong", "sentence"), WRONG_WORDS, ids=lambda given: str(given)[:40])
def test_each_wrong_field_has_the_sentence_of_a_new_meeting(change, session, wrong, sentence):
    page = change(422, **wrong)
    assert wrongs(page) == [sentence] and sentence in page.links()
    assert stored(session).title == "Työnhakuryhmä"


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_the_page(change):
    empty = [name for name in EMPTY if name in WORDS]
    assert wrongs(change(422, **dict.fromkeys(empty, ""))) == [EMPTY[name] for name in empty]


def test_a_time_sent_along_moves_nothing(change, session, meeting):
    change(day="2026-12-24", starts="10.00", ends="11.00")
    assert stored(session).starts_at == meeting.starts_at
