"""People, their cards and devices, who is signed in where, and who has read whose things."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from selkoapp.kernel import clock
from selkoapp.kernel.db import Base, PrimaryId

MARK = 3  # hexadecimal digits: enough to tell the cards of one person apart
TOKEN_HASH = 64  # characters of a SHA-256 as hexadecimal


class Role(StrEnum):
    """What a person does in the app."""

    SEEKER = "seeker"
    COACH = "coach"
    COORDINATOR = "coordinator"


class Organisation(Base):
    """Who runs the service for its own people. Nobody sees anything of another organisation."""

    __tablename__ = "organisation"

    id: Mapped[PrimaryId]
    name: Mapped[str] = mapped_column(String(80))


class Person(Base):
    """A job seeker, a coach or a coordinator.

    `reading_days` are the weekdays on which a coach reads messages, as digits (1 is Monday). `coach_id` is a
    seeker's own coach. `listens_alike`: voice, speed and reading at once are the same on all devices of the person.
    """

    __tablename__ = "person"

    id: Mapped[PrimaryId]
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(40))
    picture: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2))
    phone: Mapped[str] = mapped_column(String(20), default="")
    coach_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    reading_days: Mapped[str] = mapped_column(String(7), default="12345")
    login: Mapped[str | None] = mapped_column(String(120), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200), default="")
    listens_alike: Mapped[bool] = mapped_column(default=False)
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Card(Base):
    """A login card on paper. Only the hash of its token is kept; whoever has the card can come in until it is stopped.

    `press` is the key of the press that made it: the same page sent again makes no second card.
    """

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("person_id", "press"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(TOKEN_HASH), unique=True)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    expires_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    stopped_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    used_at: Mapped[datetime | None]
    press: Mapped[UUID | None]

    @property
    def mark(self) -> str:
        """Three signs that stand on the paper and in the list, so that the right card is stopped: "A3F"."""
        return self.id.hex[-MARK:].upper()


class Device(Base):
    """A phone, tablet or computer. `shared` is unknown until someone answers "Kenen laite tämä on?".

    `kind` is "phone", "tablet" or "computer" as far as its browser tells, else "".
    """

    __tablename__ = "device"

    id: Mapped[PrimaryId]
    shared: Mapped[bool | None]
    kind: Mapped[str] = mapped_column(String(8), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class Look(Base):
    """How pages look and sound for one person on one device, or on a device where nobody is signed in.

    `voice` is the name of an engine, "device" for the device's own voice, or "" for the one that is preselected.
    `at_once`: a page is read when it opens. `chosen_at` is empty until the person has gone through the first-visit pages.
    """

    __tablename__ = "look"
    __table_args__ = (UniqueConstraint("person_id", "device_id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id", ondelete="CASCADE"), index=True)
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str] = mapped_column(String(8), default="normal")
    theme: Mapped[str] = mapped_column(String(8), default="auto")
    symbols: Mapped[bool] = mapped_column(default=True)
    voice: Mapped[str] = mapped_column(String(12), default="")
    speed: Mapped[str] = mapped_column(String(6), default="normal")
    at_once: Mapped[bool] = mapped_column(default=False)
    chosen_at: Mapped[datetime | None]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)


class SignIn(Base):
    """One browser's visit, signed in or not. The cookie holds a 256-bit token; here is only its hash.

    `fresh_at` is when the person last proved who they are; printing cards asks for a fresh one.
    """

    __tablename__ = "sign_in"
    __table_args__ = (Index("ix_sign_in_person_id_device_id", "person_id", "device_id"),)

    id: Mapped[PrimaryId]
    token_hash: Mapped[str] = mapped_column(String(TOKEN_HASH), unique=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"), index=True)
    look_id: Mapped[UUID] = mapped_column(ForeignKey("look.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    card_id: Mapped[UUID | None] = mapped_column(ForeignKey("card.id"), index=True)
    assurance: Mapped[str] = mapped_column(String(10), default="none")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    seen_at: Mapped[datetime] = mapped_column(default=clock.now)
    fresh_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class CardUse(Base):
    """A card used on a device where its person had not been before: "Olitko se sinä?".

    `was_me` is empty until the person answers. A no is `seen_at` by the coordinator later.
    """

    __tablename__ = "card_use"

    id: Mapped[PrimaryId]
    card_id: Mapped[UUID] = mapped_column(ForeignKey("card.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"))
    sign_in_id: Mapped[UUID] = mapped_column(ForeignKey("sign_in.id"))
    was_me: Mapped[bool | None]
    answered_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]


class Reading(Base):
    """Someone else has read a person's things: who, what, when and why. Ids only, no texts."""

    __tablename__ = "reading"
    __table_args__ = (Index("ix_reading_person_id_id", "person_id", "id"),)

    id: Mapped[PrimaryId]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    reader_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    what: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(default=clock.now)
