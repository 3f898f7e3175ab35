"""A pyttsx3 driver, "selko", with which espeak-ng writes files.

pyttsx3's own driver returns before the file is there, reads past the end of the text (a crash from about 17 000
characters), loses the times of words, and waits for ever when a file cannot be written. This one keeps pyttsx3's
contract, but works synchronously: what `save_to_file` was asked is done, or has raised, when it returns.
"""

import ctypes
import sys
import wave
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import BinaryIO

import espeakng_loader

from selkoapp.speech.engines.bindings import espeak_ng

NAME = "selko"
DO_NOT_EXIT = 0x8000  # without it the library ends the whole process when its data is missing
WORD_GAP = 7  # espeak_WORDGAP; the bindings call 7 EMPHASIS by mistake
IPA = 2  # phonemes written with the signs of the International Phonetic Association
PARAMETERS = {
    "rate": espeak_ng.RATE,
    "volume": espeak_ng.VOLUME,
    "pitch": espeak_ng.PITCH,
    "range": espeak_ng.RANGE,
    "word_gap": WORD_GAP,
}


def initialise() -> int:
    """Start espeak-ng; samples a second. RuntimeError when its data is missing.

    The path to the data is kept in 160 bytes, too few for some checkouts: so it is told as a relative one.
    The child process stays in that folder, for the data is read again with every new voice.
    """
    hz = espeak_ng.Initialize(espeak_ng.AUDIO_OUTPUT_SYNCHRONOUS, 0, b".", DO_NOT_EXIT)
    if hz <= 0:
        raise RuntimeError("espeak-ng has no data")
    return hz


class Driver:
    """What pyttsx3 calls. Its names are pyttsx3's."""

    def __init__(self, proxy):
        self._proxy = proxy
        self._hz = initialise()
        self._pcm = bytearray()
        self._words: list[tuple[int, int, int]] = []
        espeak_ng.SetSynthCallback(self._on_sound)
