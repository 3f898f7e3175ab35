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


class Setting(StrEnum):
    """How somebody answered. A supporter's presence may change an answer, so the coach sees it beside each."""

    ALONE = "alone"
    HELPED = "helped"
    GROUP = "group"
    TRYOUT = "tryout"


class Scale(StrEnum):
    """How many answers a person is offered: three, two without "maybe", or only pairs."""

    THREE = "three"
    TWO = "two"
    PAIRS = "pairs"


class Sitting(Base):
    """Some presses in a row, at most sittings.MOST_PRESSES. `setting` is empty until "Vastasitko yksin?" is answered.

    `helper` is the picture of who helped, `ended_at` empty while it goes on.
    """

    __tablename__ = "sitting"
    __table_args__ = (Index("ix_sitting_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    began_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]
    setting: Mapped[str] = mapped_column(String(8), default="")
    helper: Mapped[str] = mapped_column(String(CONCEPT_LONGEST), default="")


class Practice(Base):
    """One practice round, and the scale that fits since: the newest that is `done` counts.

    While the round goes on `scale` is what it offers and `said` what was pressed so far, by spaces. `chosen` says that
    the person or a supporter chose the scale; else the round itself did.
    """

    __tablename__ = "practice"
    __table_args__ = (Index("ix_practice_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    scale: Mapped[str] = mapped_column(String(8))
    chosen: Mapped[bool] = mapped_column(default=False)
    said: Mapped[str] = mapped_column(String(40), default="")
    done: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(default=clock.now)


class PairAnswer(Base):
    """One answer to "Kumpaa haluat tehdä enemmän?": left, right, both or neither; as the two stood on the page."""

    __tablename__ = "pair_answer"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("ix_pair_answer_person_id_id", "person_id", "id"))

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    sitting_id: Mapped[UUID] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"))
    left: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    right: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    chosen: Mapped[str] = mapped_column(String(8))
    layout: Mapped[str] = mapped_column(String(8))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class Pick(Base):
    """One answer to "which of these five?": narrows many yes-answers to six. `offered` are concepts, by spaces."""

    __tablename__ = "pick"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("ix_pick_person_id_id", "person_id", "id"))

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    sitting_id: Mapped[UUID] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"))
    offered: Mapped[str] = mapped_column(String(5 * CONCEPT_LONGEST + 4))
    chosen: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class Answer(Base):
    """One press. `key` is the press's own key, made with its page: the same press sent twice is one row.

    `setting` is told only where it differs from that of its sitting (an answer after a try-out).
    """

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index("ix_answer_person_id_concept_id_id", "person_id", "concept_id", "id"),
    )

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    concept_id: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    value: Mapped[str] = mapped_column(String(8))
    sitting_id: Mapped[UUID | None] = mapped_column(ForeignKey("sitting.id", ondelete="SET NULL"))
    setting: Mapped[str] = mapped_column(String(8), default="")
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
