"""When each unit begins: the words that an engine told, brought onto the units of the text."""

from collections.abc import Sequence
from typing import NamedTuple

from selkoapp.speech.engines.base import WordStart

Segment = tuple[int, int]
"""Where a unit is in the spoken text: from, to."""


class Aligned(NamedTuple):
    """The millisecond at which each unit begins, in order, and how many of them are estimates."""

    starts: list[int]
    estimated: int


def align(segments: Sequence[Segment], words: Sequence[WordStart], duration_ms: int) -> Aligned:
    """One start for every unit, never before the one before it.

    A word inside a unit tells its start. Engines sometimes tell a word at the space before it (an abbreviation, an
    emoji): such a word counts for the next unit, if that has none of its own. The rest is estimated by letters.
    """
    told = _told(segments, words)
    estimated = sum(start is None for start in told)
    starts = _filled(told, [1 + end - begin for begin, end in segments], duration_ms)
    for unit in range(1, len(starts)):
        starts[unit] = max(starts[unit], starts[unit - 1])
    return Aligned([min(start, duration_ms) for start in starts], estimated)


def _told(segments: Sequence[Segment], words: Sequence[WordStart]) -> list[int | None]:
    inside: list[int | None] = [None] * len(segments)
    before: list[int | None] = [None] * len(segments)
    unit = 0
    for position, _length, at_ms in words:
        while unit < len(segments) and segments[unit][1] <= position:
            unit += 1
        if unit == len(segments):
            break
        found = inside if segments[unit][0] <= position else before
        if found[unit] is None:
            found[unit] = at_ms
    return [own if own is not None else other for own, other in zip(inside, before, strict=True)]


def _filled(told: list[int | None], weights: list[int], duration_ms: int) -> list[int]:
    """The gaps between known starts shared out by weight. The first unit begins with the sound, if nothing tells."""
    starts = list(told)
    if starts and starts[0] is None:
        starts[0] = 0
    known = [unit for unit, start in enumerate(starts) if start is not None]
    for unit, following in zip(known, [*known, len(starts)][1:], strict=True):
        end = starts[following] if following < len(starts) else duration_ms
        whole, passed = sum(weights[unit:following]), 0
        for gap in range(unit + 1, following):
            passed += weights[gap - 1]
            starts[gap] = starts[unit] + (end - starts[unit]) * passed // whole
    return starts
