"""Meetings of groups, and who comes."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

TITLE_LONGEST, LINE_LONGEST, WHAT_LONGEST = 60, 120, 400  # characters


class EventState(StrEnum):
    """Whether a meeting is held as it was told."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Event(Base):
    """One meeting of a group. Times are moments; Helsinki's clocks show them (kernel/clock.py).

    `language` is that of its texts. A moved one keeps the start that was told last before in `moved_from`.
    `changed_at` is when it was moved, cancelled or restored last: other words do not touch it.
    """

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_group_id_ends_at", "group_id", "ends_at"),)

    id: Mapped[PrimaryId]
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST))
    picture: Mapped[str] = mapped_column(String(40))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place_name: Mapped[str] = mapped_column(String(LINE_LONGEST))
    address: Mapped[str] = mapped_column(String(LINE_LONGEST), default="")
    what: Mapped[str] = mapped_column(String(WHAT_LONGEST), default="")
    bring: Mapped[str] = mapped_column(String(LINE_LONGEST), default="")
    how_to_get_there: Mapped[str] = mapped_column(String(WHAT_LONGEST), default="")
    state: Mapped[str] = mapped_column(String(10), default=EventState.PLANNED)
    moved_from: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(2))
    made_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)


class EventAnswer(Base):
    """One press on Tulen or En tule. Rows are only added: the newest for the time that holds counts.

    `starts_at` is the start that was answered: a meeting that moves is asked anew. `key` is the press's own.
    """

    __tablename__ = "event_answer"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index("ix_event_answer_event_id_person_id_id", "event_id", "person_id", "id"),
    )

    id: Mapped[PrimaryId]
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    coming: Mapped[bool]
    starts_at: Mapped[datetime]
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class EventKnown(Base):
    """One press on Selvä: the person knows of the change that was made at `changed_at`."""

    __tablename__ = "event_known"
    __table_args__ = (UniqueConstraint("event_id", "person_id", "changed_at"),)

    id: Mapped[PrimaryId]
    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    changed_at: Mapped[datetime]
    at: Mapped[datetime] = mapped_column(default=clock.now)
