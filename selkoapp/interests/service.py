"""Answers and next steps: written once, never changed, read with few queries.

An answer is somebody's own: callers give their own id, or an id that accounts.people has let them see.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import seeker_of
from selkoapp.accounts.signins import Viewer
from selkoapp.interests import sittings, tryouts
from selkoapp.interests.models import Answer, NextStep, Setting, Value
from selkoapp.kernel import clock
from selkoapp.kernel.faults import Conflict, NotFound
from selkoapp.pictograms import catalogue


class Latest(NamedTuple):
    """What counts now for one task."""

    value: Value
    at: datetime


class Change(NamedTuple):
    """An answer that is another than before: "Ennen: ehkä. Nyt: kyllä."."""

    concept: str
    before: Value
    now: Value
    at: datetime


class Step(NamedTuple):
    """What happens next."""

    picture: str
    text: str
    language: str
    day: date | None
    who_id: UUID | None
    who_name: str | None
    at: datetime


Answers = Mapping[str, Latest]
"""What counts now for each task that the person has met, by concept_id."""

# A skip says nothing, so it never hides an answer that was given earlier.
_SKIPS_LAST = case((Answer.value == Value.SKIP, 1), else_=0)
NEWEST = (
    select(
        Answer.concept_id,
        Answer.value,
        Answer.at,
        func.row_number().over(partition_by=Answer.concept_id, order_by=(_SKIPS_LAST, Answer.id.desc())).label("rank"),
    )
    .where(Answer.person_id == bindparam("person_id"))
    .subquery()
)
"""All answers of a person, `rank` 1 for the one that counts. Needs `person_id`."""

_LATEST = select(NEWEST.c.concept_id, NEWEST.c.value, NEWEST.c.at).where(NEWEST.c.rank == 1)
_HISTORY = (
    select(Answer.concept_id, Answer.value, Answer.at).where(Answer.person_id == bindparam("person_id")).order_by(Answer.id)
)
_STEP = (
    select(
        NextStep.picture,
        NextStep.text,
        NextStep.language,
        NextStep.day,
        NextStep.who_id,
        Person.name.label("who_name"),
        NextStep.at,
    )
    .outerjoin(Person, Person.id == NextStep.who_id)
    .where(NextStep.person_id == bindparam("person_id"))
    .order_by(NextStep.id.desc())
    .limit(1)
)


def record_answer(session: Session, person: Viewer, concept_id: str, value: Value, key: UUID) -> None:
    """Add an answer to the sitting that goes on. The same press sent again adds nothing.

    Conflict when the key came with another answer before. The first answer after a try-out is marked as such.
    """
    record_answers(session, person, [(concept_id, value, key)])


def record_answers(session: Session, person: Viewer, said: Sequence[tuple[str, Value, UUID]]) -> None:
    """The same for what one press says about several tasks: (concept_id, value, key). All stand in one sitting, or none."""
    try:
        with session.begin_nested():  # a sitting that only this press would have begun goes with it
            tried = tryouts.waiting(session, person.id)
            sitting = sittings.sitting_for_press(session, person)
            session.add_all(
                Answer(
                    person_id=person.id, concept_id=concept_id, value=value, key=key, sitting_id=sitting,
                    setting=Setting.TRYOUT if concept_id in tried else "",
                )
                for concept_id, value, key in said
            )  # fmt: skip
    except IntegrityError:
        of_press = select(Answer.key, Answer.concept_id, Answer.value).where(
            Answer.person_id == person.id, Answer.key.in_([key for *_, key in said])
        )
        known = {row.key: (row.concept_id, row.value) for row in session.execute(of_press)}
        if not known:
            raise
        if any(known.get(key) != (concept_id, value) for concept_id, value, key in said):
            raise Conflict from None


def latest(session: Session, person_id: UUID) -> dict[str, Latest]:
    """What counts now, by task. One that was only skipped has the value SKIP, one never met is not there."""
    rows = session.execute(_LATEST, {"person_id": person_id})
    return {row.concept_id: Latest(Value(row.value), row.at) for row in rows}


def story(session: Session, person_id: UUID) -> tuple[dict[str, Latest], list[Change]]:
    """What counts now, as latest() tells it; and for each task whose answer has changed the last change, newest first."""
    return add_up(session.execute(_HISTORY, {"person_id": person_id}))


def add_up(answers: Iterable[tuple[str, str, datetime]]) -> tuple[dict[str, Latest], list[Change]]:
    """The same of answers at hand: (concept_id, value, at), oldest first."""
    now: dict[str, Latest] = {}
    changed: dict[str, Change] = {}
    for concept_id, stored, at in answers:
        value, before = Value(stored), now.get(concept_id)
        if before is None or before.value == Value.SKIP:
            now[concept_id] = Latest(value, at)
        elif value != Value.SKIP:  # a skip hides no answer that was given earlier
            now[concept_id] = Latest(value, at)
            if before.value != value:
                changed[concept_id] = Change(concept_id, before.value, value, at)
    return now, sorted(changed.values(), key=lambda change: change.at, reverse=True)


def set_next_step(
    session: Session,
    coach: Viewer,
    person_id: UUID,
    *,
    picture: str,
    text: str,
    language: str,
    day: date | None,
    who_id: UUID | None,
) -> None:
    """Say what happens next for a seeker of this coach; an empty text clears it.

    NotFound when the seeker is not this coach's, when a third person is to do it, or when the picture is unknown.
    """
    seeker = seeker_of(session, coach, person_id)
    if who_id not in (None, seeker.id, coach.id) or not _has_picture(picture):
        raise NotFound
    session.add(
        NextStep(
            person_id=seeker.id, picture=picture, text=text, language=language, day=day, who_id=who_id,
            made_by=coach.id, at=clock.now(),
        )
    )  # fmt: skip
    session.flush()


def clear_next_step(session: Session, coach: Viewer, person_id: UUID) -> None:
    """Say that nothing is agreed for a seeker of this coach. Nothing changes when nothing was."""
    now = next_step_of(session, person_id)
    if now is not None:
        set_next_step(session, coach, person_id, picture=now.picture, text="", language=now.language, day=None, who_id=None)


def _has_picture(concept_id: str) -> bool:
    try:
        catalogue.concept(concept_id)
    except LookupError:
        return False
    return True


def next_step_of(session: Session, person_id: UUID) -> Step | None:
    """What happens next for this person; None when nothing is agreed."""
    row = session.execute(_STEP, {"person_id": person_id}).one_or_none()
    return Step(*row) if row and row.text else None
