"""Job-search groups and who belongs to them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

NAME_LONGEST = 60  # characters


class Group(Base):
    """Some people of one organisation who look for work together."""

    __tablename__ = "circle"  # "group" is a word of SQL

    id: Mapped[PrimaryId]
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    name: Mapped[str] = mapped_column(String(NAME_LONGEST))
    picture: Mapped[str] = mapped_column(String(40), default="group")


class Membership(Base):
    """One person in one group. `leads` is a coach who leads it; `shown` is a member who lets the others see name and picture."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("group_id", "person_id"),
        Index("ix_membership_person_id_group_id", "person_id", "group_id"),
    )

    id: Mapped[PrimaryId]
    group_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    leads: Mapped[bool] = mapped_column(default=False)
    shown: Mapped[bool] = mapped_column(default=False)
    since: Mapped[datetime] = mapped_column(default=clock.now)
    until: Mapped[datetime | None]
