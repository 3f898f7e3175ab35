"""The web process's side of speaking: one child process that is started, timed, ended and started again.

No engine is ever loaded here. Safe for threads (one question at a time) and for forks (a fork starts its own child).
"""

import atexit
import contextlib
import logging
import os
import sys
import time
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from selkoapp.kernel.faults import Busy, Unavailable
from selkoapp.speech.child import Child, Died, TimedOut
from selkoapp.speech.frames import Frame
from selkoapp.speech.turn import Turn

log = logging.getLogger("selkoapp.speech")

START = 15.0  # seconds until a new child must be ready
PATIENCE, FOR_EACH_CHARACTER = 10.0, 0.02  # seconds until an answer, engines started included
ENGINE_TURN = 8.0  # seconds to wait for the questions of others
START_REST = 30  # seconds without a try after a child that could not start
TRIES, TRIES_AFTER_KILL = 2, 5  # a text that breaks an engine breaks it again; a child killed from outside is not to blame


class VoiceFailed(Exception):
    """A voice cannot say this. `lasting`: nor anything else."""

    def __init__(self, engine: str, lasting: bool):
        super().__init__(engine)
        self.engine, self.lasting = engine, lasting


class Utterance(NamedTuple):
    """A text in one language as the child is asked for it. `segments` are the places of its units in it."""

    voice: str
    language: str
    spoken: str
    segments: Sequence[tuple[int, int]]


class Sound(NamedTuple):
    """What was said: when each unit begins, and the sound itself. Levels are samples of 32767."""

    starts: list[int]
    duration_ms: int
    estimated: int
    peak: int
    rms: int
    hz: int
    content: bytes


class Worker:
    """What speaks for this process. `voices` is the folder of Piper's voice files."""

    def __init__(self, voices: Path, command: Sequence[str] = ()):
        self._command = command or (sys.executable, "-P", "-m", "selkoapp.speech.worker", str(voices.resolve()))
        self._forget()
        _living.add(self)

    def _forget(self) -> None:
        """Begin anew, as in a process just forked: locks may be held by threads that are not here."""
        self._turn = Turn()
        self._child: Child | None = None
        self._rest_until = 0.0
        self._closed = False
        self.starts = 0

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Be the only thread that asks. Raises Busy after ENGINE_TURN seconds."""
        turn = self._turn
        if not turn.acquire(timeout=ENGINE_TURN):
            raise Busy
        try:
            yield
        finally:
            turn.release()

    def say(self, runs: Sequence[Utterance], speed: str, raw: bool = False) -> Sound:
        """The runs said one after the other, as MP3 or, `raw`, as bare samples.

        Raises VoiceFailed, Died or TimedOut; Busy when others wait too long already; Unavailable when no child starts.
        """
        patience = PATIENCE + FOR_EACH_CHARACTER * sum(len(run.spoken) for run in runs)
        question = Frame({"speed": speed, "raw": raw, "runs": [run._asdict() for run in runs]})
        with self.turn():
            answer = self._answer(question, patience)
        if "failed" in answer.head:
            raise VoiceFailed(answer.head["failed"], answer.head["lasting"])
        return Sound(**answer.head, content=answer.body)

    def _answer(self, question: Frame, patience: float) -> Frame:
        tries = 0
        while True:
            tries += 1
            try:
                child = self._ready()
                child.ask(question)
                return child.answer(patience)
            except Died:
                was_killed = self._end()
                if tries >= (TRIES_AFTER_KILL if was_killed else TRIES):
                    raise
            except TimedOut:
                self._end()
                raise

    def _ready(self) -> Child:
        """A child that listens. Raises Unavailable, or Died when it was killed before it was ready."""
        if self._child and not self._child.usable:
            self._end()
        if self._child is None:
            left = self._rest_until - time.monotonic()
            if self._closed or left > 0:
                raise Unavailable(max(1, round(left)))
            self.starts += 1
            self._child = Child(self._command)
            self._await_ready(self._child)
        return self._child

    def _await_ready(self, child: Child) -> None:
        try:
            child.answer(START)
        except (Died, TimedOut):
            if child.was_killed:
                raise
            self._end()
            log.error("what speaks does not start")
            self._rest_until = time.monotonic() + START_REST
            raise Unavailable(START_REST) from None

    def _end(self) -> bool:
        """End the child. Whether it had been killed by somebody else."""
        child, self._child = self._child, None
        if child is None:
            return False
        was_killed = child.was_killed
        child.end()
        return was_killed

    def close(self) -> None:
        """End the child for good: no other is started."""
        self._closed = True
        self._end()

    def after_fork(self) -> None:
        """In a process just forked: leave the child to the other process."""
        if self._child:
            self._child.forget()
            _left.append(self._child)
        self._forget()


_living: weakref.WeakSet[Worker] = weakref.WeakSet()
_left: list[Child] = []  # children of the process that this one was forked from


def _after_fork() -> None:
    for worker in _living:
        worker.after_fork()


def _close_all() -> None:
    for worker in _living:
        worker.close()


atexit.register(_close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
