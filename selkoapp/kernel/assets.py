"""Style sheets, scripts and small pictures of our own, under an address that changes with their content.

Everything is read, joined and compressed once at start; there is no build step. `@import`s of the style sheet are
inlined, so that a page needs one request for its looks.
"""

import gzip
import hashlib
import mimetypes
import re
from pathlib import Path
from typing import NamedTuple

import brotli
from flask import Blueprint, Flask, Response, request, url_for

from selkoapp.kernel.access import access
from selkoapp.kernel.faults import NotFound

FOLDER = Path(__file__).parent.parent / "static"
FOREVER = "public, max-age=31536000, immutable"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json"}
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
LINE_REMARK = re.compile(r"(?<=\s)// .*$", re.MULTILINE)  # a test holds that no string of a script looks like one
IMPORT = re.compile(r'^@import "(?P<file>[^"]+)" layer\((?P<layer>[a-z-]+)\);$', re.MULTILINE)


class Asset(NamedTuple):
    """One file, whole and compressed."""

    kind: str
    body: bytes
    encoded: dict[str, bytes]


def join_imports(sheet: Path) -> str:
    """The style sheet with each `@import "x.css" layer(y);` replaced by that file inside its layer."""

    def inline(found: re.Match) -> str:
        part = join_imports(sheet.parent / found["file"])
        return f"@layer {found['layer']} {{\n{part}\n}}"

    return IMPORT.sub(inline, sheet.read_text("utf-8"))


def read_asset(path: Path) -> Asset:
    """Read one file, joined if it is a style sheet, with its br and gzip forms."""
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    body = _bare(path).encode() if path.suffix in (".css", ".js") else path.read_bytes()
    packed = {"br": brotli.compress(body), "gzip": gzip.compress(body, 9, mtime=0)}
    return Asset(kind, body, {name: form for name, form in packed.items() if len(form) < len(body)})


def _bare(path: Path) -> str:
    """A style sheet (joined) or a script without comments and indentation: a slow phone need not load them."""
    text = REMARK.sub("", join_imports(path) if path.suffix == ".css" else LINE_REMARK.sub("", path.read_text("utf-8")))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


class Shelf:
    """All assets of the app, by their path inside static/, and the hash over them all."""

    def __init__(self, folder: Path = FOLDER):
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".map")
        self.files = {path.relative_to(folder).as_posix(): read_asset(path) for path in files}
        digest = hashlib.sha256()
        for name, asset in self.files.items():
            digest.update(name.encode() + b"\0" + asset.body)
        self.hash = digest.hexdigest()[:16]


def send(asset: Asset) -> Response:
    """The asset in the smallest form that this browser takes."""
    best = next((name for name in ("br", "gzip") if name in request.accept_encodings and name in asset.encoded), None)
    response = Response(asset.encoded[best] if best else asset.body, content_type=f"{asset.kind}; charset=utf-8")
    if best:
        response.headers["Content-Encoding"] = best
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    return response


def register(app: Flask) -> None:
    """Serve the assets, and give templates `asset("css/main.css")`."""
    shelf = Shelf()
    bp = Blueprint("assets", __name__)

    @bp.get("/static/<stamp>/<path:name>")
    @access("anyone")
    def asset_file(stamp: str, name: str) -> Response:
        if stamp != shelf.hash or name not in shelf.files:
            raise NotFound
        return send(shelf.files[name])

    app.register_blueprint(bp)
    app.jinja_env.globals["asset"] = lambda name: url_for("assets.asset_file", stamp=shelf.hash, name=name)
