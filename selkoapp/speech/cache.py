"""Clips on disk: each is an MP3 and, written after it, a JSON file with its times. A clip without JSON is not there.

<folder>/words holds what the app itself says and may grow to a limit. Every other shelf (messages/<id>, people/<id>)
holds what people wrote: it goes with the message, and each clip at the latest after seven days.
"""

import contextlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from selkoapp.kernel import clock
from selkoapp.kernel.faults import Busy

WORDS = "words"
LOCKS = ".locks"
HALF = ".half-"  # begins the name of a file that is being written
SHELF = re.compile(r"[a-z]+(/[a-z0-9-]+)*")
PRIVATE_AGE = timedelta(days=7)
HALF_AGE = timedelta(hours=1)
TOUCHED_EVERY = timedelta(days=1)
FULL = 0.9  # of the limit is left after a sweep
STRIPES = 2  # hexadecimal digits of a key: clips that share them are made one after the other
TURN, POLL = 20.0, 0.01  # seconds to wait for others that make the same clip, and between two looks


class Clip(NamedTuple):
    """Sound and the milliseconds at which its units begin. `key` is another for other sound."""

    mp3: Path
    starts: list[int]
    duration_ms: int
    key: str


class Swept(NamedTuple):
    """What a sweep left of our own words (bytes) and how many clips it took away."""

    kept: int
    removed: int


class Cache:
    """The clips of one installation; several processes may use it at once. `limit` is in bytes."""

    def __init__(self, folder: Path, limit: int):
        self._folder, self._limit = folder, limit

    def _shelf(self, shelf: str) -> Path:
        if not SHELF.fullmatch(shelf):
            raise ValueError(f"{shelf!r} is no shelf")
        return self._folder / shelf

    def _place(self, shelf: str, key: str) -> Path:
        folder = self._shelf(shelf)
        return (folder / key[:STRIPES] if shelf == WORDS else folder) / key

    def get(self, shelf: str, key: str) -> Clip | None:
        """The clip, if it is there and whole."""
        times = self._place(shelf, key).with_suffix(".json")
        mp3 = times.with_suffix(".mp3")
        try:
            seen = times.stat()
            told = json.loads(times.read_bytes())
            if mp3.stat().st_size != told["bytes"]:
                return None
        except (FileNotFoundError, ValueError):
            return None
        if shelf == WORDS and _age(seen) > TOUCHED_EVERY:
            with contextlib.suppress(OSError):
                os.utime(times)
        return Clip(mp3, told["starts"], told["duration_ms"], key)

    def put(self, shelf: str, key: str, mp3: bytes, starts: list[int], duration_ms: int) -> Clip:
        """Keep a clip. Raises OSError when the disk takes no more."""
        place = self._place(shelf, key)
        place.parent.mkdir(parents=True, exist_ok=True)
        clip = Clip(place.with_suffix(".mp3"), starts, duration_ms, key)
        _write(clip.mp3, mp3)
        told = {"bytes": len(mp3), "starts": starts, "duration_ms": duration_ms}
        _write(place.with_suffix(".json"), json.dumps(told).encode())
        return clip

    @contextlib.contextmanager
    def turn(self, key: str) -> Iterator[None]:
        """Be the only one, of all threads and processes, that makes this clip. Raises Busy after TURN seconds."""
        locks = self._folder / LOCKS
        locks.mkdir(parents=True, exist_ok=True)
        lock = FileLock(locks / key[:STRIPES], timeout=TURN, poll_interval=POLL)
        try:
            lock.acquire()
        except Timeout:
            raise Busy from None
        try:
            yield
        finally:
            lock.release()

    def drop(self, shelf: str) -> None:
        """Take a shelf away with all on it."""
        shutil.rmtree(self._shelf(shelf), ignore_errors=True)

    def sweep(self) -> Swept:
        """Take away what is too old, was never finished, or is too much: of our own words the longest unheard first."""
        clips: list[tuple[float, int, Path]] = []
        removed = 0
        for folder, _, names in os.walk(self._folder):
            private = Path(folder).relative_to(self._folder).parts[:1] not in ((WORDS,), (LOCKS,), ())
            for file in (Path(folder, name) for name in names):
                with contextlib.suppress(OSError):  # another process sweeps as well
                    removed += _expire(file, private)
                    if file.suffix == ".json" and not private:
                        size = file.stat().st_size + file.with_suffix(".mp3").stat().st_size
                        clips.append((file.stat().st_mtime, size, file))
            if private:
                with contextlib.suppress(OSError):  # it holds something
                    os.rmdir(folder)
        kept = sum(size for _, size, _ in clips)
        if kept > self._limit:
            for _, size, times in sorted(clips):
                if kept <= self._limit * FULL:
                    break
                kept -= size
                removed += _remove(times)
        return Swept(kept, removed)


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all, readable by this user only."""
    descriptor, half = tempfile.mkstemp(prefix=HALF, dir=file.parent)
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
        os.replace(half, file)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise


def _age(seen: os.stat_result) -> timedelta:
    return timedelta(seconds=clock.now().timestamp() - seen.st_mtime)


def _expire(file: Path, private: bool) -> int:
    """Take a file away if its time has passed; 1 if a clip went with it. Sound without times was never finished."""
    unfinished = file.name.startswith(HALF) or (file.suffix == ".mp3" and not file.with_suffix(".json").exists())
    if _age(file.stat()) <= (HALF_AGE if unfinished else PRIVATE_AGE) or not (unfinished or private):
        return 0
    if file.suffix == ".json":
        return _remove(file)
    file.unlink()
    return 0


def _remove(times: Path) -> int:
    """Take a clip away, times first: without them it is not there."""
    with contextlib.suppress(OSError):
        times.unlink()
        times.with_suffix(".mp3").unlink(missing_ok=True)
        return 1
    return 0
