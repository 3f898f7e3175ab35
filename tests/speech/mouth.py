"""Saying things in tests: a plan and the child's answer to it, and how to start the odd child."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from selkoapp.speech.passages import Run
from selkoapp.speech.process import Sound, Utterance, Worker
from selkoapp.speech.text.plan import Plan, plan

NO_VOICES = Path("no-voices")
ODD = Path(__file__).with_name("odd_worker.py")


def one(text: str, language: str = "fi") -> tuple[Run, ...]:
    """A clip's only run."""
    return (Run(language, text),)


HELLO = one("Hei vaan.")


def odd_command(log: Path | None = None) -> tuple[str, ...]:
    return (sys.executable, "-P", str(ODD), *([str(log)] if log else []))


def run_of(text: str, language: str = "fi", voice: str = "silent") -> Utterance:
    planned = plan(text, language)
    return Utterance(voice, language, planned.spoken, planned.segments)


def said(worker: Worker, voice: str, language: str, text: str, speed: str = "normal") -> tuple[Plan, Sound]:
    """The plan of a text, and its bare sound."""
    return plan(text, language), worker.say([run_of(text, language, voice)], speed, raw=True)


def lines(log: Path) -> list[str]:
    return log.read_text("utf-8").splitlines() if log.exists() else []


def alive(pid: int) -> bool:
    """Whether this process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def hundred_texts(say: Callable[[str], object], worker: Worker) -> list:
    """What four listeners hear of a hundred texts while their child is killed twenty times."""
    say("Hei.")
    with ThreadPoolExecutor(4) as listeners:
        asked = [listeners.submit(say, f"Teksti {number}.") for number in range(100)]
        for heard in asked[::5]:
            heard.exception()  # waits for it
            if living := worker._child:
                living.process.kill()
        return [heard.result() for heard in asked]


def say(worker: Worker, text: str = "Hei vaan", voice: str = "silent", language: str = "fi") -> Sound:
    return worker.say([run_of(text, language, voice)], "normal")
