"""Looking at one thread: its newest messages, how far each has read, and what became of my messages."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.signins import Viewer
from selkoapp.kernel.faults import NotFound
from selkoapp.messages.models import OK, Message, ReadMark, Thread

PAGE = 20  # messages


class ThreadSeen(NamedTuple):
    """A thread that the viewer may read, and whose it is."""

    id: UUID
    person_id: UUID
    name: str
    picture: str
    waiting_since: datetime | None
    promised_day: date | None
    promised_by: UUID | None


class Bubble(NamedTuple):
    """One message with its author."""

    id: UUID
    author_id: UUID
    text: str
    language: str
    quick: str | None
    sent_at: datetime
    name: str
    picture: str


class Text(NamedTuple):
    """What a message says, and in which language."""

    text: str
    language: str


class Stretch(NamedTuple):
    """Some messages in a row, oldest first. `older` is what to give as `before` for those before them, if any."""

    bubbles: list[Bubble]
    older: UUID | None

    @property
    def last(self) -> UUID | None:
        """The newest message shown: who answers or marks this as read has seen no later one."""
        return self.bubbles[-1].id if self.bubbles else None


class Mark(NamedTuple):
    """How far one person has read."""

    reader_id: UUID
    up_to: UUID
    name: str
    picture: str


class State(NamedTuple):
    """What became of the message `of`. `kind` is sent, read, promised or answered; but for sent, `name` tells by whom."""

    of: UUID
    kind: str
    name: str = ""
    picture: str = ""
    day: date | None = None


_THREAD = select(
    Thread.id, Thread.person_id, Person.name, Person.picture, Thread.waiting_since, Thread.promised_day, Thread.promised_by
).join(Person, Person.id == Thread.person_id)
_OWN = _THREAD.where(Thread.person_id == bindparam("person"))
_IS_COACHED = (
    Person.coach_id == bindparam("coach"), Person.organisation_id == bindparam("organisation"), Person.disabled_at.is_(None),
)  # fmt: skip
_BY_ID = _THREAD.where(
    Thread.id == bindparam("thread"), Thread.organisation_id == bindparam("organisation"), *_IS_COACHED
)  # fmt: skip
_NEWEST = (
    select(
        Message.id, Message.author_id, Message.text, Message.language, Message.quick, Message.sent_at, Person.name, Person.picture
    )
    .join(Person, Person.id == Message.author_id)
    .where(Message.thread_id == bindparam("thread"))
    .order_by(Message.id.desc())
    .limit(bindparam("most"))
)  # fmt: skip
_BEFORE = _NEWEST.where(Message.id < bindparam("before"))
_SEEKER_WITH_THREAD = (
    select(Person, Thread.id)
    .outerjoin(Thread, Thread.person_id == Person.id)
    .where(Person.id == bindparam("person"), Person.role == Role.SEEKER, *_IS_COACHED)
)
_READER = aliased(Person)
_BY_ID_WITH_MARKS = (
    _BY_ID.add_columns(ReadMark.reader_id, ReadMark.up_to, _READER.name.label("reader"), _READER.picture.label("reader_picture"))
    .outerjoin(ReadMark, ReadMark.thread_id == Thread.id)
    .outerjoin(_READER, _READER.id == ReadMark.reader_id)
)
_MARKS = (
    select(ReadMark.reader_id, ReadMark.up_to, Person.name, Person.picture)
    .join(Person, Person.id == ReadMark.reader_id)
    .where(ReadMark.thread_id == bindparam("thread"))
)


_TEXT = (
    select(Message.text, Message.language)
    .join(Thread, Thread.id == Message.thread_id)
    .where(Message.id == bindparam("message"), Thread.person_id == bindparam("person"))
)


def own_thread(session: Session, viewer: Viewer) -> ThreadSeen | None:
    """The seeker's own thread; None before the first message."""
    row = session.execute(_OWN, {"person": viewer.id}).one_or_none()
    return ThreadSeen(*row) if row else None


def text_of(session: Session, viewer: Viewer, message_id: UUID) -> Text:
    """What a message in the seeker's own thread says; NotFound for anyone else's and for none alike."""
    row = session.execute(_TEXT, {"person": viewer.id, "message": message_id}).one_or_none()
    if row is None:
        raise NotFound
    return Text(*row)


def thread_of(session: Session, coach: Viewer, thread_id: UUID) -> ThreadSeen:
    """The thread of one of the coach's own seekers; NotFound for anyone else's, for none, and for other roles alike."""
    return ThreadSeen(*_coached(session, coach, _BY_ID, thread=thread_id)[0])


