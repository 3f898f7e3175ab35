"""What phones and browsers record, made here: a tone in every container and codec that we know, and in some we do not."""

import array
import math
from functools import cache
from io import BytesIO

import av

HZ = 48_000
STEP = 960  # samples a frame
KINDS = {
    "webm": ("webm", "libopus", HZ),  # Chrome, Firefox
    "opus in mp4": ("mp4", "libopus", HZ),  # Chromium, asked for audio/mp4
    "aac in mp4": ("mp4", "aac", 44_100),  # Safari
    "ogg": ("ogg", "libopus", HZ),
    "vorbis": ("ogg", "vorbis", HZ),
}
STRANGE = {
    "wav": ("wav", "pcm_s16le", HZ),
    "mp3": ("mp3", "libmp3lame", HZ),
    "flac in ogg": ("ogg", "flac", HZ),
    "mp3 in mp4": ("mp4", "libmp3lame", HZ),
}


@cache
def recording(kind: str = "webm", seconds: float = 2.0, channels: int = 1, secret: str = "") -> bytes:
    """A tone of 440 Hz. `secret` stands in its metadata."""
    container, codec, rate = (KINDS | STRANGE)[kind]
    written = BytesIO()
    with av.open(written, "w", format=container) as file:
        if secret:
            file.metadata.update({"title": secret, "comment": secret, "location": secret})
        stream = file.add_stream(codec, rate=rate, layout="mono" if channels == 1 else "stereo")
        if codec == "vorbis":
            stream.codec_context.options = {"strict": "experimental"}
            stream.layout = "stereo"
        resampler = av.AudioResampler(format=stream.format, layout=stream.layout, rate=rate, frame_size=_frame_size(stream))
        for start in range(0, round(seconds * HZ), STEP):
            for frame in resampler.resample(tone(start)):
                file.mux(stream.encode(frame))
        for frame in resampler.resample(None):
            file.mux(stream.encode(frame))
        file.mux(stream.encode(None))
    return written.getvalue()


def _frame_size(stream) -> int:
    stream.codec_context.open(strict=False)
    return stream.codec_context.frame_size


def tone(start: int) -> av.AudioFrame:
    """One frame of the tone, from this sample on."""
    frame = av.AudioFrame(format="s16", layout="mono", samples=STEP)
    wave = (round(8000 * math.sin(2 * math.pi * 440 * (start + n) / HZ)) for n in range(STEP))
    frame.planes[0].update(array.array("h", wave).tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
    frame.rate, frame.pts = HZ, start
    return frame


@cache
def film(seconds: float = 1.0, sound: bool = True) -> bytes:
    """A moving picture, with or without sound: not what was asked for."""
    written = BytesIO()
    with av.open(written, "w", format="mp4") as file:
        picture = file.add_stream("mpeg4", rate=25)
        picture.width, picture.height, picture.pix_fmt = 64, 64, "yuv420p"
        heard = file.add_stream("aac", rate=HZ, layout="mono") if sound else None
        for _ in range(round(25 * seconds)):
            file.mux(picture.encode(av.VideoFrame(64, 64, "yuv420p")))
        file.mux(picture.encode(None))
        if heard:
            resampler = av.AudioResampler(format="fltp", layout="mono", rate=HZ, frame_size=1024)
            for start in range(0, round(seconds * HZ), STEP):
                for frame in resampler.resample(tone(start)):
                    file.mux(heard.encode(frame))
            file.mux(heard.encode(None))
    return written.getvalue()


def opened(m4a: bytes):
    """What stands in a file, as FFmpeg sees it: (format, codec, profile, channels, rate, seconds, metadata)."""
    with av.open(BytesIO(m4a)) as file:
        stream = file.streams.audio[0]
        samples = sum(frame.samples for frame in file.decode(stream))
        context = stream.codec_context
        return {
            "codec": context.name,
            "profile": context.profile,
            "channels": context.channels,
            "rate": context.rate,
            "seconds": samples / context.rate,
            "metadata": dict(file.metadata),
        }
