"""Try-outs: a coach notes that a person has tried a task; the same picture is then asked again, and both answers stay."""

from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import Session

from selkoapp.accounts.people import seeker_of
from selkoapp.accounts.signins import Viewer
from selkoapp.interests import tasks
from selkoapp.interests.models import Answer
from selkoapp.interests.wish_models import Tryout


def note_tryout(session: Session, coach: Viewer, person_id: UUID, task: str, day: date, place: str) -> None:
    """Note it for a seeker of this coach. NotFound for anyone else's seeker, and for what is no task."""
    seeker = seeker_of(session, coach, person_id)
    tasks.sector_of(task)
    session.add(Tryout(person_id=seeker.id, concept_id=task, day=day, place=place, made_by=coach.id))
    session.flush()


_ANSWERED_SINCE = exists().where(
    Answer.person_id == Tryout.person_id, Answer.concept_id == Tryout.concept_id, Answer.at >= Tryout.at
)
_WAITING = select(Tryout.concept_id).where(Tryout.person_id == bindparam("person"), ~_ANSWERED_SINCE).order_by(Tryout.id.desc())


def waiting(session: Session, person_id: UUID) -> list[str]:
    """The tasks that this person has tried and has not been asked about since, the newest try-out first."""
    return list(dict.fromkeys(session.scalars(_WAITING, {"person": person_id})))
