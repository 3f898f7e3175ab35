"""Files made to break what opens them: good ones with bytes changed, cut off, and things that are something else."""

import random
import struct
from collections.abc import Iterator, Sequence

from tests.media.pictures import SIGNATURE, bomb, chunk, moving, photo
from tests.media.recordings import KINDS, STRANGE, film, recording

SOUNDS, PICTURES = 218, 1200
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PLAYLIST = b"ffconcat version 1.0\nfile /etc/passwd\n"


def spoilt(good: Sequence[bytes], how_many: int, seed: int) -> Iterator[bytes]:
    """Each good file in turn with up to 24 bytes changed, every fifth cut off as well; the same ones each time."""
    dice = random.Random(seed)
    for n in range(how_many):
        file = bytearray(good[n % len(good)])
        for _ in range(dice.randrange(1, 25)):
            # Often in the head, where a file says what it is.
            file[dice.randrange(min(len(file), 600) if dice.random() < 0.25 else len(file))] = dice.randrange(256)
        yield bytes(file[: dice.randrange(1, len(file))] if n % 5 == 0 else file)


def strange_sounds() -> list[bytes]:
    """What is no recording, or too much of one."""
    webm, mp4 = recording("webm"), recording("aac in mp4")
    return [
        b"",
        b"\x1a",
        b"\x1aE\xdf\xa3",
        b"OggS",
        b"\0\0\0\x20ftyp",
        SVG,
        PLAYLIST,
        b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        b"\x1aE\xdf\xa3" + PLAYLIST,
        b"OggS" + SVG,
        mp4[:40] + SVG + mp4[40:],
        webm + webm,
        mp4.replace(b"url \0\0\0\x01", b"url \0\0\0\0"),  # its sound stands in another file
        film(),
        film(sound=False),
        recording("webm", 0.1),
        recording("webm", 181),
        *(recording(kind) for kind in STRANGE),
    ]


def hostile_sounds() -> list[bytes]:
    strange = strange_sounds()
    good = [recording(kind, 1.0) for kind in KINDS]
    return strange + list(spoilt(good, SOUNDS - len(strange), seed=5))


def strange_pictures() -> list[bytes]:
    """What is no photograph, or far too much of one."""
    jpeg, png = photo("JPEG"), photo("PNG")
    return [
        b"",
        b"\xff\xd8\xff",
        SIGNATURE,
        b"RIFF\0\0\0\0WEBP",
        SVG,
        b"GIF89a" + bytes(50),
        b"II*\0" + bytes(50),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        jpeg[:20] + b"<script>alert(1)</script>" + jpeg[20:],
        jpeg + b"<script>alert(1)</script>",
        bomb(30_000),
        bomb(9_000),
        bomb(64, text=True),
        SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 0x7FFFFFFF, 0x7FFFFFFF, 8, 6, 0, 0, 0)) + png[33:],
        SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 6, 0, 0, 0)) + png[33:],
        photo("PNG", 8, 8),
        jpeg[: len(jpeg) // 2],
    ]


def hostile_pictures() -> list[bytes]:
    strange = strange_pictures()
    good = [photo(form, 200, 150) for form in ("JPEG", "PNG", "WEBP", "MPO")] + [moving("WEBP")]
    return strange + list(spoilt(good, PICTURES - len(strange), seed=3))
