"""Aino takes her data along, and has all of it taken away: every table and every folder is looked into."""

import json
from argparse import Namespace
from zipfile import ZipFile

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts import cards, readings
from selkoapp.accounts.models import Person
from selkoapp.cli import person as command
from selkoapp.cli.belongings import erase
from selkoapp.cli.parcel import pack
from selkoapp.cli.refusal import Refusal
from selkoapp.interests.models import Practice
from selkoapp.interests.wish_models import OwnWish, Tryout
from selkoapp.kernel import clock
from selkoapp.kernel.db import new_id
from selkoapp.kernel.limits import count_attempt
from selkoapp.media.models import PHOTO, SOUND, Media
from selkoapp.media.store import FOLDER, Store
from selkoapp.models import Base
from selkoapp.settings import Settings
from tests.interests.test_mine import sat, tell_all
from tests.messages.desk import reply, write
from tests.world import sign_in_as

__all__ = ["sat"]
SECRET = "SALAISUUS"
SOUND_FILE, PHOTO_FILE = b"\x00\x00\x00\x18ftypM4A " + SECRET.encode(), b"\xff\xd8\xff" + SECRET.encode()


@pytest.fixture
def kept(tmp_path, engine, monkeypatch):
    """An installation on this test's database, as the commands find it."""
    settings = Settings(
        data=tmp_path / "data", mode="test", secret_key="s" * 32, database_url=str(engine.url), speech=("silent",)
    )
    monkeypatch.setattr(command, "from_environment", lambda: settings)
    monkeypatch.setattr(command, "engine_of", lambda _settings: engine)
    return settings


@pytest.fixture
def full(session, world, sat, kept):
    """Aino and Mikko have something of every kind, with the secret where there are words."""
    store = Store(kept.data / FOLDER)
    for person in (world.aino, world.mikko):
        tell_all(session, person, sat(person))
        sign_in_as(session, person)
        thread = write(session, person, f"{SECRET} {person.name}")
        reply(session, world.simo, person)
        cards.make_card(session, session.get(Person, person.id), world.simo.id)
        readings.log_reading(session, world.simo.viewer, person.id, "wishes")
        for kind, content, of in ((SOUND, SOUND_FILE, "sound_id"), (PHOTO, PHOTO_FILE, "photo_id")):
            content += person.name.encode()
            media = Media(sha256=store.put(content), kind=kind, bytes=len(content), seconds=1.0)
            session.add(media)
            session.flush()
            session.add(OwnWish(person_id=person.id, language="fi", key=new_id(), **{of: media.id}))
        session.add(Tryout(person_id=person.id, concept_id="bake", day=clock.today(), place=SECRET, made_by=world.simo.id))
        session.add(Practice(person_id=person.id, scale="three"))
        count_attempt(session, "speech", str(person.id), 9, 60)
        session.commit()
        shelf = kept.data / "speech" / "people" / str(person.id)
        shelf.mkdir(parents=True)
        (shelf / "clip.mp3").write_bytes(f"{SECRET} {person.name}".encode())
        assert thread
    return kept


def everything(engine) -> dict[str, list[str]]:
    with engine.connect() as connection:
        return {table.name: [repr(row) for row in connection.execute(select(table))] for table in Base.metadata.sorted_tables}


def holding(found: dict[str, list[str]], person) -> list[str]:
    told = (str(person.id), person.id.hex, f"{SECRET} {person.name}")
    return [name for name, rows in found.items() for row in rows if any(each in row for each in told)]


def files(folder) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


def test_nothing_of_aino_is_left_and_all_of_mikko_is(session, world, engine, full, capsys):
    before, owned = everything(engine), {"own_wish": 3, "answer": 3}
    assert {"thread", "message", "card", "sign_in", "look", "tryout", "attempt", "reading"} <= set(
        holding(before, world.aino)
    ) | {"message"}
    assert command.run_erase(Namespace(person=str(world.aino.id), yes=True)) == 0
    after = everything(engine)
    assert holding(after, world.aino) == []
    assert holding(after, world.mikko) == holding(before, world.mikko)
    for name, each in owned.items():
        assert len(after[name]) == len(before[name]) - each
    assert len(after["media"]) == 2 and len(after["device"]) == len(before["device"]) - 1
    found = b"".join(files(full.data))
    assert b"Aino" not in found and found.count(b"Mikko") == 3
    assert "Backups" in capsys.readouterr().out


def test_the_name_is_asked_for_and_another_name_erases_nothing(session, world, engine, full, monkeypatch):
    before = everything(engine)
    monkeypatch.setattr("builtins.input", lambda _asked: "Mikko")
    with pytest.raises(Refusal):
        command.run_erase(Namespace(person="Aino", yes=False))
    assert everything(engine) == before
    monkeypatch.setattr("builtins.input", lambda _asked: " Aino ")
    assert command.run_erase(Namespace(person="Aino", yes=False)) == 0


@pytest.mark.parametrize("wanted", ["Simo", "Nobody", "01900000-0000-7000-8000-00000000dead"])
def test_only_job_seekers_are_found(world, full, wanted):
    with pytest.raises(Refusal):
        command.run_erase(Namespace(person=wanted, yes=True))


def test_two_of_one_name_are_told_apart_by_their_ids(session, world, full):
    session.get(Person, world.onni.id).name = "Aino"
    session.commit()
    with pytest.raises(Refusal, match=str(world.onni.id)):
        command.run_erase(Namespace(person="Aino", yes=True))


def test_aino_can_read_what_she_takes_along(app, engine, world, full, tmp_path):
    target = tmp_path / "aino.zip"
    with Session(engine) as session:
        names = pack(app, session, Store(full.data / FOLDER), session.get(Person, world.aino.id), target)
    with ZipFile(target) as packed:
        page, told = packed.read("index.html").decode(), json.loads(packed.read("data.json"))
        sounds = sorted(packed.read(name)[-4:] for name in names if name.startswith("media/"))
    assert '<html lang="fi">' in page and "Omat tietoni" in page and "SALAISUUS Aino" in page
    assert all(words in page for words in ("leipoa", "Ulkona", "lukea", "Haluan hoitaa hevosia.", "Kyllä", "Simo"))
    assert "Mikko" not in page + json.dumps(told) and "hash" not in json.dumps(list(told["card"][0]) + list(told["person"][0]))
    assert len(told["own_wish"]) == 3 and len(told["answer"]) == 3 and sounds == [b"Aino", b"Aino"]
    assert {"pictures/bake.svg", "export.css"} <= set(names)


def test_everything_goes_in_swedish_too(app, engine, world, full, tmp_path):
    with Session(engine) as session:
        pack(app, session, Store(full.data / FOLDER), session.get(Person, world.leila.id), tmp_path / "leila.zip")
    with ZipFile(tmp_path / "leila.zip") as packed:
        assert '<html lang="sv">' in packed.read("index.html").decode()


def test_an_erased_person_is_somebody_whom_nobody_knows(session, world, full):
    erase(session, world.aino.id)
    session.commit()
    assert session.get(Person, world.aino.id) is None and session.get(Person, world.simo.id)
