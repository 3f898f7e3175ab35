"""Files that nothing points at go by themselves: when the server starts, once a day, and by a command."""

import os
from argparse import Namespace

from sqlalchemy.orm import Session

from selkoapp.cli import media
from selkoapp.media import upkeep
from selkoapp.media.made import Made
from selkoapp.media.models import SOUND
from selkoapp.media.service import keep
from selkoapp.media.store import FOLDER, Store
from selkoapp.media.upkeep import Upkeep


def orphan_and_kept(app) -> tuple[Store, str, str]:
    """A store with an old file that has no row, and one that has."""
    store = Store(app.extensions["settings"].data / FOLDER)
    orphan = store.put(b"orphan")
    with Session(app.extensions["engine"]) as session:
        kept = keep(session, store, Made(SOUND, b"kept", seconds=1.0)).sha256
        session.commit()
    for each in (orphan, kept):
        os.utime(store.path(each), (0, 0))
    return store, orphan, kept


def test_it_tidies_when_the_server_starts(voices):
    store, orphan, kept = orphan_and_kept(voices)
    Upkeep().begin(voices).join()
    assert [each.sha256 for each in store.iter()] == [kept] and orphan != kept


def test_it_tidies_once_a_day(voices, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(upkeep.time, "monotonic", lambda: now[0])
    tidy = Upkeep()
    assert tidy.when_due(voices) is None
    now[0] = upkeep.DAY
    tidy.when_due(voices).join()
    assert tidy.when_due(voices) is None


def test_a_store_that_cannot_be_read_is_tried_another_day(voices, monkeypatch):
    def broken(_session, _store):
        raise OSError

    monkeypatch.setattr(upkeep, "sweep", broken)
    assert upkeep.sweep_now(voices.extensions["engine"], Store(voices.extensions["settings"].data)) == 0


def test_the_command_says_how_many_went(voices, monkeypatch, capsys):
    orphan_and_kept(voices)
    monkeypatch.setattr(media, "from_environment", lambda: voices.extensions["settings"])
    assert media.run_sweep(Namespace()) == 0 and "Files taken away: 1" in capsys.readouterr().out
