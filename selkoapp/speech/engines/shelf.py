"""Which voices there are. Loads no engine: the web process asks this, only the child process speaks."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("fi", "sv", "en")
ROBOTS = ("espeak",)  # clear, but tiring: a good voice of the listener's own device comes before them
SUOPUHE = Path("/usr/share/festival/voices/finnish/suo_fi_lj_diphone/group/ljlpc.group")  # Debian's festvox-suopuhe-lj
MAKERS = ("sound.py", "align.py", "worker.py", "engines/bindings.py", "engines/driver.py")  # beside the engine's own file


class Voice(NamedTuple):
    """A voice that can be asked for. Its version changes with whatever would change its sound or its times."""

    engine: str
    language: str
    version: str


def available(wanted: tuple[str, ...], voices: Path) -> dict[str, tuple[Voice, ...]]:
    """The voices of each language that has one, in the order wanted. `voices` is the folder of Piper's voice files."""
    found = [voice for engine in wanted for voice in _voices(engine, voices)]
    by_language = {language: tuple(voice for voice in found if voice.language == language) for language in LANGUAGES}
    return {language: ours for language, ours in by_language.items() if ours}


def piper_voice(voices: Path, language: str) -> Path | None:
    """The file of Piper's voice in this language ("fi_FI-harri-medium.onnx"), if its description lies beside it."""
    candidates = sorted(voices.glob(f"{language}_*.onnx"))
    return next((file for file in candidates if file.with_name(file.name + ".json").exists()), None)


def _voices(engine: str, voices: Path) -> Iterator[Voice]:
    for language, what in _PRESENT[engine](voices):
        yield Voice(engine, language, hashlib.sha256(f"{_code(engine)} {what}".encode()).hexdigest()[:16])


def _espeak(_voices: Path) -> Iterator[tuple[str, str]]:
    if find_spec("pyttsx3") and find_spec("espeakng_loader"):
        for language in LANGUAGES:
            yield language, f"{version('pyttsx3')} {version('espeakng-loader')}"


def _festival(_voices: Path) -> Iterator[tuple[str, str]]:
    program = shutil.which("festival")
    if program and SUOPUHE.exists():
        yield "fi", f"{_state(Path(program))} {_state(SUOPUHE)}"


def _piper(voices: Path) -> Iterator[tuple[str, str]]:
    if not find_spec("piper"):
        return
    for language in LANGUAGES:
        if file := piper_voice(voices, language):
            yield language, f"{version('piper-tts')} {file.name} {_state(file)} {bool(find_spec('onnx'))}"


def _silent(_voices: Path) -> Iterator[tuple[str, str]]:
    yield from ((language, "") for language in LANGUAGES)


_PRESENT: dict[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    "espeak": _espeak,
    "festival": _festival,
    "piper": _piper,
    "silent": _silent,
}


def _state(file: Path) -> str:
    seen = file.stat()
    return f"{seen.st_size} {seen.st_mtime_ns}"


@cache
def _code(engine: str) -> str:
    """A hash of the code that makes the sound: nobody has to remember a number when it changes."""
    room = files("selkoapp.speech")
    whole = hashlib.sha256()
    for name in (*MAKERS, f"engines/{engine}.py"):
        whole.update(room.joinpath(name).read_bytes())
    return whole.hexdigest()
