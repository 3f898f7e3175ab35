"""Whether the own coach sees the wishes: the person decides, at any time. Without any decision the coach sees them.

Off means that nothing of the wishes leaves this room for the coach: no answer, no condition, no skill, no own wish.
"""

from uuid import UUID

from sqlalchemy import and_, bindparam, func, select, true
from sqlalchemy.orm import Session

from selkoapp.accounts.people import Face, coach_of
from selkoapp.accounts.signins import Viewer
from selkoapp.interests.models import Value
from selkoapp.interests.service import NEWEST, Answers, Latest
from selkoapp.interests.wish_models import Sharing
from selkoapp.kernel.faults import NotFound

_DECIDED = (
    select(Sharing.shared).where(Sharing.person_id == bindparam("person_id")).order_by(Sharing.id.desc()).limit(1)
).scalar_subquery()  # fmt: skip
SHARED = func.coalesce(_DECIDED, true())
"""Needs `person_id`."""

_ALLOWED = select(SHARED.label("shared")).subquery()
_SEEN = select(_ALLOWED.c.shared, NEWEST.c.concept_id, NEWEST.c.value, NEWEST.c.at).select_from(
    _ALLOWED.outerjoin(NEWEST, and_(_ALLOWED.c.shared, NEWEST.c.rank == 1))
)


def is_shared(session: Session, person_id: UUID) -> bool:
    """Whether the person's own coach may see the wishes now."""
    return bool(session.scalar(select(SHARED), {"person_id": person_id}))


def share(session: Session, person: Viewer, shared: bool) -> None:
    """Decide anew. The same decision once more adds nothing."""
    if is_shared(session, person.id) != shared:
        session.add(Sharing(person_id=person.id, shared=shared))
        session.flush()


def require_shared(session: Session, person_id: UUID) -> None:
    """For what a coach asks for: NotFound when the person does not show it, as if there were no such thing."""
    if not is_shared(session, person_id):
        raise NotFound


def coach_who_sees(session: Session, person: Viewer) -> Face | None:
    """The own coach, if there is one and the wishes are shared: who stands under "Kuka näkee?"."""
    return coach_of(session, person) if is_shared(session, person.id) else None


def answers_seen(session: Session, person_id: UUID) -> Answers | None:
    """What counts now for each task, for the coach's eyes; None when it is not shared. One query."""
    rows = session.execute(_SEEN, {"person_id": person_id}).all()
    if not rows[0].shared:
        return None
    return {row.concept_id: Latest(Value(row.value), row.at) for row in rows if row.concept_id}
