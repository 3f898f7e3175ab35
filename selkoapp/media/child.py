"""The child process that opens what people send: one child a file, and whatever the file does to it ends with it.

Decoders are large C libraries, and a file may be made to break them. Here that gains little: this process has no
environment, may open no file and no connection, and has a limit of memory and of time. A sound or picture comes in by
one pipe and goes out by another; it touches no disk.
"""

import importlib
import json
import os
import sys
from collections.abc import Callable

from selkoapp.media.faults import Refused
from selkoapp.media.made import Made

try:
    import resource
except ImportError:  # Windows
    resource = None

MEMORY = 1500 << 20  # bytes of address space
SECONDS = 20  # of processor time
READY = b"ready\n"


def bound() -> None:
    """From now on: no file, no connection, no more than MEMORY and SECONDS, and no image of it on disk when it breaks."""
    if resource is None:
        return
    limits = {"RLIMIT_NOFILE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_CORE": 0, "RLIMIT_CPU": SECONDS}
    if sys.platform == "linux":
        limits["RLIMIT_AS"] = MEMORY
    for name, most in limits.items():
        resource.setrlimit(getattr(resource, name), (most, most))


def maker(kind: str) -> Callable[[bytes], Made]:
    """What makes a sound or a photograph anew. Its libraries are loaded only here."""
    return importlib.import_module(f"selkoapp.media.{kind}s").make


def answer(make: Callable[[bytes], Made], content: bytes) -> bytes:
    """A line of JSON, then what was made; or a line that says why nothing was."""
    try:
        made = make(content)
    except Refused as refused:
        return json.dumps({"refused": type(refused).__name__}).encode() + b"\n"
    about = {"seconds": made.seconds, "width": made.width, "height": made.height}
    return json.dumps(about).encode() + b"\n" + made.content


def main(kind: str) -> None:
    """Read one file, answer, end. What libraries print goes nowhere near the answer."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    make = maker(kind)
    bound()
    told.write(READY)
    told.flush()
    told.write(answer(make, sys.stdin.buffer.read()))
    told.close()


if __name__ == "__main__":
    main(sys.argv[1])
