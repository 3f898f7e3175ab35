"""requirements.lock holds what pyproject.toml asks for, with hashes, and says where nothing comes from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ASKED = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"]]


def pins(text: str) -> dict[str, tuple[str, int]]:
    """Name → (version, number of hashes)."""
    entries = re.split(r"\n(?=\w)", re.sub(r"(?m)^#.*\n", "", text).strip())
    read = [(re.match(r"([\w.-]+)==([^\s;\\]+)", entry), entry.count("--hash=sha256:")) for entry in entries]
    return {canonicalize_name(found[1]): (found[2], hashes) for found, hashes in read}


@pytest.fixture(scope="module")
def lock() -> str:
    return (ROOT / "requirements.lock").read_text("utf-8")


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.name)
def test_the_lock_holds_a_version_that_is_asked_for(lock, asked):
    version, _hashes = pins(lock).get(canonicalize_name(asked.name), (None, 0))
    assert version, f"{asked.name} is not locked. The first line of requirements.lock says how to make it anew."
    assert version in asked.specifier


def test_every_package_has_its_hash(lock):
    assert not [name for name, (_version, hashes) in pins(lock).items() if not hashes]


def test_no_registry_is_named(lock):
    assert "://" not in lock and "--index" not in lock
