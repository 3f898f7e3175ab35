"""Files of people's sounds and photographs: whole or not at all, for this user only, and gone when they should be."""

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Busy
from selkoapp.media import service, store
from selkoapp.media.made import Made
from selkoapp.media.models import Media
from selkoapp.media.store import Store

VOICE = Made("sound", b"the voice of Mikko", seconds=2.0)


@pytest.fixture
def blobs(tmp_path) -> Store:
    return Store(tmp_path / "blobs")


def files(blobs: Store) -> set[str]:
    return {kept.sha256 for kept in blobs.iter()}


def age(blobs: Store, sha256: str, by: timedelta) -> None:
    then = (clock.now() - by).timestamp()
    os.utime(blobs.path(sha256), (then, then))


def test_a_file_is_named_by_what_is_in_it(blobs):
    sha256 = blobs.put(b"voice")
    assert sha256 == hashlib.sha256(b"voice").hexdigest()
    place = blobs.path(sha256)
    assert place.parts[-3:] == (sha256[:2], sha256[2:4], sha256)
    assert blobs.get(sha256) == b"voice" and files(blobs) == {sha256}


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_nobody_else_on_the_machine_can_read_it(blobs):
    place = blobs.path(blobs.put(b"voice"))
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_the_same_twice_is_one_file(blobs):
    assert blobs.put(b"voice") == blobs.put(b"voice")
    assert len(files(blobs)) == 1


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_hash_is_a_name(name, blobs):
    with pytest.raises(ValueError, match="hash"):
        blobs.get(name)


def test_what_is_not_here_is_said_and_taking_it_away_is_no_fault(blobs):
    blobs.delete("a" * 64)
    with pytest.raises(FileNotFoundError):
        blobs.get("a" * 64)


def test_a_full_disk_leaves_no_half(blobs, monkeypatch, session):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(Busy):
        service.keep(session, blobs, VOICE)
    assert not [file for file in blobs._folder.rglob("*") if file.is_file()]


def test_the_file_is_settled_on_disk_before_it_has_its_name(blobs, monkeypatch):
    done = []
    for name in ("fsync", "replace"):
        real = getattr(os, name)
        monkeypatch.setattr(store.os, name, lambda *about, name=name, real=real: (done.append(name), real(*about))[1])
    blobs.put(b"voice")
    assert done == ["fsync", "replace", "fsync"]


def test_a_row_comes_with_its_file_and_goes_with_it(session, blobs):
    kept = service.keep(session, blobs, VOICE)
    session.commit()
    assert (kept.kind, kept.bytes, kept.seconds) == ("sound", len(VOICE.content), 2.0)
    gone = service.drop(session, [kept.id])
    session.commit()
    assert files(blobs) == {kept.sha256}, "until it is certain that the row has gone"
    assert service.clear(session, blobs, gone) == 1
    session.commit()
    assert not files(blobs) and session.scalar(select(Media)) is None


def test_a_file_that_two_have_sent_stays_for_the_other(session, blobs):
    mikko, leila = (service.keep(session, blobs, VOICE) for _ in range(2))
    session.commit()
    assert mikko.id != leila.id
    service.clear(session, blobs, service.drop(session, [mikko.id]))
    assert files(blobs) == {leila.sha256}
    service.clear(session, blobs, service.drop(session, [leila.id]))
    assert not files(blobs)


def test_nothing_to_drop_is_no_fault(session):
    assert service.drop(session, []) == service.drop(session, [new_id()]) == []


def test_a_row_that_is_undone_leaves_its_file_for_the_sweep(session, blobs):
    sha256 = service.keep(session, blobs, VOICE).sha256
    session.rollback()
    assert service.sweep(session, blobs) == 0, "its row may be on its way"
    age(blobs, sha256, service.UNCLAIMED + timedelta(hours=1))
    assert service.sweep(session, blobs) == 1
    assert not files(blobs)


def test_a_sweep_leaves_what_somebody_has(session, blobs):
    kept = service.keep(session, blobs, VOICE)
    session.commit()
    age(blobs, kept.sha256, timedelta(days=900))
    assert service.sweep(session, blobs) == 0
    assert files(blobs) == {kept.sha256}


def test_a_sweep_takes_halves_away(session, blobs):
    place = blobs.path(blobs.put(b"voice"))
    half = place.with_name(store.HALF + "x")
    half.write_bytes(b"vo")
    assert files(blobs) == {place.name}
    service.sweep(session, blobs)
    assert half.exists(), "somebody may be writing it"
    then = (clock.now() - timedelta(hours=2)).timestamp()
    os.utime(half, (then, then))
    service.sweep(session, blobs)
    assert not half.exists() and place.exists()


def test_nobody_clears_while_another_keeps(engine, blobs):
    """A clearing that came between the file and its row would take the file away: it waits until the row is there."""

    def clear(sha256: str) -> int:
        with Session(engine) as clearing:
            return service.clear(clearing, blobs, [sha256])

    with ThreadPoolExecutor(1) as other, Session(engine, expire_on_commit=False) as keeping:
        kept = service.keep(keeping, blobs, VOICE)
        cleared = other.submit(clear, kept.sha256)
        with pytest.raises(TimeoutError):
            cleared.result(0.3)
        keeping.commit()
        assert cleared.result(10) == 0
    assert files(blobs) == {kept.sha256}
