"""What waits: the coach's threads, and the seeker's badge."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, case, exists, func, literal, select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.signins import Viewer
from selkoapp.kernel import clock
from selkoapp.messages.models import Message, ReadMark, Thread

BEGINNING = 160  # characters of the last message that a row shows
MOST_COUNTED = 99  # a badge says no more than this


class InboxRow(NamedTuple):
    """One thread in the coach's inbox."""

    thread_id: UUID
    person_id: UUID
    name: str
    picture: str
    text: str
    language: str
    last_at: datetime
    last_is_mine: bool
    waiting_since: datetime | None
    not_understood: bool
    promised_day: date | None
    put_off: bool
    unread: bool
    has_written: bool

    @property
    def answered(self) -> bool:
        """Whether nobody waits for a reply here."""
        return self.waiting_since is None

    @property
    def replied(self) -> bool:
        """Whether the coach's words stand last, and the seeker has written: a first message replies to nobody."""
        return self.answered and self.last_is_mine and self.has_written


# All is read, and the reply is promised for a coming day. When that day comes, or more is written, it waits as before.
_PUT_OFF = and_(
    Thread.waiting_since.is_not(None), Thread.promised_day > bindparam("today"), ReadMark.up_to >= Thread.last_message_id
)
_PLACE = case((_PUT_OFF, 2), (Thread.not_understood, 0), (Thread.waiting_since.is_not(None), 1), else_=3)
_HAS_WRITTEN = exists().where(Message.thread_id == Thread.id, Message.author_id == Thread.person_id).correlate(Thread)

_INBOX = (
    select(
        Thread.id, Thread.person_id, Person.name, Person.picture,
        func.substr(Message.text, 1, BEGINNING).label("text"), Message.language, Message.sent_at, Message.author_id,
        Thread.waiting_since, Thread.not_understood, Thread.promised_day, Thread.last_message_id, ReadMark.up_to,
        _PUT_OFF.label("put_off"), _HAS_WRITTEN.label("has_written"),
    )
    .join(Person, Person.id == Thread.person_id)
    .join(Message, Message.id == Thread.last_message_id)
    .outerjoin(ReadMark, and_(ReadMark.thread_id == Thread.id, ReadMark.reader_id == bindparam("coach")))
    .where(
        Person.coach_id == bindparam("coach"), Thread.organisation_id == bindparam("organisation"), Person.disabled_at.is_(None)
    )
    .order_by(
        _PLACE, case((_PUT_OFF, Thread.promised_day)), Thread.waiting_since, Thread.last_at.desc(), Thread.id
    )
)  # fmt: skip

_MINE = select(Thread.id).where(Thread.person_id == bindparam("me")).scalar_subquery()
_READ = select(ReadMark.up_to).where(ReadMark.thread_id == _MINE, ReadMark.reader_id == bindparam("me")).scalar_subquery()
# A lower bound and not an OR: the index then begins at the first unread message, however long the thread is.
_UNREAD = select(func.count()).select_from(
    select(Message.id)
    .where(
        Message.thread_id == _MINE,
        Message.id > func.coalesce(_READ, literal(UUID(int=0), Message.id.type)),
        Message.author_id != bindparam("me"),
    )
    .limit(MOST_COUNTED)
    .subquery()
)


def inbox(session: Session, coach: Viewer) -> list[InboxRow]:
    """The coach's threads: who has not understood, then who waits longest, then those whose reply is promised for a
    coming day, then the others by their newest message."""
    named = {"coach": coach.id, "organisation": coach.organisation_id, "today": clock.today()}
    rows = session.execute(_INBOX, named)
    return [_row(row) for row in rows]


def _row(row) -> InboxRow:
    from_seeker = row.author_id == row.person_id
    ahead = row.up_to is None or row.up_to < row.last_message_id
    return InboxRow(
        row.id, row.person_id, row.name, row.picture, row.text, row.language, row.sent_at, not from_seeker,
        row.waiting_since, row.not_understood, row.promised_day, bool(row.put_off),
        ahead and (from_seeker or row.waiting_since is not None), row.has_written,
    )  # fmt: skip


def next_waiting(rows: list[InboxRow], thread_id: UUID) -> InboxRow | None:
    """Who waits next after this thread, in the inbox's order and round again; None when nobody else waits."""
    waiting = [row for row in rows if not row.answered and not row.put_off]
    here = next((place for place, row in enumerate(waiting) if row.thread_id == thread_id), -1)
    others = waiting[here + 1 :] + waiting[: max(here, 0)]
    return others[0] if others else None


def unread_count(session: Session, seeker: Viewer) -> int:
    """How many messages wait for the seeker, 99 at most."""
    return session.scalar(_UNREAD, {"me": seeker.id})
