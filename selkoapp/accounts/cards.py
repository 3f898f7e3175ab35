"""Login cards: made, opened, stopped, and what happens when one is used on a new device."""

import secrets
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Card, CardUse, Device, Person, SignIn
from selkoapp.accounts.people import seekers_seen_by
from selkoapp.accounts.signins import Viewer, Visit, end_all_by_card, token_hash
from selkoapp.kernel import clock
from selkoapp.kernel.faults import Conflict, NotFound

LASTS = timedelta(days=365)
TOKEN_BYTES = 16  # 128 bits


class OpenCard(NamedTuple):
    """A card that works, and whose it is."""

    card: Card
    person: Person


class UseSeen(NamedTuple):
    """A use of a card on a new device, as its person is told of it: when, and on what kind of device (see Device)."""

    id: UUID
    at: datetime
    kind: str


def make_card(session: Session, person: Person, maker: UUID | None, press: UUID | None = None) -> tuple[Card, str]:
    """A new card and its token. The token is told here once and stored nowhere.

    Conflict when this press has made the person's card already: its token cannot be told again.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    card = Card(person_id=person.id, token_hash=token_hash(token), created_by=maker, expires_at=clock.now() + LASTS, press=press)
    try:
        with session.begin_nested():
            session.add(card)
    except IntegrityError:
        raise Conflict from None
    return card, token


def printed_before(session: Session, maker: Viewer, press: UUID) -> bool:
    """Whether this press has made cards already: its page was opened again."""
    return session.scalar(select(Card.id).where(Card.created_by == maker.id, Card.press == press).limit(1)) is not None


def open_card(session: Session, token: str) -> OpenCard:
    """The card with this token. NotFound alike for unknown, stopped and expired ones, and for people no longer here."""
    return _open(session, Card.token_hash == token_hash(token))


def open_card_of_id(session: Session, card_id: UUID) -> OpenCard:
    """The same for the card with this id, which only a ticket names (see tickets)."""
    return _open(session, Card.id == card_id)


def _open(session: Session, which: ColumnElement[bool]) -> OpenCard:
    found = session.execute(
        select(Card, Person)
        .join(Person, Person.id == Card.person_id)
        .where(which, Card.stopped_at.is_(None), Card.expires_at > clock.now(), Person.disabled_at.is_(None))
    ).one_or_none()
    if found is None:
        raise NotFound
    return OpenCard(*found)


def cards_of(session: Session, person: UUID) -> list[Card]:
    """The person's cards, newest first, stopped ones too."""
    return list(session.scalars(select(Card).where(Card.person_id == person).order_by(Card.id.desc())))


def state_of(card: Card) -> str:
    """Whether the card opens the app: "works", "stopped" or "old"."""
    if card.stopped_at is not None:
        return "stopped"
    return "works" if card.expires_at > clock.now() else "old"


def stop_card(session: Session, card: Card, by: UUID, besides: UUID | None = None) -> None:
    """Stop the card and end what it opened, but for the sign-in named. Stopping twice changes nothing."""
    if card.stopped_at is None:
        card.stopped_at, card.stopped_by = clock.now(), by
        end_all_by_card(session, card.id, besides)


_USES = (
    select(CardUse.id, SignIn.created_at, Device.kind)
    .join(SignIn, SignIn.id == CardUse.sign_in_id)
    .join(Device, Device.id == CardUse.device_id)
)


def unanswered_use(session: Session, visit: Visit) -> UseSeen | None:
    """A use of the viewer's card on a new device to ask about.

    It is never asked on the very sign-in that it was, nor again on that device when it is the person's own.
    """
    elsewhere = or_(CardUse.device_id != visit.device_id, Device.shared.is_not(False))
    row = session.execute(
        _USES.where(CardUse.person_id == visit.viewer.id, CardUse.was_me.is_(None), CardUse.sign_in_id != visit.id, elsewhere)
        .order_by(CardUse.id)
        .limit(1)
    ).one_or_none()
    return UseSeen(*row) if row else None


def use_of(session: Session, viewer: Viewer, use_id: UUID) -> CardUse:
    """The use of the viewer's own card; NotFound for anyone else's and for none alike."""
    use = session.scalar(select(CardUse).where(CardUse.id == use_id, CardUse.person_id == viewer.id))
    if use is None:
        raise NotFound
    return use


def answer_use(session: Session, visit: Visit, use: CardUse, was_me: bool) -> None:
    """Keep the answer to "Olitko se sinä?". A no stops the card; the visit that answers goes on.

    The same answer again changes nothing; the other one is a Conflict: a stopped card does not come back.
    """
    if use.was_me is None:
        use.was_me, use.answered_at = was_me, clock.now()
        if not was_me:
            stop_card(session, session.get(Card, use.card_id), visit.viewer.id, besides=visit.id)
    elif use.was_me != was_me:
        raise Conflict


def misused_cards(session: Session, coordinator: Viewer) -> list[tuple[CardUse, Person]]:
    """Uses to which a person of the coordinator's organisation said no, not yet seen by the coordinator, newest first."""
    rows = session.execute(
        select(CardUse, Person)
        .join(Person, Person.id == CardUse.person_id)
        .where(Person.organisation_id == coordinator.organisation_id, CardUse.was_me.is_(False), CardUse.seen_at.is_(None))
        .order_by(CardUse.id.desc())
    )
    return [tuple(row) for row in rows]


def see_misuse(session: Session, coordinator: Viewer, use_id: UUID) -> None:
    """Take one of them off the list. NotFound when it is not on it, or was taken off already."""
    found = next((use for use, _person in misused_cards(session, coordinator) if use.id == use_id), None)
    if found is None:
        raise NotFound
    found.seen_at = clock.now()


def card_of(session: Session, viewer: Viewer, card_id: UUID) -> Card:
    """A card of a seeker whom the viewer sees; NotFound for any other."""
    seen = seekers_seen_by(viewer).with_only_columns(Person.id)
    card = session.scalar(select(Card).where(Card.id == card_id, Card.person_id.in_(seen)))
    if card is None:
        raise NotFound
    return card
