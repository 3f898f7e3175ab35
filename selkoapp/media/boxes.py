"""The boxes that an MP4 file is made of (ISO/IEC 14496-12).

The table of a sound is written last, when all is known, but a player needs it first. FFmpeg would move it only in a
file on disk; here it is moved in memory, so that the child may open no file at all.
"""

import struct
from collections.abc import Iterator

NUMBER = struct.Struct(">I")
TABLE_HEAD = 12  # bytes from the name of the table of places to its first place: name, version, count


def boxes(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and whole content of each box, in the order of the file."""
    place = 0
    while place < len(file):
        (size,) = NUMBER.unpack_from(file, place)
        yield file[place + 4 : place + 8], file[place : place + size]
        place += size


def moov_first(file: bytes) -> bytes:
    """The same file with its table behind the first box. It must have one track and be smaller than 4 GB."""
    found = dict(boxes(file))
    table = bytearray(found.pop(b"moov"))
    begin = table.index(b"stco")
    (count,) = NUMBER.unpack_from(table, begin + 8)
    for entry in range(count):
        place = begin + TABLE_HEAD + entry * NUMBER.size
        NUMBER.pack_into(table, place, NUMBER.unpack_from(table, place)[0] + len(table))
    first = found.pop(b"ftyp")
    return b"".join((first, table, *found.values()))