def thread_with_marks(session: Session, coach: Viewer, thread_id: UUID) -> tuple[ThreadSeen, list[Mark]]:
    """The same thread, and how far everyone who has read it has read it, in one question."""
    rows = _coached(session, coach, _BY_ID_WITH_MARKS, thread=thread_id)
    own = len(ThreadSeen._fields)
    return ThreadSeen(*rows[0][:own]), [Mark(*row[own:]) for row in rows if row.reader_id]


def _coached(session: Session, coach: Viewer, statement: Select, **named: UUID) -> Sequence[Row]:
    """What the statement finds of the coach's own, at least one row."""
    about = {"coach": coach.id, "organisation": coach.organisation_id, **named}
    rows = session.execute(statement, about).all() if coach.role == Role.COACH else []
    if not rows:
        raise NotFound
    return rows


def seeker_with_thread(session: Session, coach: Viewer, person_id: UUID) -> tuple[Person, UUID | None]:
    """One of the coach's own seekers, and the id of their thread if anyone has written; NotFound as for thread_of."""
    seeker, thread_id = _coached(session, coach, _SEEKER_WITH_THREAD, person=person_id)[0]
    return seeker, thread_id


def newest(session: Session, thread: ThreadSeen | None, before: UUID | None = None, most: int = PAGE) -> Stretch:
    """The newest messages, or the newest of those before one. Costs the same however long the thread is."""
    if thread is None:
        return Stretch([], None)
    named = {"thread": thread.id, "most": most + 1}
    rows = session.execute(_BEFORE, named | {"before": before}) if before else session.execute(_NEWEST, named)
    bubbles = [Bubble(*row) for row in rows]
    shown = bubbles[:most][::-1]
    return Stretch(shown, shown[0].id if len(bubbles) > most else None)


def was_settled(thread: ThreadSeen, stretch: Stretch) -> bool:
    """Whether the seeker's words stand last, no "That is fine", and yet nobody waits: the coach said that none is needed."""
    last = stretch.bubbles[-1] if stretch.bubbles else None
    return last is not None and thread.waiting_since is None and last.author_id == thread.person_id and last.quick != OK


def marks(session: Session, thread: ThreadSeen | None) -> list[Mark]:
    """How far everyone who has read the thread has read it."""
    return [Mark(*row) for row in session.execute(_MARKS, {"thread": thread.id})] if thread else []


def unread(me: UUID, stretch: Stretch, read: list[Mark]) -> bool:
    """Whether these messages hold one of somebody else that I have not read."""
    mine = next((mark.up_to for mark in read if mark.reader_id == me), None)
    return any(b.author_id != me and (mine is None or b.id > mine) for b in stretch.bubbles)


def news(me: UUID, stretch: Stretch) -> list[Bubble]:
    """What others have written after my last message, oldest first."""
    mine = [at for at, bubble in enumerate(stretch.bubbles) if bubble.author_id == me]
    return stretch.bubbles[mine[-1] + 1 :] if mine else stretch.bubbles


def states_of_own(me: UUID, thread: ThreadSeen | None, stretch: Stretch, read: list[Mark]) -> dict[UUID, State]:
    """What became of each of my messages among these."""
    if thread is None:
        return {}
    return {bubble.id: _state_of(bubble, thread, stretch, read) for bubble in stretch.bubbles if bubble.author_id == me}


def _state_of(own: Bubble, thread: ThreadSeen, stretch: Stretch, read: list[Mark]) -> State:
    """Only who has read it can have answered it or promised to: a reply that crossed it on the way is neither."""
    readers = {mark.reader_id: mark for mark in read if mark.reader_id != own.author_id and mark.up_to >= own.id}
    by_seeker = own.author_id == thread.person_id
    waits = by_seeker and thread.waiting_since is not None and own.sent_at >= thread.waiting_since
    answer = None if waits else next((b for b in stretch.bubbles if b.id > own.id and b.author_id in readers), None)
    if answer:
        return State(own.id, "answered", answer.name, answer.picture)
    if thread.promised_day and thread.promised_by in readers:
        promiser = readers[thread.promised_by]
        return State(own.id, "promised", promiser.name, promiser.picture, thread.promised_day)
    for mark in readers.values():
        return State(own.id, "read", mark.name, mark.picture)
    return State(own.id, "sent")
