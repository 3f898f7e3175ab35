"""`selko speech check | render | sweep`: does it speak, say everything of ours beforehand, take old sound away."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from selkoapp.app import create_app
from selkoapp.cli.refusal import Refusal
from selkoapp.kernel.faults import Busy, Unavailable
from selkoapp.settings import Settings, from_environment
from selkoapp.speech import figures
from selkoapp.speech.cache import Cache
from selkoapp.speech.child import Died, TimedOut
from selkoapp.speech.engines.shelf import Voice, available
from selkoapp.speech.process import Utterance, VoiceFailed, Worker
from selkoapp.speech.text.plan import plan

QUIETEST, LOUDEST, HIGHEST = 800, 8000, 32_767  # bounds of a clear voice: root of the mean square, and peak
SILENT = "No voice was found. Speech comes from the listener's own device."


def run_check(asked: Namespace) -> int:
    """Every voice says a sentence; with --figures also how exact and how soon. 1 when one of them does not hold."""
    settings = from_environment()
    found = available(settings.speech, _voices_folder(settings))
    if not found:
        print(SILENT)
        return 1 if settings.speech else 0
    holds = all([_tell(voice, *said) for voice, *said in _said(found, _voices_folder(settings))])
    if asked.figures:
        holds = _tell_figures(settings) and holds
    return 0 if holds else 1


def _voices_folder(settings: Settings) -> Path:
    return settings.data / "voices"


def _said(found: dict[str, tuple[Voice, ...]], folder: Path) -> Iterator[tuple[Voice, str, bool]]:
    """Each voice, what came of its sentence, and whether that was good."""
    worker = Worker(folder)
    for language, voices in found.items():
        told = plan(figures.SIX_WORDS[language], language)
        for voice in voices:
            try:
                said = worker.say([Utterance(voice.engine, language, told.spoken, told.segments)], "normal")
            except (VoiceFailed, Died, TimedOut, Unavailable) as failure:
                yield voice, f"does not speak ({type(failure).__name__})", False
                continue
            good = QUIETEST <= said.rms <= LOUDEST and said.peak <= HIGHEST and len(said.starts) == len(told.units)
            seconds = said.duration_ms / 1000
            yield voice, f"{seconds:.1f} s, {len(said.starts)} words, level {said.rms}, peak {said.peak}", good
    worker.close()


def _tell(voice: Voice, what: str, good: bool) -> bool:
    print(f"{voice.language} {voice.engine:9} {what}  {'ok' if good else 'NOT GOOD'}")
    return good


def _tell_figures(settings: Settings) -> bool:
    folder = _voices_folder(settings)
    print(f"\nStarts of words against their sound (median <= {figures.NEAR} ms, 95 of 100 <= {figures.FAR} ms)")
    times = figures.word_times(settings.speech, folder)
    for each in times:
        told = f"{each.words} words, median {each.median} ms, 95 of 100 within {each.of_95} ms"
        print(f"{each.language} {each.engine:9} {told}  {'ok' if each.good else 'NOT GOOD'}")
    print("\nUntil a clip of six words is there, engine warm (medians)")
    for first in figures.first_sound(settings.speech, folder):
        print(f"{first.language} {first.engine:9} new {first.new} ms, kept {first.kept} ms")
    return all(each.good for each in times)


def run_render(asked: Namespace) -> int:
    """Say all words of the app's own, so that nobody waits for them."""
    app = create_app(from_environment())
    speech, words = app.extensions["speech"], list(app.extensions["own_words"])
    try:
        for done, passage in enumerate(words, start=1):
            for part in passage.parts():
                speech.clip(part.runs, asked.speed)
            if sys.stdout.isatty() or done == len(words):
                print(f"\rTexts ... {done} of {len(words)}", end=" ", flush=True)
    except (Unavailable, Busy):
        raise Refusal("A text could not be said. See: ./selko speech check") from None
    finally:
        speech.close()
    print("ready.")
    return 0


def run_sweep(_asked: Namespace) -> int:
    """Take away sound that is too old or too much. Clips of messages go after seven days."""
    settings = from_environment()
    swept = Cache(settings.data / "speech", settings.speech_cache).sweep()
    print(f"{swept.removed} clips taken away, {swept.kept // 1_000_000} MB of our own words kept.")
    return 0
