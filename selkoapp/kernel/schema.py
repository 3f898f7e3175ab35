"""The database's schema: what it is, what this code needs, and the way from one to the other."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

MIGRATIONS = Path(__file__).parent.parent / "migrations"


def config() -> Config:
    """Alembic's settings, made here: there is no file to keep in step."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    return made


def needed() -> str:
    """The revision that this code needs."""
    return ScriptDirectory.from_config(config()).get_current_head()


def current(engine: Engine) -> str | None:
    """The revision that the database has; None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the database up to a revision. On an error nothing has changed."""
    _walk(engine, command.upgrade, to)


def downgrade(engine: Engine, to: str) -> None:
    """Take the database down to a revision ("base" for an empty one)."""
    _walk(engine, command.downgrade, to)


def _walk(engine: Engine, way, to: str) -> None:
    made = config()
    with engine.connect() as connection:
        made.attributes["connection"] = connection
        way(made, to)
