"""A photograph made anew: at most 1600 pixels a side, upright, JPEG. Where and with what it was taken is gone.

HEIF is not read: a phone sends JPEG where the page asks for image/jpeg. Runs in the child only (child.py).
"""

import contextlib
import struct
import warnings
from io import BytesIO

# The formats are loaded before the child may open no more files; phones send MPO as JPEG.
from PIL import Image, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin

from selkoapp.media.faults import NotAPhoto, TooBig
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO
from selkoapp.media.sniff import form_of

LONGEST_SIDE, SHORTEST_SIDE = 1600, 16  # pixels
MOST_PIXELS = 50_000_000
QUALITY = 82
ORIENTATION = 0x0112
FORMATS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin)
BROKEN = (OSError, ValueError, SyntaxError, EOFError, struct.error, KeyError, TypeError, IndexError, OverflowError)
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Image.preinit()
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)  # Pillow only warns until twice the limit


def make(content: bytes) -> Made:
    """The photograph as it is kept. Raises NotAPhoto or TooBig."""
    form = form_of(PHOTO, content)
    try:
        with Image.open(BytesIO(content), formats=(form,)) as sent:
            picture = _painted(_upright(sent))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise TooBig from None
    except BROKEN:
        raise NotAPhoto from None
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Made(PHOTO, written.getvalue(), width=picture.width, height=picture.height)


def _upright(sent: Image.Image) -> Image.Image:
    """The picture as it was held. What else stands beside the pixels may be broken: it is not looked at."""
    if min(sent.size) < SHORTEST_SIDE:
        raise ValueError("too small to show anything")
    sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    turn = None
    with contextlib.suppress(*BROKEN):
        turn = UPRIGHT.get(sent.getexif().get(ORIENTATION))
    sent.load()
    sent.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return sent.transpose(turn) if turn is not None else sent


def _painted(picture: Image.Image) -> Image.Image:
    """The pixels alone, on white where one sees through: a new picture has nothing beside them."""
    seen = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    painted = Image.new("RGB", seen.size, "white")
    painted.paste(seen, mask=seen.getchannel("A") if seen.mode == "RGBA" else None)
    return painted
