"""A pyttsx3 driver, "selko", with which espeak-ng writes files.

pyttsx3's own driver returns before the file is there, reads past the end of the text (a crash from about 17 000
characters), loses the times of words, and waits for ever when a file cannot be written. This one keeps pyttsx3's
contract, but works synchronously: what `save_to_file` was asked is done, or has raised, when it returns.
"""

import ctypes
import os
import sys
import wave
from pathlib import Path
from typing import BinaryIO

import espeakng_loader

from selkoapp.speech.engines.bindings import espeak_ng

NAME = "selko"
DO_NOT_EXIT = 0x8000  # without it the library ends the whole process when its data is missing
WORD_GAP = 7  # espeak_WORDGAP; the bindings call 7 EMPHASIS by mistake
IPA = 2  # phonemes in the signs of the International Phonetic Association
PARAMETERS = {
    "rate": espeak_ng.RATE,
    "volume": espeak_ng.VOLUME,
    "pitch": espeak_ng.PITCH,
    "range": espeak_ng.RANGE,
    "word_gap": WORD_GAP,
}


def initialise() -> int:
    """Start espeak-ng; samples a second. RuntimeError when its data is missing.

    It keeps the path to its data in 160 bytes, too few for some checkouts. So the path is told as a relative one, and
    this process stays in that folder: data is read again with every new voice.
    """
    os.chdir(Path(espeakng_loader.get_data_path()).parent)
    hz = espeak_ng.Initialize(espeak_ng.AUDIO_OUTPUT_SYNCHRONOUS, 0, b".", DO_NOT_EXIT)
    if hz <= 0:
        raise RuntimeError("espeak-ng finds no data")
    return hz


def set_voice(name: str) -> None:
    """Speak with this voice from now on. ValueError when there is none of this name."""
    if espeak_ng.SetVoiceByName(name.encode()) != espeak_ng.EE_OK:
        raise ValueError(f"no voice {name}")


def phonemes(text: str, voice: str) -> str:
    """How this voice would say the text. Tells whether the right language's data is there."""
    set_voice(voice)
    to_phonemes = espeak_ng.dll.espeak_TextToPhonemes
    to_phonemes.restype = ctypes.c_char_p
    to_phonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value:
        clauses.append(to_phonemes(ctypes.byref(rest), espeak_ng.CHARS_UTF8, IPA).decode())
    return " ".join(clauses)


class Driver:
    """What pyttsx3 calls; the names of the methods are pyttsx3's."""

    def __init__(self, proxy):
        self._proxy = proxy
        self._hz = initialise()
        self._pcm = bytearray()
        self._words: list[tuple[int, int, int]] = []
        espeak_ng.SetSynthCallback(self._on_sound)

    def _on_sound(self, samples, count, events) -> int:
        at = 0
        while events[at].type != espeak_ng.EVENT_LIST_TERMINATED:
            event = events[at]
            if event.type == espeak_ng.EVENT_WORD and event.length > 0:
                self._words.append((event.text_position - 1, event.length, event.audio_position))
            at += 1
        if samples and count > 0:
            self._pcm += ctypes.string_at(samples, count * 2)
        return 0  # go on

    def save_to_file(self, text: str, file: BinaryIO) -> None:
        """Write the text's sound as WAV, and tell every word: `location` counts from 0, `at_ms` in the sound."""
        self._pcm.clear()
        self._words.clear()
        told = text.replace("\0", " ").encode()
        done = espeak_ng.cSynth(told, len(told) + 1, 0, espeak_ng.POS_CHARACTER, 0, espeak_ng.CHARS_UTF8, None, None)
        if done != espeak_ng.EE_OK:
            raise RuntimeError(f"espeak_Synth gave {done}")
        for location, length, at_ms in self._words:
            self._proxy.notify("started-word", name="", location=location, length=length, at_ms=at_ms)
        with wave.open(file, "wb") as written:
            written.setnchannels(1)
            written.setsampwidth(2)
            written.setframerate(self._hz)
            written.writeframes(self._pcm)
        self._proxy.notify("finished-utterance", completed=True)

    def setProperty(self, name: str, value) -> None:
        """Set the voice, or one of PARAMETERS."""
        if name == "voice":
            set_voice(value)
        else:
            espeak_ng.SetParameter(PARAMETERS[name], int(value), 0)

    def startLoop(self) -> None:
        """Do all that is queued: the last of it ends the loop."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:
        """Nothing runs on after startLoop has returned."""

    def stop(self) -> None:
        """Nothing is being said between two calls."""

    def say(self, text: str) -> None:
        """A server has no loudspeaker."""
        raise NotImplementedError

    def destroy(self) -> None:
        """The library is let go with the process: ending it earlier fails."""


def buildDriver(proxy) -> Driver:  # noqa: N802 - pyttsx3 looks for this name
    """The driver, for pyttsx3."""
    return Driver(proxy)


sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
