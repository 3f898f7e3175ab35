"""Limits on how often something may be tried, in an own small table.

The usual extension keeps its counts in memory, one set a process; on SQLite there is no shared store for it.
"""

import hashlib
import hmac
from datetime import UTC, datetime

from sqlalchemy import String, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base
from selkoapp.kernel.faults import TooMany


class Attempt(Base):
    """How often one caller has tried one thing within one window of time."""

    __tablename__ = "attempt"

    what: Mapped[str] = mapped_column(String(40), primary_key=True)
    who: Mapped[str] = mapped_column(String(64), primary_key=True)
    window: Mapped[datetime] = mapped_column(primary_key=True)
    count: Mapped[int]


def pseudonym(secret: str, name: str) -> str:
    """A name that stands for an address or id without telling it (HMAC-SHA256, 64 characters)."""
    return hmac.new(secret.encode(), name.encode(), hashlib.sha256).hexdigest()


def count_attempt(session: Session, what: str, who: str, most: int, seconds: int) -> None:
    """Count one more try; raise TooMany when there were `most` already in this window of `seconds`.

    Commit the session also when the try itself fails.
    """
    second = int(clock.now().timestamp())
    window = datetime.fromtimestamp(second - second % seconds, UTC)
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    tried = session.scalar(
        insert(Attempt)
        .values(what=what, who=who, window=window, count=1)
        .on_conflict_do_update(index_elements=["what", "who", "window"], set_={"count": Attempt.count + 1})
        .returning(Attempt.count)
    )
    session.execute(delete(Attempt).where(Attempt.what == what, Attempt.window < window))
    if tried > most:
        raise TooMany(seconds - second % seconds)
