"""A sitting: some presses in a row, told at its end whether the person answered alone.

A person may have any number of them. A press belongs to the sitting that goes on; after a pause or MOST_PRESSES presses
the next press begins another.
"""

from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests.models import Answer, PairAnswer, Pick, Setting, Sitting
from selkoapp.interests.wish_models import ConditionAnswer, SkillAnswer
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound

MOST_PRESSES = 25
ROOM = MOST_PRESSES - 2  # two are left for "Vastasitko yksin?" and who helped
PAUSE = timedelta(minutes=45)  # a person who comes back later begins anew
PRESSES = (Answer, PairAnswer, Pick, ConditionAnswer, SkillAnswer)
HELPERS = ("helper_support_worker", "coach", "helper_family", "helper_friend")


class Open(NamedTuple):
    """A sitting, and how many presses it has. `setting` is empty until it is told."""

    id: UUID
    presses: int
    setting: str = ""

    @property
    def full(self) -> bool:
        """Whether it is time to stop for now."""
        return self.presses >= ROOM


_NEWEST = select(Sitting.id, Sitting.began_at, Sitting.ended_at).where(Sitting.person_id == bindparam("person")).order_by(
    Sitting.id.desc()
).limit(1)  # fmt: skip
_COUNTS = [
    select(func.count().label("presses"), func.max(kind.at).label("last")).where(kind.sitting_id == bindparam("sitting"))
    for kind in PRESSES
]
_PRESSED = _COUNTS[0].union_all(*_COUNTS[1:])


def open_sitting(session: Session, person: Viewer) -> Open | None:
    """The sitting that goes on now; None when there is none, or the last one has rested too long."""
    newest = session.execute(_NEWEST, {"person": person.id}).one_or_none()
    if newest is None or newest.ended_at is not None:
        return None
    rows = session.execute(_PRESSED, {"sitting": newest.id}).all()
    last = max([newest.began_at, *(row.last for row in rows if row.last)])
    if clock.now() - last > PAUSE:
        return None
    return Open(newest.id, sum(row.presses for row in rows))


def is_full(session: Session, person: Viewer) -> bool:
    """Whether the sitting that goes on has had all its presses."""
    going_on = open_sitting(session, person)
    return bool(going_on) and going_on.full


def sitting_of(session: Session, person: Viewer, sitting_id: UUID) -> Open:
    """A sitting of this person, going on or not; NotFound for another's and for none alike."""
    setting = session.scalar(select(Sitting.setting).where(Sitting.id == sitting_id, Sitting.person_id == person.id))
    if setting is None:
        raise NotFound
    rows = session.execute(_PRESSED, {"sitting": sitting_id}).all()
    return Open(sitting_id, sum(row.presses for row in rows), setting)


def sitting_for_press(session: Session, person: Viewer) -> UUID:
    """The sitting to which a press made now belongs; begun if none goes on or the last one is full."""
    going_on = open_sitting(session, person)
    if going_on and not going_on.full:
        return going_on.id
    if going_on:
        end_sitting(session, person, going_on.id)
    begun = Sitting(id=new_id(), person_id=person.id)
    session.add(begun)
    session.flush()
    return begun.id


def end_sitting(session: Session, person: Viewer, sitting_id: UUID) -> None:
    """The person stops for now. A sitting that has ended stays so; NotFound for another's."""
    _own(session, person, sitting_id)
    session.execute(update(Sitting).where(Sitting.id == sitting_id, Sitting.ended_at.is_(None)).values(ended_at=clock.now()))


def tell_setting(session: Session, person: Viewer, sitting_id: UUID, alone: bool, helper: str = "") -> None:
    """ "Vastasitko yksin?" for a sitting; the last telling counts. NotFound for another's, and for an unknown helper."""
    _own(session, person, sitting_id)
    if helper and helper not in HELPERS:
        raise NotFound
    setting = Setting.ALONE if alone else Setting.HELPED
    session.execute(update(Sitting).where(Sitting.id == sitting_id).values(setting=setting, helper="" if alone else helper))


def untold(session: Session, person: Viewer) -> UUID | None:
    """The newest sitting, going on or not, when nobody has told yet whether the person answered alone."""
    newest = session.execute(_NEWEST.add_columns(Sitting.setting), {"person": person.id}).one_or_none()
    return newest.id if newest and not newest.setting else None


def _own(session: Session, person: Viewer, sitting_id: UUID) -> None:
    if session.scalar(select(Sitting.id).where(Sitting.id == sitting_id, Sitting.person_id == person.id)) is None:
        raise NotFound
