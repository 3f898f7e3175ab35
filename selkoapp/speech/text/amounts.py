"""Rules for money, measures, shares, ranges, ordinals, emergency numbers and all other numbers."""

import re
from functools import partial

from selkoapp.speech.text.fi_numerals import case_of_ending
from selkoapp.speech.text.numbers import digits, number, number_pattern, split, whole
from selkoapp.speech.text.rule import DASH, Rule, any_of, next_word
from selkoapp.speech.text.tongue import Measure, Tongue

MUCH = 100  # from here on numbers of a range do not bend: too long to follow by ear
_DECIMALS = 2  # those of cents


def measure_rules(tongue: Tongue) -> list[Rule]:
    """ "12,50 €", "2–3 km", "5 €/h", "1/2 dl", "€5". A measure of letters ends at a word border."""
    num = number_pattern(tongue)
    letters = [name for name in tongue.MEASURES if name[-1].isalpha() or name[-1].isdecimal()]
    signs = [name for name in tongue.MEASURES if name not in letters and name[-1] not in "²³"]
    powers = [name for name in tongue.MEASURES if name[-1] in "²³"]
    unit = rf"(?:{any_of([*powers, *letters, 'EUR', '°C'])})(?![\w²³])|{any_of(signs)}"
    per = rf"(?: ?/ ?({any_of(tongue.PER)})(?!\w))?"
    tail = rf" ?({unit})(?::(\w+))?{per}(?:\.(?= +[a-zåäö]))?"
    rules = [
        (rf"(?<![\w.,:/])({num})(?:{DASH}({num}))?{tail}", _measured),
        (rf"(?<![\w.,:/])(?:(\d+) ?)?({any_of(tongue.HALVES)}) ?({unit})", _half_measured),
        (rf"([€$£]) ?({num})(?![\w%])", _sign_first),
    ]
    return [Rule(re.compile(pattern), partial(say, tongue), digits=True) for pattern, say in rules]


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
    return _one_measure(found[2], tongue.MEASURES[found[1]], tongue)


def _one_measure(written: str, measure: Measure, tongue: Tongue, bent: bool = False) -> str:
    body, _, decimals = split(written, tongue)
    if measure == tongue.EURO and len(decimals) == _DECIMALS:
        return _money(body, int(decimals), tongue)
    one = written.lstrip("-+") == "1"
    form = "genitive" if bent else tongue.form_before(measure.one.split()[0])
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


def code_rules(tongue: Tongue) -> list[Rule]:
    """Digit by digit: 112 and the help lines (not "112 kuvaa"), and the post code before a town."""
    help_line = rf"(?<![\w.,:/+-])(?<!\d )(?:112|116[ ]?\d{{3}})(?![\w%€]|[.,:/]\d| \d| (?:{tongue.COUNTED}))"
    post_code = r"(?<![\w.,:/+-])(?<!\d )\d{5}(?= +[A-ZÅÄÖ][a-zåäö])" if tongue.CODE != "en" else r"(?!)"
    return [Rule(re.compile(pattern), lambda found: digits(found[0], tongue), digits=True) for pattern in (help_line, post_code)]


def number_rules(tongue: Tongue) -> list[Rule]:
    """What is left of numbers, from the special to the plain."""
    num = number_pattern(tongue)
    rules = [
        (rf"(?<![\w.,:]){tongue.ORDINAL}", lambda found: _ordinal(found, tongue)),
        (rf"(?<![\w.,:/])(?:(\d+) ?)?({any_of(tongue.HALVES)})(?![\w/])", lambda found: half(found[1], found[2], tongue)),
        (
            r"(?<![\w/.,])(\d+)/(\d+)(?![\w/])",
            lambda found: f"{whole(found[1], tongue)} {tongue.RATIO} {whole(found[2], tongue)}",
        ),
        (rf"(?<![\w.,:-])({num}){DASH}({num})(?![\w%]|[.,:-]\d)", lambda found: _range(found, tongue)),
        (r"(?<![\w.,])(\d+)-(?=[a-zåäö])", lambda found: _compound(found, tongue)),
        (rf"(?<![\w.,:])({num})(?!\w|:\w)", lambda found: number(found[1], tongue, _form(found, tongue))),
    ]
    if tongue.CODE == "fi":
        rules.insert(0, (r"(?<![\w.,:])(\d+):(\w+)", lambda found: _with_ending(found, tongue)))
    rules.append((r"\d+", lambda found: f" {whole(found[0], tongue)} "))
    return [Rule(re.compile(pattern), say, digits=True) for pattern, say in rules]


def _form(found: re.Match[str], tongue: Tongue) -> str:
    named = re.search(rf"\b(?:{tongue.LABELS}) $", found.string[: found.start()], re.IGNORECASE)
    return "" if named else tongue.form_before(next_word(found))


def _ordinal(found: re.Match[str], tongue: Tongue) -> str | None:
    value = int(next(filter(None, found.groups())))
    return tongue.ordinal(value, tongue.form_before(next_word(found))) if value else None


def half(whole_part: str | None, written: str, tongue: Tongue) -> str:
    """ "puoli", "kaksi ja puoli"; Finnish has a word of its own for one and a half."""
    said = tongue.HALVES[written]
    if not whole_part:
        return said
    if tongue.CODE == "fi" and whole_part == "1" and said == tongue.HALVES["½"]:
        return "puolitoista"
    return f"{whole(whole_part, tongue)} {tongue.AND_A} {said}"


def _range(found: re.Match[str], tongue: Tongue) -> str | None:
    return span(found[1], found[2], tongue, _form(found, tongue))


def _compound(found: re.Match[str], tongue: Tongue) -> str:
    """ "25-vuotias" is one word in Finnish and Swedish; a three in it is "kolmi"."""
    said = whole(found[1], tongue)
    if tongue.CODE == "fi" and found[1].endswith("3") and not found[1].endswith("13"):
        said = said.removesuffix("kolme") + "kolmi"
    return said + (" " if tongue.CODE == "en" else "")


def _with_ending(found: re.Match[str], tongue: Tongue) -> str | None:
    case = case_of_ending(found[2])
    return whole(found[1], tongue, case) if case else None
