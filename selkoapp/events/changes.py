"""News of meetings that are not held as was told, and who has said that they know of it."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, desc, exists, not_, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from selkoapp.accounts.signins import Viewer
from selkoapp.events.models import Event, EventAnswer, EventKnown, EventState
from selkoapp.events.service import ME, MINE, EventSeen
from selkoapp.groups.models import Membership
from selkoapp.kernel import clock


class Ahead(NamedTuple):
    """The changed meetings that are news to me, the newest change first; and all the nearest meetings, soonest first."""

    news: list[EventSeen]
    meetings: list[EventSeen]


def knows(person: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether a person has said Selvä to the newest change of the outer query's event, or answered since."""
    pressed = exists().where(
        EventKnown.event_id == Event.id, EventKnown.person_id == person, EventKnown.changed_at == Event.changed_at
    )
    answered = exists().where(
        EventAnswer.event_id == Event.id, EventAnswer.person_id == person, EventAnswer.at > Event.changed_at
    )
    return or_(pressed.correlate(Event, Membership), answered.correlate(Event, Membership))


def is_news(person: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether a person has yet to hear that the outer query's event is moved, cancelled, or held after all.

    Held after all is news only to those who have said that they know of the cancellation.
    """
    knew = exists().where(EventKnown.event_id == Event.id, EventKnown.person_id == person)
    changed = or_(Event.state != EventState.PLANNED, knew.correlate(Event, Membership))
    return and_(changed, not_(knows(person)))


_IS_NEWS = select(is_news(ME))
_NEWS_FIRST = MINE.add_columns(is_news(ME).label("news")).order_by(
    desc("news"), case((is_news(ME), Event.changed_at)).desc(), Event.starts_at, Event.id
)


def look_ahead(session: Session, viewer: Viewer, most: int = 12) -> Ahead:
    """The meetings of the viewer's groups that are not over yet: all that are news, and then the soonest, `most` of them."""
    found = session.execute(_NEWS_FIRST.limit(most), {"me": viewer.id, "now": clock.now()}).all()
    meetings = [(EventSeen(*row[:-1]), row.news) for row in found]
    soonest = sorted((meeting for meeting, _news in meetings), key=lambda meeting: (meeting.starts_at, meeting.id))
    return Ahead([meeting for meeting, news in meetings if news], soonest)


def is_news_to(session: Session, viewer: Viewer, event: Event) -> bool:
    """Whether the viewer has yet to say that they know of its newest change."""
    return session.scalar(_IS_NEWS.where(Event.id == event.id), {"me": viewer.id})


def note_known(session: Session, viewer: Viewer, event: Event) -> None:
    """The viewer knows of its newest change. Said again it adds nothing."""
    try:
        with session.begin_nested():
            session.add(EventKnown(event_id=event.id, person_id=viewer.id, changed_at=event.changed_at))
    except IntegrityError:
        if is_news_to(session, viewer, event):
            raise
