"""The access matrix's inputs: who asks, and a thing of each kind that is their own, another's or absent.

A new kind of thing in an address without an entry here fails the matrix, so that it cannot slip by.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from selkoapp.accounts import cards
from selkoapp.accounts.models import CardUse, Person, SignIn
from selkoapp.events.models import Event
from selkoapp.groups.models import Group, Membership
from selkoapp.interests.models import Sitting
from selkoapp.interests.wish_models import OwnTask, OwnWish
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.store import Store
from selkoapp.messages import service as messages
from selkoapp.messages.models import Thread
from tests.world import Named, World, sign_in_as

CANARY = "SALAISUUS"  # stands in everything of everyone; nobody else may ever see it
ROLES = ("anyone", "seeker", "coach", "coordinator")
KINDS = ("own", "foreign", "absent")
ABSENT = UUID("01900000-0000-7000-8000-00000000dead")

# Views that anyone may open, by hand: each needs no person.
OPEN = {
    "assets.asset_file",
    "health.process_lives",
    "health.ready",
    "accounts.start",
    "accounts.card_door",
    "accounts.card_shown",
    "accounts.plain_card",
    "accounts.card_confirmed",
    "accounts.card_denied",
    "accounts.card_unknown",
    "accounts.who",
    "accounts.leave",
    "accounts.staff",
    "speech.own_words",
    "pictograms.picture",
    "pictograms.about_pictures",
    "home.help_page",
    "home.settings",
    "home.setting",
    "home.setting_chosen",
    "home.language_chosen",
    "style.style",
}

# What a GET may write: the log of reading, "last seen" and counters. Everything else stays as it was.
GET_MAY_WRITE = {"reading", "attempt"}
LAST_SEEN = "sign_in.seen_at"

# Parts of addresses that name no thing of a person.
PLAIN = {
    "sector": "sector_cleaning",
    "task": "mop_floor",
    "condition": "place",
    "skill": "skill_read",
    "token": "no-such-card",
    "stamp": "0",
    "name": "css/main.css",
    "concept_id": "mop_floor",
    "variant": "colour",
    "kind": "language",
    "file": "0.mp3",
    "number": 1,
}


@dataclass
class Things:
    """The things of one coach and one seeker, by the name that addresses use."""

    person_id: UUID
    thread_id: UUID
    event_id: UUID
    group_id: UUID
    card_id: UUID
    use_id: UUID
    sign_in_id: UUID
    message_id: UUID
    wish_id: UUID
    sitting_id: UUID
    task_id: UUID
    coach_id: UUID


def things_of(session: Session, seeker: Named, coach: Named, store: Store) -> Things:
    """Make one of each kind, all holding the canary where there are words."""
    group = Group(organisation_id=seeker.viewer.organisation_id, name=f"{CANARY} ryhmä", picture="group")
    session.add(group)
    session.flush()
    for person, leads in ((seeker, False), (coach, True)):
        session.add(Membership(group_id=group.id, person_id=person.id, leads=leads))
    start = clock.now() + timedelta(days=1)
    event = Event(
        organisation_id=seeker.viewer.organisation_id,
        group_id=group.id,
        title=f"{CANARY} tapahtuma",
        picture="meeting",
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        place_name=CANARY,
        address=CANARY,
        what=CANARY,
        language="fi",
        made_by=coach.id,
    )
    session.add(event)
    session.flush()
    thread = messages.send_as_seeker(session, seeker.viewer, f"{CANARY} viesti", new_id(), "fi")
    card, _token = cards.make_card(session, session.get(Person, seeker.id), coach.id)
    session.commit()
    sign_in_as(session, seeker)
    entry = session.query(SignIn).filter_by(person_id=seeker.id).order_by(SignIn.id.desc()).first()
    use = CardUse(card_id=card.id, person_id=seeker.id, device_id=entry.device_id, sign_in_id=entry.id)
    session.add(use)
    session.commit()
    message = session.get(Thread, thread).last_message_id
    sitting = Sitting(person_id=seeker.id)
    session.add(sitting)
    session.commit()
    wish = wish_of(session, seeker, store)
    task = task_of(session, coach, store)
    return Things(
        seeker.id,
        thread,
        event.id,
        group.id,
        card.id,
        use.id,
        entry.id,
        message,
        wish,
        sitting.id,
        task,
        colleague_of(session, coach),
    )


def colleague_of(session: Session, coach: Named) -> UUID:
    """Another coach of the same organisation, whose password may change without anybody here being signed out."""
    about = {"organisation_id": coach.viewer.organisation_id, "role": coach.role, "picture": "person_h", "language": "fi"}
    colleague = Person(name=f"{CANARY} Liisa", login=f"{new_id()}@example.org", **about)
    session.add(colleague)
    session.commit()
    return colleague.id


def task_of(session: Session, coach: Named, store: Store) -> UUID:
    """A task that the coach has added, with a photograph."""
    content = f"{CANARY} työpaikka".encode()
    photo = Media(sha256=store.put(content), kind=PHOTO, bytes=len(content))
    session.add(photo)
    session.flush()
    words = {f"{kind}_{code}": CANARY for kind in ("label", "meaning") for code in ("fi", "sv", "en")}
    task = OwnTask(
        organisation_id=coach.viewer.organisation_id, made_by=coach.id, sector="sector_cleaning", picture="mop_floor",
        photo_id=photo.id, **words,
    )  # fmt: skip
    session.add(task)
    session.commit()
    return task.id


def wish_of(session: Session, seeker: Named, store: Store) -> UUID:
    """An own wish in words, with a sound and a photograph."""
    content = CANARY.encode()
    kept = [Media(sha256=store.put(content), kind=kind, bytes=len(content)) for kind in (SOUND, PHOTO)]
    session.add_all(kept)
    session.flush()
    wish = OwnWish(person_id=seeker.id, text=CANARY, language="fi", sound_id=kept[0].id, photo_id=kept[1].id, key=new_id())
    session.add(wish)
    session.commit()
    return wish.id


def who(world: World) -> dict[str, Named | None]:
    """One person for each role."""
    return {"anyone": None, "seeker": world.aino, "coach": world.simo, "coordinator": world.petra}
