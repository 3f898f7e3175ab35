"""How many may wait for the engine: the web server has few threads, and what is kept must be answered meanwhile."""

import contextlib
import threading
from collections import Counter
from collections.abc import Iterator

from selkoapp.kernel.faults import Busy
from selkoapp.speech.quota import ADDRESS

SEATS = 2  # requests of this process that are made or wait for the engine
SEAT_WAIT = 8.0  # seconds until a request without a seat is sent away: an engine that was killed starts anew meanwhile
MOST_OF_PERSON = 3  # requests that one person may have here, sitting or waiting: one that is heard and two to come


class Seats:
    """The seats before the engine. A signed-in listener has one of them at most, so that another one is soon heard."""

    def __init__(self):
        self._changed = threading.Condition()
        self._sitting: list[str] = []
        self._here: Counter[str] = Counter()

    @contextlib.contextmanager
    def taken(self, listener: str) -> Iterator[None]:
        """Sit meanwhile. Raises Busy when no seat gets free in time, and at once for a person who has enough here."""
        with self._coming(listener):
            with self._changed:
                if not self._changed.wait_for(lambda: self._free_for(listener), SEAT_WAIT):
                    raise Busy
                self._sitting.append(listener)
            try:
                yield
            finally:
                with self._changed:
                    self._sitting.remove(listener)
                    self._changed.notify_all()

    @contextlib.contextmanager
    def _coming(self, listener: str) -> Iterator[None]:
        """Each request that waits holds a thread of the web server: one person must never hold them all."""
        with self._changed:
            if _is_person(listener) and self._here[listener] >= MOST_OF_PERSON:
                raise Busy
            self._here[listener] += 1
        try:
            yield
        finally:
            with self._changed:
                self._here[listener] -= 1
                self._here += Counter()  # forgets who has none left

    def _free_for(self, listener: str) -> bool:
        return len(self._sitting) < SEATS and not (_is_person(listener) and listener in self._sitting)


def _is_person(listener: str) -> bool:
    return bool(listener) and not listener.startswith(ADDRESS)
