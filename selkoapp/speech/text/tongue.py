"""What a language must tell, so that the shared rules can read its numbers, times, dates and abbreviations.

`fi`, `sv` and `en` are modules of this shape. A *form* is how a numeral bends to the word beside it:
"genitive" in Finnish ("kolmen päivän"), "common" in Swedish ("en dag"); "" is the plain one.
"""

from collections.abc import Mapping
from typing import NamedTuple, Protocol


def words(listed: str) -> list[str]:
    """A table of words, written as one line."""
    return listed.split()


class Measure(NamedTuple):
    """A unit of measure as said: after one, after more, and in "5 km:n matka" (only Finnish has that)."""

    one: str
    many: str
    genitive: str = ""


class Weekday(NamedTuple):
    """A shortened weekday as said before a date or time, and as start and end of a range."""

    on: str
    since: str
    until: str


class Tongue(Protocol):
    """A language. Keys of tables are lower case; values are said as they stand."""

    CODE: str
    MINUS: str
    DECIMAL_SIGNS: Mapping[str, str]  # sign between whole and decimals -> word
    THOUSANDS: str  # characters that may stand between groups of three digits
    RANGE: tuple[str, str, str]  # form of the first number, word between, form of the second
    DASH: str  # between numbers that do not bend
    RATIO: str  # 3/12
    HALVES: Mapping[str, str]  # ½ and its like
    AND_A: str  # between a whole number and a half

    CLOCK_BEFORE: str  # pattern of words before a bare hour that make it a time
    CLOCK: str  # said before a time that has no such word
    CLOCK_SHORT: str  # pattern of those words that are said as CLOCK
    HALF_DAYS: Mapping[str, str]  # a.m. and p.m.
    MONTHS: Mapping[str, int]  # written -> 1 to 12
    ARTICLE: str  # before a date, with its space
    DATE_HERE: str  # pattern of a place where "25.11" without its last point is a date
    ORDINAL: str  # pattern of an ordinal; its first group that matched is the number
    ORDINAL_MARK: str  # pattern of what may stand between the day and the name of the month
    WEEKDAYS: Mapping[str, Weekday]
    AND: str  # pattern between shortened weekdays

    EURO: Measure
    CENT: Measure
    MEASURES: Mapping[str, Measure]
    PER: Mapping[str, str]  # what stands after the slash of "5 €/h"
    BENT_BEFORE: str  # pattern of words that put a measure into the genitive: "5 min päästä"
    LABELS: str  # pattern of words before a number that is a name ("sivu 3"), which does not bend
    COUNTED: str  # pattern of words that are counted: "112 kuvaa" is no emergency number

    LETTERS: Mapping[str, str]
    INITIALISMS: frozenset[str]  # said letter by letter though they could be read as words
    SPELLED_IN_ADDRESSES: int  # pieces of an address up to this many letters are said letter by letter
    SINGLE_LETTERS: bool  # whether a capital letter alone is said by its name
    ABBREVIATIONS: Mapping[str, str]  # with or without their last point
    DOTTED: Mapping[str, str]  # only with their point, which is written here without it
    BEFORE_NUMBER: Mapping[str, str]  # only with their point and a number after it
    LAST: frozenset[str]  # abbreviations that often end a sentence
    SIGNS: Mapping[str, str]  # & + = and their like, standing alone or between words
    WEB: Mapping[str, str]  # "www", ".", "@", "/" in addresses
    PICTURE: str  # an emoji that has no name in our table

    @staticmethod
    def cardinal(number: int, form: str = "") -> str:
        """0 to 999 999 999 999 in words."""

    @staticmethod
    def ordinal(number: int, form: str = "") -> str:
        """1 to 999 in words."""

    @staticmethod
    def form_before(word: str) -> str:
        """The form of a number that stands before this word."""

    @staticmethod
    def time_form_before(word: str) -> str:
        """The form of a time or date that stands before this word."""

    @staticmethod
    def year(number: int) -> str:
        """A year from 1100 to 2099 in words."""

    @staticmethod
    def time(hour: int, minute: int, form: str = "") -> str:
        """A time of day in words."""

    @staticmethod
    def date(day: int, month: int, written_month: str, form: str = "") -> str:
        """A day of a month in words, without article. `written_month`: as the page has it, "" when it is a number."""

    @staticmethod
    def spelled(letters: str, ending: str = "") -> str:
        """Letters by their names, with a case ending ("EU:n")."""
