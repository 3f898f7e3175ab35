"""`selko test`: everything that CI runs, in one command."""

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from selkoapp.cli import chromium
from selkoapp.cli.refusal import Refusal

ROOT = Path(__file__).parents[2]
FAST = "not browser and not slow and not postgres"


def tool(name: str) -> str:
    """The command of this name in the same environment as this Python."""
    return str(Path(sys.executable).with_name(name + (".exe" if os.name == "nt" else "")))


def steps(fast: bool, words: list[str]) -> list[tuple[str, list[str]]]:
    """What is run, in this order: (what it is, the command)."""
    chosen = ["-m", FAST] if fast else []
    return [
        ("Style of the source", [tool("ruff"), "check", "."]),
        ("Form of the source", [tool("ruff"), "format", "--check", "."]),
        ("Floors of the house", [tool("lint-imports"), "--no-cache"]),
        ("Tests", [tool("pytest"), "-n", "2", *chosen, *words]),
    ]


def postgres_step(words: list[str]) -> tuple[str, list[str]]:
    """The same tests but for browsers, on a PostgreSQL server of their own."""
    return "Tests on PostgreSQL", [tool("pytest"), "-n", "2", "-m", "not browser and not slow", *words]


def postgres_is_here(environ: dict[str, str]) -> bool:
    """Whether a PostgreSQL server is installed. Raises Refusal where everything is asked for (CI)."""
    if any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb"):
        return True
    if environ.get("SELKO_TEST_ALL"):
        raise Refusal("No PostgreSQL server was found. On Debian: apt-get install postgresql.")
    return False


def passes(told: str, command: list[str], environ: dict[str, str]) -> bool:
    """Run one step and tell its name."""
    print(f"\n== {told}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode == 0


def run(asked: Namespace) -> int:
    """All of it, or `fast`: 0 when all is well, else 1. Raises Refusal when the browser stories have no browser."""
    fast = asked.words[:1] == ["fast"]
    words = asked.words[1:] if fast else asked.words
    environ = dict(os.environ)
    if not fast:
        browser = chromium.find(fetch=True)
        if browser is None:
            raise Refusal(chromium.HOW_TO)
        environ["SELKO_CHROMIUM"] = browser
    planned = [(told, command, environ) for told, command in steps(fast, words)]
    if not fast and postgres_is_here(environ):
        planned.insert(-1, (*postgres_step(words), environ | {"SELKO_TEST_DATABASE": "postgresql"}))
    failed = [told for told, command, around in planned if not passes(told, command, around)]
    if failed:
        print(f"\nNot as it should be: {', '.join(failed)}", flush=True)
    return 1 if failed else 0  # when all is well, the last line is that of pytest
