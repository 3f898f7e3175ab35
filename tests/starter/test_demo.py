"""`selko demo`: started as a person would, twice, in a folder of its own."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from selkoapp.cli import command

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="ends it with a signal")]
PATIENCE = 120  # seconds: a machine under load makes 323 pictures


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def hear_ctrl_c() -> None:
    """A person's terminal does not ignore Ctrl+C; a test run in the background does, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Demo:
    """One demo that runs: what it told in its file, and what it said when it was stopped."""

    def __init__(self, folder: Path, *words: str):
        self.file, self.said = folder / "people.json", ""
        self.file.unlink(missing_ok=True)
        asked = ["demo", "--port", str(free_port()), "--data", str(folder / "data"), "--people", str(self.file), *words]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "selkoapp.cli", *asked],
            cwd=command.ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
            preexec_fn=hear_ctrl_c,
        )  # fmt: skip

    def __enter__(self) -> "Demo":
        ends = time.monotonic() + PATIENCE
        while not self.file.exists():
            assert self.process.poll() is None and time.monotonic() < ends, self.stop()
            time.sleep(0.1)
        self.told = json.loads(self.file.read_text("utf-8"))
        return self

    def stop(self) -> str:
        """Press Ctrl+C; returns all that it said."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.said += self.process.communicate(timeout=30)[0]
        return self.said

    def __exit__(self, *_about) -> None:
        self.stop()


def status_of(address: str) -> int:
    """The status of an answer. The room's certificate is its own, so nobody vouches for it."""
    context = ssl._create_unverified_context()  # noqa: S323
    try:
        with urllib.request.urlopen(address, context=context, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def test_ainos_plain_card_opens_and_a_second_start_makes_nothing_anew(tmp_path):
    with Demo(tmp_path) as first:
        assert set(first.told["people"]) >= {"aino", "mikko", "leila", "onni", "simo", "sara", "petra"}
        assert status_of(first.told["people"]["aino"]["card_plain"]) == 200
        assert status_of(first.told["base"] + "/readyz") == 200
        assert status_of(first.told["base"].replace("localhost", "127.0.0.1") + "/") == 200
    assert "Database ... made." in first.said and "Traceback" not in first.said
    assert first.process.returncode == 0
    with Demo(tmp_path) as second:
        assert status_of(second.told["people"]["aino"]["card_plain"]) == 200
        assert second.told["people"]["aino"] != first.told["people"]["aino"], "each start gives a new card"
    assert "Database ... ready." in second.said
    assert "Pictures ... ready." in second.said, "the pictures stand already"


def test_a_phone_that_says_nothing_stops_nobody_in_the_room(tmp_path):
    with Demo(tmp_path, "--lan") as shown:
        base = shown.told["base"]
        assert base.startswith("https://")
        host, port = base.removeprefix("https://").split(":")
        with socket.create_connection((host, int(port))):
            assert status_of(shown.told["people"]["aino"]["card_plain"]) == 200
    assert "each browser warns once" in shown.said and "█" in shown.said
    assert "Traceback" not in shown.said
