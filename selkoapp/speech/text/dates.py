"""Rules for dates, years and shortened weekdays."""

import re
from functools import partial

from selkoapp.speech.text.rule import DASH, Rule, any_of, either_case, next_word
from selkoapp.speech.text.tongue import Tongue

_DAY = r"(0?[1-9]|[12]\d|3[01])"
_MONTH = r"(0?[1-9]|1[0-2])"
_YEAR = r"(?: ?(\d{4})(?!\d)|(\d{2})(?!\d))?"
_CAPITAL = re.compile(r"\s+[A-ZÅÄÖ]")  # after "24.12." a new sentence
_THIS_CENTURY = 2000
SHORT = 5  # letters of a shortened weekday at most


def date_rules(tongue: Tongue) -> list[Rule]:
    """ "25.11.", "25.–27.11.2026", "2026-11-25", "25. marraskuuta", "25 November", "November 25"."""
    month = rf"({any_of(either_case(tongue.MONTHS))})\b"
    named = rf"(?:{tongue.ORDINAL_MARK})? +"
    numeric = rf"(?<![\w.,:])(?:{_DAY}\.(?:{_MONTH}\.)?{DASH})?{_DAY}\. ?{_MONTH}\.{_YEAR}(?![\d:])"
    spelled = (
        rf"(?<![\w.,:])(?:{_DAY}(?:{tongue.ORDINAL_MARK})?(?:{named}{month})?{DASH})?{_DAY}{named}{month}(?:,? (\d{{4}})\b)?"
    )
    rules = [
        (numeric, _numeric),
        (r"(?<![\w-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\w-])", _iso),
        (spelled, _spelled),
        (rf"(?:{tongue.DATE_HERE}){_DAY}[./]{_MONTH}(?![\w%€]|[.,:/-]\d)", _short_date),
        (rf"(?<![\w.,:/-]){_DAY}[./]{_MONTH}(?= kl\b)", _short_date),
        (rf"(?<![\w.,:/-]){_DAY}/{_MONTH}(?![\w%€]|[.,:/-]\d)", _slashed),
        (r"(?<![\w.,:/-])((?:19|20)\d\d)(?![\w%€]|[.,:/]\d|-[a-zåäö])", _year),
    ]
    if tongue.CODE == "en":
        rules.insert(0, (r"(?<![\w.,-])((?:1[1-9]|20)\d0)s\b", _decade))
        rules.insert(3, (rf"\b{month} {_DAY}(?:st|nd|rd|th)?(?!\w|[.:]\d)(?:,? (\d{{4}})\b)?", _month_first))
    return [Rule(re.compile(pattern), partial(say, tongue), digits=True) for pattern, say in rules]


def _after_article(tongue: Tongue, found: re.Match[str]) -> bool:
    return bool(tongue.ARTICLE) and found.string[: found.start()].lower().endswith(tongue.ARTICLE)


def _dated(tongue: Tongue, found: re.Match[str], *said: str) -> str:
    """One day or two with "till" between them, with the articles that are not on the page."""
    first = said[0] if _after_article(tongue, found) else tongue.ARTICLE + said[0]
    return f" {tongue.DASH} ".join([first, *(tongue.ARTICLE + each for each in said[1:])])


def _with_year(tongue: Tongue, said: str, year: str | None) -> str:
    if not year:
        return said
    value = int(year) + (_THIS_CENTURY if len(year) == 2 else 0)
    return f"{said} {tongue.year(value) if 1100 <= value < 2100 else tongue.cardinal(value)}"


def _numeric(tongue: Tongue, found: re.Match[str]) -> str:
    from_day, from_month, day, month, *years = found.groups()
    stop = "." if found[0].endswith(".") and _CAPITAL.match(found.string, found.end()) else ""
    form = "" if from_day else tongue.time_form_before(next_word(found))
    last = _with_year(tongue, tongue.date(int(day), int(month), "", form), next(filter(None, years), None))
    if not from_day:
        return _dated(tongue, found, last) + stop
    first = tongue.date(int(from_day), int(from_month), "") if from_month else tongue.ordinal(int(from_day))
    return _dated(tongue, found, first, last) + stop


def _short_date(tongue: Tongue, found: re.Match[str]) -> str:
    return _dated(tongue, found, tongue.date(int(found[1]), int(found[2]), ""))


def _slashed(tongue: Tongue, found: re.Match[str]) -> str | None:
    """ "25/11" is a date where no share can be meant. Finnish never writes one so."""
    return _short_date(tongue, found) if tongue.CODE != "fi" and int(found[1]) > int(found[2]) and found[0] != "24/7" else None


def _iso(tongue: Tongue, found: re.Match[str]) -> str:
    year, month, day = found.groups()
    return _dated(tongue, found, _with_year(tongue, tongue.date(int(day), int(month), ""), year))


def _spelled(tongue: Tongue, found: re.Match[str]) -> str:
    from_day, from_month, day, month, year = found.groups()
    form = "" if from_day else tongue.time_form_before(next_word(found))
    last = _with_year(tongue, tongue.date(int(day), _month(tongue, month), month, form), year)
    if not from_day:
        return _dated(tongue, found, last)
    start = int(from_day)
    first = tongue.date(start, _month(tongue, from_month), from_month) if from_month else tongue.ordinal(start)
    return _dated(tongue, found, first, last)


def _month_first(tongue: Tongue, found: re.Match[str]) -> str:
    month, day, year = found.groups()
    month = tongue.date(1, _month(tongue, month), month).split()[-1]
    return _with_year(tongue, f"{month} {tongue.ARTICLE}{tongue.ordinal(int(day))}", year)


def _month(tongue: Tongue, written: str) -> int:
    return tongue.MONTHS.get(written) or tongue.MONTHS[written.lower()]


def _year(tongue: Tongue, found: re.Match[str]) -> str:
    return tongue.year(int(found[1]))


def _decade(tongue: Tongue, found: re.Match[str]) -> str:
    said = tongue.year(int(found[1]))
    return f"{said[:-1]}ies" if said.endswith("y") else f"{said}s"


def weekday_rules(tongue: Tongue) -> list[Rule]:
    """ "ma–pe", "ma, ke ja pe", "ma klo 14"."""
    days = {name.lower(): day for name, day in tongue.WEEKDAYS.items()}
    names = any_of(either_case(tongue.WEEKDAYS))
    short = any_of(either_case(name for name in tongue.WEEKDAYS if len(name) <= SHORT))
    between = tongue.RANGE[1]

    def said_range(found: re.Match[str]) -> str:
        return " ".join(filter(None, (days[found[1].lower()].since, between, days[found[2].lower()].until)))

    def said_on(found: re.Match[str]) -> str:
        return re.sub(rf"\b(?:{short})\b\.?", lambda day: days[day[0].lower().rstrip(".")].on, found[0])

    listed = rf"(?<![\w-])(?:{short})\.?(?:, (?:{short})\.?)*,? (?:{tongue.AND}) (?:{short})(?![\w-])\.?(?= +[a-zåäö])?"
    before_time = rf"(?<![\w-])(?:{short})\b\.?(?= +(?:\d{{1,2}}[.: –-]|{tongue.CLOCK_BEFORE} ))"
    return [
        Rule(re.compile(rf"(?<![\w-])({names})\b\.?{DASH}({names})(?![\w-])"), said_range),
        Rule(re.compile(listed), said_on),
        Rule(re.compile(before_time), said_on),
    ]
