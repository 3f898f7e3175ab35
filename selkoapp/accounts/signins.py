"""Coming in and leaving: sign-ins that can be ended, devices, and how long each may last."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy.orm import Session, aliased

from selkoapp.accounts.looks import begin_like, forget_at_door, keep_at_door
from selkoapp.accounts.models import Card, CardUse, Device, Look, Person, Role, SignIn
from selkoapp.kernel import clock

TOUCH = timedelta(minutes=1)  # "seen" is written at most this often: else every page would write
FRESH = timedelta(minutes=5)


class Limits(NamedTuple):
    """How long a sign-in lasts without a touch, and at most."""

    idle: timedelta
    absolute: timedelta

    def hold(self, seen: datetime, began: datetime, moment: datetime) -> bool:
        """Whether a sign-in that began and was last seen then is still good at this moment."""
        return moment - seen <= self.idle and moment - began <= self.absolute


OWN = Limits(timedelta(days=180), timedelta(days=400))
SHARED = Limits(timedelta(minutes=10), timedelta(hours=3))
STAFF = Limits(timedelta(minutes=30), timedelta(hours=12))


class Viewer(NamedTuple):
    """The person who is signed in."""

    id: UUID
    organisation_id: UUID
    role: str
    name: str
    picture: str
    language: str
    coach_id: UUID | None
    coach_name: str = ""
    coach_language: str = ""


class Visit(NamedTuple):
    """What one request knows of its browser."""

    id: UUID
    device_id: UUID
    shared: bool | None
    look_id: UUID
    card_id: UUID | None
    seen_at: datetime
    created_at: datetime
    fresh_at: datetime | None
    viewer: Viewer | None

    @property
    def fresh(self) -> bool:
        """Whether the person proved within the last five minutes who they are."""
        return self.fresh_at is not None and clock.now() - self.fresh_at <= FRESH

    @property
    def ends_soon(self) -> bool:
        """Whether a person is signed in on a device that forgets them after ten minutes without a touch."""
        return self.viewer is not None and limits_of(self.viewer.role, self.shared) is SHARED


class LookNow(NamedTuple):
    """How the pages of this request look and sound."""

    language: str
    text: str
    theme: str
    symbols: bool
    chosen: bool
    voice: str = ""
    speed: str = "normal"
    at_once: bool = False
    listens_alike: bool = False


def token_hash(token: str) -> str:
    """SHA-256 of a token: enough for random ones of 128 bits and more."""
    return hashlib.sha256(token.encode()).hexdigest()


_COACH = aliased(Person)
_VISIT = (
    select(
        SignIn.id, SignIn.device_id, Device.shared, SignIn.look_id, SignIn.card_id,
        SignIn.seen_at, SignIn.created_at, SignIn.fresh_at,
        Person.id.label("person_id"), Person.organisation_id, Person.role, Person.name, Person.picture,
        Person.language.label("person_language"), Person.coach_id, Person.disabled_at, Person.listens_alike,
        _COACH.name.label("coach_name"), _COACH.language.label("coach_language"),
        Look.language, Look.text, Look.theme, Look.symbols, Look.chosen_at, Look.voice, Look.speed, Look.at_once,
    )
    .join(Device, Device.id == SignIn.device_id)
    .join(Look, Look.id == SignIn.look_id)
    .outerjoin(Person, Person.id == SignIn.person_id)
    .outerjoin(_COACH, _COACH.id == Person.coach_id)
    .where(SignIn.token_hash == bindparam("token_hash"), SignIn.ended_at.is_(None))
)  # fmt: skip


def find_visit(session: Session, token: str) -> tuple[Visit, LookNow] | None:
    """The visit that this cookie's token opens, or None when there is none or its time is up."""
    row = session.execute(_VISIT, {"token_hash": token_hash(token)}).one_or_none()
    if row is None or row.disabled_at is not None:
        return None
    viewer = None
    if row.person_id is not None:
        viewer = Viewer(
            row.person_id, row.organisation_id, row.role, row.name, row.picture, row.person_language, row.coach_id,
            row.coach_name or "", row.coach_language or "",
        )  # fmt: skip
    visit = Visit(row.id, row.device_id, row.shared, row.look_id, row.card_id, row.seen_at, row.created_at, row.fresh_at, viewer)
    if viewer and _over(visit, viewer):
        return None
    return visit, LookNow(
        row.language, row.text, row.theme, row.symbols, row.chosen_at is not None,
        row.voice, row.speed, row.at_once, bool(row.listens_alike),
    )  # fmt: skip


def limits_of(role: str, shared: bool | None) -> Limits:
    """How long a sign-in may last; a device nobody has claimed counts as shared."""
    if role != Role.SEEKER:
        return STAFF
    return OWN if shared is False else SHARED


def _over(visit: Visit, viewer: Viewer) -> bool:
    return not limits_of(viewer.role, visit.shared).hold(visit.seen_at, visit.created_at, clock.now())


def touch(session: Session, visit: Visit) -> None:
    """Note that the person is still here, at most once a minute. Polls must not call this: they would never end."""
    moment = clock.now()
    session.execute(update(SignIn).where(SignIn.id == visit.id, SignIn.seen_at < moment - TOUCH).values(seen_at=moment))


