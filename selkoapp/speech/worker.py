"""The child process that speaks: it reads questions from its input and answers them, one at a time.

Engines are C libraries and other programs, which crash, hang and print. Here they can: the web process ends this
process, starts another and asks again. What a person wrote comes only by the pipe, and is told to nobody else.
"""

import array
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from selkoapp.speech import bounds, frames, sound
from selkoapp.speech.align import align
from selkoapp.speech.engines.base import Engine, EngineFailed
from selkoapp.speech.frames import Frame

NOTHING = bytes(2 * 4410)  # a fifth of a second: what a text without a word sounds like
NOTHING_HZ = 22_050


class CannotStart(EngineFailed):
    """The engine is not here or does not start: no text would help."""


class Voices:
    """The engines of this process, each made when it is first asked for."""

    def __init__(self, folder: Path, make: Callable[[str, Path], Engine]):
        self._folder, self._make = folder, make
        self._made: dict[str, Engine] = {}

    def __getitem__(self, name: str) -> Engine:
        if name not in self._made:
            try:
                self._made[name] = self._make(name, self._folder)
            except (EngineFailed, ImportError) as missing:
                raise CannotStart(name) from missing
        return self._made[name]


def made(name: str, folder: Path) -> Engine:
    """The engine of this name. Its module is loaded only here: it may not be installed."""
    return importlib.import_module(f"selkoapp.speech.engines.{name}").make(folder)


def answer(asked: dict, voices: Voices) -> Frame:
    """The answer to a question: the runs said one after the other, or which voice failed."""
    joined, hz, starts, estimated = array.array("h"), 0, [], 0
    for run in asked["runs"]:
        if not run["segments"]:
            continue
        try:
            spoken = voices[run["voice"]].speak(run["spoken"], run["language"], asked["speed"])
        except EngineFailed as failed:
            return Frame({"failed": run["voice"], "lasting": isinstance(failed, CannotStart)})
        samples = sound.trim(sound.samples_of(spoken.pcm), spoken.hz)
        aligned = align(run["segments"], spoken.words, sound.length_ms(samples, spoken.hz))
        hz = hz or spoken.hz
        starts += [sound.length_ms(joined, hz) + start for start in aligned.starts]
        estimated += aligned.estimated
        joined += sound.at_rate(samples, spoken.hz, hz)
    if not starts:
        joined, hz = sound.samples_of(NOTHING), NOTHING_HZ
    return _told(joined, hz, asked.get("raw", False), starts=starts, estimated=estimated)


def _told(samples: array.array, hz: int, raw: bool, **times) -> Frame:
    heard = sound.level(samples)
    head = {"duration_ms": sound.length_ms(samples, hz), "hz": hz, "peak": heard.peak, "rms": heard.rms, **times}
    return Frame(head, samples.tobytes() if raw else sound.mp3(samples, hz))


def main(folder: Path, make: Callable[[str, Path], Engine] = made) -> None:
    """Answer until the input ends. What libraries print goes to the error output, never among the answers."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    bounds.end_with_parent()
    bounds.limit_memory()
    voices = Voices(folder, make)
    frames.write(answers, Frame({"ready": True}))
    while question := frames.read(questions):
        frames.write(answers, answer(question.head, voices))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
