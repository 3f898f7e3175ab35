"""The web process's side of opening what people send: one child a file, timed and ended.

No decoder is ever loaded here. Call before the first use of the database: a recording takes a second or two, and a
transaction must not wait for it.
"""

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading

from selkoapp.kernel.faults import Busy
from selkoapp.media import faults
from selkoapp.media.child import READY
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO, SOUND
from selkoapp.media.sniff import LARGEST, NOT_ONE, form_of

log = logging.getLogger("selkoapp.media")

COMMAND = (sys.executable, "-P", "-m", "selkoapp.media.child")
PATIENCE = 30.0  # seconds from the start of a child to the end of its answer
AT_ONCE = 2  # children of this process
TURN = 20.0  # seconds to wait for those of others
REFUSALS = {kind.__name__: kind for kind in (faults.TooBig, faults.TooLong, faults.TooShort, faults.NotASound, faults.NotAPhoto)}

_turns = threading.BoundedSemaphore(AT_ONCE)


def sound(content: bytes) -> Made:
    """A recording as it is kept. Raises Refused (media/faults.py), or Busy when it could not be tried."""
    return _made(SOUND, content)


def photo(content: bytes) -> Made:
    """A photograph as it is kept. Raises Refused (media/faults.py), or Busy when it could not be tried."""
    return _made(PHOTO, content)


def _made(kind: str, content: bytes) -> Made:
    form_of(kind, content)  # what is too big or nothing of the kind needs no child
    if not _turns.acquire(timeout=TURN):
        raise Busy
    try:
        told = _ask(kind, content)
    finally:
        _turns.release()
    return _read(kind, told)


def _ask(kind: str, content: bytes) -> bytes:
    """All that a child says to this file before it ends or its time is over."""
    try:
        child = subprocess.Popen(  # noqa: S603 - no word of a person among its arguments
            (*COMMAND, kind),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold what a person sent
            env={} if os.name == "posix" else None,  # our secrets stand in the environment; Windows cannot start without
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return b""
    end = threading.Timer(PATIENCE, child.kill)
    end.start()
    with child:
        try:
            with contextlib.suppress(OSError):  # it ended, or will not read
                child.stdin.write(content)
            with contextlib.suppress(OSError):
                child.stdin.close()
            return child.stdout.read(LARGEST[kind])
        finally:
            end.cancel()
            child.kill()


def _read(kind: str, told: bytes) -> Made:
    """The answer of a child. One that broke off is a file that nobody can open; one that never began is no fault of it."""
    if not told.startswith(READY):
        log.error("what opens sounds and photographs does not start", extra={"fault": kind})
        raise Busy
    head, _, content = told.removeprefix(READY).partition(b"\n")
    try:
        about = json.loads(head)
        refused = REFUSALS.get(about.pop("refused", None))
        made = Made(kind, content, **about)
    except (ValueError, TypeError, AttributeError):
        log.warning("a file broke its child", extra={"fault": kind})
        raise NOT_ONE[kind] from None
    if refused or not content:
        raise refused or NOT_ONE[kind]
    return made
