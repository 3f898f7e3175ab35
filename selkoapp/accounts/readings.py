"""The log of reading: who has opened whose things, and why. The person can see it ("Kuka on lukenut")."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person, Reading
from selkoapp.accounts.signins import Viewer

OWN_COACH = "own_coach"
COORDINATOR = "coordinator"


class ReadingSeen(NamedTuple):
    """One reading as its person sees it."""

    at: datetime
    what: str
    reason: str
    name: str
    picture: str


def log_reading(session: Session, reader: Viewer, person: UUID, *opened: str) -> None:
    """Note in one statement that the reader opens these of a person: "thread", "wishes". The reason follows from who reads."""
    reason = COORDINATOR if reader.role == "coordinator" else OWN_COACH
    noted = [{"person_id": person, "reader_id": reader.id, "what": what, "reason": reason} for what in opened]
    session.execute(insert(Reading).values(noted))


def readings_of(session: Session, person: UUID, most: int = 20) -> list[ReadingSeen]:
    """The newest readings of a person's things."""
    rows = session.execute(
        select(Reading.at, Reading.what, Reading.reason, Person.name, Person.picture)
        .join(Person, Person.id == Reading.reader_id)
        .where(Reading.person_id == person)
        .order_by(Reading.id.desc())
        .limit(most)
    )
    return [ReadingSeen(*row) for row in rows]
