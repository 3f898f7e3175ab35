"""How many new clips a listener may have made: a listener's press must not use up the engine for all others."""

import threading
import time
from collections import Counter

from selkoapp.kernel.faults import TooMany

MINUTE = 60  # seconds


class Quota:
    """At most `most` a minute for each listener. Counted in this process only: a little more than that does no harm."""

    def __init__(self, most: int):
        self._most = most
        self._lock = threading.Lock()
        self._minute = 0
        self._counts: Counter[str] = Counter()

    def count(self, listener: str) -> None:
        """Count one more. Raises TooMany when that is too many; nobody ("") is not counted."""
        if not listener:
            return
        minute, passed = divmod(int(time.monotonic()), MINUTE)
        with self._lock:
            if minute != self._minute:
                self._minute = minute
                self._counts.clear()
            self._counts[listener] += 1
            if self._counts[listener] > self._most:
                raise TooMany(MINUTE - passed)
