"""What is said instead of what stands there: all rules of a language, the first that finds something wins."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from selkoapp.speech.text import en, fi, sv
from selkoapp.speech.text.addresses import address_rules
from selkoapp.speech.text.clocks import clock_rules
from selkoapp.speech.text.counts import code_rules, number_rules
from selkoapp.speech.text.dates import date_rules, weekday_rules
from selkoapp.speech.text.letters import letter_rules
from selkoapp.speech.text.measures import measure_rules
from selkoapp.speech.text.pictures import picture_rules
from selkoapp.speech.text.rule import Rule
from selkoapp.speech.text.tongue import Tongue

_TONGUES: dict[str, Tongue] = {"fi": fi, "sv": sv, "en": en}
_DIGIT = re.compile("[0-9½¼¾⅓⅔]")


class Reading(NamedTuple):
    """A stretch of the readable text and the words said for it."""

    start: int
    end: int
    words: str


def tongue_of(language: str) -> Tongue:
    """The language's rules; English for a language that has none."""
    return _TONGUES.get(language, en)


@cache
def _rules(code: str) -> tuple[Rule, ...]:
    tongue = _TONGUES[code]
    with_word, bare = clock_rules(tongue)
    return (
        *address_rules(tongue),
        *picture_rules(tongue),
        with_word,
        *date_rules(tongue),
        *measure_rules(tongue),
        bare,
        *code_rules(tongue),
        *weekday_rules(tongue),
        *letter_rules(tongue),
        *number_rules(tongue),
    )


def readings(text: str, tongue: Tongue) -> list[Reading]:
    """What is read otherwise than it stands, in order, never overlapping."""
    taken = bytearray(len(text))
    found = []
    digits = bool(_DIGIT.search(text))
    for rule in _rules(tongue.CODE):
        if rule.digits and not digits:
            continue
        for reading in _found_by(rule, text, taken):
            taken[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
            found.append(reading)
    return sorted(found)


def _found_by(rule: Rule, text: str, taken: bytearray) -> Iterator[Reading]:
    for match in rule.pattern.finditer(text):
        start, end = match.span()
        if any(taken[start:end]):
            continue
        words = rule.say(match)
        if words is not None:
            yield Reading(start, end, words)
