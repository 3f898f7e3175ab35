"""`selko media sweep`: files of sounds and photographs that no row names go. The server does it once a day by itself."""

from argparse import Namespace

from selkoapp.cli.database import engine_of
from selkoapp.media.store import FOLDER, Store
from selkoapp.media.upkeep import sweep_now
from selkoapp.settings import from_environment


def run_sweep(_asked: Namespace) -> int:
    """Sweep once, and say how many files went."""
    settings = from_environment()
    print(f"Files taken away: {sweep_now(engine_of(settings), Store(settings.data / FOLDER))}")
    return 0
