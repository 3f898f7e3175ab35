"""Word starts against the sound itself, for `figures.py`; a process of its own, for it loads engines.

To tell where a word's sound begins, the words are spoken with pauses between them: then each begins after silence.
"""

import array
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from selkoapp.speech import sound
from selkoapp.speech.engines import espeak
from selkoapp.speech.engines.base import Engine
from selkoapp.speech.engines.shelf import available
from selkoapp.speech.worker import made

SENTENCES = {
    "fi": (
        "Päivätoiminta alkaa aamulla kello yhdeksän.",
        "Ruokalassa on tänään perunamuusia ja lihapullia.",
        "Ohjaaja auttaa sinua, jos et osaa lähettää viestiä.",
        "Voit valita kuvan, joka kertoo, miltä sinusta tuntuu.",
        "Tule mukaan retkelle huomenna kaikille avoimeen puistoon.",
        "Ota sadetakki ja eväät mukaan.",
        "Bussi lähtee pysäkiltä aina puolen tunnin välein.",
        "Kirjoita paperille, mitä haluat tehdä ensi viikolla.",
    ),
    "sv": (
        "Dagverksamheten börjar klockan nio på morgonen.",
        "Handledaren hjälper dig om du inte kan skicka meddelandet.",
        "Om du blir sjuk, ring genast till gruppboendet.",
        "Ta med dig en regnjacka och matsäck.",
    ),
    "en": (
        "Your instructor will help you if you cannot send the message.",
        "You can choose a picture that shows how you feel.",
        "If you get sick, call the group home at once.",
    ),
}
LOUD = 250  # of 32767: a sample as loud is sound
BEFORE = 60  # milliseconds before a word's start from where its sound is looked for
LOOK = 500  # looks a second
PAUSE = 25  # steps of about 10 ms between words: longer than any silence inside one


def measure(wanted: tuple[str, ...], voices: Path) -> Iterator[tuple[str, str, list[int]]]:
    """Of each voice its engine, its language, and how many milliseconds late each word's start is told (early: below 0)."""
    for language, ours in available(wanted, voices).items():
        for voice in ours:
            engine = with_pauses() if voice.engine == "espeak" else made(voice.engine, voices)
            late = [each for text in SENTENCES[language] for each in lateness(engine, voice.engine, text, language)]
            yield voice.engine, language, late


def with_pauses() -> Engine:
    """espeak-ng that leaves a pause after each word."""
    return espeak.Espeak({language: manner._replace(word_gap=PAUSE) for language, manner in espeak.MANNERS.items()})


def lateness(engine: Engine, name: str, text: str, language: str) -> Iterator[int]:
    """By how many milliseconds each word's start is told later than it sounds."""
    if name != "espeak":  # a comma makes the pause
        text = ", ".join(word.strip(",.") for word in text.split()) + "."
    spoken = engine.speak(text, language, "normal")
    samples = sound.samples_of(spoken.pcm)
    for _, _, at_ms in spoken.words:
        yield at_ms - onset(samples, spoken.hz, at_ms)


def onset(samples: array.array, hz: int, near_ms: int) -> int:
    """The millisecond at which sound begins after silence, near this one. Before all of it there is silence too."""
    step = hz // LOOK
    at = (near_ms - BEFORE) * hz // 1000
    while at < len(samples) and _loud(samples, at, step):  # the end of the word before
        at += step
    while at < len(samples) and not _loud(samples, at, step):
        at += step
    return at * 1000 // hz


def _loud(samples: array.array, at: int, step: int) -> bool:
    return at >= 0 and max(map(abs, samples[at : at + step])) >= LOUD


if __name__ == "__main__":
    sys.stdout.write("\n" + json.dumps(list(measure(tuple(sys.argv[2:]), Path(sys.argv[1])))) + "\n")
