"""Where sentences end, and the parts of a long text that are one clip each."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from selkoapp.speech.text.letters import is_short
from selkoapp.speech.text.plan import planned
from selkoapp.speech.text.readings import tongue_of
from selkoapp.speech.text.tongue import Tongue

PART_LONGEST = 480  # characters, written and spoken: 60 s at the slowest speed, where a voice says 8 in a second
COMMA_FROM = 0.5  # a sentence too long is cut at a comma in the later half of what fits, else at any word

_STOP = re.compile(r"[.!?…。！？]+[\"”’»')\]]*(?=\s|$)|[。！？]+|\n")
_AFTER = re.compile(r"\s*[\"“”'’«»(\[–—-]*\s*(\S)?")
_WORD = re.compile(r"(?:^|[\s(\"“”«»\[/-])([^\W\d_]+(?:\. ?[^\W\d_]+)*)$")
_INITIAL = re.compile(r"(?:^|[\s(])[A-ZÅÄÖ]$")


def sentence_ends(text: str, language: str) -> list[int]:
    """Positions just after each sentence, never inside a unit; the last is the end of the text without its spaces."""
    tongue = tongue_of(language)
    units = planned(text, language).units
    starts = [unit.start for unit in units]
    ends = []
    for stop in _STOP.finditer(text):
        place = stop.start() if stop[0] == "\n" else stop.end()
        before = bisect_left(starts, place) - 1
        inside = before >= 0 and units[before].end > place
        if not inside and _ends(text, stop, tongue):
            ends.append(place)
    last = len(text.rstrip())
    return sorted({end for end in [*ends, last] if text[:end].strip()})


def _ends(text: str, stop: re.Match[str], tongue: Tongue) -> bool:
    if stop[0] == "\n":
        return True
    after = _AFTER.match(text, stop.end())
    following = (after[1] if after else None) or ""
    if not following or "\n" in text[stop.end() : after.start(1)]:
        return True
    if not stop[0].startswith("."):
        return not (following.islower() and len(stop[0]) > 1)  # "Tule!" sanoi Aino
    before = text[max(0, stop.start() - 40) : stop.start()]
    word = _WORD.search(before)
    short = word[1].replace(" ", "") if word else ""
    if _INITIAL.search(before):
        return False
    if is_short(short, tongue):
        return short.lower() in tongue.LAST and following.isupper()
    # "2. kerros" goes on, and so does an abbreviation that no list has.
    return not following.islower()


def parts_of(text: str, language: str) -> list[str]:
    """The text cut into clips: the first sentence, then as many sentences as fit. Joined they are the text exactly."""
    parts: list[str] = []
    for sentence in _sentences(text, language):
        for piece in _fitting(sentence, language):
            if len(parts) > 1 and _fits(parts[-1] + piece, language):
                parts[-1] += piece
            else:
                parts.append(piece)
    return parts


def _sentences(text: str, language: str) -> Iterator[str]:
    """Each with the space after it; space at the start belongs to the first."""
    start = 0
    ends = sentence_ends(text, language)
    for end in ends[:-1]:
        cut = end + len(text[end:]) - len(text[end:].lstrip())
        yield text[start:cut]
        start = cut
    if text[start:]:
        yield text[start:]


def _fits(text: str, language: str) -> bool:
    return len(text) <= PART_LONGEST and len(planned(text, language).spoken) <= PART_LONGEST


def _fitting(sentence: str, language: str) -> Iterator[str]:
    while not _fits(sentence, language):
        cut = _cut(sentence, language)
        yield sentence[:cut]
        sentence = sentence[cut:]
    if sentence:
        yield sentence


def _cut(sentence: str, language: str) -> int:
    """Where a sentence too long is cut: before a unit, best after a comma; a word too long anywhere."""
    whole = planned(sentence, language)
    places = [
        unit.start
        for unit, segment in zip(whole.units[1:], whole.segments[1:], strict=True)
        if segment[0] <= PART_LONGEST and unit.start <= PART_LONGEST
    ]
    if places:
        commas = [place for place in places if sentence[:place].rstrip()[-1:] in ",;:" and place > places[-1] * COMMA_FROM]
        return (commas or places)[-1]
    spoken = max(len(whole.spoken), len(sentence))
    return max(1, min(PART_LONGEST, len(sentence) * PART_LONGEST // spoken))
