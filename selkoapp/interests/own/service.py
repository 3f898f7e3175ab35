"""Wishes in a person's own way: words, a voice or a photograph. One that is removed can come back for a month.

A wish is somebody's own: callers give their own id, or an id that accounts.people has let them see and that the person
shares with them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, Select, delete, func, select, union_all, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.interests.wish_models import OwnWish
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.faults import NotFound
from selkoapp.media import quota
from selkoapp.media import service as media
from selkoapp.media.faults import Full
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.store import Store

MOST_WISHES = 200  # of one person, removed ones among them until they have gone
ON_PAGE = 5
FORGOTTEN = timedelta(days=30)  # how long a removed wish can come back


class Wish(NamedTuple):
    """One wish as its person told it; `seconds` is how long its sound is."""

    id: UUID
    text: str
    language: str
    sound_id: UUID | None
    photo_id: UUID | None
    seconds: float | None
    at: datetime
    removed_at: datetime | None

    @property
    def picture(self) -> str:
        """The way in which it was told, as a concept."""
        return "nav_voice" if self.sound_id else "nav_photo" if self.photo_id else "nav_write"


_WISHES = select(
    OwnWish.id, OwnWish.text, OwnWish.language, OwnWish.sound_id, OwnWish.photo_id, Media.seconds, OwnWish.at, OwnWish.removed_at
).outerjoin(Media, Media.id == OwnWish.sound_id)  # fmt: skip
MEDIA_OF = {SOUND: OwnWish.sound_id, PHOTO: OwnWish.photo_id}


def wishes_of(session: Session, person_id: UUID, most: int | None = None, skip: int = 0) -> list[Wish]:
    """The person's wishes, newest first, without removed ones; `most` of them, behind the first `skip`."""
    asked = _WISHES.where(OwnWish.person_id == person_id, OwnWish.removed_at.is_(None)).order_by(OwnWish.id.desc())
    return [Wish(*row) for row in session.execute(asked.limit(most).offset(skip))]


def wish_of(session: Session, person_id: UUID, wish_id: UUID) -> Wish:
    """One of them, also when it is removed but can still come back. NotFound for another's."""
    asked = _WISHES.where(OwnWish.person_id == person_id, OwnWish.id == wish_id, _still())
    row = session.execute(asked).one_or_none()
    if row is None:
        raise NotFound
    return Wish(*row)


def media_of(session: Session, person_id: UUID, wish_id: UUID, kind: str) -> Media:
    """The sound or photograph (media.models.SOUND, PHOTO) of a wish. NotFound for a removed wish and for another's."""
    asked = select(Media).join(OwnWish, MEDIA_OF[kind] == Media.id)
    found = session.scalar(asked.where(OwnWish.person_id == person_id, OwnWish.id == wish_id, OwnWish.removed_at.is_(None)))
    if found is None:
        raise NotFound
    return found


def tell(session: Session, person: Viewer, text: str, language: str, press: UUID) -> UUID:
    """Add a wish in words; its id. The same press with the same words is the same wish. Raises Full."""
    return _once(session, person, uuid5(press, text), lambda: {"text": text, "language": language})


def show(session: Session, store: Store, person: Viewer, made: Made, language: str, press: UUID) -> UUID:
    """Add a wish as a voice or photograph; its id. The same press with the same file is the same wish. Raises Full, Busy.

    Another file under the same press (sent again from the page before) is another wish: nothing that was said is lost.
    """

    def keep() -> dict:
        quota.require_room(session, media_ids(person.id), made)
        kept = media.keep(session, store, made)
        return {"language": language, MEDIA_OF[made.kind].key: kept.id}

    return _once(session, person, uuid5(press, sha256(made.content).hexdigest()), keep)


def remove(session: Session, person: Viewer, wish_id: UUID) -> None:
    """Take a wish away; it can come back. Removing it again changes nothing. NotFound for another's."""
    if wish_of(session, person.id, wish_id).removed_at is None:
        session.execute(update(OwnWish).where(OwnWish.id == wish_id).values(removed_at=clock.now()))


def bring_back(session: Session, person: Viewer, wish_id: UUID) -> None:
    """Undo a removal. NotFound for another's and for one that has gone."""
    wish_of(session, person.id, wish_id)
    session.execute(update(OwnWish).where(OwnWish.id == wish_id).values(removed_at=None))


def let_go(session: Session) -> list[str]:
    """Wishes that were removed more than a month ago go for ever, whosever they are.

    Returns hashes: give them to media.service.clear once this is committed.
    """
    return _forget(session, _gone())


def make_room(session: Session, person: Viewer) -> list[str]:
    """All wishes that the person has removed go for ever. Returns hashes, as let_go does."""
    return _forget(session, (OwnWish.person_id == person.id) & OwnWish.removed_at.is_not(None))


def _forget(session: Session, which: ColumnElement[bool]) -> list[str]:
    rows = session.execute(delete(OwnWish).where(which).returning(OwnWish.sound_id, OwnWish.photo_id))
    return media.drop(session, [each for row in rows for each in row if each])


def media_ids(person_id: UUID) -> Select:
    """Selects the ids of all sounds and photographs in the wishes of a person, removed ones among them."""
    return union_all(*(select(column).where(OwnWish.person_id == person_id, column.is_not(None)) for column in MEDIA_OF.values()))


def _gone() -> ColumnElement[bool]:
    return OwnWish.removed_at < clock.now() - FORGOTTEN


def _still() -> ColumnElement[bool]:
    return OwnWish.removed_at.is_(None) | (OwnWish.removed_at >= clock.now() - FORGOTTEN)


def _once(session: Session, person: Viewer, key: UUID, keep: Callable[[], dict]) -> UUID:
    """The wish of this key: the one that is there, or a new one of what `keep` keeps."""
    asked = select(OwnWish.id).where(OwnWish.person_id == person.id, OwnWish.key == key)
    known = session.scalar(asked)
    if known is not None:
        return known
    told = session.scalar(select(func.count()).select_from(OwnWish).where(OwnWish.person_id == person.id))
    if told >= MOST_WISHES:
        raise Full
    wish_id = new_id()
    try:
        with session.begin_nested():
            session.add(OwnWish(id=wish_id, person_id=person.id, key=key, **keep()))
    except IntegrityError:  # the same press came at the same moment
        known = session.scalar(asked)
        if known is None:
            raise
        return known
    return wish_id
