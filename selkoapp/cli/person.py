"""`selko person export | erase`: a job seeker takes their data along, or has all of it taken away."""

from argparse import Namespace
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.app import create_app
from selkoapp.cli.belongings import Erased, erase, seekers_called
from selkoapp.cli.database import engine_of, require_current
from selkoapp.cli.parcel import pack
from selkoapp.cli.refusal import Refusal
from selkoapp.media import service as media
from selkoapp.media.store import FOLDER, Store
from selkoapp.settings import Settings, from_environment
from selkoapp.speech.cache import Cache


def run_export(asked: Namespace) -> int:
    """`selko person export`: one ZIP, readable by this user only."""
    settings = from_environment()
    engine = engine_of(settings)
    require_current(engine)
    target = asked.to or Path(f"{asked.person}.zip")
    with Session(engine) as session:
        person = the_one(session, asked.person)
        try:
            target.touch(0o600, exist_ok=False)
        except FileExistsError:
            raise Refusal(f"{target} is there already. Nothing was written.") from None
        target.unlink()
        names = pack(create_app(settings), session, Store(settings.data / FOLDER), person, target)
    target.chmod(0o600)
    print(f"{target}: {len(names)} files. Give it only to {person.name}.")
    return 0


def run_erase(asked: Namespace) -> int:
    """`selko person erase`: asks for the name once more, unless --yes."""
    settings = from_environment()
    engine = engine_of(settings)
    require_current(engine)
    with Session(engine, expire_on_commit=False) as session:
        person = the_one(session, asked.person)
        if not asked.yes and input(f"Everything of {person.name} goes for ever. Type the name: ").strip() != person.name:
            raise Refusal("That is another name. Nothing was erased.")
        erased = erase(session, person.id)
        session.commit()
    forget(settings, engine, erased)
    print(f"Erased: {sum(erased.rows.values())} rows of {person.name}, and the sounds and photographs.")
    print("Backups that were made earlier still hold them until they are taken away.")
    return 0


def the_one(session: Session, wanted: str) -> Person:
    """The job seeker who is meant. Refusal when there is none, and when there are several of the name."""
    found = seekers_called(session, wanted)
    if not found:
        raise Refusal(f"There is no job seeker {wanted}.")
    if len(found) > 1:
        raise Refusal(f"There are several: give one of these ids. {' '.join(str(each.id) for each in found)}")
    return found[0]


def forget(settings: Settings, engine: Engine, erased: Erased) -> None:
    """After the rows have gone: the files, the private sound, and what SQLite still holds in its unused pages."""
    with Session(engine) as session, session.begin():
        media.clear(session, Store(settings.data / FOLDER), erased.hashes)
    cache = Cache(settings.data / "speech", settings.speech_cache)
    for shelf in erased.shelves:
        cache.drop(shelf)
    if engine.dialect.name == "sqlite":
        _squeeze(engine)


def _squeeze(engine: Engine) -> None:
    """Write the file anew without its unused pages; tell when somebody keeps it from that."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    except OperationalError:
        print("The database is in use: unused pages of its file may hold words until they are written over.")
