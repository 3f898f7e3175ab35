"""Keeping what was pressed under two pictures, or under five. Rows are only added: see history.py for what counts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests.models import PairAnswer, Pick
from selkoapp.interests.pairing.history import Kept
from selkoapp.interests.pairing.questions import LEAST_YES, NONE, Now, now_of, tasks_of
from selkoapp.interests.pairs.asked import Choice, Layout
from selkoapp.interests.pairs.choosing import MOST_PAIRS
from selkoapp.interests.pairs.narrowing import MOST_NARROWINGS, SHOWN
from selkoapp.interests.sittings import sitting_for_press
from selkoapp.kernel.faults import Conflict


def record(session: Session, person: Viewer, tasks: Sequence[str], layout: Layout | None, chosen: str, key: UUID) -> None:
    """Keep an answer: a task or NONE of up to five, a Choice of two. The same press sent again adds nothing.

    Conflict when the key came with another answer before, and when such a question is not asked now.
    """
    row = _row(person, tasks, layout, chosen, key)
    if not _is_new(session, row):
        return
    if not _is_asked(now_of(session, person), tasks, layout, chosen):
        raise Conflict
    try:
        with session.begin_nested():
            row.sitting_id = sitting_for_press(session, person)
            session.add(row)
    except IntegrityError:
        if _is_new(session, row):
            raise


def _row(person: Viewer, tasks: Sequence[str], layout: Layout | None, chosen: str, key: UUID) -> PairAnswer | Pick:
    if layout is None:
        return Pick(person_id=person.id, offered=" ".join(tasks), chosen=chosen, key=key)
    left, right = tasks
    return PairAnswer(person_id=person.id, left=left, right=right, layout=layout, chosen=chosen, key=key)


def _is_new(session: Session, row: PairAnswer | Pick) -> bool:
    """Whether nothing is kept under the key yet; Conflict when something else is."""
    kind = type(row)
    asked = (kind.left, kind.right, kind.chosen) if kind is PairAnswer else (kind.offered, kind.chosen)
    known = session.execute(select(*asked).where(kind.person_id == row.person_id, kind.key == row.key)).one_or_none()
    if known is not None and tuple(known) != tuple(getattr(row, column.key) for column in asked):
        raise Conflict
    return known is None


def _is_asked(now: Now, tasks: Sequence[str], layout: Layout | None, chosen: str) -> bool:
    """Whether an answer about these tasks may come now: also from a page that was opened in an earlier sitting."""
    if len(set(tasks)) != len(tasks) or not set(tasks) <= set(now.history.yes) or now.full:
        return False
    if layout is None:
        return (
            LEAST_YES <= len(tasks) <= SHOWN
            and chosen in (*tasks, NONE)
            and _has_room(now.history.picks, now, tasks, MOST_NARROWINGS)
        )
    return chosen in list(Choice) and _has_room(now.history.pairs, now, tasks, MOST_PAIRS)


def _has_room(kept: Sequence[Kept], now: Now, tasks: Sequence[str], most: int) -> bool:
    """Whether the sitting may ask one more, or has asked just this and is asked again by Takaisin."""
    here = [set(tasks_of(each)) for each in kept if each.said.sitting == now.sitting_id]
    return len(here) < most or set(tasks) in here
