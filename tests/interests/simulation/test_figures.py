"""Two hundred simulated people of each kind: how well favourites and habits are found. `selko simulate interests`."""

from argparse import Namespace
from functools import cache

import pytest

from selkoapp.cli import simulate
from selkoapp.interests.simulation.figures import KINDS, PEOPLE, SEED, Figures
from selkoapp.interests.sittings import MOST_PRESSES

pytestmark = pytest.mark.slow


@cache
def measured() -> dict[str, Figures]:
    """The figures of 200 people of each kind, measured once a process."""
    return {found.kind: found for found in simulate.everybody(PEOPLE, SEED)}


def figures(kind: str) -> Figures:
    return measured()[kind]


@pytest.mark.parametrize(
    ("kind", "after_one", "after_three"),
    [("noise-free", 0.90, 1.0), ("consistent, 10 % noise", 0.78, 0.92), ("consistent, 20 % noise", 0.70, 0.83)],
)
def test_favourites_are_found(kind, after_one, after_three):
    found = figures(kind).found
    assert found[0] >= after_one and found[-1] >= after_three


def test_whoever_says_yes_to_all_is_heard_nearly_as_well_as_without_noise():
    heard, ceiling = figures("says yes to all, 10 % noise").found, figures("says yes to all, noise-free").found
    for sitting in (0, -1):  # after one and after three, as for the others; after two it is 0.84 to 0.89, by the seed
        assert heard[sitting] >= 0.85 * ceiling[sitting]


def test_whoever_presses_one_side_is_heard_one_above_the_other():
    assert figures("left-sided, else 10 % noise").found[-1] >= 0.83


@pytest.mark.parametrize("kind", ["left-sided, else 10 % noise", "random"])
def test_habits_are_found(kind):
    assert figures(kind).flagged >= 0.95


def test_saying_yes_to_all_is_found():
    assert figures("says yes to all, 10 % noise").says_yes >= 0.95


@pytest.mark.parametrize("kind", ["noise-free", "consistent, 10 % noise", "consistent, 20 % noise"])
def test_nobody_consistent_is_told_to_have_a_habit(kind):
    assert figures(kind).flagged <= 0.05 and figures(kind).says_yes <= 0.05


@pytest.mark.parametrize(("kind", "right"), [("consistent, 10 % noise", 0.95), ("consistent, 20 % noise", 0.9)])
def test_what_is_called_settled_is_so(kind, right):
    assert figures(kind).settled_right >= right


@pytest.mark.parametrize("kind", KINDS)
def test_a_sitting_stays_short(kind):
    assert figures(kind).presses <= MOST_PRESSES


def test_the_table_has_a_line_for_each_kind(capsys):
    assert simulate.run(Namespace(people=2, seed=1)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:28].strip() for line in lines[1 : len(KINDS) + 1]] == list(KINDS)
