"""./selko: what it decides before there is a venv. It runs in a folder of its own, with a Python that is broken on purpose."""

import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEAD = 'import sys\nsys.exit("no room left")\n'


@pytest.fixture
def place(tmp_path) -> Path:
    """A folder with the starter and the lock, as in a fresh clone."""
    for name in ("selko", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def starter(place):
    """The starter as a module, for a look at its single decisions."""
    loader = importlib.machinery.SourceFileLoader("starter", str(place / "selko"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("starter", loader))
    loader.exec_module(module)
    return module


def start(place: Path, *words: str, broken: Path | None = None) -> subprocess.CompletedProcess:
    environ = dict(os.environ, PYTHONPATH=str(broken) if broken else "", PYTHONDONTWRITEBYTECODE="1")
    command = [sys.executable, str(place / "selko"), *words]
    return subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60, check=False)


def pretend_ready(starter, status: int = 0) -> None:
    """A venv whose Python tells what it was called with, and ends with this status."""
    python = starter.python_of(starter.VENV)
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@"\nexit {status}\n')
    python.chmod(0o755)
    starter.STAMP.write_text(starter.stamp_now())


def test_an_old_python_gets_one_plain_sentence(starter, monkeypatch, capsys):
    monkeypatch.setattr(starter.sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(starter.sys, "version", "3.10.13 (main)")
    with pytest.raises(SystemExit) as ended:
        starter.main([])
    assert ended.value.code == 1
    assert capsys.readouterr().err == "\nSelkoapp needs Python 3.11 or newer. This is 3.10.13.\n"


def test_a_python_without_venv_gets_the_line_that_mends_it(starter, monkeypatch, capsys):
    monkeypatch.setattr(starter.importlib.util, "find_spec", lambda name: None if name == "ensurepip" else True)
    monkeypatch.setattr(starter.shutil, "which", lambda name: f"/usr/bin/{name}" if name in ("apt-get", "sudo") else None)
    with pytest.raises(SystemExit) as ended:
        starter.main(["demo"])
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert ended.value.code == 1
    assert f"    sudo apt-get install python{version}-venv\n" in capsys.readouterr().err
    assert not starter.VENV.exists()


@pytest.mark.parametrize(
    ("has", "line"),
    [
        ({"dnf", "sudo"}, "sudo dnf install python3-pip"),
        ({"dnf"}, "dnf install python3-pip"),
        (set(), "Install Python again, whole, from python.org."),
    ],
)
def test_the_mending_line_is_of_this_system(starter, monkeypatch, has, line):
    monkeypatch.setattr(starter.shutil, "which", lambda name: name if name in has else None)
    assert starter.mending_line() == line


def test_a_venv_that_breaks_off_leaves_nothing_and_tells_why(place, tmp_path_factory):
    broken = tmp_path_factory.mktemp("broken")
    (broken / "venv").mkdir()
    (broken / "venv" / "__init__.py").touch()
    (broken / "venv" / "__main__.py").write_text(DEAD)
    done = start(place, "demo", broken=broken)
    assert done.returncode == 1
    assert "Making .venv ... failed" in done.stdout
    assert "no room left" in done.stderr and "Traceback" not in done.stderr
    assert not (place / ".venv").exists()


@pytest.mark.skipif(os.name == "nt", reason="the pretended Python is a shell script")
def test_a_ready_venv_is_handed_over_to_at_once_with_words_and_status(place, starter):
    pretend_ready(starter, status=7)
    done = start(place, "demo", "--port", "8123")
    assert (done.stdout, done.returncode) == ("-P -m selkoapp.cli demo --port 8123\n", 7)


def test_another_lock_another_place_or_no_python_makes_it_anew(starter, monkeypatch, tmp_path):
    assert not starter.is_ready()
    pretend_ready(starter)
    assert starter.is_ready()
    with monkeypatch.context() as moved:
        moved.setattr(starter, "HOME", tmp_path / "elsewhere")
        assert not starter.is_ready()
    starter.LOCK.write_text(starter.LOCK.read_text() + "# newer\n")
    assert not starter.is_ready()
    starter.STAMP.write_text(starter.stamp_now())
    starter.python_of(starter.VENV).unlink()
    assert not starter.is_ready()


def test_a_set_up_that_was_cut_short_is_made_again(starter):
    pretend_ready(starter)
    starter.STAMP.unlink()
    assert not starter.is_ready()


def test_two_starts_take_turns_and_a_dead_one_holds_up_nobody(starter):
    with starter.TURN.open("a") as first, starter.TURN.open("a") as second:
        assert starter.hold(first)
        assert not starter.hold(second)
        first.close()
        assert starter.hold(second)


def test_the_second_of_two_starts_finds_all_done(starter, monkeypatch, capsys):
    waited = []

    def other_start_ends(_seconds):
        pretend_ready(starter)
        first.close()
        waited.append(True)

    monkeypatch.setattr(starter.time, "sleep", other_start_ends)
    first = starter.TURN.open("a")
    assert starter.hold(first)
    starter.set_up()
    assert waited and capsys.readouterr().out == "Another start is setting Selkoapp up. Waiting for it.\n"


def test_ctrl_c_ends_set_up_with_a_sentence(starter, monkeypatch, capsys):
    def interrupted(_turn):
        raise KeyboardInterrupt

    monkeypatch.setattr(starter, "make_venv", interrupted)
    with pytest.raises(SystemExit) as ended:
        starter.main([])
    assert ended.value.code == starter.ENDED
    assert capsys.readouterr().err == "\nStopped. The next start goes on from the beginning.\n"
