"""`selko pictograms`: the pictures of the catalogue, into the data folder."""

import sys
from argparse import Namespace
from pathlib import Path

from selkoapp.pictograms import shelf
from selkoapp.settings import from_environment


def build_with_progress(data: Path) -> shelf.Shelf:
    """Compose the pictures into the data folder; nothing to do when these stand there already."""

    def told(done: int, total: int) -> None:
        if sys.stdout.isatty() or done == total:
            print(f"\rPictures ... {done} of {total}", end=" ", flush=True)

    print("Pictures ...", end=" ", flush=True)
    built = shelf.build(data, told)
    print("ready.", flush=True)
    return built


def run(_asked: Namespace) -> int:
    """Build, and say what stands on the shelf now."""
    built = build_with_progress(from_environment().data)
    size = sum(file.stat().st_size for file in built.folder.rglob("*.svg"))
    print(f"{len(built.digests)} pictures, {size // 1000} kB, in {built.folder}")
    return 0
