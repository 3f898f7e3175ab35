"""Rules for codes, ordinals, halves, shares, ranges and all other numbers."""

import re
from functools import partial

from selkoapp.speech.text.fi_numerals import case_of_ending
from selkoapp.speech.text.numbers import HALF, digits, half, number, number_pattern, span, whole
from selkoapp.speech.text.rule import DASH, Rule, next_word
from selkoapp.speech.text.tongue import Tongue

EMERGENCY = "112"
_SAID_PLAINLY = ("24/7", "50/50")
_YEAR = re.compile(r"1[1-9]\d\d|20\d\d")


def code_rules(tongue: Tongue) -> list[Rule]:
    """Digit by digit: 112 and the help lines (not "112 kuvaa"), the post code before a town, an account number."""
    alone = r"(?<![\w.,:/+-])(?<!\d )"
    rules = [
        (r"\b([A-Z]{2})(\d\d(?: ?\d{4}){3,}(?: ?\d{1,4})?)(?!\w)", _account),
        (rf"{alone}(?:{EMERGENCY}|116 ?\d{{3}})(?![\w%€]|[.,:/]\d|:\w| \d| (?:{tongue.COUNTED}))", _digits),
    ]
    if tongue.CODE != "en":
        rules.append((rf"{alone}\d{{5}}(?= +[A-ZÅÄÖ][a-zåäö])", _digits))
    return [Rule(re.compile(pattern), partial(say, tongue), digits=True) for pattern, say in rules]


def number_rules(tongue: Tongue) -> list[Rule]:
    """What is left of numbers, from the special to the plain."""
    num = number_pattern(tongue)
    rules = [
        (rf"(?<![\w.,:])(?:{tongue.ORDINAL})", _ordinal),
        (rf"(?<![\w.,:/])(?:(\d+) ?)?({HALF})(?![\w/])", _half),
        (r"(?<![\w/.,])(\d+)/(\d+)(?![\w/])", _share),
        (rf"(?<![\w.,:-])({num}){DASH}({num})(?![\w%]|[.,:-]\d)", _range),
        (r"(?<![\w.,])(\d+)-(?=[a-zåäö])", _compound),
        (rf"(?<![\w.,:])({num})(?!\w|:\w)", _number),
        (r"\d+", _inside),
    ]
    if tongue.CODE == "fi":
        rules[:0] = [
            (r"(?<![\w.,:])(\d+):(\w+)", _with_ending),
            (rf"(?<![\w.,:])(\d{{1,3}})\.?{DASH}(\d{{1,3}})\.(?= +[a-zåäö])", _ordinals),
        ]
    return [Rule(re.compile(pattern), partial(say, tongue), digits=True) for pattern, say in rules]


def _digits(tongue: Tongue, found: re.Match[str]) -> str:
    return digits(found[0], tongue)


def _account(tongue: Tongue, found: re.Match[str]) -> str:
    return f"{tongue.spelled(found[1])} {digits(found[2], tongue)}"


def _form(tongue: Tongue, found: re.Match[str]) -> str:
    named = re.search(rf"\b(?:{tongue.LABELS}) $", found.string[: found.start()], re.IGNORECASE)
    return "" if named else tongue.form_before(next_word(found))


def _ordinal(tongue: Tongue, found: re.Match[str]) -> str | None:
    value = int(next(filter(None, found.groups())))
    return tongue.ordinal(value, tongue.form_before(next_word(found))) if value else None


def _ordinals(tongue: Tongue, found: re.Match[str]) -> str | None:
    first, last = int(found[1]), int(found[2])
    return f"{tongue.ordinal(first)} {tongue.DASH} {tongue.ordinal(last)}" if first and last else None


def _with_ending(tongue: Tongue, found: re.Match[str]) -> str | None:
    written, case = found[1], case_of_ending(found[2])
    if case and written == EMERGENCY:
        return f"{digits(written[:-1], tongue).replace(',', '')} {tongue.cardinal(int(written[-1]), case)}"
    return whole(written, tongue, case) if case else None


def _half(tongue: Tongue, found: re.Match[str]) -> str:
    return half(found[1], found[2], tongue)


def _share(tongue: Tongue, found: re.Match[str]) -> str:
    between = " " if found[0] in _SAID_PLAINLY else f" {tongue.RATIO} "
    return between.join(whole(each, tongue) for each in found.groups())


def _range(tongue: Tongue, found: re.Match[str]) -> str:
    return span(found[1], found[2], tongue, _form(tongue, found))


def _compound(tongue: Tongue, found: re.Match[str]) -> str:
    """ "25-vuotias" is one word in Finnish and Swedish; a three in it is "kolmi"."""
    said = tongue.year(int(found[1])) if _YEAR.fullmatch(found[1]) else whole(found[1], tongue)
    if tongue.CODE == "fi" and said.endswith("kolme"):
        said = f"{said[:-1]}i"
    return said + (" " if tongue.CODE == "en" else "")


def _number(tongue: Tongue, found: re.Match[str]) -> str:
    return number(found[1], tongue, _form(tongue, found))


def _inside(tongue: Tongue, found: re.Match[str]) -> str:
    """Digits in a word: "B2", "COVID19"."""
    return f" {whole(found[0], tongue)} "
