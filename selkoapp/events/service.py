"""Meetings as those see them who may: a member of the group, or a coach who leads it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import Face
from selkoapp.accounts.signins import Viewer
from selkoapp.events.models import Event, EventAnswer, EventState
from selkoapp.groups.models import Group, Membership
from selkoapp.groups.service import ids_of, led_group
from selkoapp.kernel import clock
from selkoapp.kernel.faults import Conflict, NotFound


class EventSeen(NamedTuple):
    """A meeting in a list, with my newest answer (None when I have not answered)."""

    id: UUID
    title: str
    picture: str
    starts_at: datetime
    ends_at: datetime
    place_name: str
    state: str
    language: str
    coming: bool | None

    @property
    def cancelled(self) -> bool:
        """Whether it is not held."""
        return self.state == EventState.CANCELLED


class Comers(NamedTuple):
    """Who comes: faces of those who let the group see them, and how many others."""

    faces: list[Face]
    others: int


class Answers(NamedTuple):
    """The members of a group by what they answered, for the coach who leads it."""

    coming: list[Face]
    not_coming: list[Face]
    silent: list[Face]


def newest_answer(person: ColumnElement[UUID]) -> ScalarSelect:
    """The newest answer of a person to the event of the outer query."""
    return (
        select(EventAnswer.coming)
        .where(EventAnswer.event_id == Event.id, EventAnswer.person_id == person)
        .order_by(EventAnswer.id.desc())
        .limit(1)
        .correlate(Event, Membership)
        .scalar_subquery()
    )


_IS_MEMBER = and_(Membership.until.is_(None), Person.disabled_at.is_(None))


def _members_and_answers(event: Event, *more: ColumnElement) -> Select:
    """Everyone who is in the group now: id, name, picture, newest answer (coming), and more columns."""
    return (
        select(Person.id, Person.name, Person.picture, newest_answer(Membership.person_id).label("coming"), *more)
        .select_from(Membership)
        .join(Person, Person.id == Membership.person_id)
        .join(Event, Event.group_id == Membership.group_id)
        .where(Event.id == event.id, _IS_MEMBER)
    )


_SEEN = (
    Event.id, Event.title, Event.picture, Event.starts_at, Event.ends_at, Event.place_name, Event.state, Event.language,
)  # fmt: skip
_MINE = select(*_SEEN, newest_answer(bindparam("me", type_=Event.id.type)).label("coming")).where(
    Event.group_id.in_(ids_of(bindparam("me", type_=Event.id.type)))
)
_UPCOMING = _MINE.where(Event.ends_at > bindparam("now", type_=Event.ends_at.type)).order_by(Event.starts_at, Event.id)


def upcoming(session: Session, viewer: Viewer, most: int = 6, skip: int = 0) -> list[EventSeen]:
    """The meetings of the viewer's groups that are not over yet, soonest first, with the viewer's answers."""
    found = session.execute(_UPCOMING.limit(most).offset(skip), {"me": viewer.id, "now": clock.now()})
    return [EventSeen(*row) for row in found]


def event_of(session: Session, viewer: Viewer, event_id: UUID, leads: bool | None = None) -> Event:
    """A meeting of a group in which the viewer is now; NotFound for any other and for none alike.

    `leads` asks for one that the viewer leads. A coach whose seeker is in another coach's group does not see its
    meetings: who comes to them is that group's own.
    """
    event = session.scalar(select(Event).where(Event.id == event_id, Event.group_id.in_(ids_of(viewer.id, leads))))
    if event is None:
        raise NotFound
    return event


def answer_of(session: Session, viewer: Viewer, event: Event) -> bool | None:
    """What the viewer answered last: comes, does not come, or nothing yet."""
    return session.scalar(
        select(EventAnswer.coming)
        .where(EventAnswer.event_id == event.id, EventAnswer.person_id == viewer.id)
        .order_by(EventAnswer.id.desc())
        .limit(1)
    )


def takes_answers(event: Event) -> bool:
    """Whether there is still something to answer: the meeting is held and not over."""
    return event.state != EventState.CANCELLED and event.ends_at > clock.now()


def answer_event(session: Session, viewer: Viewer, event: Event, coming: bool, key: UUID) -> None:
    """Keep the answer. The same press sent again adds nothing.

    Conflict when the key came with another answer before, or when the meeting takes no answers any more.
    """
    if not takes_answers(event):
        raise Conflict
    try:
        with session.begin_nested():
            session.add(EventAnswer(event_id=event.id, person_id=viewer.id, coming=coming, key=key))
    except IntegrityError:
        known = session.execute(
            select(EventAnswer.event_id, EventAnswer.coming).where(EventAnswer.person_id == viewer.id, EventAnswer.key == key)
        ).one_or_none()
        if known is None:
            raise
        if known != (event.id, coming):
            raise Conflict from None


def who_comes(session: Session, viewer: Viewer, event: Event) -> Comers:
    """Who has said to come: those who let the group see them by face, the others as a number. Leaders are always seen.

    A viewer who is not shown is in neither: the page says beside the answer that they come.
    """
    rows = session.execute(
        _members_and_answers(event, Membership.leads, Membership.shown).order_by(Membership.leads.desc(), Person.name)
    )
    comers = [row for row in rows if row.leads or row.coming]
    seen = [row for row in comers if row.leads or row.shown]
    others = [row for row in comers if row not in seen and row.id != viewer.id]
    return Comers([Face(row.id, row.name, row.picture) for row in seen], len(others))


def answers_to(session: Session, event: Event) -> Answers:
    """Every member's newest answer, for the coach who leads the group."""
    rows = session.execute(_members_and_answers(event).where(Membership.leads.is_(False)).order_by(Person.name))
    faces = [(Face(row.id, row.name, row.picture), row.coming) for row in rows]
    by = {answer: [face for face, coming in faces if coming is answer] for answer in (True, False, None)}
    return Answers(by[True], by[False], by[None])


