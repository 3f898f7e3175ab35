"""The groups of the story and their meetings, put into the database around today."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.events.models import Event, EventAnswer
from selkoapp.groups.models import Group, Membership
from selkoapp.kernel import clock
from selkoapp.seeds import story
from selkoapp.seeds.cast import as_time, id_at, key_of, moment

SHOWN = {who.key: who.shown for everyone in story.PEOPLE.values() for who in everyone}


def put_groups(session: Session, cast: dict[str, Person]) -> None:
    """Groups and who is in them. Someone who has left since stays out."""
    for key, circle in story.GROUPS.items():
        place = key_of("group", key)
        if session.get(Group, place) is not None:
            continue
        session.add(Group(id=place, organisation_id=cast[circle.leads[0]].organisation_id, name=circle.name))
        session.flush()
        for who in circle.leads + circle.members:
            session.add(Membership(group_id=place, person_id=cast[who].id, leads=who in circle.leads, shown=SHOWN[who]))
    session.flush()


def put_meetings(session: Session, cast: dict[str, Person]) -> None:
    """The meetings of these weeks. Run a week later, the new week's are added."""
    monday = clock.today() - timedelta(days=clock.today().weekday())
    for meeting in story.MEETINGS:
        for week in meeting.weeks:
            _put(session, cast, meeting, monday + timedelta(weeks=week, days=meeting.weekday))
    session.flush()
    _put_answers(session, cast)


def _put(session: Session, cast: dict[str, Person], meeting: story.Meeting, day: date) -> None:
    key = key_of("event", meeting.group, meeting.title, day)
    if session.get(Event, key) is not None:
        return
    leader = cast[story.GROUPS[meeting.group].leads[0]]
    starts, ends = (clock.at(day, as_time(hour)) for hour in meeting.hours)
    session.add(
        Event(
            id=key, organisation_id=leader.organisation_id, group_id=key_of("group", meeting.group), title=meeting.title,
            picture=meeting.picture, starts_at=starts, ends_at=ends, place_name=meeting.place[0], address=meeting.place[1],
            what=meeting.what, bring=meeting.bring, how_to_get_there=meeting.how, state=meeting.state, language="fi",
            made_by=leader.id,
        )
    )  # fmt: skip


def _put_answers(session: Session, cast: dict[str, Person]) -> None:
    """Who comes to the next weekly meeting."""
    weekly = story.MEETINGS[0]
    monday = clock.today() - timedelta(days=clock.today().weekday())
    days = [monday + timedelta(weeks=week, days=weekly.weekday) for week in weekly.weeks]
    following = next(day for day in days if clock.at(day, as_time(weekly.hours[1])) > clock.now())
    event = key_of("event", weekly.group, weekly.title, following)
    at, starts = moment(1, "16.00"), clock.at(following, as_time(weekly.hours[0]))
    for place, (who, coming) in enumerate(story.COMES.items()):
        key, person = key_of("coming", event, who), cast[who].id
        if session.scalar(select(EventAnswer.id).where(EventAnswer.person_id == person, EventAnswer.key == key)) is None:
            about = {"id": id_at(at, place), "starts_at": starts, "key": key, "at": at}
            session.add(EventAnswer(event_id=event, person_id=person, coming=coming, **about))
    session.flush()
