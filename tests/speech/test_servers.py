"""Two servers on one data folder, many listeners: each text is said once, whatever happens to what speaks."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

from selkoapp.cli import command
from selkoapp.kernel import db, schema
from tests.speech.mouth import alive

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")]
LISTENERS = 16
PATIENCE = 60  # seconds


class Server:
    """`selko run` on a data folder. Its log tells each text that it had said."""

    def __init__(self, data: Path, number: int):
        with socket.socket() as asked:
            asked.bind(("127.0.0.1", 0))
            port = asked.getsockname()[1]
        self.base, self.log = f"http://localhost:{port}", data / f"server{number}.log"
        settings = {
            "MODE": "test",
            "SECRET_KEY": "s" * 32,
            "DATA": str(data),
            "PORT": str(port),
            "SPEECH": "espeak",
            "HTTPS": "0",
        }
        environ = os.environ | {f"SELKO_{name}": value for name, value in settings.items()}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "selkoapp.cli", "run"], cwd=command.ROOT, env=environ, stdout=log, stderr=log
            )

    def await_ready(self) -> None:
        ends = time.monotonic() + PATIENCE
        while True:
            assert self.process.poll() is None and time.monotonic() < ends, self.log.read_text()
            try:
                urllib.request.urlopen(f"{self.base}/healthz", timeout=5).close()
                return
            except OSError:
                time.sleep(0.1)

    def children(self) -> list[int]:
        """The processes that it started and that live."""
        told = (task.read_text() for task in Path(f"/proc/{self.process.pid}/task").glob("*/children"))
        return [int(pid) for each in told for pid in each.split()]

    def said(self) -> int:
        lines = (json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{"))
        return sum(line.get("event") == "said" for line in lines)


@pytest.fixture
def servers(tmp_path, folder, the_app) -> Iterator[list[Server]]:
    (tmp_path / "pictograms").symlink_to(folder / "data" / "pictograms")
    engine = db.make_engine(f"sqlite:///{tmp_path / 'selkoapp.db'}")
    schema.upgrade(engine)
    engine.dispose()
    started = [Server(tmp_path, number) for number in range(2)]
    try:
        for server in started:
            server.await_ready()
        yield started
    finally:
        for server in started:
            server.process.kill()
            server.process.wait()


@pytest.fixture
def addresses(the_app, servers):
    """addresses(10, 100) → a hundred requests for ten texts of the app's own, at both servers in turn.

    Several texts begin with the same sentence, and so with the same clip: only one of them is taken.
    """
    by_beginning = {passage.parts()[0].runs: passage.named("s" * 32) for passage in the_app.extensions["own_words"]}

    def made(texts: int, requests: int) -> list[str]:
        names = list(islice(by_beginning.values(), texts))
        return [
            f"{servers[number % 2].base}/speech/x/{names[number // 2 % texts]}/0.{'json' if number % 3 else 'mp3'}"
            for number in range(requests)
        ]

    return made


def status_of(address: str) -> int:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.read()
        return answer.status


def test_sixteen_listeners_of_ten_texts_have_each_said_once(servers, addresses):
    with ThreadPoolExecutor(LISTENERS) as listeners:
        assert set(listeners.map(status_of, addresses(10, 100))) == {200}
    assert sum(server.said() for server in servers) == 10


def test_no_listener_notices_that_the_engine_is_killed(servers, addresses):
    """Twenty times and more, while a hundred texts are asked for at both servers."""
    killed = 0
    with ThreadPoolExecutor(LISTENERS) as listeners:
        asked = [listeners.submit(status_of, address) for address in addresses(100, 200)]
        for heard in asked[::8]:
            heard.exception()  # waits for it
            for pid in [pid for server in servers for pid in server.children()]:
                os.kill(pid, signal.SIGKILL)
                killed += 1
        assert {heard.result() for heard in asked} == {200}
    assert killed >= 20
    assert sum(server.said() for server in servers) == 100


def test_no_engine_is_left_when_servers_are_killed(servers, addresses):
    assert {status_of(address) for address in addresses(2, 4)} == {200}
    engines = [pid for server in servers for pid in server.children()]
    assert engines
    for server in servers:
        server.process.kill()
        server.process.wait()
    time.sleep(0.5)
    assert not [pid for pid in engines if alive(pid)]
