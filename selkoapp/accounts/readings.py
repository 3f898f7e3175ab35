"""The log of reading: who has opened whose things, and why. The person can see it ("Kuka on lukenut")."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person, Reading
from selkoapp.accounts.signins import Viewer

OWN_COACH = "own_coach"
COORDINATOR = "coordinator"
VISIT = timedelta(minutes=30)  # the same thing opened again within it belongs to the same visit
ROWS_A_VISIT = 20  # so many readings are looked through for each visit shown


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
    """The newest visits to a person's things, each with its first time. The log itself keeps every reading."""
    rows = session.execute(
        select(Reading.at, Reading.what, Reading.reason, Person.name, Person.picture)
        .join(Person, Person.id == Reading.reader_id)
        .where(Reading.person_id == person)
        .order_by(Reading.id.desc())
        .limit(most * ROWS_A_VISIT)
    )
    return visits([ReadingSeen(*row) for row in rows])[:most]


def visits(readings: Iterable[ReadingSeen]) -> list[ReadingSeen]:
    """The first reading of each visit, newest first: same reader, same thing, same reason, within VISIT."""
    begun: dict[tuple, datetime] = {}
    found = []
    for reading in sorted(readings, key=lambda each: each.at):
        who_and_why = reading[1:]
        if who_and_why not in begun or reading.at - begun[who_and_why] > VISIT:
            begun[who_and_why] = reading.at
            found.append(reading)
    return found[::-1]
