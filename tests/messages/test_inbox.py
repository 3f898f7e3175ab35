"""Simo's inbox: who has not understood, then who waits longest, then the rest."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound
from selkoapp.messages import service, thread
from selkoapp.messages.inbox import inbox, unread_count
from tests.messages.desk import reply, write

MORNING = datetime(2026, 11, 24, 7, tzinfo=UTC)


def names(session, coach) -> list[str]:
    return [row.name for row in inbox(session, coach.viewer)]


def test_simos_morning(session, world):
    for minutes, seeker in enumerate((world.mikko, world.aino, world.onni, world.leila)):
        with time_machine.travel(MORNING + timedelta(minutes=minutes), tick=False):
            write(session, seeker)
    assert names(session, world.simo) == ["Mikko", "Aino", "Onni", "Leila"]
    with time_machine.travel(MORNING + timedelta(minutes=10), tick=False):
        reply(session, world.simo, world.mikko)
        write(session, world.aino, "Oletko siellä?")
    with time_machine.travel(MORNING + timedelta(minutes=11), tick=False):
        reply(session, world.simo, world.onni)
    assert names(session, world.simo) == ["Aino", "Leila", "Onni", "Mikko"], "waiting longest, then the newest reply"
    with time_machine.travel(MORNING + timedelta(minutes=12), tick=False):
        service.send_as_seeker(session, world.mikko.viewer, "En ymmärrä", new_id(), "fi", quick="dont_understand")
    assert names(session, world.simo)[0] == "Mikko"
    aino = next(row for row in inbox(session, world.simo.viewer) if row.name == "Aino")
    assert aino.waiting_since == MORNING + timedelta(minutes=1), "from the first unanswered message"
    assert (aino.text, aino.unread, aino.answered, aino.last_is_mine) == ("Oletko siellä?", True, False, False)


def test_who_has_not_understood_is_first_until_answered(session, world):
    write(session, world.aino)
    service.send_as_seeker(session, world.onni.viewer, "En ymmärrä", new_id(), "fi", quick="dont_understand")
    assert [row.not_understood for row in inbox(session, world.simo.viewer)] == [True, False]
    reply(session, world.simo, world.onni)
    assert names(session, world.simo) == ["Aino", "Onni"]


def test_nobody_waits_after_an_ok(session, world):
    write(session, world.aino)
    reply(session, world.simo, world.aino)
    service.send_as_seeker(session, world.aino.viewer, "Sopii", new_id(), "fi", quick="ok")
    (row,) = inbox(session, world.simo.viewer)
    assert (row.answered, row.unread) == (True, True)


def test_simo_begins_a_thread_and_ainos_badge_shows_it(session, world):
    seeker, thread_id = thread.seeker_with_thread(session, world.simo.viewer, world.aino.id)
    assert (seeker.name, thread_id) == ("Aino", None)
    key = new_id()
    for _again in range(2):
        service.write_first(session, world.simo.viewer, world.aino.id, "Tervetuloa!", key, "fi")
    assert unread_count(session, world.aino.viewer) == 1
    assert unread_count(session, world.onni.viewer) == 0
    assert [row.last_is_mine for row in inbox(session, world.simo.viewer)] == [True]


def test_a_badge_counts_to_99(session, world):
    for number in range(105):
        service.write_first(session, world.simo.viewer, world.aino.id, f"Viesti {number}", new_id(), "fi")
    assert unread_count(session, world.aino.viewer) == 99


def test_only_the_own_coach_comes_in(session, world):
    thread_id = write(session, world.aino)
    assert thread.thread_of(session, world.simo.viewer, thread_id).name == "Aino"
    for other in (world.sara, world.petra, world.kalle, world.onni, world.aino):
        for wanted in (thread_id, new_id()):
            with pytest.raises(NotFound):
                thread.thread_of(session, other.viewer, wanted)
        with pytest.raises(NotFound):
            thread.seeker_with_thread(session, other.viewer, world.aino.id)
        assert inbox(session, other.viewer) == []
    for other in (world.sara, world.petra, world.kalle):
        with pytest.raises(NotFound):
            service.write_first(session, other.viewer, world.aino.id, "Hei", new_id(), "fi")
