"""How Alembic migrates: on the connection that it is given, in one transaction, foreign keys off meanwhile.

In batch mode SQLite makes a table anew and drops the old one; with foreign keys on that deletes every row that hangs on
it (ON DELETE CASCADE). They are switched off before BEGIN, where the switch works, and checked afterwards.
"""

from alembic import context
from sqlalchemy import Connection

from selkoapp.kernel.db import UtcTime
from selkoapp.models import Base


class BrokenReferences(Exception):
    """After a migration some rows point to nothing; it has been undone. The text names the tables, no contents."""


def check_references(connection: Connection) -> None:
    """Raise BrokenReferences when a row points to a row that is not there (SQLite; PostgreSQL never lets it happen)."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise BrokenReferences(", ".join(sorted({row[0] for row in broken})))


def render_moments(kind: str, item, _context) -> str | bool:
    """Write moments as plain DateTime: a migration does not change when the app's own types do."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcTime) else False


def migrate(connection: Connection) -> None:
    """Run the migrations on this connection."""
    small = connection.dialect.name == "sqlite"
    if small:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=small,
        compare_type=True,
        render_item=render_moments,
        transactional_ddl=True,  # the transaction here is our own BEGIN: SQLite undoes tables with it, too
    )
    try:
        with context.begin_transaction():
            context.run_migrations()
            if small:
                check_references(connection)
    finally:
        if small:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")


migrate(context.config.attributes["connection"])
