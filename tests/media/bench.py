"""The child's work on many files in one process: a process a file would take a thousand starts. Bounds are the child's."""

import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from selkoapp.media.child import answer, bound, maker

LENGTH = struct.Struct(">I")
PATIENCE = 120  # seconds for one batch


def serve(kind: str) -> None:
    """Answer each file of the input, until it ends or one of them breaks this process."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    make = maker(kind)
    bound()
    while length := sys.stdin.buffer.read(LENGTH.size):
        said = answer(make, sys.stdin.buffer.read(*LENGTH.unpack(length)))
        told.write(LENGTH.pack(len(said)) + said)
        told.flush()


def answers(kind: str, files: Sequence[bytes]) -> list[bytes]:
    """What the child says to each file; b"" where it broke."""
    found: list[bytes] = []
    while len(found) < len(files):
        batch = files[len(found) : len(found) + 60]
        done = subprocess.run(
            [sys.executable, "-m", "tests.media.bench", kind],
            input=b"".join(LENGTH.pack(len(file)) + file for file in batch),
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("SELKO_SEE_CHILD") else subprocess.DEVNULL,
            cwd=Path(__file__).parents[2],
            timeout=PATIENCE,
            check=False,
        )
        said = _read(done.stdout)
        found += said if len(said) == len(batch) else [*said, b""]
    return found


def _read(said: bytes) -> list[bytes]:
    found, place = [], 0
    while place < len(said):
        (length,) = LENGTH.unpack_from(said, place)
        place += LENGTH.size
        found.append(said[place : place + length])
        place += length
    return found


if __name__ == "__main__":
    serve(sys.argv[1])
