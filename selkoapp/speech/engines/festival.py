"""Festival with Debian's Finnish voice suopuhe-lj: much clearer than espeak-ng. Linux only, as its packages are."""

import io
import os
import re
import subprocess
import wave
from pathlib import Path

from selkoapp.speech import bounds
from selkoapp.speech.engines.base import EngineFailed, Spoken

STRETCH = {"slow": 1.6, "normal": 1.35, "fast": 1.1}
HEAP = 2_000_000  # cells: a quarter of the memory that it takes by itself
START = """
(voice_suo_fi_lj_diphone)
(define (selko text file stretch)
  (Parameter.set 'Duration_Stretch stretch)
  (let ((utt (utt.synth (eval (list 'Utterance 'Text text)))))
    (utt.save.wave utt file 'riff)
    (mapcar
      (lambda (token)
        (if (item.daughters token)
          (let ((word (car (item.daughters token))) (first "R:SylStructure.daughter1.daughter1."))
            (format t "word %f %f %s\\n" (item.feat word 'word_start)
              (item.feat word (string-append first "end")) (item.feat word (string-append first "name"))))))
      (utt.relation.items utt 'Token))
    (format t "said\\n")))
"""
STOPS = ("p", "t", "k")
CLOSED = 0.65  # of a stop at the beginning of a word is silence: its sound begins after that
END = '(format t "end\\n") (fflush nil)\n'
WORD = re.compile(r"\S+")
UNSAFE = re.compile(r"[^\w.,;:!?%-]|_")  # Scheme's quotes and brackets among them


class Festival:
    """The engine: one Festival that stays, asked by its pipe. Its sound goes through memory, never onto a disk."""

    def __init__(self):
        self._sound = os.memfd_create("sound")
        self._process = subprocess.Popen(  # noqa: S603 - no text among its arguments
            ["festival", "--heap", str(HEAP), "--pipe"],  # noqa: S607 - found on the path, as a person would start it
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[self._sound],
            preexec_fn=bounds.end_with_parent,  # safe: this process has one thread
        )
        self._ask(START)

    def _ask(self, scheme: str) -> list[str]:
        """What Festival prints until it has done this. After a mistake it goes on with what follows: END is always said."""
        self._process.stdin.write((scheme + END).encode("latin-1"))
        self._process.stdin.flush()
        lines = []
        for line in self._process.stdout:
            if line.strip() == b"end":
                return lines
            lines.append(line.decode("latin-1").strip())
        raise BrokenPipeError  # Festival ended: so does this process, and another starts another Festival

    def speak(self, spoken: str, language: str, speed: str) -> Spoken:
        """See Engine."""
        places, said = _tokens(spoken)
        if not said:
            raise EngineFailed("Festival has no letters for this")
        text = " ".join(said)
        lines = self._ask(f'(selko "{text}" "/proc/self/fd/{self._sound}" {STRETCH[speed]})\n')
        if "said" not in lines:
            raise EngineFailed("Festival could not say it")
        starts = [_start(*line.split()[1:]) for line in lines if line.startswith("word ")]
        words = [(*place, start) for place, start in zip(places, starts, strict=True)] if len(starts) == len(places) else []
        with wave.open(io.BytesIO(self._read_sound())) as sound:
            return Spoken(sound.readframes(sound.getnframes()), sound.getframerate(), words)

    def _read_sound(self) -> bytes:
        return os.pread(self._sound, os.fstat(self._sound).st_size, 0)


def _start(begin: str, end: str, phoneme: str) -> int:
    """The millisecond at which a word is first heard, by its first phoneme's times in seconds."""
    silent = CLOSED if phoneme in STOPS else 0
    return round((float(begin) + silent * (float(end) - float(begin))) * 1000)


def _tokens(spoken: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the words are and how Festival gets them: in Latin-1, without what means something to Scheme."""
    places, said = [], []
    for found in WORD.finditer(spoken):
        word = UNSAFE.sub("", found[0].encode("latin-1", "ignore").decode("latin-1"))
        if re.search(r"\w", word):
            places.append((found.start(), len(found[0])))
            said.append(word)
    return places, said


def make(_voices: Path) -> Festival:
    """The engine, for the child process."""
    try:
        return Festival()
    except OSError as missing:
        raise EngineFailed("Festival does not start") from missing
