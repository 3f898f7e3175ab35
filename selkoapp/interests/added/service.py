"""Tasks that a coach adds for an organisation: the others who work there and its seekers meet them, nobody else.

A retired task is asked no more. Answers to it stay, and it can come back.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests import tasks
from selkoapp.interests.wish_models import OwnTask
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound
from selkoapp.media import quota
from selkoapp.media import service as media
from selkoapp.media.faults import Full
from selkoapp.media.made import Made
from selkoapp.media.models import Media
from selkoapp.media.store import Store
from selkoapp.pictograms import catalogue
from selkoapp.pictograms.catalogue import LANGUAGES, Concept

MOST_TASKS = 100  # of one organisation, retired ones among them


class Written(NamedTuple):
    """What a coach says of a task: its sector, names and meanings by language, and a picture of the catalogue."""

    sector: str
    labels: Mapping[str, str]
    meanings: Mapping[str, str]
    picture: str

    def columns(self) -> dict[str, str]:
        """The same as a row has it."""
        words = {"label": self.labels, "meaning": self.meanings}
        named = {f"{kind}_{code}": said[code] for kind, said in words.items() for code in LANGUAGES}
        return {"sector": self.sector, "picture": self.picture, **named}


_OF_ORGANISATION = (
    select(
        OwnTask.id,
        OwnTask.sector,
        OwnTask.picture,
        OwnTask.photo_id,
        OwnTask.retired_at,
        *(getattr(OwnTask, f"{kind}_{code}") for kind in ("label", "meaning") for code in LANGUAGES),
    )
    .where(OwnTask.organisation_id == bindparam("organisation"))
    .order_by(OwnTask.id)
)


def concept_of(task_id: UUID) -> str:
    """The concept_id under which answers to an added task are kept."""
    return f"{tasks.ADDED}{task_id.hex}"


def id_of(added: tasks.Added) -> UUID:
    """The id of an added task."""
    return UUID(hex=added.concept.id.removeprefix(tasks.ADDED))


def added_tasks(session: Session, organisation_id: UUID) -> tasks.Known:
    """All tasks of an organisation, the oldest first; one query."""
    rows = session.execute(_OF_ORGANISATION, {"organisation": organisation_id})
    return {concept_of(row.id): _added(row) for row in rows}


def _added(row) -> tasks.Added:
    said = row._mapping
    drawn = _drawn(row.picture)
    concept = Concept(
        id=concept_of(row.id),
        category=row.sector,
        labels=MappingProxyType({code: said[f"label_{code}"] for code in LANGUAGES}),
        glyphs=drawn.glyphs,
        layout=drawn.layout,
        confidence=drawn.confidence,
        note="",
        keywords=(),
    )
    meanings = MappingProxyType({code: said[f"meaning_{code}"] for code in LANGUAGES})
    return tasks.Added(concept, row.sector, drawn.id, meanings, row.id if row.photo_id else None, row.retired_at is None)


def _drawn(picture: str) -> Concept:
    """The picture; a workplace for one that the catalogue no longer has."""
    try:
        return catalogue.concept(picture)
    except LookupError:
        return catalogue.concept(tasks.UNKNOWN)


def task_of(session: Session, viewer: Viewer, task_id: UUID) -> OwnTask:
    """A task of the viewer's organisation, retired or not; NotFound for another's and for none alike."""
    asked = select(OwnTask).where(OwnTask.id == task_id, OwnTask.organisation_id == viewer.organisation_id)
    found = session.scalar(asked)
    if found is None:
        raise NotFound
    return found


def photo_of(session: Session, viewer: Viewer, task_id: UUID) -> Media:
    """The photograph of a task of the viewer's organisation; NotFound also for one that has none."""
    asked = select(Media).join(OwnTask, OwnTask.photo_id == Media.id)
    found = session.scalar(asked.where(OwnTask.id == task_id, OwnTask.organisation_id == viewer.organisation_id))
    if found is None:
        raise NotFound
    return found


def add(session: Session, store: Store, coach: Viewer, written: Written, photo: Made | None) -> UUID:
    """Add a task to the coach's organisation; its id. Raises Full, Busy."""
    mine = OwnTask.organisation_id == coach.organisation_id
    if session.scalar(select(func.count()).select_from(OwnTask).where(mine)) >= MOST_TASKS:
        raise Full
    task = OwnTask(id=new_id(), organisation_id=coach.organisation_id, made_by=coach.id, **written.columns())
    task.photo_id = _kept(session, store, coach, photo)
    session.add(task)
    session.flush()
    return task.id


def change(
    session: Session, store: Store, coach: Viewer, task: OwnTask, written: Written, photo: Made | None, without: bool
) -> list[str]:
    """Write a task anew; a new photograph takes the place of the old one, `without` takes it away. Raises Full, Busy.

    Returns hashes: give them to media.service.clear once this is committed.
    """
    for name, value in written.columns().items():
        setattr(task, name, value)
    old = task.photo_id
    if old is None or not (photo or without):
        task.photo_id = old or _kept(session, store, coach, photo)
        return []
    task.photo_id = None
    session.flush()
    gone = media.drop(session, [old])
    task.photo_id = _kept(session, store, coach, photo)
    return gone


def _kept(session: Session, store: Store, coach: Viewer, photo: Made | None) -> UUID | None:
    if photo is None:
        return None
    mine = OwnTask.organisation_id == coach.organisation_id
    quota.require_room(session, select(OwnTask.photo_id).where(mine, OwnTask.photo_id.is_not(None)), photo)
    return media.keep(session, store, photo).id


def retire(task: OwnTask) -> None:
    """Ask this task no more. Retiring it again changes nothing."""
    task.retired_at = task.retired_at or clock.now()


def bring_back(task: OwnTask) -> None:
    """Ask a retired task again."""
    task.retired_at = None
