"""Numbers as written: grouped, with decimals, with a sign, digit by digit."""

import re

from selkoapp.speech.text.tongue import Tongue

LONGEST = 12  # digits that are said as one number
BENT_DIGITS = 2  # of a range: longer numbers do not bend, they are too long to follow by ear
HALF = "[½¼¾⅓⅔]|1/[234]|3/4"
_SIGN = {"+": "plus"}


def number_pattern(tongue: Tongue) -> str:
    """A pattern without groups: "5", "-5", "1 000", "12,50"."""
    points = "".join(re.escape(sign) for sign in tongue.DECIMAL_SIGNS)
    grouped = rf"\d{{1,3}}(?:[{tongue.THOUSANDS}]\d{{3}})+(?!\d)"
    return rf"(?:(?<![\w.,)])[-+])?(?:{grouped}|\d+)(?:[{points}]\d+)?"


def digits(written: str, tongue: Tongue) -> str:
    """Digit by digit; groups keep a short pause between them."""
    groups = re.findall(r"\d+", written)
    return ", ".join(" ".join(tongue.cardinal(int(digit)) for digit in group) for group in groups)


def whole(written: str, tongue: Tongue, form: str = "") -> str:
    """A number without decimals: "1 000"; a code ("00100") or a very long one digit by digit."""
    bare = re.sub(r"\D", "", written)
    if len(bare) > LONGEST or (bare.startswith("0") and len(bare) > 1):
        return digits(bare, tongue)
    return tongue.cardinal(int(bare), form)


def number(written: str, tongue: Tongue, form: str = "") -> str:
    """Any number that number_pattern finds."""
    sign = tongue.MINUS if written.startswith("-") else _SIGN.get(written[0], "")
    body, point, decimals = split(written.lstrip("-+"), tongue)
    said = tongue.cardinal(0) if not body.strip("0 ") else whole(body, tongue, "" if decimals else form)
    if decimals:
        said += f" {tongue.DECIMAL_SIGNS[point]} {_decimals(decimals, tongue)}"
    return f"{sign} {said}" if sign else said


def split(written: str, tongue: Tongue) -> tuple[str, str, str]:
    """What is before the decimal sign, the sign, what is after it; the last two "" for a whole number."""
    found = re.search(rf"([{''.join(map(re.escape, tongue.DECIMAL_SIGNS))}])(\d+)$", written)
    return (written[: found.start()], found[1], found[2]) if found else (written, "", "")


def _decimals(written: str, tongue: Tongue) -> str:
    as_number = "," in tongue.DECIMAL_SIGNS and len(written) <= 2 and not written.startswith("0")
    return tongue.cardinal(int(written)) if as_number else digits(written, tongue)


def span(first: str, second: str, tongue: Tongue, form: str = "") -> str:
    """A range: "yhdeksästä viiteentoista"; "kahden kolmen" where both stand in one case."""
    if form:
        return f"{number(first, tongue, form)} {number(second, tongue, form)}"
    start, between, end = tongue.RANGE
    if any(len(re.sub(r"\D", "", split(each, tongue)[0])) > BENT_DIGITS for each in (first, second)):
        start, between, end = "", tongue.DASH, ""
    return " ".join(filter(None, (number(first, tongue, start), between, number(second, tongue, end))))


def half(before: str | None, written: str, tongue: Tongue) -> str:
    """ "puoli", "kaksi ja puoli"; Finnish has a word of its own for one and a half."""
    said = tongue.HALVES[written]
    if not before:
        return said
    if tongue.CODE == "fi" and before == "1" and said == tongue.HALVES["½"]:
        return "puolitoista"
    return f"{whole(before, tongue)} {tongue.AND_A} {said}"
