"""Sounds and photographs come and go: rows in the database, files in the store.

A file goes when the last row that names it has gone. That is counted in a transaction that no other writer shares, and
files are put in such a one too: so no file is taken away under a row that is just being written.
"""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from selkoapp.kernel import clock
from selkoapp.kernel.faults import Busy
from selkoapp.media.made import Made
from selkoapp.media.models import Media
from selkoapp.media.store import Store

UNCLAIMED = timedelta(days=7)  # how long a file without a row is left: a backup takes the database first, the files second
UNFINISHED = timedelta(hours=1)
TURN = 0x6D65646961  # the advisory lock of this room in PostgreSQL


def keep(session: Session, store: Store, made: Made) -> Media:
    """Store what was made and add its row, in the transaction that will hold the owner's row. Busy when the disk is full."""
    _alone(session)
    try:
        sha256 = store.put(made.content)
    except OSError:
        raise Busy from None
    kept = Media(
        sha256=sha256, kind=made.kind, bytes=len(made.content), seconds=made.seconds, width=made.width, height=made.height
    )
    session.add(kept)
    session.flush()
    return kept


def drop(session: Session, media: Iterable[UUID]) -> list[str]:
    """Take these rows away, after whatever points at them. Returns hashes: give them to `clear` once this is committed."""
    return list(session.scalars(delete(Media).where(Media.id.in_(list(media))).returning(Media.sha256)))


def clear(session: Session, store: Store, hashes: Iterable[str]) -> int:
    """Take away the files that no row names any more; how many they were. In a transaction of its own, then committed."""
    _alone(session)
    unnamed = set(hashes) - _named(session)
    for sha256 in unnamed:
        store.delete(sha256)
    return len(unnamed)


def sweep(session: Session, store: Store) -> int:
    """Take away files that never got a row, after a week, and halves of files. In a transaction of its own."""
    now = clock.now()
    store.drop_halves(now - UNFINISHED)
    return clear(session, store, [kept.sha256 for kept in store.iter() if kept.put_at < now - UNCLAIMED])


def _named(session: Session) -> set[str]:
    return set(session.scalars(select(Media.sha256).distinct()))


def _alone(session: Session) -> None:
    """Be the only one that writes: on SQLite every transaction that may write is; on PostgreSQL by a lock until its end."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(TURN)))
