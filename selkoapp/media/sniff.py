"""What a file is, by its first bytes. Its name and the type that a browser gives it are never believed.

FFmpeg, left to guess, opened an SVG and tried to follow a playlist: so it is told what to expect.
"""

from selkoapp.media.faults import NotAPhoto, NotASound, Nothing, TooBig
from selkoapp.media.models import PHOTO, SOUND

LARGEST = {SOUND: 6_000_000, PHOTO: 12_000_000}  # bytes
NOT_ONE = {SOUND: NotASound, PHOTO: NotAPhoto}

# (where the mark stands, the mark, what it is called by FFmpeg or Pillow)
MARKS = {
    SOUND: ((0, b"\x1aE\xdf\xa3", "matroska"), (4, b"ftyp", "mov"), (0, b"OggS", "ogg")),
    PHOTO: ((0, b"\xff\xd8\xff", "JPEG"), (0, b"\x89PNG\r\n\x1a\n", "PNG"), (8, b"WEBP", "WEBP")),
}


def form_of(kind: str, content: bytes) -> str:
    """The container or picture format. Raises Nothing, TooBig, NotASound or NotAPhoto."""
    if not content:
        raise Nothing
    if len(content) > LARGEST[kind]:
        raise TooBig
    for place, mark, form in MARKS[kind]:
        if content.startswith(mark, place):
            return form
    raise NOT_ONE[kind]
