"""How much time the engine spends on a listener: a listener's presses must not use it up for all others."""

import threading
import time
from collections import Counter

from selkoapp.kernel.faults import TooMany

MINUTE = 60  # seconds
OF_PERSON, OF_ADDRESS = 15.0, 40.0  # seconds of making in a minute; a whole house may share an address
ADDRESS = "address:"  # begins the key of a listener of whom only the address is known


class Quota:
    """Seconds of making in each minute, for a signed-in listener and for an address.

    Counted in this process only: a little more than that does no harm.
    """

    def __init__(self, of_person: float = OF_PERSON, of_address: float = OF_ADDRESS):
        self._of_person, self._of_address = of_person, of_address
        self._lock = threading.Lock()
        self._minute = 0
        self._spent: Counter[str] = Counter()

    def check(self, listener: str) -> None:
        """Raises TooMany when all of this minute's time is spent; nobody ("") is not counted."""
        most = self._of_address if listener.startswith(ADDRESS) else self._of_person
        with self._lock:
            passed = self._turn_minute()
            if listener and self._spent[listener] >= most:
                raise TooMany(MINUTE - passed)

    def spend(self, listener: str, seconds: float) -> None:
        """Something was made for this listener, or was tried in vain."""
        with self._lock:
            self._turn_minute()
            self._spent[listener] += seconds

    def _turn_minute(self) -> int:
        """How many seconds of this minute have passed; what was spent in another one is forgotten."""
        minute, passed = divmod(int(time.monotonic()), MINUTE)
        if minute != self._minute:
            self._minute = minute
            self._spent.clear()
        return passed
