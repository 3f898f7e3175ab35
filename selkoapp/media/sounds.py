"""A recording made anew: AAC-LC, mono, 48 kHz, 64 kbit/s in an .m4a that begins to play before it is whole here.

What phones and browsers record is WebM, MP4 or Ogg with Opus or AAC in it; not every device plays each of them, and
what a browser has recorded does not know how long it is. Runs in the child only (child.py).
"""

from collections.abc import Iterator
from io import BytesIO

import av
import av.subtitles.stream  # else loaded with the first file, when no more files may be opened
from av.container import InputContainer

from selkoapp.media.boxes import moov_first
from selkoapp.media.faults import NotASound, TooLong, TooShort
from selkoapp.media.made import Made
from selkoapp.media.models import SOUND
from selkoapp.media.sniff import form_of

HZ = 48_000
BITS_A_SECOND = 64_000
SHORTEST, LONGEST = 0.3, 180.0  # seconds
RATES = range(8_000, 96_001)
CODECS = ("opus", "vorbis", "aac", "amrnb", "amrwb")  # the last two: recorders of old phones
LOOK = {"probesize": "1000000", "analyzeduration": "2000000", "protocol_whitelist": "none"}  # bytes, microseconds

av.logging.set_level(av.logging.PANIC)


def make(content: bytes) -> Made:
    """The recording as it is kept. Raises NotASound, TooLong or TooShort."""
    try:
        with av.open(BytesIO(content), format=form_of(SOUND, content), options=LOOK) as sent:
            file, samples = _encoded(_heard(sent))
    except (av.FFmpegError, ValueError, EOFError):
        raise NotASound from None
    if samples < SHORTEST * HZ:
        raise TooShort
    return Made(SOUND, moov_first(file), seconds=round(samples / HZ, 3))


def _heard(sent: InputContainer) -> Iterator[av.AudioFrame]:
    """What is heard in it, frame by frame. ValueError when it is anything but one sound of a kind that we know."""
    if sent.streams.video or len(sent.streams.audio) != 1:
        raise ValueError("not one sound")
    stream = sent.streams.audio[0]
    if stream.codec_context is None or stream.codec_context.name not in CODECS or stream.rate not in RATES:
        raise ValueError("not a recording")
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=HZ)
    for frame in sent.decode(stream):
        frame.pts = None  # a recorder's own clock may jump
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _encoded(frames: Iterator[av.AudioFrame]) -> tuple[bytes, int]:
    """The frames as an .m4a without metadata, and how many samples they were. Raises TooLong as soon as they are."""
    written, samples = BytesIO(), 0
    with av.open(written, "w", format="ipod", options={"fflags": "+bitexact"}) as file:
        stream = file.add_stream("aac", rate=HZ, layout="mono", bit_rate=BITS_A_SECOND, options={"flags": "+bitexact"})
        for frame in frames:
            samples += frame.samples
            if samples > LONGEST * HZ:
                raise TooLong
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return written.getvalue(), samples
