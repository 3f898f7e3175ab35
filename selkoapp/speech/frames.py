"""What goes through the pipes between the web process and its speaking child: a JSON head, and bytes after it."""

import json
import struct
from typing import BinaryIO, NamedTuple

LENGTHS = struct.Struct(">II")  # of the head and of the body, in bytes


class Frame(NamedTuple):
    """One question or answer."""

    head: dict
    body: bytes = b""


def write(pipe: BinaryIO, frame: Frame) -> None:
    """Send it. Raises OSError when nobody reads any more."""
    head = json.dumps(frame.head).encode()
    pipe.write(LENGTHS.pack(len(head), len(frame.body)) + head + frame.body)
    pipe.flush()


def read(pipe: BinaryIO) -> Frame | None:
    """The next one; None when the other side has ended, also in the middle of one."""
    lengths = pipe.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head_length, body_length = LENGTHS.unpack(lengths)
    whole = pipe.read(head_length + body_length)
    if len(whole) < head_length + body_length:
        return None
    return Frame(json.loads(whole[:head_length]), whole[head_length:])
