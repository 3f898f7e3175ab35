"""Sound as numbers: cutting silence off, joining, level, MP3. Samples are 16-bit, mono."""

import array
from collections.abc import Sequence
from typing import NamedTuple

import lameenc

QUIET = 40  # of 32767: below it is silence
KEPT = 120  # milliseconds of silence that stay at the end
BITRATE = 40  # kbit/s: speech is as clear as at 64
QUALITY = 5  # of LAME, 0 (slow) to 9
LEVEL_STEP = 16  # every so many samples are enough to tell the level


class Level(NamedTuple):
    """How loud: the highest sample, and the root of the mean square."""

    peak: int
    rms: int


def samples_of(pcm: bytes) -> array.array:
    """The samples of raw sound."""
    samples = array.array("h")
    samples.frombytes(pcm)
    return samples


def trim(samples: array.array, hz: int) -> array.array:
    """Without the long silence that engines leave at the end."""
    end = len(samples)
    while end and abs(samples[end - 1]) < QUIET:
        end -= 1
    return samples[: end + KEPT * hz // 1000]


def at_rate(samples: array.array, hz: int, wanted: int) -> array.array:
    """The same sound with another number of samples a second, by straight lines between its samples."""
    if hz == wanted or len(samples) < 2:
        return samples
    step, last = hz / wanted, len(samples) - 2
    places = ((at := n * step, min(int(at), last)) for n in range(len(samples) * wanted // hz))
    return array.array("h", (round(samples[i] + (samples[i + 1] - samples[i]) * min(at - i, 1)) for at, i in places))


def length_ms(samples: Sequence[int], hz: int) -> int:
    """How long it sounds, in whole milliseconds."""
    return len(samples) * 1000 // hz


def level(samples: array.array) -> Level:
    """How loud it is."""
    if not samples:
        return Level(0, 0)
    some = samples[::LEVEL_STEP]
    return Level(max(max(samples), -min(samples)), round((sum(x * x for x in some) / len(some)) ** 0.5))


def mp3(samples: array.array, hz: int) -> bytes:
    """As MP3, which every browser plays. Players start it about 50 ms late: the encoder's delay, the same at each length."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(BITRATE)
    encoder.set_in_sample_rate(hz)
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())
