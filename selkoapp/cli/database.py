"""`selko db upgrade` and `selko seed`."""

from argparse import Namespace
from datetime import UTC
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from selkoapp.cli.refusal import Refusal
from selkoapp.kernel import clock, db, schema
from selkoapp.seeds import play
from selkoapp.settings import Settings, WeakSetting, from_environment


def engine_of(settings: Settings) -> Engine:
    """The database of these settings; its folder is made."""
    settings.data.mkdir(parents=True, exist_ok=True)
    return db.make_engine(settings.database)


def back_up(engine: Engine, folder: Path) -> Path | None:
    """A whole copy of a SQLite database (VACUUM INTO: `cp` of a live file can be malformed). None for other databases."""
    if engine.dialect.name != "sqlite":
        return None
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"{clock.now().astimezone(UTC):%Y%m%dT%H%M%S%f}.db"
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o600)
    return copy


def upgrade(engine: Engine, backups: Path) -> bool:
    """Bring the database up, after a backup when there is anything in it. Whether anything was done."""
    before = schema.current(engine)
    if before == schema.needed():
        return False
    if before is not None:
        back_up(engine, backups)
    schema.upgrade(engine)
    return True


def require_current(engine: Engine) -> None:
    """Refusal unless the database is of this version."""
    if schema.current(engine) != schema.needed():
        raise Refusal("The database is not of this version. Run: ./selko db upgrade")


def run_upgrade(_asked: Namespace) -> int:
    """`selko db upgrade`."""
    settings = from_environment()
    engine = engine_of(settings)
    done = upgrade(engine, settings.data / "backups")
    print("The database is now of this version." if done else "The database was already of this version.")
    return 0


def run_seed(_asked: Namespace) -> int:
    """`selko seed`: only in development, for it gives everyone in the story a new card and password."""
    settings = from_environment()
    if not settings.development:
        raise WeakSetting("The named people are for development: set SELKO_MODE=development.")
    engine = engine_of(settings)
    require_current(engine)
    with Session(engine) as session:
        people = play.seed(session)
        session.commit()
    for key, person in people.items():
        print(f"{key:8} {person.card or f'{person.login}  {person.password}'}")
    return 0
