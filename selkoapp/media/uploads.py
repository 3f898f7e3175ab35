"""What a form brings. Call `received` first in a view: before anything reads the form, and before the database."""

from flask import request

from selkoapp.media.faults import Nothing
from selkoapp.media.sniff import LARGEST

AROUND = 100_000  # bytes that a form may have besides its file


def received(field: str, kind: str) -> bytes:
    """The file in this field of the form. Raises Nothing; a request that is too big ends with 413 before it is read.

    Every other view keeps the limit of SELKO_REQUEST_LIMIT; this lets its own view have more.
    """
    request.max_content_length = LARGEST[kind] + AROUND
    sent = request.files.get(field)
    if sent is None:
        raise Nothing
    return sent.stream.read(LARGEST[kind] + 1)
