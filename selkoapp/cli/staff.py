"""`selko staff`: let a coach or coordinator in. The first coordinator of an installation comes this way."""

from argparse import Namespace
from getpass import getpass

from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Organisation, Person
from selkoapp.accounts.passwords import SHORTEST, TooShort, hash_password
from selkoapp.cli.database import engine_of, require_current
from selkoapp.settings import from_environment

FACE = "person_j"


def put_staff(session: Session, asked: Namespace, password: str) -> Person:
    """The person with this login, made or given a new password; the organisation too. Raises TooShort."""
    organisation = session.scalar(select(Organisation).where(Organisation.name == asked.organisation))
    if organisation is None:
        organisation = Organisation(name=asked.organisation)
        session.add(organisation)
        session.flush()
    login = asked.login.strip().lower()
    person = session.scalar(select(Person).where(Person.login == login))
    if person is None:
        person = Person(organisation_id=organisation.id, login=login, picture=FACE, language=asked.language)
        session.add(person)
    person.name, person.role, person.phone = asked.name, asked.role, asked.phone
    person.password_hash = hash_password(password)
    return person


def run(asked: Namespace) -> int:
    """`selko staff`: asks for the password, so that it stands in no history of commands."""
    engine = engine_of(from_environment())
    require_current(engine)
    password = getpass(f"Password for {asked.name} ({SHORTEST} characters or more): ")
    with Session(engine) as session:
        try:
            put_staff(session, asked, password)
        except TooShort:
            print(f"The password needs {SHORTEST} characters or more. Nothing was saved.")
            return 2
        session.commit()
    print(f"{asked.name} can now sign in at /staff.")
    return 0
