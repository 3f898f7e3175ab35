"""Try-outs: a coach notes that a person has tried a task; the same picture is then asked again, and both answers stay."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from selkoapp.accounts.people import seeker_of
from selkoapp.accounts.signins import Viewer
from selkoapp.interests.wish_models import Tryout
from selkoapp.kernel.faults import NotFound
from selkoapp.pictograms import catalogue


def note_tryout(session: Session, coach: Viewer, person_id: UUID, task: str, day: date, place: str) -> None:
    """Note it for a seeker of this coach. NotFound for anyone else's seeker, and for what is no task."""
    seeker = seeker_of(session, coach, person_id)
    try:
        catalogue.sector_of(task)
    except LookupError:
        raise NotFound from None
    session.add(Tryout(person_id=seeker.id, concept_id=task, day=day, place=place, made_by=coach.id))
    session.flush()
