"""Coaches' passwords for now: 15 characters or more, argon2id, a few at a time.

One check costs 19 MiB and some 60 ms; without the semaphore a row of sign-ins would take all the memory.
"""

from threading import BoundedSemaphore
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person

SHORTEST, LONGEST = 15, 200  # characters
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_few = BoundedSemaphore(2)
_nobody = _hasher.hash("nobody signs in with these words")


class TooShort(ValueError):
    """A password of fewer than SHORTEST characters."""


def hash_password(password: str) -> str:
    """The argon2id hash to store; TooShort under 15 characters."""
    if len(password) < SHORTEST:
        raise TooShort
    with _few:
        return _hasher.hash(password)


def change(session: Session, person_id: UUID, password: str) -> None:
    """Give this coach or coordinator another password; TooShort under 15 characters."""
    session.execute(update(Person).where(Person.id == person_id).values(password_hash=hash_password(password)))


def login_of(session: Session, person_id: UUID) -> str:
    """What this person signs in with; empty for a seeker."""
    return session.scalar(select(Person.login).where(Person.id == person_id)) or ""


def staff_with(session: Session, login: str, password: str) -> Person | None:
    """The coach or coordinator with this login and password, or None.

    An unknown login takes as long as a wrong password, so that nobody learns which logins exist.
    """
    person = session.scalar(select(Person).where(Person.login == login.strip().lower(), Person.disabled_at.is_(None)))
    stored = person.password_hash if person and person.password_hash else _nobody
    try:
        with _few:
            _hasher.verify(stored, password[:LONGEST])
    except (VerifyMismatchError, InvalidHashError):
        return None
    return person
