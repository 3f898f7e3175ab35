"""Speech: the clip of a text, said once and then kept. Knows no person and no page; loads no engine."""

import contextlib
import hashlib
import hmac
import json
import logging
import threading
import time
import unicodedata
from pathlib import Path

from selkoapp.kernel.faults import Fault, Unavailable
from selkoapp.speech.cache import WORDS, Cache, Clip, Swept
from selkoapp.speech.child import Died, TimedOut
from selkoapp.speech.engines.shelf import Voice, available
from selkoapp.speech.process import Run, VoiceFailed, Worker
from selkoapp.speech.quota import Quota
from selkoapp.speech.text.plan import VERSION, plan

log = logging.getLogger("selkoapp.speech")

Part = tuple[tuple[str, str], ...]
"""What is one clip: languages and their texts, one after the other."""

LONGEST = 2000  # characters: no part of a passage is as long
MOST_NEW = 120  # clips a minute that one listener may have made
REST = 30.0  # seconds during which a voice that does not start or hangs is not asked again
SWEEP_EVERY = 200  # new clips
DAY = 86_400.0  # seconds
GREETINGS = {"fi": "Hei", "sv": "Hej", "en": "Hello"}

__all__ = ["Clip", "Part", "Speech", "Swept"]


class Speech:
    """What speaks in one installation. `wanted` are engines, the preferred first; none means that speech is off.

    `voices` is the folder of Piper's voice files, `secret` what makes the names of clips untellable.
    """

    def __init__(
        self, folder: Path, secret: str, wanted: tuple[str, ...], voices: Path, cache_bytes: int, worker: Worker | None = None
    ):
        self._voices = available(wanted, voices)
        self._order = wanted
        self._secret = secret.encode()
        self._cache = Cache(folder, cache_bytes)
        self._worker = worker or Worker(voices)
        self._resting: dict[str, float] = {}
        self._quota = Quota(MOST_NEW)
        self._unswept, self._sweep_at = 0, 0.0
        self.stamp = hashlib.sha256(repr((VERSION, self._voices)).encode()).hexdigest()[:12]

    def voices(self, language: str) -> tuple[str, ...]:
        """The names of the voices of a language, the preferred first; none when speech is off."""
        return tuple(voice.engine for voice in self._voices.get(language, ()))

    def clip(self, part: Part, speed: str, voice: str = "", shelf: str = WORDS, listener: str = "") -> Clip:
        """The clip of a part, made if it is not kept yet. `voice` speaks where it has the language.

        Raises Busy, Unavailable, and TooMany when this listener has had too many made; nobody ("") is not counted.
        """
        if not 0 < sum(len(text) for _, text in part) <= LONGEST:
            raise ValueError("no part is empty or as long")
        self._sweep_when_due()
        part = tuple((language if language in GREETINGS else "en", _clean(text)) for language, text in part)
        failed = {engine for engine, until in list(self._resting.items()) if until > time.monotonic()}
        while True:
            chosen = [self._choose(language, voice, failed) for language, _ in part]
            try:
                return self._kept_or_said(part, chosen, speed, shelf, listener)
            except OSError:  # the disk is full or not ours
                raise Unavailable from None
            except VoiceFailed as failure:
                failed.add(self._blame(failure.engine, failure, failure.lasting))
            except (Died, TimedOut) as failure:
                suspect = min((each.engine for each in chosen), key=self._order.index)
                failed.add(self._blame(suspect, failure, isinstance(failure, TimedOut)))

    def _choose(self, language: str, wished: str, failed: set[str]) -> Voice:
        able = [voice for voice in self._voices.get(language, ()) if voice.engine not in failed]
        if not able:
            raise Unavailable
        return next((voice for voice in able if voice.engine == wished), able[0])

    def _blame(self, engine: str, failure: Exception, lasting: bool) -> str:
        log.warning("a voice failed", extra={"fault": f"{engine}: {type(failure).__name__}"})
        if lasting:
            self._resting[engine] = time.monotonic() + REST
        return engine

    def _kept_or_said(self, part: Part, chosen: list[Voice], speed: str, shelf: str, listener: str) -> Clip:
        key = self._key(part, chosen, speed)
        if kept := self._cache.get(shelf, key):
            return kept
        with self._cache.turn(key):
            if kept := self._cache.get(shelf, key):
                return kept
            self._quota.count(listener)
            begun = time.monotonic()
            said = self._worker.say(_runs(part, chosen), speed)
            log.info("said", extra={"ms": round((time.monotonic() - begun) * 1000, 1)})
            self._unswept += 1
            return self._cache.put(shelf, key, said.content, said.starts, said.duration_ms)

    def _key(self, part: Part, chosen: list[Voice], speed: str) -> str:
        """Tells nothing of the text to who does not know the secret; another as soon as anything would sound otherwise."""
        said = [(voice.engine, voice.version, *run) for voice, run in zip(chosen, part, strict=True)]
        told = json.dumps([VERSION, speed, said])
        return hmac.new(self._secret, told.encode(), hashlib.sha256).hexdigest()

    def _sweep_when_due(self) -> None:
        """Once a day, and sooner when much is new: nobody else might think of it."""
        if self._unswept < SWEEP_EVERY and time.monotonic() < self._sweep_at:
            return
        self._unswept, self._sweep_at = 0, time.monotonic() + DAY
        threading.Thread(target=self.sweep, name="sweep", daemon=True).start()

    def drop(self, shelf: str) -> None:
        """Forget all clips of a thing that is gone."""
        self._cache.drop(shelf)

    def sweep(self) -> Swept:
        """Take away clips that are too old or too many."""
        return self._cache.sweep()

    def warm(self) -> None:
        """Start what speaks, in the background, so that the first listener does not wait for it."""
        threading.Thread(target=self._greet, name="warm", daemon=True).start()

    def _greet(self) -> None:
        for language, voices in self._voices.items():
            with contextlib.suppress(VoiceFailed, Died, TimedOut, Fault):
                self._worker.say(_runs(((language, GREETINGS[language]),), [voices[0]]), "normal")

    def close(self) -> None:
        """End what speaks."""
        self._worker.close()


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _runs(part: Part, chosen: list[Voice]) -> list[Run]:
    planned = [(language, plan(text, language)) for language, text in part]
    return [
        Run(voice.engine, language, told.spoken, told.segments) for voice, (language, told) in zip(chosen, planned, strict=True)
    ]
