"""What is kept of wishes beside the answers to tasks: conditions, skills, own wishes, try-outs, own tasks, sharing."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.interests.models import CONCEPT_LONGEST
from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

WISH_LONGEST, PLACE_LONGEST, LABEL_LONGEST, MEANING_LONGEST = 400, 80, 60, 240  # characters


class ConditionAnswer(Base):
    """One answer about how the work should be: a picture of the two, "both" or "skip"."""

    __tablename__ = "condition_answer"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index("ix_condition_answer_person_id_condition_id", "person_id", "condition", "id"),
    )

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    sitting_id: Mapped[UUID] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"))
    condition: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    value: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class SkillAnswer(Base):
    """One answer about a skill: I can, I can with help, I want to learn, I cannot; or skipped."""

    __tablename__ = "skill_answer"
    __table_args__ = (
        UniqueConstraint("person_id", "key"),
        Index("ix_skill_answer_person_id_skill_id", "person_id", "skill", "id"),
    )

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    sitting_id: Mapped[UUID] = mapped_column(ForeignKey("sitting.id", ondelete="CASCADE"))
    skill: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    value: Mapped[str] = mapped_column(String(8))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)


class OwnWish(Base):
    """A wish in the person's own way: words, a voice, a photograph, or several. A removed one keeps its row for a month."""

    __tablename__ = "own_wish"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("ix_own_wish_person_id_id", "person_id", "id"))

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(String(WISH_LONGEST), default="")
    language: Mapped[str] = mapped_column(String(2))
    sound_id: Mapped[UUID | None] = mapped_column(ForeignKey("media.id"))
    photo_id: Mapped[UUID | None] = mapped_column(ForeignKey("media.id"))
    key: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(default=clock.now)
    removed_at: Mapped[datetime | None]


class Tryout(Base):
    """A coach's note that the person has tried a task; then the same picture is asked again."""

    __tablename__ = "tryout"
    __table_args__ = (Index("ix_tryout_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    concept_id: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    day: Mapped[date]
    place: Mapped[str] = mapped_column(String(PLACE_LONGEST), default="")
    made_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)


class OwnTask(Base):
    """A task that a coach has added for an organisation; its concept is "added_" and the id's hexadecimal digits."""

    __tablename__ = "own_task"
    __table_args__ = (Index("ix_own_task_organisation_id_sector", "organisation_id", "sector"),)

    id: Mapped[PrimaryId]
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    sector: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    label_fi: Mapped[str] = mapped_column(String(LABEL_LONGEST))
    label_sv: Mapped[str] = mapped_column(String(LABEL_LONGEST))
    label_en: Mapped[str] = mapped_column(String(LABEL_LONGEST))
    meaning_fi: Mapped[str] = mapped_column(String(MEANING_LONGEST), default="")
    meaning_sv: Mapped[str] = mapped_column(String(MEANING_LONGEST), default="")
    meaning_en: Mapped[str] = mapped_column(String(MEANING_LONGEST), default="")
    picture: Mapped[str] = mapped_column(String(CONCEPT_LONGEST))
    photo_id: Mapped[UUID | None] = mapped_column(ForeignKey("media.id"))
    made_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)
    retired_at: Mapped[datetime | None]


class Sharing(Base):
    """Whether the own coach sees the wishes. Rows are only added: the newest counts; without any the coach sees them."""

    __tablename__ = "sharing"
    __table_args__ = (Index("ix_sharing_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    shared: Mapped[bool]
    at: Mapped[datetime] = mapped_column(default=clock.now)
