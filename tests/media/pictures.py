"""Photographs as phones take them, made here: they know where, when and with what they were taken."""

import struct
import zlib
from functools import cache
from io import BytesIO

from PIL import Image

SECRET = "salaisuus"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def exif(orientation: int = 6) -> Image.Exif:
    """What a phone writes beside a picture: the place too."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = told[0x010E] = SECRET
    told.get_ifd(0x8825).update({1: "N", 2: (60.0, 10.0, 11.0), 3: "E", 4: (24.0, 56.0, 1.0)})
    return told


@cache
def photo(form: str = "JPEG", width: int = 400, height: int = 300, orientation: int = 6, mode: str = "RGB") -> bytes:
    """A picture of noise, held sideways, its left half dark. MPO is what some phones write and call JPEG."""
    picture = Image.effect_noise((width, height), 40).convert("RGB")
    picture.paste((20, 20, 20), (0, 0, width // 2, height))
    about = {"exif": exif(orientation)}
    if form in ("JPEG", "MPO"):
        about |= {"comment": SECRET.encode(), "xmp": f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode()}
    if form == "MPO":
        about |= {"save_all": True, "append_images": [picture.resize((40, 30))]}
    written = BytesIO()
    picture.convert(mode).save(written, form, **about)
    return written.getvalue()


@cache
def moving(form: str) -> bytes:
    """A picture that moves."""
    frames = [Image.new("RGB", (64, 48), (shade, 0, 0)) for shade in (0, 120, 240)]
    written = BytesIO()
    frames[0].save(written, form, save_all=True, append_images=frames[1:], duration=100)
    return written.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@cache
def bomb(side: int, text: bool = False) -> bytes:
    """A PNG of this many pixels a side and next to no bytes; or one whose comment swells."""
    packer = zlib.compressobj(9)
    row = b"\0" * (side // 8 + 1)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    comment = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000_000))) if text else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
    return SIGNATURE + head + comment + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
