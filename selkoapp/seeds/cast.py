"""The story put into the database: safe to run twice, and a fortnight that moves along with the calendar."""

import secrets
from datetime import datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts import cards
from selkoapp.accounts.models import Card, Organisation, Person, Role
from selkoapp.accounts.passwords import hash_password
from selkoapp.kernel import clock
from selkoapp.messages.models import Message, ReadMark, Thread
from selkoapp.seeds import story

SEEDS = UUID("0198a7c2-5e1e-7c0a-8000-5e1c0a99f1a0")  # names of the story become ids under it: twice is once


class Named(NamedTuple):
    """A person of the story and what signs them in: a card's token, or login and password."""

    id: UUID
    name: str
    role: str
    card: str = ""
    login: str = ""
    password: str = ""


def key_of(*names: object) -> UUID:
    """The id of this thing of the story, the same at every run."""
    return uuid5(SEEDS, "/".join(map(str, names)))


def moment(days_ago: int, hour: str) -> datetime:
    """The moment so many days ago at this hour, never in the future."""
    then = clock.at(clock.today() - timedelta(days=days_ago), as_time(hour))
    return min(then, clock.now())


def as_time(hour: str) -> time:
    """The time of "9.10"."""
    hours, minutes = hour.split(".")
    return time(int(hours), int(minutes))


def put_people(session: Session) -> dict[str, Person]:
    """Both organisations and everyone in them, by the story's key."""
    cast: dict[str, Person] = {}
    for organisation, everyone in story.PEOPLE.items():
        place = key_of("organisation", organisation)
        if session.get(Organisation, place) is None:
            session.add(Organisation(id=place, name=story.ORGANISATIONS[organisation]))
            session.flush()
        for who in everyone:
            cast[who.key] = session.get(Person, key_of("person", who.key)) or _person(session, who, place, cast)
    return cast


def _person(session: Session, who: story.Who, organisation: UUID, cast: dict[str, Person]) -> Person:
    person = Person(
        id=key_of("person", who.key),
        organisation_id=organisation,
        role=who.role,
        name=who.name,
        picture=who.picture,
        language=who.language,
        phone=who.phone,
        coach_id=cast[who.coach].id if who.coach else None,
        login=None if who.role == Role.SEEKER else f"{who.key}@example.org",
    )
    session.add(person)
    session.flush()
    return person


def put_threads(session: Session, cast: dict[str, Person]) -> None:
    """What seekers and coaches have written; a coach has read what a coach's later message answers."""
    for seeker, lines in story.THREADS.items():
        thread = key_of("thread", seeker)
        if session.get(Thread, thread) is None:
            _thread(
                session,
                thread,
                cast[seeker],
                [(cast[who], moment(ago, hour), text, lang) for ago, hour, who, text, lang in lines],
            )
    session.flush()


def _thread(session: Session, thread_id: UUID, seeker: Person, lines: list[tuple[Person, datetime, str, str]]) -> None:
    thread = Thread(id=thread_id, person_id=seeker.id, organisation_id=seeker.organisation_id)
    session.add(thread)
    session.flush()
    for place, (author, at, text, language) in enumerate(lines):
        written = Message(
            id=id_at(at, place), thread_id=thread_id, author_id=author.id, key=key_of("message", thread_id, place), text=text,
            language=language, sent_at=at, quick="dont_understand" if text == "En ymmärrä." else None,
        )  # fmt: skip
        session.add(written)
        session.flush()
        thread.last_message_id, thread.last_at = written.id, at
        if author.id == seeker.id:
            thread.waiting_since = thread.waiting_since or at
            thread.not_understood = thread.not_understood or written.quick is not None
        else:
            thread.waiting_since, thread.not_understood = None, False
        session.merge(ReadMark(thread_id=thread_id, reader_id=author.id, up_to=written.id, at=at))


def id_at(at: datetime, place: int) -> UUID:
    """A UUIDv7 of that moment: ids are the order of messages."""
    milliseconds = int(at.timestamp() * 1000) + place
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (0x2 << 62) | secrets.randbits(62))


def give_entries(session: Session, cast: dict[str, Person]) -> dict[str, Named]:
    """A new card for each seeker and a new password for each of the staff; the ones given before open nothing more."""
    return {key: _entry(session, person) for key, person in cast.items()}


def _entry(session: Session, person: Person) -> Named:
    if person.role != Role.SEEKER:
        password = secrets.token_urlsafe(12)
        person.password_hash = hash_password(password)
        return Named(person.id, person.name, person.role, login=person.login, password=password)
    given = select(Card).where(Card.person_id == person.id, Card.created_by.is_(None), Card.stopped_at.is_(None))
    for old in session.scalars(given):
        old.stopped_at = clock.now()  # what it opened goes on: nobody is thrown out by a new start
    _card, token = cards.make_card(session, person, None)
    return Named(person.id, person.name, person.role, card=token)