class EventLed(NamedTuple):
    """A meeting in the coach's list: with its group, and how many come."""

    id: UUID
    title: str
    picture: str
    starts_at: datetime
    ends_at: datetime
    place_name: str
    state: str
    language: str
    group_name: str
    comers: int


def led_events(session: Session, coach: Viewer, most: int = 20) -> list[EventLed]:
    """The meetings, not over yet, of the groups that the coach leads, soonest first."""
    comers = (
        select(func.count())
        .select_from(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.group_id == Event.group_id, Membership.leads.is_(False), _IS_MEMBER)
        .where(newest_answer(Membership.person_id).is_(True))
        .correlate(Event)
        .scalar_subquery()
    )
    rows = session.execute(
        select(*_SEEN, Group.name, comers)
        .join(Group, Group.id == Event.group_id)
        .where(Event.group_id.in_(ids_of(coach.id, leads=True)), Event.ends_at > clock.now())
        .order_by(Event.starts_at, Event.id)
        .limit(most)
    )
    return [EventLed(*row) for row in rows]


def led_event(session: Session, coach: Viewer, event_id: UUID) -> Event:
    """A meeting of a group that the coach leads; NotFound for any other and for none alike."""
    return event_of(session, coach, event_id, leads=True)


def make_event(session: Session, coach: Viewer, group_id: UUID, starts_at: datetime, ends_at: datetime, **words: str) -> Event:
    """A new meeting of a group that the coach leads. `words` are the texts and the picture, as in the model."""
    group = led_group(session, coach, group_id)
    event = Event(
        organisation_id=group.organisation_id, group_id=group.id, starts_at=starts_at, ends_at=ends_at, made_by=coach.id, **words
    )
    session.add(event)
    session.flush()
    return event


def cancel_event(event: Event) -> None:
    """The meeting is not held. It stays in the lists until it would have ended, unmistakably cancelled."""
    if event.state != EventState.CANCELLED:
        event.state, event.changed_at = EventState.CANCELLED, clock.now()


def move_event(event: Event, starts_at: datetime, ends_at: datetime) -> None:
    """The meeting is held at another time. The time that was told first stays to be seen.

    Conflict when it is cancelled: a called-off meeting does not come back at another hour.
    """
    if event.state == EventState.CANCELLED:
        raise Conflict
    event.moved_from = event.moved_from or event.starts_at
    event.starts_at, event.ends_at = starts_at, ends_at
    event.state, event.changed_at = EventState.MOVED, clock.now()
