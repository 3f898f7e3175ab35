"""Speech: the clip of a text, said once and then kept. Knows no person and no page; loads no engine."""

import contextlib
import hashlib
import hmac
import json
import logging
import threading
import time
from pathlib import Path
from typing import NamedTuple

from selkoapp.kernel.faults import Fault, Unavailable
from selkoapp.speech.cache import WORDS, Cache, Clip, Swept
from selkoapp.speech.child import Died, TimedOut
from selkoapp.speech.engines.shelf import LANGUAGES, ROBOTS, Voice, available
from selkoapp.speech.passages import Run
from selkoapp.speech.process import Sound, Utterance, VoiceFailed, Worker
from selkoapp.speech.quota import Quota
from selkoapp.speech.seats import Seats
from selkoapp.speech.text.plan import VERSION, plan

log = logging.getLogger("selkoapp.speech")

LONGEST = 2000  # characters: no part of a passage is as long
VOICE_REST = 30.0  # seconds during which a voice that does not start or hangs is not asked again
SWEEP_EVERY = 200  # new clips
DAY = 86_400.0  # seconds
GREETINGS = {"fi": "Hei", "sv": "Hej", "en": "Hello"}


class _Asked(NamedTuple):
    """What is to be one clip, and for whom."""

    runs: tuple[Run, ...]
    speed: str
    voice: str
    shelf: str
    listener: str


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
        self._quota, self._seats = Quota(), Seats()
        self._unswept, self._sweep_at = 0, 0.0
        self.stamp = hashlib.sha256(repr((VERSION, self._voices)).encode()).hexdigest()[:12]

    def voices(self, language: str) -> tuple[str, ...]:
        """The names of the voices of a language, the preferred first; none when speech is off."""
        return tuple(voice.engine for voice in self._voices.get(language, ()))

    def device_first(self, wished: str = "") -> tuple[str, ...]:
        """Languages in which a good voice of the device sounds better than ours, unless the wished voice has them."""
        spoken = {language: self.voices(language) for language in LANGUAGES}
        return tuple(language for language, ours in spoken.items() if wished not in ours and (not ours or ours[0] in ROBOTS))

    def clip(self, runs: tuple[Run, ...], speed: str, voice: str = "", shelf: str = WORDS, listener: str = "") -> Clip:
        """The clip of these runs, made if it is not kept yet. `voice` speaks where it has the language.

        Time of making is counted for the listener (quota.ADDRESS begins the key of an address); nobody ("") is not counted.
        Raises Busy when others wait already, Unavailable, and TooMany when too much was made for this listener.
        """
        if not 0 < sum(len(run.text) for run in runs) <= LONGEST:
            raise ValueError("no part is empty or as long")
        self._sweep_when_due()
        spoken = tuple(run if run.language in LANGUAGES else run._replace(language="en") for run in runs)
        asked = _Asked(spoken, speed, voice, shelf, listener)
        failed = {engine for engine, until in list(self._resting.items()) if until > time.monotonic()}
        try:
            if kept := self._kept(asked, self._chosen(asked, failed)):
                return kept
            self._quota.check(listener)
            return self._first_that_speaks(asked, failed)
        except OSError:  # what is kept cannot be read
            raise Unavailable from None

    def _chosen(self, asked: _Asked, failed: set[str]) -> list[Voice]:
        """The voice of each run. Raises Unavailable when a language has none left."""
        return [self._choose(run.language, asked.voice, failed) for run in asked.runs]

    def _choose(self, language: str, wished: str, failed: set[str]) -> Voice:
        able = [voice for voice in self._voices.get(language, ()) if voice.engine not in failed]
        if not able:
            raise Unavailable
        return next((voice for voice in able if voice.engine == wished), able[0])

    def _first_that_speaks(self, asked: _Asked, failed: set[str]) -> Clip:
        while True:
            chosen = self._chosen(asked, failed)
            try:
                return self._kept_or_made(asked, chosen)
            except VoiceFailed as failure:
                failed.add(self._blame(failure.engine, failure, failure.lasting))
            except (Died, TimedOut) as failure:
                suspect = min((each.engine for each in chosen), key=self._order.index)
                failed.add(self._blame(suspect, failure, isinstance(failure, TimedOut)))

    def _blame(self, engine: str, failure: Exception, lasting: bool) -> str:
        log.warning("a voice failed", extra={"fault": f"{engine}: {type(failure).__name__}"})
        if lasting:
            self._resting[engine] = time.monotonic() + VOICE_REST
        return engine

    def _kept(self, asked: _Asked, chosen: list[Voice]) -> Clip | None:
        kept = self._cache.get(asked.shelf, self._key(asked, chosen))
        return kept and kept._replace(usual=self._is_usual(asked, chosen))

    def _is_usual(self, asked: _Asked, chosen: list[Voice]) -> bool:
        return chosen == self._chosen(asked, set())

    def _kept_or_made(self, asked: _Asked, chosen: list[Voice]) -> Clip:
        key = self._key(asked, chosen)
        with self._cache.turn(key):
            if kept := self._kept(asked, chosen):
                return kept
            said = self._said(asked, chosen)
            made = Clip(said.content, said.starts, said.duration_ms, key, self._is_usual(asked, chosen))
            try:
                self._cache.put(asked.shelf, made)
            except OSError as refusal:
                log.warning("a clip is not kept", extra={"fault": type(refusal).__name__})
                return made._replace(usual=False)
            self._unswept += 1
            return made

    def _said(self, asked: _Asked, chosen: list[Voice]) -> Sound:
        """Have it said. The listener pays for the engine's time, not for waiting until others have been served."""
        with self._seats.taken(asked.listener), self._worker.turn():
            begun = time.monotonic()
            try:
                said = self._worker.say(_utterances(asked.runs, chosen), asked.speed)
            finally:
                seconds = time.monotonic() - begun
                self._quota.spend(asked.listener, seconds)
            log.info("said", extra={"ms": round(seconds * 1000, 1)})
            return said

    def _key(self, asked: _Asked, chosen: list[Voice]) -> str:
        """Tells nothing of the text to who does not know the secret; another as soon as anything would sound otherwise."""
        said = [(voice.engine, voice.version, *run) for voice, run in zip(chosen, asked.runs, strict=True)]
        told = json.dumps([VERSION, asked.speed, said])
        return hmac.new(self._secret, told.encode(), hashlib.sha256).hexdigest()

    def _sweep_when_due(self) -> None:
        """At the start, once a day, and sooner when much is new: nobody else might think of it."""
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
        """Start what speaks, in the background, so that the first listener does not wait for it; sweep as well."""
        self._sweep_when_due()
        threading.Thread(target=self._greet, name="warm", daemon=True).start()

    def _greet(self) -> None:
        for language, voices in self._voices.items():
            with contextlib.suppress(VoiceFailed, Died, TimedOut, Fault):
                self._worker.say(_utterances((Run(language, GREETINGS[language]),), [voices[0]]), "normal")

    def close(self) -> None:
        """End what speaks."""
        self._worker.close()


def _utterances(runs: tuple[Run, ...], chosen: list[Voice]) -> list[Utterance]:
    planned = [plan(run.text, run.language) for run in runs]
    return [
        Utterance(voice.engine, run.language, told.spoken, told.segments)
        for voice, run, told in zip(chosen, runs, planned, strict=True)
    ]
