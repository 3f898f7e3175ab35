"""Rules for times of day: "klo 13.30", "kello 9–15", "14.00–15.30", "2:30 pm"."""

import re

from selkoapp.speech.text.rule import DASH, Rule, any_of, next_word
from selkoapp.speech.text.tongue import Tongue

_HOUR = r"([01]?\d|2[0-4])"
_VERSION = re.compile(r"\bversio\w* $", re.IGNORECASE)
_CLOCK_NEAR = re.compile(r"\b(?:kello|klockan) \w+ $", re.IGNORECASE)  # "Kello on 14.30" needs no second "kello"
_MINUTE = r"(?:[.:]([0-5]\d))?"


def clock_rules(tongue: Tongue) -> tuple[Rule, Rule]:
    """With a word before ("kello 9"), which comes before dates; and bare ("14.30"), which comes after dates."""
    half = r"(?: ?([ap])\.?m\b\.?)?" if tongue.HALF_DAYS else "()"
    time = _HOUR + _MINUTE + half
    after = r"(?![\w%€°]|[.:,]\d|[-–]\d)"
    times = rf"{time}(?:{DASH}{time})?{after}"
    measure = rf"(?! ?(?:{any_of(name for name in tongue.MEASURES if len(name) > 1)})\b)"
    with_word = rf"(?<![\w-])({tongue.CLOCK_BEFORE}) *{times}{measure}"
    bare = rf"(?<![\w.,:/+-])(){times}{measure}"
    return (
        Rule(re.compile(with_word, re.IGNORECASE), lambda found: _said(found, tongue), digits=True),
        Rule(re.compile(bare), lambda found: _said(found, tongue), digits=True),
    )


def _said(found: re.Match[str], tongue: Tongue) -> str | None:
    before, hour, minute, half, until_hour, until_minute, until_half = found.groups()
    around = found.string[: found.start()]
    if not _is_time(found, tongue) or _VERSION.search(around):
        return None
    form = tongue.time_form_before(next_word(found))
    start, between, end = tongue.RANGE if until_hour and not form else (form, "", form)
    word = tongue.CLOCK if not before or re.fullmatch(tongue.CLOCK_SHORT, before, re.IGNORECASE) else before
    if not before and _CLOCK_NEAR.search(around):
        word = ""
    said = [word, _time(hour, minute, half, start, tongue)]
    if until_hour:
        said += [between, _time(until_hour, until_minute, until_half, end, tongue)]
    return " ".join(filter(None, said))


def _is_time(found: re.Match[str], tongue: Tongue) -> bool:
    """A word for the clock is enough in Finnish and Swedish; else minutes tell, and in English a colon or two digits."""
    before, hour, minute, half, until_hour, until_minute, until_half = found.groups()
    if before and (tongue.CODE != "en" or until_hour):
        return True
    if half or until_half or until_minute:
        return True
    return bool(minute) and (tongue.CODE != "en" or f"{hour}:" in found[0] or len(hour) == 2)


def _time(hour: str, minute: str | None, half: str | None, form: str, tongue: Tongue) -> str:
    if not half:
        return tongue.time(int(hour), int(minute or 0), form)
    said = tongue.time(int(hour), int(minute)) if int(minute or 0) else tongue.cardinal(int(hour))
    return f"{said} {tongue.HALF_DAYS[half.lower() + 'm']}"
