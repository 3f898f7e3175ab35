"""Meetings as those see them who may: a member of the group, or a coach who leads it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import Face
from selkoapp.accounts.signins import Viewer
from selkoapp.events.models import Event, EventAnswer, EventState
from selkoapp.groups.models import Membership
from selkoapp.groups.service import ids_of
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
    changed_at: datetime
    coming: bool | None

    @property
    def cancelled(self) -> bool:
        """Whether it is not held."""
        return self.state == EventState.CANCELLED


class MyAnswers(NamedTuple):
    """What I answered to a meeting: for the time that holds now, and last for another time. None when nothing."""

    now: bool | None
    before: bool | None


class Comers(NamedTuple):
    """Who comes: faces of those who let the group see them, and how many others."""

    faces: list[Face]
    others: int


def newest_answer(person: ColumnElement[UUID], before: bool = False) -> ScalarSelect:
    """The newest answer of a person to the event of the outer query, for the time that holds; `before`: for another."""
    time = EventAnswer.starts_at != Event.starts_at if before else EventAnswer.starts_at == Event.starts_at
    return (
        select(EventAnswer.coming)
        .where(EventAnswer.event_id == Event.id, EventAnswer.person_id == person, time)
        .order_by(EventAnswer.id.desc())
        .limit(1)
        .correlate(Event, Membership)
        .scalar_subquery()
    )


IS_MEMBER = and_(Membership.until.is_(None), Person.disabled_at.is_(None))


def members_and_answers(event: Event, *more: ColumnElement) -> Select:
    """Everyone who is in the group now: id, name, picture, newest answer (coming), and more columns."""
    return (
        select(Person.id, Person.name, Person.picture, newest_answer(Membership.person_id).label("coming"), *more)
        .select_from(Membership)
        .join(Person, Person.id == Membership.person_id)
        .join(Event, Event.group_id == Membership.group_id)
        .where(Event.id == event.id, IS_MEMBER)
    )


SEEN = (
    Event.id, Event.title, Event.picture, Event.starts_at, Event.ends_at, Event.place_name, Event.state, Event.language,
    Event.changed_at,
)  # fmt: skip
ME = bindparam("me", type_=Event.id.type)
NOT_OVER = and_(Event.group_id.in_(ids_of(ME)), Event.ends_at > bindparam("now", type_=Event.ends_at.type))
MINE = select(*SEEN, newest_answer(ME).label("coming")).where(NOT_OVER)
_UPCOMING = MINE.order_by(Event.starts_at, Event.id)


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


def my_answers(session: Session, viewer: Viewer, event: Event) -> MyAnswers:
    """What the viewer answered last, for the time that holds and for another."""
    both = (newest_answer(ME), newest_answer(ME, before=True))
    return MyAnswers(*session.execute(select(*both).where(Event.id == event.id), {"me": viewer.id}).one())


def still_on(event: Event) -> bool:
    """Whether the meeting is held and not over. Only then it takes answers, and can be changed."""
    return event.state != EventState.CANCELLED and event.ends_at > clock.now()


def answer_event(session: Session, viewer: Viewer, event: Event, coming: bool, key: UUID) -> None:
    """Keep the answer. The same press sent again adds nothing.

    Conflict when the key came with another answer before, or when the meeting takes no answers any more.
    """
    if not still_on(event):
        raise Conflict
    try:
        with session.begin_nested():
            session.add(EventAnswer(event_id=event.id, person_id=viewer.id, coming=coming, starts_at=event.starts_at, key=key))
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
    everyone = members_and_answers(event, Membership.leads, Membership.shown, Person.language)
    rows = session.execute(everyone.order_by(Membership.leads.desc(), Person.name))
    comers = [row for row in rows if row.leads or row.coming]
    seen = [row for row in comers if row.leads or row.shown]
    others = [row for row in comers if row not in seen and row.id != viewer.id]
    return Comers([Face(row.id, row.name, row.picture, language=row.language) for row in seen], len(others))
