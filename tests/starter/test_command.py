"""`selko …`: what it reads, what it refuses, and with what the app is served."""

import json
import socket
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from selkoapp.cli import certificate, checks, command, database, demo, serve
from selkoapp.cli.refusal import Refusal
from selkoapp.kernel import clock, db, schema
from selkoapp.seeds.cast import Named
from selkoapp.settings import Settings, WeakSetting, from_environment

ONLY_IN_TESTS = ("pytest", "playwright", "polib", "html5lib", "time_machine", "importlinter")


def test_waitress_is_served_with_limits_of_ours():
    options = serve.waitress_options(Settings(port=8123, threads=6, request_limit=1_000_000))
    assert options == {
        "host": "127.0.0.1",
        "port": 8123,
        "threads": 6,
        "connection_limit": 2000,
        "asyncore_use_poll": True,
        "max_request_body_size": 12_200_000,
        "ident": None,
        "clear_untrusted_proxy_headers": True,
    }


def test_waitress_takes_these_options():
    server = serve.server_of(lambda environ, start: [], Settings(port=free_port()))
    server.close()
    assert server.adj.connection_limit == 2000 and server.adj.ident is None


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def test_a_taken_port_names_another():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Refusal, match=rf"^Port {port} is taken\. Try: --port \d+$"):
            serve.require_port(port, set_by="--port ")


def test_pytest_gets_every_word_after_test():
    assert command.read(["test", "-k", "aino", "--lf"]).words == ["-k", "aino", "--lf"]
    assert command.read(["test", "fast", "-x"]).words == ["fast", "-x"]


def test_fast_leaves_browsers_servers_and_slow_things_out():
    *_styles, (_told, fast) = checks.steps(True, ["-x"])
    *_styles, (_told, whole) = checks.steps(False, [])
    assert checks.FAST in fast and fast[-1] == "-x"
    assert checks.FAST not in whole


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_cannot_be_is_refused(port, capsys):
    with pytest.raises(SystemExit) as ended:
        command.read(["demo", "--port", port])
    assert ended.value.code == command.WRONG
    assert "invalid port value" in capsys.readouterr().err


def test_a_number_that_is_none_is_refused():
    with pytest.raises(WeakSetting, match=r"^SELKO_PORT is a whole number\.$"):
        from_environment({"SELKO_MODE": "test", "SELKO_PORT": "abc"})


def test_run_and_demo_need_nothing_that_only_tests_need():
    """An installation without the test packages serves; playwright alone is 40 MB."""
    hidden = "".join(f"sys.modules[{name!r}] = None; " for name in ONLY_IN_TESTS)
    code = f"import sys; {hidden}from selkoapp.cli import command, serve, demo, database, staff, pictures, catalogues"
    done = subprocess.run([sys.executable, "-c", code], cwd=command.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_run_refuses_a_database_of_another_version(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(sys, "argv", ["selko", "run"])
    monkeypatch.setattr(serve, "from_environment", lambda: Settings(data=tmp_path, mode="test", port=free_port()))
    monkeypatch.setattr(
        serve, "create_app", lambda settings: type("App", (), {"extensions": {"engine": create_engine("sqlite://")}})
    )
    monkeypatch.setattr(serve.logs, "configure", lambda level: None)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == command.WRONG
    assert capsys.readouterr().err == "The database is not of this version. Run: ./selko db upgrade\n"


def test_an_upgrade_begins_with_a_backup(tmp_path):
    engine = db.make_engine(f"sqlite:///{tmp_path / 'selkoapp.db'}")
    assert database.upgrade(engine, tmp_path / "backups")
    assert not (tmp_path / "backups").exists(), "an empty database needs none"
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    monkey = pytest.MonkeyPatch()
    monkey.setattr(schema, "upgrade", lambda upgraded: None)
    database.upgrade(engine, tmp_path / "backups")
    monkey.undo()
    engine.dispose()
    (copy,) = (tmp_path / "backups").iterdir()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    kept = db.make_engine(f"sqlite:///{copy}")
    assert schema.current(kept) == "older"
    kept.dispose()


def test_an_upgrade_of_the_newest_does_nothing(tmp_path):
    engine = db.make_engine(f"sqlite:///{tmp_path / 'selkoapp.db'}")
    assert database.upgrade(engine, tmp_path / "backups")
    assert not database.upgrade(engine, tmp_path / "backups")
    engine.dispose()


def test_entries_are_for_this_user_only(tmp_path):
    people = {
        "aino": Named(db.new_id(), "Aino", "seeker", card="token"),
        "simo": Named(db.new_id(), "Simo", "coach", login="simo@example.org", password="secret words"),
    }
    file = tmp_path / "people.json"
    demo.write_entries(file, demo.entries("http://localhost:8000", people))
    assert json.loads(file.read_text()) == {
        "base": "http://localhost:8000",
        "people": {
            "aino": {"card": "http://localhost:8000/k#token", "card_plain": "http://localhost:8000/k/token"},
            "simo": {"login": "simo@example.org", "password": "secret words"},
        },
    }
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == ["people.json"]


def test_the_rooms_certificate_is_kept_until_it_is_old_or_names_other_hosts(tmp_path, monkeypatch):
    def made(hosts: list[str]) -> bytes:
        return Path(certificate.certificate_for(tmp_path, hosts)[0]).read_bytes()

    first = made(["localhost", "192.0.2.7"])
    assert made(["localhost", "192.0.2.7"]) == first
    other = made(["localhost", "192.0.2.8"])
    assert other != first
    late = clock.now() + certificate.LASTS - timedelta(days=1)
    monkeypatch.setattr(certificate.clock, "now", lambda: late)
    assert made(["localhost", "192.0.2.8"]) != other
    assert stat.S_IMODE((tmp_path / "room.key").stat().st_mode) == 0o600
