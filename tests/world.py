"""The named people of the tests: two organisations, their seekers and staff.

A person here is a plain row's worth of facts, so that a test can say `world.aino` without a database at hand.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Device, Look, Organisation, Person, Role, SignIn
from selkoapp.accounts.passwords import hash_password
from selkoapp.accounts.signins import Viewer, sign_in
from selkoapp.kernel import clock

PASSWORD = "kahvi maistuu aamulla"  # 15 characters or more


@dataclass(frozen=True)
class Named:
    """One person: who they are to services (`viewer`), and what signs them in."""

    viewer: Viewer
    login: str | None = None

    @property
    def id(self) -> UUID:
        return self.viewer.id

    @property
    def name(self) -> str:
        return self.viewer.name

    @property
    def role(self) -> str:
        return self.viewer.role


@dataclass(frozen=True)
class World:
    """Everyone. Eeva and Kalle belong to another organisation: foreign to all the others."""

    aino: Named
    mikko: Named
    leila: Named
    onni: Named
    simo: Named
    sara: Named
    petra: Named
    eeva: Named
    kalle: Named

    @property
    def everyone(self) -> dict[str, Named]:
        return dict(vars(self))


SEEKERS = {
    "aino": ("Aino", "fi", "person_a"),
    "mikko": ("Mikko", "fi", "person_b"),
    "leila": ("Leila", "sv", "person_c"),
    "onni": ("Onni", "fi", "person_d"),
}
STAFF = {"simo": ("Simo", Role.COACH), "sara": ("Sara", Role.COACH), "petra": ("Petra", Role.COORDINATOR)}


def build(session: Session) -> World:
    """Put everyone into an empty database. The caller commits."""
    ours, theirs = Organisation(name="Kaari"), Organisation(name="Silta")
    session.add_all([ours, theirs])
    session.flush()
    password = hash_password(PASSWORD)

    def person(
        organisation: Organisation,
        key: str,
        name: str,
        role: Role,
        picture: str,
        language: str = "fi",
        coach: Named | None = None,
    ) -> Named:
        login = f"{key}@example.org" if role != Role.SEEKER else None
        made = Person(
            organisation_id=organisation.id,
            name=name,
            role=role,
            picture=picture,
            language=language,
            coach_id=coach.id if coach else None,
            login=login,
            password_hash=password if login else "",
            phone="040 123 4567" if login else "",
        )
        session.add(made)
        session.flush()
        return Named(
            Viewer(made.id, made.organisation_id, made.role, made.name, made.picture, made.language, made.coach_id), login
        )

    staff = {key: person(ours, key, name, role, "person_e") for key, (name, role) in STAFF.items()}
    kalle = person(theirs, "kalle", "Kalle", Role.COACH, "person_f")
    seekers = {
        key: person(ours, key, name, Role.SEEKER, picture, language, staff["simo"])
        for key, (name, language, picture) in SEEKERS.items()
    }
    eeva = person(theirs, "eeva", "Eeva", Role.SEEKER, "person_g", coach=kalle)
    return World(**staff, **seekers, eeva=eeva, kalle=kalle)


def sign_in_as(session: Session, named: Named, shared: bool | None = False) -> str:
    """Sign the person in on a device of their own (or a shared one), first visit done. Returns the cookie's token."""
    return sign_in_id(session, named.id, shared)


def sign_in_id(session: Session, person_id: UUID, shared: bool | None = False) -> str:
    """The same for the person with this id."""
    person = session.get(Person, person_id)
    token = sign_in(session, person, None, "card" if person.role == Role.SEEKER else "password")
    entry = session.scalars(select(SignIn).where(SignIn.person_id == person.id).order_by(SignIn.id.desc())).first()
    look = session.get(Look, entry.look_id)
    look.chosen_at = clock.now()
    session.get(Device, entry.device_id).shared = shared
    session.commit()
    return token
