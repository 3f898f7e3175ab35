"""`selko simulate interests`: how well the pairs find what simulated people want."""

from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from sqlalchemy.orm import Session

from selkoapp.interests.simulation import figures
from selkoapp.interests.simulation.figures import Figures
from selkoapp.kernel.db import make_engine
from selkoapp.models import Base

HEADS = ("who", "found 1", "found 2", "found 3", "sided", "yes", "contra", "flagged", "settled", "right", "presses")
MEANING = """
found: share of the true top three among the best three, after so many sittings of at most six pairs
sided: presses one side; yes: says yes to nearly all; contra: contradicts; flagged: sided or contra
settled: share of the best three that is called settled; right: how much of that is so; presses: the most in a sitting
"""


def run(asked: Namespace) -> int:
    """Print the figures of each kind of people, as they are ready."""
    print(_row(HEADS))
    for measured in everybody(asked.people, asked.seed):
        print(_row(_told(measured)), flush=True)
    print(MEANING)
    return 0


def everybody(people: int, seed: int) -> Iterator[Figures]:
    """The figures of every kind, in their order. Each kind has a database and a process of its own."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from pool.map(partial(one_kind, people, seed), figures.KINDS)


def one_kind(people: int, seed: int, kind: str) -> Figures:
    """The figures of one kind."""
    with fleeting() as session:
        return figures.measure(session, kind, people, seed)


@contextmanager
def fleeting() -> Iterator[Session]:
    """A session of a database that is in memory only, with every table, and gone afterwards."""
    engine = make_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


def _told(measured: Figures) -> tuple[str, ...]:
    shares = (measured.sided, measured.says_yes, measured.contradicts, measured.flagged, measured.settled)
    *told, right = (f"{share:.3f}" for share in (*measured.found, *shares, measured.settled_right))
    return (measured.kind, *told, right if measured.settled else "-", str(measured.presses))


def _row(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:28}" + "".join(f"{cell:>9}" for cell in cells[1:])
