"""Rules for money and measures: "12,50 €", "2–3 km", "5 €/h", "1/2 dl", "€5"."""

import re
from functools import partial

from selkoapp.speech.text.numbers import HALF, half, number, number_pattern, span, split
from selkoapp.speech.text.rule import DASH, Rule, any_of
from selkoapp.speech.text.tongue import Measure, Tongue

_CENTS = 2  # decimals of a price


def measure_rules(tongue: Tongue) -> list[Rule]:
    """A measure of letters ends at a word border, a sign need not."""
    num, unit = number_pattern(tongue), _unit_pattern(tongue)
    per = rf"(?: ?/ ?({any_of(tongue.PER)})(?!\w))?"
    tail = rf" ?({unit})(?::(\w+))?{per}(?:\.(?= +[a-zåäö]))?"
    rules = [
        (rf"(?<![\w.,:/])({num})(?:{DASH}({num}))?{tail}", _measured),
        (rf"(?<![\w.,:/])(?:(\d+) ?)?({HALF}) ?({unit})", _half_measured),
        (rf"([€$£]) ?({num})(?:{DASH}[€$£]?({num}))?(?![\w%])", _sign_first),
    ]
    return [Rule(re.compile(pattern), partial(say, tongue), digits=True) for pattern, say in rules]


def _unit_pattern(tongue: Tongue) -> str:
    signs = [name for name in tongue.MEASURES if name in "€$£%‰°"]
    names = [name for name in tongue.MEASURES if name not in signs]
    return rf"(?:{any_of([*names, 'EUR', '°C'])})(?![\w²³])|{any_of(signs)}"


def _measured(tongue: Tongue, found: re.Match[str]) -> str:
    first, second, written, ending, per = found.groups()
    measure = tongue.MEASURES[written.lower()]
    bent = bool(measure.genitive and (ending == "n" or re.match(rf" (?:{tongue.BENT_BEFORE})\b", found.string[found.end() :])))
    if second:
        said = f"{span(first, second, tongue, 'genitive' if bent else '')} {measure.genitive if bent else measure.many}"
    else:
        said = _one_measure(first, measure, tongue, bent)
    return f"{said} {tongue.PER[per]}" if per else said


def _half_measured(tongue: Tongue, found: re.Match[str]) -> str:
    """Finnish says "puoli litraa", the others "en halv liter", "two and a half litres"."""
    measure = tongue.MEASURES[found[3].lower()]
    said = half(found[1], found[2], tongue)
    return f"{said} {measure.many if found[1] or tongue.CODE == 'fi' else measure.one}"


def _sign_first(tongue: Tongue, found: re.Match[str]) -> str:
    measure = tongue.MEASURES[found[1]]
    if found[3]:
        return f"{span(found[2], found[3], tongue)} {measure.many}"
    return _one_measure(found[2], measure, tongue)


def _one_measure(written: str, measure: Measure, tongue: Tongue, bent: bool = False) -> str:
    body, _, decimals = split(written, tongue)
    if len(decimals) == _CENTS and measure in [tongue.MEASURES[sign] for sign in "€$£"]:
        return _money(body, int(decimals), measure, tongue)
    one = written.lstrip("-+") == "1"
    form = "genitive" if bent else tongue.form_before(measure.one.split()[0])
    return f"{number(written, tongue, form)} {measure.genitive if bent else measure.one if one else measure.many}"


def _money(body: str, cents: int, measure: Measure, tongue: Tongue) -> str:
    """ "five pounds fifty": only the cent of a euro has its own word."""
    if not cents:
        return _one_measure(body, measure, tongue)
    small = _one_measure(str(cents), tongue.CENT, tongue) if measure == tongue.EURO else tongue.cardinal(cents)
    return f"{_one_measure(body, measure, tongue)} {small}" if body.strip("0-+") else small
