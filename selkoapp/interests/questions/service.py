"""Answers to the questions of a theme: rows are only added, the newest counts."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests import sittings
from selkoapp.interests.questions.theme import SKIP, Question, Theme
from selkoapp.kernel.faults import Conflict, NotFound


class Given(NamedTuple):
    """What was answered to one question, and in which sitting."""

    value: str
    at: datetime
    sitting_id: UUID


Answers = Mapping[str, Given]
"""What counts now for each question that the person has met, by its id."""


def record(session: Session, person: Viewer, theme: Theme, question: Question, value: str, key: UUID) -> None:
    """Add an answer to the sitting that goes on. The same press sent again adds nothing.

    NotFound for an answer that the question does not offer, Conflict when the key came with another answer before.
    """
    if value not in question.values:
        raise NotFound
    try:
        with session.begin_nested():  # a sitting that only this press would have begun goes with it
            sitting = sittings.sitting_for_press(session, person)
            about = {theme.column: question.id}
            session.add(theme.table(person_id=person.id, sitting_id=sitting, value=value, key=key, **about))
    except IntegrityError:
        column = getattr(theme.table, theme.column)
        same_key = (theme.table.person_id == person.id, theme.table.key == key)
        known = session.execute(select(column, theme.table.value).where(*same_key)).one_or_none()
        if known is None:
            raise
        if known != (question.id, value):
            raise Conflict from None


def history(session: Session, person_id: UUID, theme: Theme) -> dict[str, list[Given]]:
    """Everything that was ever answered, oldest first, by question. Skips are among it."""
    table, column = theme.table, getattr(theme.table, theme.column)
    rows = session.execute(
        select(column, table.value, table.at, table.sitting_id).where(table.person_id == person_id).order_by(table.id)
    )
    told: dict[str, list[Given]] = {}
    for question_id, *given in rows:
        told.setdefault(question_id, []).append(Given(*given))
    return told


def latest(session: Session, person_id: UUID, theme: Theme) -> dict[str, Given]:
    """What counts now. A skip hides no answer that was given earlier; one never met is not there."""
    return {question_id: newest(given) for question_id, given in history(session, person_id, theme).items()}


def newest(given: list[Given]) -> Given:
    """The last one that is no skip, else the last one."""
    return next((each for each in reversed(given) if each.value != SKIP), given[-1])
