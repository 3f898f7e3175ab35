"""One child process and its pipes."""

import contextlib
import queue
import subprocess
import threading
from collections.abc import Sequence

from selkoapp.speech import frames
from selkoapp.speech.frames import Frame

KILLED = -9  # what a process that was killed returns
RECYCLE = 500  # questions to one child: whatever its libraries leak ends with it


class Died(Exception):
    """The child ended instead of answering."""


class TimedOut(Exception):
    """The child did not answer in time."""


class Child:
    """One child process, and the thread that starts it and reads its answers until it ends.

    It must be one thread for both: Linux ends the child when the thread that started it ends.
    """

    def __init__(self, command: Sequence[str]):
        self._answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self.process: subprocess.Popen | None = None
        self.asked = 0
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._live, args=(command,), name="speech", daemon=True)
        self._thread.start()
        self._begun.wait()

    def _live(self, command: Sequence[str]) -> None:
        try:
            self.process = subprocess.Popen(  # noqa: S603 - no text among its arguments
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a traceback may hold what a person wrote
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._answers.put(None)
            return
        finally:
            self._begun.set()
        while answer := frames.read(self.process.stdout):
            self._answers.put(answer)
        self.process.wait()
        self._answers.put(None)

    def ask(self, question: Frame) -> None:
        """Send a question; its answer comes by `answer`. Raises Died."""
        self.asked += 1
        try:
            frames.write(self.process.stdin, question)
        except (OSError, ValueError):
            raise Died from None

    def answer(self, seconds: float) -> Frame:
        """The next answer. Raises TimedOut or Died."""
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise TimedOut from None
        if answer is None:
            self._answers.put(None)
            raise Died
        return answer

    @property
    def was_killed(self) -> bool:
        """Whether it ended because somebody else ended it."""
        return self.process is not None and self.process.returncode == KILLED

    @property
    def usable(self) -> bool:
        """Whether it lives and is not too old."""
        return self._thread.is_alive() and self.asked < RECYCLE

    def end(self) -> None:
        """End it, whatever it does, and wait until it has gone."""
        if self.process:
            self.process.kill()
            self._thread.join()
            for pipe in (self.process.stdin, self.process.stdout):
                with contextlib.suppress(OSError):  # a question that it never took
                    pipe.close()

    def forget(self) -> None:
        """After a fork: it is the other process's child. Its pipes stay open here, for closing them might write to it."""
        if self.process:
            self.process.returncode = 0  # else Python complains that it was left running
