"""All that is kept of one job seeker, whichever table it is in: found by the keys that lead to the person.

A new table that points at a person, or at something of a person's, is found without a change here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Table, delete, or_, select, tuple_
from sqlalchemy.orm import Session

from selkoapp.accounts.models import CardUse, Device, Look, Person, Role, SignIn
from selkoapp.kernel.limits import Attempt
from selkoapp.media import service as media
from selkoapp.media.models import Media
from selkoapp.messages.models import Message
from selkoapp.models import Base

SHARED = ("organisation", "circle", "event", "device", "media")
"""Tables whose rows are not one person's: what points at them is not found through them."""

AT_ONCE = 400  # values in one statement

Belongings = Mapping[Table, Sequence[Row]]
"""Rows by table, those that others point at first."""


class Erased(NamedTuple):
    """What went: rows by the name of their table, hashes of files that perhaps nobody names now, and private shelves."""

    rows: Mapping[str, int]
    hashes: list[str]
    shelves: list[str]


def seekers_called(session: Session, wanted: str) -> list[Person]:
    """The job seekers with this first name or this id."""
    try:
        meant = Person.id == UUID(wanted)
    except ValueError:
        meant = Person.name == wanted
    return list(session.scalars(select(Person).where(meant, Person.role == Role.SEEKER).order_by(Person.id)))


def belongings(session: Session, person_id: UUID) -> Belongings:
    """The person and everything that points at the person, or at what does."""
    person = Base.metadata.tables[Person.__tablename__]
    found: dict[Table, Sequence[Row]] = {}
    ids: dict[str, set[UUID]] = {}
    for table in Base.metadata.sorted_tables:
        if table.name in SHARED:
            continue
        keys = [(column, ids.get(foreign.column.table.name)) for column in table.c for foreign in column.foreign_keys]
        pointing = [(column, wanted) for column, wanted in keys if wanted]
        if table is person:
            pointing = [(person.c.id, {person_id})]
        rows = _rows(session, table, pointing)
        if rows:
            found[table] = rows
            ids[table.name] = {row.id for row in rows if "id" in table.c}
    return found


def erase(session: Session, person_id: UUID) -> Erased:
    """Take all of it away. The caller commits, then clears the files and shelves. There is no way back."""
    mine = belongings(session, person_id)
    kept = _pointed_at(mine, Media.__tablename__)
    devices = _pointed_at(mine, Device.__tablename__)
    for table in reversed(mine):
        key = tuple_(*table.primary_key.columns)
        for some in _some(mine[table]):
            session.execute(delete(table).where(key.in_([_key(table, row) for row in some])))
    session.execute(delete(Attempt).where(or_(*(Attempt.who.contains(told) for told in (str(person_id), person_id.hex)))))
    _forget_devices(session, devices)
    messages = mine.get(Base.metadata.tables[Message.__tablename__], ())
    return Erased(
        {table.name: len(rows) for table, rows in mine.items()},
        media.drop(session, kept),
        [f"people/{person_id}", *(f"messages/{row.id}" for row in messages)],
    )


def media_of(session: Session, mine: Belongings) -> list[Media]:
    """Their sounds and photographs."""
    return list(session.scalars(select(Media).where(Media.id.in_(_pointed_at(mine, Media.__tablename__)))))


def _rows(session: Session, table: Table, pointing: Sequence[tuple[ColumnElement, Iterable[UUID]]]) -> list[Row]:
    """The rows of which any of these columns has one of these values, in the order of their keys."""
    found: dict[tuple[Any, ...], Row] = {}
    for column, wanted in pointing:
        for some in _some(list(wanted)):
            for row in session.execute(select(table).where(column.in_(some))):
                found[_key(table, row)] = row
    return [found[key] for key in sorted(found)]


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row._mapping[each] for each in table.primary_key)


def _some(every: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """As many at once as one statement takes."""
    return (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE))


def _pointed_at(mine: Belongings, name: str) -> set[UUID]:
    """The ids of rows of this table that are named in these rows."""
    columns = [
        (table, column) for table in mine for column in table.c for key in column.foreign_keys if key.column.table.name == name
    ]
    return {value for table, column in columns for row in mine[table] if (value := row._mapping[column]) is not None}


def _forget_devices(session: Session, devices: Iterable[UUID]) -> None:
    """Devices that nobody else has used."""
    used = [select(kind.device_id).where(kind.device_id == Device.id).exists() for kind in (SignIn, Look, CardUse)]
    session.execute(delete(Device).where(Device.id.in_(devices), ~or_(*used)))
