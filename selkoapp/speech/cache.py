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
GONE = ".gone-"  # begins the name of a folder whose shelf was dropped
SHELF = re.compile(r"[a-z]+(/[a-z0-9-]+)*")
PRIVATE_AGE = timedelta(days=7)
HALF_AGE = timedelta(hours=1)
TOUCHED_EVERY = timedelta(days=1)
FULL = 0.9  # of the limit is left after a sweep
STRIPES = 2  # hexadecimal digits of a key: clips that share them are made one after the other
CLIP_TURN, POLL = 15.0, 0.01  # seconds to wait for others that make the same clip, and between two looks


class Clip(NamedTuple):
    """Sound (MP3) and the milliseconds at which its units begin. `key` is another for other sound.

    `usual` says that it sounds as it always will: no other voice had to help out, and it is kept.
    """

    sound: bytes
    starts: list[int]
    duration_ms: int
    key: str
    usual: bool = True


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
        """The clip, if it is there, whole, and not too old. Raises OSError when the disk cannot be read."""
        times = self._place(shelf, key).with_suffix(".json")
        try:
            age = _age(times.stat())
            told = json.loads(times.read_bytes())
            sound = times.with_suffix(".mp3").read_bytes()
        except (FileNotFoundError, ValueError):  # also when another process takes it away meanwhile
            return None
        if len(sound) != told["bytes"] or (shelf != WORDS and age > PRIVATE_AGE):
            return None
        if shelf == WORDS and age > TOUCHED_EVERY:
            with contextlib.suppress(OSError):
                os.utime(times)
        return Clip(sound, told["starts"], told["duration_ms"], key)

    def put(self, shelf: str, clip: Clip) -> None:
        """Keep a clip. Raises OSError when the disk takes no more, or when its shelf is dropped meanwhile."""
        place = self._place(shelf, clip.key)
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place.with_suffix(".mp3"), clip.sound)
        told = {"bytes": len(clip.sound), "starts": clip.starts, "duration_ms": clip.duration_ms}
        _write(place.with_suffix(".json"), json.dumps(told).encode())

    @contextlib.contextmanager
    def turn(self, key: str) -> Iterator[None]:
        """Be the only one, of all threads and processes, that makes this clip. Raises Busy after CLIP_TURN seconds."""
        locks = self._folder / LOCKS
        lock = FileLock(locks / key[:STRIPES], timeout=CLIP_TURN, poll_interval=POLL)
        try:
            locks.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout:
            raise Busy from None
        except OSError:  # where no lock can be written no clip can be kept: there is nothing to wait for
            pass
        try:
            yield
        finally:
            lock.release()

    def drop(self, shelf: str) -> None:
        """Take a shelf away with all on it, at once: who reads or writes there meanwhile finds it gone, never half."""
        there = self._shelf(shelf)
        if not there.exists():
            return
        gone = self._folder / f"{GONE}{os.urandom(8).hex()}"
        try:
            os.rename(there, gone)
        except OSError:  # Windows, while somebody reads a file of it; or another process was sooner
            gone = there
        shutil.rmtree(gone, ignore_errors=True)

    def sweep(self) -> Swept:
        """Take away what is too old, was never finished, or is too much: of our own words the longest unheard first."""
        for gone in self._folder.glob(f"{GONE}*"):  # the server ended while it dropped a shelf
            shutil.rmtree(gone, ignore_errors=True)
        removed = sum(self._expire(Path(folder), names) for folder, _, names in os.walk(self._folder))
        clips = sorted(_measured(self._folder / WORDS))
        kept = sum(size for _, size, _ in clips)
        least = self._limit * FULL if kept > self._limit else kept
        for _, size, times in clips:
            if kept <= least:
                break
            kept -= size
            removed += _remove(times)
        return Swept(kept, removed)

    def _expire(self, folder: Path, names: list[str]) -> int:
        """Take away what is too old in a folder, and a private one when it is empty. How many clips went."""
        private = folder.relative_to(self._folder).parts[:1] not in ((WORDS,), (LOCKS,), ())
        removed = 0
        for name in names:
            with contextlib.suppress(OSError):  # another process sweeps as well
                removed += _expire(folder / name, private)
        if private:
            with contextlib.suppress(OSError):  # it holds something
                os.rmdir(folder)
        return removed


def _measured(words: Path) -> Iterator[tuple[float, int, Path]]:
    """When each clip was last heard (seconds), its size (bytes) and the file of its times."""
    for times in words.glob("*/*.json"):
        with contextlib.suppress(OSError):  # another process sweeps as well
            yield times.stat().st_mtime, times.stat().st_size + times.with_suffix(".mp3").stat().st_size, times


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