def begin_visit(session: Session, language: str, device: Device | None = None) -> str:
    """A visit with nobody signed in, on a new device or on this one. Returns the token for the cookie."""
    if device is None:
        device = Device()
        session.add(device)
        session.flush()
    look = session.scalar(select(Look).where(Look.device_id == device.id, Look.person_id.is_(None)))
    if look is None:
        look = Look(device_id=device.id, language=language)
        session.add(look)
        session.flush()
    return _add(session, SignIn(device_id=device.id, look_id=look.id))


def sign_in(
    session: Session, person: Person, visit: Visit | None, assurance: str, card: Card | None = None, kind: str = ""
) -> str:
    """Sign the person in on a device of this kind. The old visit of this browser ends, so its cookie opens nothing.

    Returns the new token.
    """
    device = session.get(Device, visit.device_id) if visit else None
    if device is None:
        device = Device()
        session.add(device)
        session.flush()
    device.kind = kind or device.kind or ""
    if visit:
        end(session, visit.id)
    known = _been_here(session, person.id, device.id)
    look = _look_for(session, person, device, visit)
    moment = clock.now()
    entry = SignIn(
        device_id=device.id, look_id=look.id, person_id=person.id, card_id=card.id if card else None,
        assurance=assurance, fresh_at=moment,
    )  # fmt: skip
    token = _add(session, entry)
    if card is not None:
        card.used_at = moment
        if not known and _been_anywhere(session, person.id, entry.id):
            session.add(CardUse(card_id=card.id, person_id=person.id, device_id=device.id, sign_in_id=entry.id))
    return token


def _add(session: Session, entry: SignIn) -> str:
    token = secrets.token_urlsafe(32)
    entry.token_hash = token_hash(token)
    session.add(entry)
    session.flush()
    return token


def _been_here(session: Session, person: UUID, device: UUID) -> bool:
    return session.scalar(select(SignIn.id).where(SignIn.person_id == person, SignIn.device_id == device).limit(1)) is not None


def _been_anywhere(session: Session, person: UUID, besides: UUID) -> bool:
    return session.scalar(select(SignIn.id).where(SignIn.person_id == person, SignIn.id != besides).limit(1)) is not None


def _look_for(session: Session, person: Person, device: Device, visit: Visit | None) -> Look:
    """The person's look on this device: the one from before, else a copy of the newest, else the device's own."""
    looks = session.scalars(
        select(Look)
        .where(Look.person_id == person.id)
        .order_by((Look.device_id == device.id).desc(), Look.changed_at.desc())
        .limit(1)
    ).first()
    if looks is not None and looks.device_id == device.id:
        return looks
    # The front door of an own device looks as its owner does: a guest there begins afresh.
    seen = looks or (session.get(Look, visit.look_id) if visit and visit.shared is not False else None)
    look = Look(person_id=person.id, device_id=device.id, language=looks.language if looks else person.language)
    if seen is not None:
        begin_like(look, seen, person.listens_alike)
    look.chosen_at = looks.chosen_at if looks else None
    session.add(look)
    session.flush()
    return look


def end(session: Session, sign_in_id: UUID) -> None:
    """End one sign-in; its cookie opens nothing from now on."""
    _end_all(session, SignIn.id == sign_in_id)


def end_all_of(session: Session, person: UUID, besides: UUID | None = None) -> None:
    """End every sign-in of this person, but for the one named."""
    _end_all(session, SignIn.person_id == person, besides)


def end_all_by_card(session: Session, card: UUID, besides: UUID | None = None) -> None:
    """End every sign-in that this card opened, but for the one named."""
    _end_all(session, SignIn.card_id == card, besides)


def _end_all(session: Session, which: ColumnElement[bool], besides: UUID | None = None) -> None:
    ending = update(SignIn).where(which, SignIn.ended_at.is_(None))
    session.execute((ending.where(SignIn.id != besides) if besides else ending).values(ended_at=clock.now()))


def leave(session: Session, visit: Visit, language: str) -> str:
    """End the visit. Returns the token of a new one with nobody signed in, so that a shared device stays known.

    An own device goes on looking and sounding as its seeker chose, so that the front door can be read too.
    """
    end(session, visit.id)
    token = begin_visit(session, language, session.get(Device, visit.device_id))
    if visit.shared is False and visit.viewer and visit.viewer.role == Role.SEEKER:
        keep_at_door(session, visit.device_id, visit.look_id)
    return token


def settle_device(session: Session, visit: Visit, shared: bool) -> None:
    """Remember whose device this is: own ones remember their person, shared ones do not."""
    session.execute(update(Device).where(Device.id == visit.device_id).values(shared=shared))
    if shared and visit.shared is False:
        forget_at_door(session, visit.device_id)


def others_on_device(session: Session, visit: Visit) -> bool:
    """Whether somebody else has been signed in on this device: then it cannot be one person's own without asking."""
    person = visit.viewer.id if visit.viewer else None
    found = select(SignIn.id).where(
        SignIn.device_id == visit.device_id, SignIn.person_id.is_not(None), SignIn.person_id != person
    )
    return session.scalar(found.limit(1)) is not None
