"""Who belongs to whom: every look-up of a person starts from the one who looks."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.signins import Viewer
from selkoapp.kernel.faults import NotFound


class Face(NamedTuple):
    """Name and picture of a person, as others see them."""

    id: UUID
    name: str
    picture: str
    phone: str = ""
    reading_days: str = ""
    language: str | None = None


def seekers_seen_by(viewer: Viewer) -> Select:
    """The seekers that a coach has, or that a coordinator's organisation has; for anyone else nobody."""
    everyone = select(Person).where(
        Person.role == Role.SEEKER, Person.organisation_id == viewer.organisation_id, Person.disabled_at.is_(None)
    )
    if viewer.role == Role.COORDINATOR:
        return everyone
    return everyone.where(Person.coach_id == viewer.id)


def seekers_of(session: Session, viewer: Viewer) -> list[Person]:
    """Those seekers by name."""
    return list(session.scalars(seekers_seen_by(viewer).order_by(Person.name, Person.id)))


def seeker_of(session: Session, viewer: Viewer, person_id: UUID) -> Person:
    """One of them; NotFound for anyone else's and for nobody alike."""
    person = session.scalar(seekers_seen_by(viewer).where(Person.id == person_id))
    if person is None:
        raise NotFound
    return person


def coach_of(session: Session, viewer: Viewer) -> Face | None:
    """The seeker's own coach."""
    if viewer.coach_id is None:
        return None
    return faces(session, [viewer.coach_id]).get(viewer.coach_id)


def faces(session: Session, ids: Iterable[UUID]) -> dict[UUID, Face]:
    """Names and pictures of these people."""
    columns = (Person.id, Person.name, Person.picture, Person.phone, Person.reading_days, Person.language)
    rows = session.execute(select(*columns).where(Person.id.in_(set(ids))))
    return {row.id: Face(*row) for row in rows}


def namesake(seekers: Iterable[Person], name: str) -> Person | None:
    """One of these who has this name, whatever its capitals."""
    return next((each for each in seekers if each.name.casefold() == name.casefold()), None)


def add_seeker(session: Session, coach: Viewer, name: str, language: str, picture: str) -> Person:
    """A new job seeker of this coach."""
    person = Person(
        organisation_id=coach.organisation_id, role=Role.SEEKER, name=name, picture=picture, language=language, coach_id=coach.id
    )
    session.add(person)
    session.flush()
    return person
