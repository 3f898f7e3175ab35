"""How many may wait for the engine: the web server has few threads, and what is kept must be answered meanwhile."""

import contextlib
import threading
from collections.abc import Iterator

from selkoapp.kernel.faults import Busy
from selkoapp.speech.quota import ADDRESS

SEATS = 2  # requests of this process that are made or wait for the engine
SEAT_WAIT = 2.0  # seconds until a request without a seat is sent away


class Seats:
    """The seats before the engine. A signed-in listener has one of them at most, so that another one is soon heard."""

    def __init__(self):
        self._changed = threading.Condition()
        self._sitting: list[str] = []

    @contextlib.contextmanager
    def taken(self, listener: str) -> Iterator[None]:
        """Sit meanwhile. Raises Busy when no seat gets free in time."""
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

    def _free_for(self, listener: str) -> bool:
        is_person = listener and not listener.startswith(ADDRESS)
        return len(self._sitting) < SEATS and not (is_person and listener in self._sitting)
