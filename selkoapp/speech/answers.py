"""A clip as an answer: the sound or its times. The view that owns the text asks; nothing here takes a text from outside."""

import re
import time
from io import BytesIO
from typing import NamedTuple

from flask import Response, current_app, jsonify, request, send_file
from flask_babel import lazy_gettext as _l

from selkoapp.kernel import errorpages
from selkoapp.kernel.faults import Busy, NotAllowed, NotFound, Unavailable
from selkoapp.speech.cache import WORDS
from selkoapp.speech.listeners import Listener
from selkoapp.speech.passages import Part, Passage, units_of
from selkoapp.speech.service import Clip, Speech
from selkoapp.speech.text.plan import utf16

FILE = re.compile(r"(?P<part>\d{1,3}|all)\.(?P<kind>mp3|json)")
SPEEDS = ("slow", "normal", "fast")
LATE = 50  # milliseconds by which the sound of an MP3 comes after its times: the encoder's delay, measured in Chromium
SOON = 5  # seconds after which a busy engine may be asked again
LONG_ENOUGH = 8.0  # seconds that one answer may take to make; what is made by then is kept for the next try
LASTING = "public, max-age=31536000, immutable"
PASSING = "no-store"  # the next person at a shared tablet finds nothing
NO_SOUND = errorpages.Words(_l("There is no sound now."), _l("You can read the text yourself."), "patience")


class Spot(NamedTuple):
    """A passage, and the shelf on which its clips are kept."""

    passage: Passage
    shelf: str


def address_of(shelf: str) -> str:
    """Where the text of a thing is heard, by the name of its shelf: "messages/<id>" is heard at /messages/<id>/speech."""
    return f"/{shelf}/speech"


def answer(spot: Spot, file: str, listener: Listener, lasting: bool = False) -> Response:
    """One part of a passage ("0.mp3", "0.json") or the sound of all of it ("all.mp3"); NotFound for what it has not.

    `lasting` says that browsers may keep it. Raises Unavailable and TooMany, and NotAllowed when a page of another site
    asks for what is not everybody's.
    """
    asked = FILE.fullmatch(file)
    parts = spot.passage.parts()
    if asked is None or not parts:
        raise NotFound
    if asked["part"] == "all":
        if asked["kind"] == "json":
            raise NotFound
        return joined([spot], listener, lasting)
    if int(asked["part"]) >= len(parts):
        raise NotFound
    _refuse_other_sites([spot])
    part = parts[int(asked["part"])]
    clip = clip_of(part, spot.shelf, listener)
    response = times(spot.passage, part, len(parts), clip) if asked["kind"] == "json" else sound(clip.sound, clip.key)
    return kept(response, lasting and clip.usual)


def joined(spots: list[Spot], listener: Listener, lasting: bool = False) -> Response:
    """The sound of several passages, one after the other. Unavailable when it takes too long; the next try gets further."""
    _refuse_other_sites(spots)
    ends = time.monotonic() + LONG_ENOUGH
    clips = []
    for spot in spots:
        for part in spot.passage.parts():
            if time.monotonic() > ends:
                raise Unavailable(SOON)
            clips.append(clip_of(part, spot.shelf, listener))
    if not clips:
        raise NotFound
    whole = b"".join(clip.sound for clip in clips)
    return kept(sound(whole, "-".join(clip.key[:8] for clip in clips)), lasting and all(clip.usual for clip in clips))


def _refuse_other_sites(spots: list[Spot]) -> None:
    """A link on another site must not make this browser read private texts aloud."""
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and any(spot.shelf != WORDS for spot in spots):
        raise NotAllowed


def clip_of(part: Part, shelf: str, listener: Listener) -> Clip:
    """The clip at the speed and by the voice that the address asks for; the usual ones when it asks for none."""
    speech: Speech = current_app.extensions["speech"]
    speed = request.args.get("speed", "")
    try:
        return speech.clip(
            part.runs,
            speed if speed in SPEEDS else "normal",
            voice=request.args.get("voice", ""),
            shelf=shelf,
            listener=listener.counted,
        )
    except Busy:
        raise Unavailable(SOON) from None


def sound(content: bytes, key: str) -> Response:
    """An MP3, whole or the stretch that is asked for (Safari asks for two bytes first)."""
    return send_file(BytesIO(content), mimetype="audio/mpeg", conditional=True, etag=key)


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


def no_sound(fault: Unavailable) -> Response:
    """The page for a listen link that found no sound: the text stands where it was."""
    return errorpages.error_page(fault.status, fault.wait, NO_SOUND)
