"""Files named by their content: <folder>/ab/cd/<sha256>, readable by this user only.

A file is written whole (temporary file, fsync, rename, fsync of the folder) before the row that names it is committed,
so no row is ever without its file, also after a power cut. A file without a row does no harm; a sweep takes it away.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

FOLDER = "blobs"  # in the data folder
NAME = re.compile(r"[0-9a-f]{64}")
HALF = ".half-"  # begins the name of a file that is being written


class Kept(NamedTuple):
    """A file that is here, and when it was last put."""

    sha256: str
    put_at: datetime


class Store:
    """The files of one installation; several processes may use it at once."""

    def __init__(self, folder: Path):
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where this file is, if it is here. ValueError for what is no hash."""
        if not NAME.fullmatch(sha256):
            raise ValueError("not a hash")
        return self._folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes) -> str:
        """Keep this and return its hash; the same content is kept once. Raises OSError when the disk takes no more."""
        sha256 = hashlib.sha256(content).hexdigest()
        place = self.path(sha256)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.utime(place)
        except FileNotFoundError:
            _write(place, content)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The content. Raises FileNotFoundError."""
        return self.path(sha256).read_bytes()

    def delete(self, sha256: str) -> None:
        """Take the file away, if it is here."""
        self.path(sha256).unlink(missing_ok=True)

    def iter(self) -> Iterator[Kept]:
        """Every file that is here, in no order."""
        for file in self._folder.glob("??/??/*"):
            if NAME.fullmatch(file.name):
                yield Kept(file.name, _put_at(file))

    def drop_halves(self, before: datetime) -> int:
        """Take away what was begun before this moment and never finished. How many they were."""
        halves = [file for file in self._folder.glob(f"??/??/{HALF}*") if _put_at(file) < before]
        for file in halves:
            file.unlink(missing_ok=True)
        return len(halves)


def _put_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _write(place: Path, content: bytes) -> None:
    descriptor, half = tempfile.mkstemp(prefix=HALF, dir=place.parent)  # 0600
    try:
        with os.fdopen(descriptor, "wb") as written:
            written.write(content)
            written.flush()
            os.fsync(written.fileno())
        os.replace(half, place)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise
    _settle(place.parent)


def _settle(folder: Path) -> None:
    """Make the new name survive a power cut. Windows does that by itself and cannot be asked."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
