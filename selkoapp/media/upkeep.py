"""The store is tidied by itself: at the start and once a day, files without a row go. Nobody else might think of it."""

import logging
import threading
import time

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from selkoapp.media.service import sweep
from selkoapp.media.store import FOLDER, Store

log = logging.getLogger("selkoapp.media")

DAY = 86_400  # seconds


class Upkeep:
    """Sweeps in the background, the first time when the server starts, then when a day has gone in this process."""

    def __init__(self):
        self._due = time.monotonic() + DAY
        self._turn = threading.Lock()

    def when_due(self, app: Flask) -> threading.Thread | None:
        """Begin a sweep if a day has gone; the thread that does it."""
        with self._turn:
            if time.monotonic() < self._due:
                return None
            self._due = time.monotonic() + DAY
        return self.begin(app)

    def begin(self, app: Flask) -> threading.Thread:
        """Sweep once now; the thread that does it."""
        engine, kept = app.extensions["engine"], Store(app.extensions["settings"].data / FOLDER)
        sweeping = threading.Thread(target=sweep_now, args=(engine, kept), name="media sweep", daemon=True)
        sweeping.start()
        return sweeping


def sweep_now(engine: Engine, kept: Store) -> int:
    """Sweep in a transaction of its own; how many files went. A disk or database that refuses is tried again another day."""
    try:
        with Session(engine) as session, session.begin():
            gone = sweep(session, kept)
    except (OSError, SQLAlchemyError) as failure:
        log.error("the store was not tidied", extra={"fault": type(failure).__name__})
        return 0
    log.info("the store was tidied")
    return gone


def register(app: Flask) -> None:
    """Let the store be tidied by who serves and by who keeps something."""
    app.extensions["upkeep"] = Upkeep()
