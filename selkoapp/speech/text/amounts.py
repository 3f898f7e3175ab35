"""Rules for money, measures, shares, ranges, ordinals, emergency numbers and all other numbers."""

import re

from selkoapp.speech.text.fi_numerals import case_of_ending
from selkoapp.speech.text.numbers import digits, number, number_pattern, split, whole
from selkoapp.speech.text.rule import DASH, Rule, any_of, next_word
from selkoapp.speech.text.tongue import Measure, Tongue

MUCH = 100  # from here on numbers of a range do not bend: too long to follow by ear
_DECIMALS = 2  # those of cents


def measure_rules(tongue: Tongue) -> list[Rule]:
    """ "12,50 €", "2–3 km", "5 €/h", "€5". A measure of letters ends at a word border."""
    num = number_pattern(tongue)
    letters = [name for name in tongue.MEASURES if name[-1].isalnum()]
    signs = any_of(name for name in tongue.MEASURES if name not in letters)
    capitals = [name.upper() for name in letters if name == "eur"] + ["°C"]
    unit = rf"{signs}|(?:{any_of([*letters, *capitals])})(?![\w²³])"
    per = rf"(?: ?/ ?({any_of(tongue.PER)})(?!\w))?"
    written = rf"(?<![\w.,:])({num})(?:{DASH}({num}))? ?({unit})(?::(\w+))?{per}(?:\.(?= +[a-zåäö]))?"
    first = rf"([€$£]) ?({num})(?![\w%])"
    return [
        Rule(re.compile(written), lambda found: _measured(found, tongue), digits=True),
        Rule(re.compile(first), lambda found: _one_measure(found[2], tongue.MEASURES[found[1]], tongue), digits=True),
    ]


def _measured(found: re.Match[str], tongue: Tongue) -> str:
    first, second, written, ending, per = found.groups()
    measure = tongue.MEASURES[written.lower()]
    bent = bool(measure.genitive and (ending == "n" or re.match(rf" (?:{tongue.BENT_BEFORE})\b", found.string[found.end() :])))
    if second:
        said = f"{span(first, second, tongue, 'genitive' if bent else '')} {measure.genitive if bent else measure.many}"
    else:
        said = _one_measure(first, measure, tongue, bent)
    return f"{said} {tongue.PER[per]}" if per else said


def _one_measure(written: str, measure: Measure, tongue: Tongue, bent: bool = False) -> str:
    body, _, decimals = split(written, tongue)
    if measure == tongue.EURO and len(decimals) == _DECIMALS:
        return _money(body, int(decimals), tongue)
    one = written.lstrip("-+") == "1"
    form = "genitive" if bent else tongue.form_before(measure.one.split()[0]) if one else ""
    return f"{number(written, tongue, form)} {measure.genitive if bent else measure.one if one else measure.many}"


def _money(euros: str, cents: int, tongue: Tongue) -> str:
    said = []
    if euros.strip("0-+") or not cents:
        said.append(_one_measure(euros, tongue.EURO, tongue))
    if cents:
        said.append(_one_measure(str(cents), tongue.CENT, tongue))
    return " ".join(said)


def span(first: str, second: str, tongue: Tongue, form: str = "") -> str:
    """A range: "yhdeksästä viiteentoista"; "kahden kolmen" where both stand in one case."""
    if form:
        return f"{number(first, tongue, form)} {number(second, tongue, form)}"
    start, between, end = tongue.RANGE
    sizes = [int(split(each, tongue)[0].replace(" ", "").replace(",", "").lstrip("-+") or 0) for each in (first, second)]
    if max(sizes) >= MUCH:
        start, between, end = "", tongue.DASH, ""
    return " ".join(filter(None, (number(first, tongue, start), between, number(second, tongue, end))))


def emergency_rules(tongue: Tongue) -> list[Rule]:
    """112 and the help lines, digit by digit; not "112 kuvaa"."""
    pattern = rf"(?<![\w.,:/+-])(?<!\d )(112|116[ ]?\d{{3}})(?![\w%€]|[.,:/]\d| \d| (?:{tongue.COUNTED}))"
    return [Rule(re.compile(pattern), lambda found: digits(found[1], tongue), digits=True)]


def number_rules(tongue: Tongue) -> list[Rule]:
    """What is left of numbers, from the special to the plain."""
    num = number_pattern(tongue)
    rules = [
        (rf"(?<![\w.,:]){tongue.ORDINAL}", lambda found: _ordinal(found, tongue)),
        (rf"(?<![\w.,:/])(?:(\d+) )?({any_of(tongue.HALVES)})(?![\w/])", lambda found: _half(found, tongue)),
        (r"(?<![\w/.,])(\d+)/(\d+)(?![\w/])", lambda found: f"{whole(found[1], tongue)} {tongue.RATIO} {whole(found[2], tongue)}"),
        (rf"(?<![\w.,:-])({num}){DASH}({num})(?![\w%]|[.,:-]\d)", lambda found: _range(found, tongue)),
        (r"(?<![\w.,])(\d+)-(?=[a-zåäö])", lambda found: _compound(found, tongue)),
        (rf"(?<![\w.,:])({num})(?!\w|:\w)", lambda found: number(found[1], tongue, tongue.form_before(next_word(found)))),
    ]
    if tongue.CODE == "fi":
        rules.insert(0, (r"(?<![\w.,:])(\d+):(\w+)", lambda found: _with_ending(found, tongue)))
    rules.append((r"\d+", lambda found: f" {whole(found[0], tongue)} "))
    return [Rule(re.compile(pattern), say, digits=True) for pattern, say in rules]


def _ordinal(found: re.Match[str], tongue: Tongue) -> str | None:
    value = int(next(filter(None, found.groups())))
    return tongue.ordinal(value, tongue.form_before(next_word(found))) if value else None


def _half(found: re.Match[str], tongue: Tongue) -> str:
    half = tongue.HALVES[found[2]]
    return f"{whole(found[1], tongue)} {tongue.AND_A} {half}" if found[1] else half


def _range(found: re.Match[str], tongue: Tongue) -> str | None:
    return span(found[1], found[2], tongue, tongue.form_before(next_word(found)))


def _compound(found: re.Match[str], tongue: Tongue) -> str:
    """ "25-vuotias" is one word in Finnish and Swedish; a three in it is "kolmi"."""
    said = whole(found[1], tongue)
    if tongue.CODE == "fi" and found[1].endswith("3") and not found[1].endswith("13"):
        said = said.removesuffix("kolme") + "kolmi"
    return said + (" " if tongue.CODE == "en" else "")


def _with_ending(found: re.Match[str], tongue: Tongue) -> str | None:
    case = case_of_ending(found[2])
    return whole(found[1], tongue, case) if case else None
