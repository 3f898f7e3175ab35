"""A clip as an answer: the sound or its times. The view that owns the text asks; nothing here takes a text from outside."""

import re
from io import BytesIO

from flask import Response, current_app, jsonify, request, send_file

from selkoapp.kernel.faults import Busy, NotFound, Unavailable
from selkoapp.speech.cache import WORDS
from selkoapp.speech.passages import Part, Passage, units_of
from selkoapp.speech.service import Clip, Speech
from selkoapp.speech.text.plan import utf16

FILE = re.compile(r"(?P<part>\d{1,3}|all)\.(?P<kind>mp3|json)")
SPEEDS = ("slow", "normal", "fast")
LATE = 50  # milliseconds by which the sound of an MP3 comes after its times: the encoder's delay, measured in Chromium
SOON = 5  # seconds after which a busy engine may be asked again
LASTING = "public, max-age=31536000, immutable"
PASSING = "no-store"  # the next person at a shared tablet finds nothing


def answer(passage: Passage, file: str, shelf: str, listener: str, lasting: bool = False) -> Response:
    """One part of a passage ("0.mp3", "0.json") or the sound of all of it ("all.mp3"); NotFound for what it has not.

    `shelf` is where its clips are kept, `listener` whose new clips are counted. Raises Unavailable and TooMany.
    """
    asked = FILE.fullmatch(file)
    parts = passage.parts()
    if asked is None or not parts:
        raise NotFound
    if asked["part"] == "all":
        if asked["kind"] == "json":
            raise NotFound
        return joined([(passage, shelf)], listener, lasting)
    if int(asked["part"]) >= len(parts):
        raise NotFound
    part = parts[int(asked["part"])]
    clip = clip_of(part, shelf, listener)
    response = times(passage, part, len(parts), clip) if asked["kind"] == "json" else sound(clip)
    return kept(response, lasting)


def joined(passages: list[tuple[Passage, str]], listener: str, lasting: bool = False) -> Response:
    """The sound of several passages, each with its shelf, one after the other."""
    clips = [clip_of(part, shelf, listener) for passage, shelf in passages for part in passage.parts()]
    if not clips:
        raise NotFound
    whole = BytesIO(b"".join(clip.mp3.read_bytes() for clip in clips))
    return kept(send_file(whole, mimetype="audio/mpeg", conditional=True, etag="-".join(clip.key[:8] for clip in clips)), lasting)


def clip_of(part: Part, shelf: str, listener: str) -> Clip:
    """The clip at the speed and by the voice that the address asks for; the usual ones when it asks for none."""
    speech: Speech = current_app.extensions["speech"]
    speed = request.args.get("speed", "")
    try:
        return speech.clip(
            part.runs,
            speed if speed in SPEEDS else "normal",
            voice=request.args.get("voice", ""),
            shelf=shelf,
            listener="" if shelf == WORDS else listener,
        )
    except Busy:
        raise Unavailable(SOON) from None


def sound(clip: Clip) -> Response:
    """The MP3, whole or the stretch that is asked for (Safari asks for two bytes first)."""
    return send_file(BytesIO(clip.mp3.read_bytes()), mimetype="audio/mpeg", conditional=True, etag=clip.key)


def times(passage: Passage, part: Part, parts: int, clip: Clip) -> Response:
    """When each unit begins and ends (milliseconds), and where it stands in the passage (UTF-16, as scripts count)."""
    text, units = passage.text, units_of(part)
    ends = [*clip.starts[1:], clip.duration_ms]
    words = [
        [start, end, utf16(text, unit.start), utf16(text, unit.end) - utf16(text, unit.start)]
        for start, end, unit in zip(clip.starts, ends, units, strict=True)
    ]
    told = jsonify(parts=parts, first=part.first, duration=clip.duration_ms, late=LATE, words=words)
    told.set_etag(clip.key)
    return told.make_conditional(request)


def kept(response: Response, lasting: bool) -> Response:
    """Say who may keep it: everybody for our own words, nobody for anything else."""
    response.headers["Cache-Control"] = LASTING if lasting else PASSING
    return response
