"""A lock that is given in the order of asking. With Python's own, whoever comes just when it gets free may pass those
who wait, so one listener with many texts could be served again and again before another."""

import threading
from collections import deque


class Turn:
    """Held by one thread at a time, and by that thread as often as it asks."""

    def __init__(self):
        self._guard = threading.Lock()
        self._waiting: deque[tuple[int, threading.Event]] = deque()
        self._holder: int | None = None
        self._times = 0

    def acquire(self, timeout: float) -> bool:
        """Wait for the turn at most so many seconds. Whether it came."""
        me, come = threading.get_ident(), threading.Event()
        with self._guard:
            if self._holder in (None, me):
                self._holder, self._times = me, self._times + 1
                return True
            self._waiting.append((me, come))
        if come.wait(timeout):
            return True
        with self._guard:
            if come.is_set():  # it came at the last moment
                return True
            self._waiting.remove((me, come))
        return False

    def release(self) -> None:
        """Hand it to whoever has waited longest."""
        with self._guard:
            self._times -= 1
            if self._times:
                return
            self._holder = None
            if self._waiting:
                self._holder, come = self._waiting.popleft()
                self._times = 1
                come.set()
