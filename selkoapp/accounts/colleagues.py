"""The coaches and coordinators of an organisation, as its coordinator sees them."""

import secrets
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from selkoapp.accounts import passwords, signins
from selkoapp.accounts.models import Person, Role
from selkoapp.accounts.signins import Viewer
from selkoapp.kernel.faults import Conflict, NotFound

CONSONANTS, VOWELS = "hjklmnprstv", "aeiou"
GROUPS = 6  # of two syllables: 69 bits, as much as a password that nobody can guess needs, and it can be read from paper


class Colleague(NamedTuple):
    """A coach or coordinator, and how many seekers they help."""

    id: UUID
    name: str
    picture: str
    coordinates: bool
    login: str
    seekers: int


def colleagues_of(session: Session, coordinator: Viewer) -> list[Colleague]:
    """The organisation's coaches and coordinators, by name."""
    seeker = aliased(Person)
    helped = (
        select(func.count())
        .select_from(seeker)
        .where(seeker.coach_id == Person.id, seeker.role == Role.SEEKER, seeker.disabled_at.is_(None))
        .scalar_subquery()
    )
    rows = session.execute(
        select(Person.id, Person.name, Person.picture, Person.role == Role.COORDINATOR, func.coalesce(Person.login, ""), helped)
        .where(Person.organisation_id == coordinator.organisation_id, Person.role != Role.SEEKER, Person.disabled_at.is_(None))
        .order_by(Person.name, Person.id)
    )
    return [Colleague(*row) for row in rows]


def add_coach(session: Session, coordinator: Viewer, name: str, login: str, phone: str, picture: str) -> tuple[Person, str]:
    """A new coach of the coordinator's organisation, and the first password: told here once, kept only as its hash.

    Conflict when somebody signs in with this login already.
    """
    password = first_password()
    coach = Person(
        organisation_id=coordinator.organisation_id, role=Role.COACH, name=name, picture=picture,
        language=coordinator.language, phone=phone, login=login.lower(), password_hash=passwords.hash_password(password),
    )  # fmt: skip
    try:
        with session.begin_nested():
            session.add(coach)
    except IntegrityError:
        raise Conflict from None
    return coach, password


def coach_in(session: Session, coordinator: Viewer, coach_id: UUID) -> Person:
    """A coach of the coordinator's organisation; NotFound for anyone else."""
    coach = session.scalar(
        select(Person).where(
            Person.id == coach_id, Person.organisation_id == coordinator.organisation_id, Person.role == Role.COACH,
            Person.disabled_at.is_(None),
        )
    )  # fmt: skip
    if coach is None:
        raise NotFound
    return coach


def correct(session: Session, coach: Person, name: str, login: str, phone: str, picture: str) -> None:
    """Mend what is known of a coach. Conflict when somebody else signs in with this login already."""
    try:
        with session.begin_nested():
            coach.name, coach.login, coach.phone, coach.picture = name, login.lower(), phone, picture
    except IntegrityError:
        raise Conflict from None


def new_first_password(session: Session, coach: Person) -> str:
    """Another first password for a coach who has lost theirs, told here once; what the old one opened ends."""
    password = first_password()
    passwords.change(session, coach.id, password)
    signins.end_all_of(session, coach.id)
    return password


def first_password() -> str:
    """Syllables in groups, such as "kuvo-mepa-…": easy to read from paper and to type."""
    groups = ("".join(secrets.choice(letters) for letters in (CONSONANTS, VOWELS) * 2) for _group in range(GROUPS))
    return "-".join(groups)
