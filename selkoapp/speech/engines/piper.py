"""Piper: clear neural voices, if its package is installed and somebody has put voice files into <data>/voices.

With the package onnx beside it (`pip install piper-tts onnx`) it tells when each phoneme is said; else times are estimated.
"""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from piper import AudioChunk, PiperVoice, SynthesisConfig

from selkoapp.speech.engines.base import EngineFailed, Spoken, WordStart
from selkoapp.speech.engines.shelf import LANGUAGES, piper_voice

LENGTH = {"slow": 1.5, "normal": 1.2, "fast": 1.0}  # of every phoneme, against what the voice learned
LOUDNESS = 0.8
WORD = re.compile(r"\S*\w\S*")
AROUND = ("^", "$", " ")  # what the phonemes of a word stand between: begin, end, space


class Piper:
    """The engine. A voice is loaded when its language is first asked for (about a second)."""

    def __init__(self, voices: Path):
        self._files = {language: file for language in LANGUAGES if (file := piper_voice(voices, language))}
        self._loaded: dict[str, PiperVoice] = {}

    def _voice(self, language: str) -> PiperVoice:
        if language not in self._loaded:
            try:
                timed = find_spec("onnx") is not None
                self._loaded[language] = PiperVoice.load(self._files[language], include_alignments=timed)
            except (OSError, ValueError, KeyError, RuntimeError) as broken:
                raise EngineFailed("the voice file cannot be used") from broken
        return self._loaded[language]

    def speak(self, spoken: str, language: str, speed: str) -> Spoken:
        """See Engine."""
        voice = self._voice(language)
        manner = SynthesisConfig(length_scale=LENGTH[speed], volume=LOUDNESS)
        pcm, starts = bytearray(), []
        for chunk in voice.synthesize(spoken, manner, include_alignments=True):
            before = len(pcm) // 2
            starts += [(before + sample) * 1000 // chunk.sample_rate for sample in word_starts(chunk)]
            pcm += chunk.audio_int16_bytes
        if not pcm:
            raise EngineFailed("Piper says nothing for this")
        return Spoken(bytes(pcm), voice.config.sample_rate, list(_words(voice, spoken, starts)))


def word_starts(chunk: AudioChunk) -> Iterator[int]:
    """At which samples of this sentence a word begins."""
    sample, between = 0, True
    for aligned in chunk.phoneme_alignments or ():
        if between and aligned.phoneme not in AROUND:
            yield sample
        between = aligned.phoneme in AROUND
        sample += int(aligned.num_samples)


def _words(voice: PiperVoice, spoken: str, starts: list[int]) -> Iterator[WordStart]:
    """The words with their starts. A number is several words when it is said, and "in the" is one.

    So the text is phonemised up to the end of each word: how many more there are now are this one's.
    """
    before = 0
    for word in WORD.finditer(spoken):
        now = sum(len("".join(phonemes).split()) for phonemes in voice.phonemize(spoken[: word.end()]))
        if before < min(now, len(starts)):
            yield word.start(), len(word[0]), starts[before]
        before = now


def make(voices: Path) -> Piper:
    """The engine, for the child process."""
    return Piper(voices)
