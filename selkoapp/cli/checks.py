"""`selko test`: everything that CI runs, in one command."""

import os
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
        ("Tests", [tool("pytest"), "-n", "2", "--dist", "loadgroup", *chosen, *words]),
    ]


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
    failed = []
    for told, command in steps(fast, words):
        print(f"\n== {told}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode:
            failed.append(told)
    if failed:
        print(f"\nNot as it should be: {', '.join(failed)}", flush=True)
    return 1 if failed else 0  # when all is well, the last line is that of pytest
