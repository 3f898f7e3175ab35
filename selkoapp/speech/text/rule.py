"""A rule of reading: a pattern, and what is said for what it finds."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

DASH = "[ ]?[-–][ ]?"
_NEXT_WORD = re.compile(r" +([^\W\d_]+)")


class Rule(NamedTuple):
    """`say` may answer None: then the rule does not hold here."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str | None]
    digits: bool = False  # whether it can only find something in a text with a digit


def any_of(written: Iterable[str]) -> str:
    """A pattern of any of these, the longest first."""
    return "|".join(re.escape(word) for word in sorted(written, key=len, reverse=True))


def either_case(written: Iterable[str]) -> list[str]:
    """The words as written and with a capital, as at the start of a sentence."""
    words = list(written)
    return [*words, *(word.capitalize() for word in words if word.islower())]


def next_word(found: re.Match[str]) -> str:
    """The word after what was found, "" when none follows."""
    word = _NEXT_WORD.match(found.string, found.end())
    return word[1] if word else ""
