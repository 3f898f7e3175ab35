"""What people answer about tasks, and what happens next for them. Rows are only added: the newest counts."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

STEP_LONGEST = 120  # characters
CONCEPT_LONGEST = 40


class Value(StrEnum):
    """What a person can say to "Haluatko …?". SKIP says nothing about the task: it is never a maybe."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    UNKNOWN = "unknown"
    SKIP = "skip"


class Answer(Base):
    """One press. `key` is the press's own key, made with its page: the same press sent twice is one row."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index("ix_answer_person_id_concept_id_id", "person_id", "concept_id", "id"),
    )

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    concept_id: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    value: Mapped[str] = mapped_column(String(8))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class NextStep(Base):
    """What happens next for a seeker, in one sentence with a picture.

    An empty text means that nothing is agreed now. `who_id` is who does it: the seeker or the coach.
    """

    __tablename__ = "next_step"
    __table_args__ = (Index("ix_next_step_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    picture: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    text: Mapped[str] = mapped_column(String(STEP_LONGEST))
    language: Mapped[str] = mapped_column(String(2))
    day: Mapped[date | None]
    who_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
