"""Migrations: head equals the models; up, down, and with everybody's rows in the tables, on SQLite and PostgreSQL."""

import shutil
from contextlib import contextmanager
from datetime import timedelta

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from selkoapp.events.models import Event, EventAnswer
from selkoapp.kernel import clock, db, schema
from selkoapp.models import Base
from selkoapp.seeds import play
from tests.cluster import Cluster, binaries

AGAIN = '''"""A later migration, as a test."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "later", "{head}", None, None
def upgrade():
{up}
def downgrade():
    pass
'''
REMAKE = """    with op.batch_alter_table("person", recreate="auto") as table:
        table.add_column(sa.Column("shoe", sa.Integer()))
        table.alter_column("name", type_=sa.String(60))"""
LOSE = """    op.execute("DELETE FROM organisation")"""


@pytest.fixture(scope="module")
def cluster():
    assert binaries(), "No PostgreSQL server is installed: apt-get install postgresql"
    made = Cluster()
    yield made
    made.stop()


@contextmanager
def empty_sqlite(tmp_path):
    engine = db.make_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    yield engine
    engine.dispose()


@contextmanager
def empty_postgres(cluster):
    engine = db.make_engine(cluster.url("postgres"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty(request, tmp_path):
    """An empty database of each kind."""
    made = empty_sqlite(tmp_path) if request.param == "sqlite" else empty_postgres(request.getfixturevalue("cluster"))
    with made as engine:
        yield engine


def differences(engine) -> list:
    with engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata)


def counts(engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {t.name: connection.scalar(select(func.count()).select_from(t)) for t in Base.metadata.sorted_tables}


def test_head_is_what_the_models_say(empty):
    schema.upgrade(empty)
    assert differences(empty) == []
    assert schema.current(empty) == schema.needed()


def test_a_forgotten_column_is_seen(empty):
    schema.upgrade(empty)
    with empty.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE person DROP COLUMN reading_days")
    assert [change[0] for change in differences(empty)] == ["add_column"]


def test_down_leaves_nothing_and_up_again_works(empty):
    schema.upgrade(empty)
    schema.downgrade(empty, "base")
    assert set(inspect(empty).get_table_names()) <= {"alembic_version"}
    schema.upgrade(empty)
    assert differences(empty) == []


def later(engine, tmp_path, up: str) -> None:
    """Run a migration that comes after head, from a folder of its own."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder)
    (folder / "versions" / "later.py").write_text(AGAIN.format(head=schema.needed(), up=up))
    made = schema.config()
    made.set_main_option("script_location", str(folder))
    with engine.connect() as connection:
        made.attributes["connection"] = connection
        command.upgrade(made, "head")


def test_a_table_made_anew_keeps_every_row_that_hangs_on_it(empty, tmp_path):
    schema.upgrade(empty)
    with Session(empty) as session:
        play.seed(session)
        session.commit()
    before = counts(empty)
    assert before["message"] > 10 and before["answer"] > 10
    later(empty, tmp_path, REMAKE)
    assert counts(empty) == before


def test_a_migration_that_loses_rows_is_undone(empty, tmp_path):
    schema.upgrade(empty)
    with Session(empty) as session:
        play.seed(session)
        session.commit()
    before = counts(empty)
    with pytest.raises(Exception, match="organisation|card|person|circle"):
        later(empty, tmp_path, LOSE)
    assert counts(empty) == before
    assert schema.current(empty) == schema.needed()


def test_old_answers_to_a_moved_meeting_are_answers_to_its_old_time(empty):
    schema.upgrade(empty)
    with Session(empty) as session:
        play.seed(session)
        old = session.scalars(select(EventAnswer).order_by(EventAnswer.id)).first()
        event = session.get(Event, old.event_id)
        before, old.at = event.starts_at, event.changed_at - timedelta(minutes=1)
        event.moved_from, event.starts_at = before, before + timedelta(hours=1)
        session.add(
            EventAnswer(
                event_id=event.id, person_id=old.person_id, coming=True, starts_at=before, key=db.new_id(), at=clock.now()
            )
        )
        session.commit()
        asked, after = (EventAnswer.event_id == event.id, EventAnswer.person_id == old.person_id), event.starts_at
    schema.downgrade(empty, "0006")
    schema.upgrade(empty)
    with Session(empty) as session:
        assert list(session.scalars(select(EventAnswer.starts_at).where(*asked).order_by(EventAnswer.at))) == [before, after]
