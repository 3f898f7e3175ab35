"""What stood on a page after a press ("Siinä on 2001 merkkiä."), for as long as it is looked at.

Such a page cannot be got again by its address, so what it said is remembered for a few minutes, for the one who saw it. In
this process only, and never on a disk: where another process is asked, the text is left to the listener's device.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable

from selkoapp.speech.weave import Said

WHILE = 600.0  # seconds
MOST = 2000  # passages


class Shown:
    """Passages by who saw them and their name."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: OrderedDict[tuple[str, str], tuple[float, Said]] = OrderedDict()

    def remember(self, who: str, passages: Iterable[Said]) -> None:
        """These passages stand on a page of theirs now."""
        until = time.monotonic() + WHILE
        with self._lock:
            for said in passages:
                self._seen[who, said.name] = until, said
                self._seen.move_to_end((who, said.name))
            while len(self._seen) > MOST:
                self._seen.popitem(last=False)

    def recall(self, who: str, name: str) -> Said | None:
        """The passage, if they saw it a short while ago."""
        with self._lock:
            until, said = self._seen.get((who, name), (0.0, None))
        return said if until > time.monotonic() else None

    def forget(self, who: str) -> None:
        """They have left."""
        with self._lock:
            for key in [key for key in self._seen if key[0] == who]:
                del self._seen[key]
