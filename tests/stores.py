"""Where the tests' databases come from: one template each, and a fresh copy of it for every test."""

import shutil
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool

from tests.cluster import Cluster


class SqliteStore:
    """Files in a folder."""

    def __init__(self, folder: Path):
        self.folder, self.numbers = folder, count()

    def template(self) -> str:
        return f"sqlite:///{self.folder / 'template.db'}"

    def settle(self, engine: Engine) -> None:
        """Bring everything into the one file that is copied."""
        with engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()

    def copy(self) -> str:
        file = self.folder / f"copy{next(self.numbers)}.db"
        shutil.copy(self.folder / "template.db", file)
        return f"sqlite:///{file}"

    def drop(self, url: str) -> None:
        for end in ("", "-wal", "-shm"):
            Path(url.removeprefix("sqlite:///") + end).unlink(missing_ok=True)

    def close(self) -> None:
        """The folder goes with pytest's own."""


class PostgresStore:
    """Databases of a server of our own."""

    def __init__(self):
        self.cluster, self.numbers = Cluster(), count()
        self.admin = create_engine(self.cluster.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
        self._say("CREATE DATABASE peopled")

    def _say(self, sentence: str) -> None:
        with self.admin.connect() as connection:
            connection.exec_driver_sql(sentence)

    def template(self) -> str:
        return self.cluster.url("peopled")

    def settle(self, engine: Engine) -> None:
        """A database that somebody uses cannot be copied."""
        engine.dispose()

    def copy(self) -> str:
        name = f"copy{next(self.numbers)}"
        self._say(f"CREATE DATABASE {name} TEMPLATE peopled STRATEGY FILE_COPY")
        return self.cluster.url(name)

    def drop(self, url: str) -> None:
        name = url.split("@/")[1].split("?")[0]
        self._say(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        self.cluster.stop()
