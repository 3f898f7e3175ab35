"""A speaking child whose engine "silent" does what its text says: hang, take a second (slow), die, fail, print.

"held" waits until a file named as the log and ".go" is there. A line a text goes into a log.

python odd_worker.py [log]
"""

import os
import signal
import sys
import time
from pathlib import Path

from selkoapp.speech import worker
from selkoapp.speech.engines.base import EngineFailed
from selkoapp.speech.engines.silent import Silent


class Odd(Silent):
    """Says everything softly, but for some words."""

    def speak(self, spoken: str, language: str, speed: str):
        if len(sys.argv) > 1:
            with Path(sys.argv[1]).open("a", encoding="utf-8") as log:
                log.write(spoken.replace("\n", " ") + "\n")
        if "hang" in spoken:
            time.sleep(3600)
        while "held" in spoken and not Path(f"{sys.argv[1]}.go").exists():
            time.sleep(0.01)
        if "slow" in spoken:
            time.sleep(1)
        if "die" in spoken:
            os.kill(os.getpid(), signal.SIGTERM)
        if "fail" in spoken:
            raise EngineFailed
        if "print" in spoken:
            print("noise", flush=True)  # noqa: T201
            os.write(1, b"\0\0\0\5noise")
        return super().speak(spoken, language, speed)


def make(name: str, folder: Path):
    return Odd() if name == "silent" else worker.made(name, folder)


if __name__ == "__main__":
    worker.main(Path("voices"), make)
