"""How pages look and sound for a person: language, size of text, colours, symbols, voice, speed, reading at once."""

from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Look, Person
from selkoapp.kernel import clock

TEXTS = ("normal", "large", "largest")
THEMES = ("auto", "light", "dark")
DEVICE_VOICE = "device"
LISTENING = ("voice", "speed", "at_once")
PLAIN = {"text": "normal", "theme": "auto", "symbols": True, "voice": "", "speed": "normal", "at_once": False}


def change_look(session: Session, look_id: UUID, **chosen: str | bool) -> None:
    """Keep what the person chose on this device: any columns of a look."""
    session.execute(update(Look).where(Look.id == look_id).values(changed_at=clock.now(), **chosen))


def listen_alike(session: Session, person: UUID, alike: bool) -> None:
    """Remember whether all devices of the person sound alike from now on."""
    session.execute(update(Person).where(Person.id == person).values(listens_alike=alike))


def share_listening(session: Session, person: UUID, look_id: UUID) -> None:
    """Give voice, speed and reading at once of this look to the person's other devices; a device's own voice stays on it."""
    here = session.get(Look, look_id, populate_existing=True)
    shared = {name: getattr(here, name) for name in LISTENING}
    if here.voice == DEVICE_VOICE:
        del shared["voice"]
    session.execute(update(Look).where(Look.person_id == person, Look.id != look_id).values(**shared))


def begin_like(look: Look, seen: Look, alike: bool) -> None:
    """A new look begins as one seen before. What belongs to another device stays there.

    That is its own voice, and reading at once unless the person wants all devices to sound `alike`: a phone that reads
    aloud at home must not teach it to a tablet among others.
    """
    look.text, look.theme, look.symbols, look.speed = seen.text, seen.theme, seen.symbols, seen.speed
    same_device = look.device_id == seen.device_id
    if same_device or seen.voice != DEVICE_VOICE:
        look.voice = seen.voice
    if same_device or alike:
        look.at_once = seen.at_once


def keep_at_door(session: Session, device: UUID, look_id: UUID) -> None:
    """The front door of this device looks and sounds like this look from now on."""
    seen = session.get(Look, look_id, populate_existing=True)
    door = session.scalars(_at_door(device)).one()
    door.language = seen.language
    begin_like(door, seen, alike=True)


def forget_at_door(session: Session, device: UUID) -> None:
    """The front door of this device looks and sounds as on the first day, in the language that it has."""
    for door in session.scalars(_at_door(device)):
        begin_like(door, Look(device_id=device, **PLAIN), alike=True)


def _at_door(device: UUID) -> Select[tuple[Look]]:
    return select(Look).where(Look.device_id == device, Look.person_id.is_(None))


def finish_first_visit(session: Session, look_id: UUID) -> None:
    """The person has seen the first-visit pages; they do not come again by themselves."""
    session.execute(update(Look).where(Look.id == look_id).values(chosen_at=clock.now()))
