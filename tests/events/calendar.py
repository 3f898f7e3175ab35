"""Groups and meetings put into the database, and what was answered to them."""

from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.events.models import Event, EventAnswer
from selkoapp.groups.models import Group, Membership
from selkoapp.kernel import clock
from selkoapp.kernel.clock import HELSINKI
from tests.world import Named

MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)  # a Tuesday
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
READING = 2.0  # seconds from the page to the press


def put_group(
    session: Session, leads: Collection[Named], members: Collection[Named], shown: Collection[Named] = (), name="Työnhakuryhmä"
) -> Group:
    group = Group(organisation_id=leads[0].viewer.organisation_id, name=name)
    session.add(group)
    session.flush()
    for who in (*leads, *members):
        session.add(Membership(group_id=group.id, person_id=who.id, leads=who in leads, shown=who in shown))
    session.commit()
    return group


def put_meeting(session: Session, group: Group, day: date, begins=time(14), ends=time(15, 30), **about) -> Event:
    """A meeting of this group; `about` replaces any of its texts."""
    leader = session.scalar(select(Membership.person_id).where(Membership.group_id == group.id, Membership.leads))
    texts = {
        "title": "Työnhakuryhmä",
        "picture": "group",
        "place_name": "Kirjasto, huone 2",
        "address": "Vapaudenkatu 39",
        "what": "Juomme kahvia. Katsomme työpaikkoja yhdessä.",
        "bring": "Ota puhelin mukaan.",
        "how_to_get_there": "Bussi 3 tulee kirjaston eteen.",
        "language": "fi",
    }
    event = Event(
        organisation_id=group.organisation_id,
        group_id=group.id,
        made_by=leader,
        starts_at=clock.at(day, begins),
        ends_at=clock.at(day, ends),
        **(texts | about),
    )
    session.add(event)
    session.commit()
    return event


def rows(session: Session, person: Named) -> list[bool]:
    """Everything that this person has ever answered, oldest first."""
    found = list(session.scalars(select(EventAnswer.coming).where(EventAnswer.person_id == person.id).order_by(EventAnswer.id)))
    session.commit()  # the database is the app's again; a rollback would make the test read its things anew
    return found
