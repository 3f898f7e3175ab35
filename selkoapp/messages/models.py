"""Threads of a job seeker with the own coach, their messages, and who has read how far."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

LONGEST_TEXT = 2000  # characters
OK = "ok"
YES = "yes"
NO = "no"
DONT_UNDERSTAND = "dont_understand"
NEED_NO_REPLY = (OK, YES)  # after these nobody waits


class Thread(Base):
    """Everything a job seeker and the coach have written to each other; one a seeker, also when the coach changes.

    `waiting_since` is when the seeker sent the first message that has no reply yet. `not_understood` tells that one
    of those was "En ymmärrä". `promised_day` is the day on which `promised_by` said they would reply.
    `last_message_id` is no foreign key: the two tables would point at each other.
    """

    __tablename__ = "thread"

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    waiting_since: Mapped[datetime | None]
    not_understood: Mapped[bool] = mapped_column(default=False)
    last_message_id: Mapped[UUID | None]
    last_at: Mapped[datetime | None]
    promised_day: Mapped[date | None]
    promised_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))


class Message(Base):
    """What one of them wrote. Within a thread a later message has the greater id.

    `key` comes with the page that the message was written on: sent twice, it is one row. `quick` names the quick
    answer that was pressed (OK, YES, NO, DONT_UNDERSTAND); typed messages have none.
    """

    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("author_id", "key"), Index("ix_message_thread_id_id", "thread_id", "id"))

    id: Mapped[PrimaryId]
    thread_id: Mapped[UUID] = mapped_column(ForeignKey("thread.id"))
    author_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    key: Mapped[UUID]
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    quick: Mapped[str | None] = mapped_column(String(16))
    sent_at: Mapped[datetime] = mapped_column(default=clock.now)


class ReadMark(Base):
    """How far one person has read a thread: up to and with this message. It never moves back."""

    __tablename__ = "read_mark"

    thread_id: Mapped[UUID] = mapped_column(ForeignKey("thread.id"), primary_key=True)
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    up_to: Mapped[UUID] = mapped_column(ForeignKey("message.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
