"""Meetings as the coach sees them who leads the group: planned, moved, changed, cancelled; and what the members answered."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import Face
from selkoapp.accounts.signins import Viewer
from selkoapp.events.changes import is_news
from selkoapp.events.models import Event, EventState
from selkoapp.events.service import IS_MEMBER, SEEN, event_of, members_and_answers, newest_answer, still_on
from selkoapp.groups.models import Group, Membership
from selkoapp.groups.service import ids_of, led_group
from selkoapp.kernel import clock
from selkoapp.kernel.faults import Conflict


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
    changed_at: datetime
    group_name: str
    comers: int


class Member(NamedTuple):
    """A member of the group: what they answered, what they did for another time, and whether a change is news to them."""

    face: Face
    coming: bool | None
    before: bool | None
    unaware: bool


class Answers(NamedTuple):
    """The members of a group by what they answered, for the coach who leads it; and who has not said Selvä to a change."""

    coming: list[Member]
    not_coming: list[Member]
    silent: list[Member]
    unaware: list[Member]


def led_events(session: Session, coach: Viewer, most: int = 20) -> list[EventLed]:
    """The meetings, not over yet, of the groups that the coach leads, soonest first."""
    comers = (
        select(func.count())
        .select_from(Membership)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.group_id == Event.group_id, Membership.leads.is_(False), IS_MEMBER)
        .where(newest_answer(Membership.person_id).is_(True))
        .correlate(Event)
        .scalar_subquery()
    )
    rows = session.execute(
        select(*SEEN, Group.name, comers)
        .join(Group, Group.id == Event.group_id)
        .where(Event.group_id.in_(ids_of(coach.id, leads=True)), Event.ends_at > clock.now())
        .order_by(Event.starts_at, Event.id)
        .limit(most)
    )
    return [EventLed(*row) for row in rows]


def led_event(session: Session, coach: Viewer, event_id: UUID) -> Event:
    """A meeting of a group that the coach leads; NotFound for any other and for none alike."""
    return event_of(session, coach, event_id, leads=True)


def answers_to(session: Session, event: Event) -> Answers:
    """Every member's newest answer to the time that holds, for the coach who leads the group."""
    before = newest_answer(Membership.person_id, before=True).label("before")
    unaware = is_news(Membership.person_id).label("unaware")
    asked = members_and_answers(event, Person.phone, before, unaware)
    rows = session.execute(asked.where(Membership.leads.is_(False)).order_by(Person.name))
    members = [Member(Face(row.id, row.name, row.picture, row.phone), row.coming, row.before, row.unaware) for row in rows]
    by = {answer: [member for member in members if member.coming is answer] for answer in (True, False, None)}
    return Answers(by[True], by[False], by[None], [member for member in members if member.unaware])


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


def can_be_restored(event: Event) -> bool:
    """Whether a cancellation can be taken back: until the meeting would have begun."""
    return event.state == EventState.CANCELLED and event.starts_at > clock.now()


def restore_event(session: Session, event: Event) -> None:
    """The meeting is held after all, as it stood before; the answers stay. Once restored, again changes nothing.

    Conflict when it was cancelled and its time has come: nobody could hear of it any more.
    """
    session.refresh(event, with_for_update=True)
    if event.state != EventState.CANCELLED:
        return
    if not can_be_restored(event):
        raise Conflict
    event.state = EventState.MOVED if event.moved_from else EventState.PLANNED
    event.changed_at = clock.now()


def move_event(session: Session, event: Event, starts_at: datetime, ends_at: datetime) -> None:
    """The meeting is held at another time. The start that was told last before stays to be seen; another end is no move.

    Nobody knows who has seen the time that a coach moves it back from: so that is told too.

    Conflict when it is cancelled or over: a called-off meeting does not come back at another hour. The row is read
    anew and held until the commit, so that a coach who cancels it at the same time is not overruled.
    """
    session.refresh(event, with_for_update=True)
    if not still_on(event):
        raise Conflict
    if starts_at != event.starts_at:
        event.state, event.moved_from, event.changed_at = EventState.MOVED, event.starts_at, clock.now()
    event.starts_at, event.ends_at = starts_at, ends_at


def change_words(event: Event, **words: str) -> None:
    """Other texts or another picture, by the model's names. Conflict when the meeting is cancelled or over."""
    if not still_on(event):
        raise Conflict
    for name, value in words.items():
        setattr(event, name, value)
