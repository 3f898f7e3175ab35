"""Writing into a thread: messages, replies, and how far somebody has read.

Threads come in already loaded through belonging (see thread.py); nothing here is reached by an id alone.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from selkoapp.accounts.people import seeker_of
from selkoapp.accounts.signins import Viewer
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import Conflict, NotFound
from selkoapp.messages.models import DONT_UNDERSTAND, NEED_NO_REPLY, Message, ReadMark, Thread
from selkoapp.messages.thread import ThreadSeen


def send_as_seeker(
    session: Session, seeker: Viewer, text: str, key: UUID, language: str, quick: str | None = None, seen: UUID | None = None
) -> UUID:
    """The seeker writes to the own coach; the first message makes the thread. Returns the thread's id.

    `seen` is the newest message that the seeker's page showed: it counts as read. Raises Conflict when there is no
    coach who would read it, or when the key came before with other words. "OK" and "YES" only answer: nobody waits after them.
    """
    if seeker.coach_id is None:
        raise Conflict
    thread = _thread_for(session, seeker.id, seeker.organisation_id)
    message, is_new = _put(session, thread, seeker, text, key, language, quick)
    if seen is not None:
        _mark(session, seeker.id, thread.id, seen)
    if is_new and quick not in NEED_NO_REPLY:
        thread.waiting_since = thread.waiting_since or message.sent_at
        thread.not_understood = thread.not_understood or quick == DONT_UNDERSTAND
    session.flush()
    return thread.id


def reply(session: Session, coach: Viewer, thread: ThreadSeen, text: str, key: UUID, language: str, seen: UUID | None) -> UUID:
    """The coach answers what stands up to `seen`, the newest message that the coach's page showed. Returns the message's id.

    What the seeker wrote after that is neither read nor answered, and goes on waiting. Raises Conflict when the key
    came before with other words, NotFound when `seen` is no message of this thread.
    """
    locked = _locked(session, thread.id)
    message, is_new = _put(session, locked, coach, text, key, language)
    if seen is not None:
        _mark(session, coach.id, locked.id, seen)
    if is_new:
        _settle_waiting(session, locked, seen)
    session.flush()
    return message.id


def write_first(session: Session, coach: Viewer, person_id: UUID, text: str, key: UUID, language: str) -> UUID:
    """The coach begins the thread with one of the own seekers. Returns the thread's id; NotFound for anyone else's."""
    person = seeker_of(session, coach, person_id)
    if person.coach_id != coach.id:
        raise NotFound
    thread = _thread_for(session, person.id, person.organisation_id)
    _put(session, thread, coach, text, key, language)
    session.flush()
    return thread.id


def mark_read(session: Session, reader: Viewer, thread: ThreadSeen, up_to: UUID) -> None:
    """The reader has had everything up to this message in view. NotFound when it is no message of the thread."""
    _mark(session, reader.id, thread.id, up_to)


def read_later(session: Session, coach: Viewer, thread: ThreadSeen, up_to: UUID, day: date) -> None:
    """The press "Luin, vastaan myöhemmin": read up to this message, and the reply comes on this day. The seeker still waits."""
    _mark(session, coach.id, thread.id, up_to)
    session.execute(update(Thread).where(Thread.id == thread.id).values(promised_day=day, promised_by=coach.id))


def no_reply_needed(session: Session, coach: Viewer, thread: ThreadSeen, up_to: UUID) -> None:
    """The coach has read up to this message and nothing there asks for a reply: what stands there no longer waits."""
    _mark(session, coach.id, thread.id, up_to)
    _settle_waiting(session, _locked(session, thread.id), up_to)
    session.flush()


def reply_needed(session: Session, thread: ThreadSeen) -> None:
    """Take "no reply is needed" back: what the seeker wrote after the last words of a coach waits as before."""
    locked = _locked(session, thread.id)
    replies = select(Message.id).where(Message.thread_id == thread.id, Message.author_id != thread.person_id)
    _settle_waiting(session, locked, session.scalar(replies.order_by(Message.id.desc()).limit(1)))
    session.flush()


def _insert(session: Session):
    """The INSERT of this database that knows ON CONFLICT."""
    return postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert


def _thread_for(session: Session, person_id: UUID, organisation_id: UUID) -> Thread:
    made = _insert(session)(Thread).values(
        id=new_id(), person_id=person_id, organisation_id=organisation_id, not_understood=False
    )
    session.execute(made.on_conflict_do_nothing(index_elements=["person_id"]))
    return _one_writer(session, Thread.person_id == person_id)


def _locked(session: Session, thread_id: UUID) -> Thread:
    return _one_writer(session, Thread.id == thread_id)


def _one_writer(session: Session, which) -> Thread:
    """The thread's row, held until the commit: two messages cannot take the same place."""
    return session.scalars(select(Thread).where(which).with_for_update().execution_options(populate_existing=True)).one()


def _put(
    session: Session, thread: Thread, author: Viewer, text: str, key: UUID, language: str, quick: str | None = None
) -> tuple[Message, bool]:
    """The message of this key, and whether it is new."""
    known = session.scalars(select(Message).where(Message.author_id == author.id, Message.key == key)).one_or_none()
    if known is not None:
        if (known.thread_id, known.text) != (thread.id, text):
            raise Conflict
        return known, False
    message = Message(
        id=_id_after(thread.last_message_id), thread_id=thread.id, author_id=author.id, key=key, text=text,
        language=language, quick=quick, sent_at=clock.now(),
    )  # fmt: skip
    session.add(message)
    thread.last_message_id, thread.last_at = message.id, message.sent_at
    session.flush()
    return message, True


def _id_after(last: UUID | None) -> UUID:
    """A new id that is greater than the last one, also when another machine's clock is ahead or this one was set back."""
    made = new_id()
    return made if last is None or made > last else UUID(int=last.int + 1)


def _settle_waiting(session: Session, thread: Thread, seen: UUID | None) -> None:
    """Only what the coach had not seen still waits; a promise is kept or needed no more."""
    unseen = select(Message.sent_at, Message.quick).where(Message.thread_id == thread.id, Message.author_id == thread.person_id)
    if seen is not None:
        unseen = unseen.where(Message.id > seen)
    waiting = [row for row in session.execute(unseen.order_by(Message.id)) if row.quick not in NEED_NO_REPLY]
    thread.waiting_since = waiting[0].sent_at if waiting else None
    thread.not_understood = any(row.quick == DONT_UNDERSTAND for row in waiting)
    thread.promised_day = thread.promised_by = None


def _mark(session: Session, reader: UUID, thread: UUID, up_to: UUID) -> None:
    if session.scalar(select(Message.id).where(Message.id == up_to, Message.thread_id == thread)) is None:
        raise NotFound
    made = _insert(session)(ReadMark).values(thread_id=thread, reader_id=reader, up_to=up_to, at=clock.now())
    session.execute(
        made.on_conflict_do_update(
            index_elements=["thread_id", "reader_id"],
            set_={"up_to": made.excluded.up_to, "at": made.excluded.at},
            where=ReadMark.up_to < made.excluded.up_to,
        )
    )
