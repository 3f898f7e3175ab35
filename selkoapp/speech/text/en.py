"""English, as in Britain: "the twenty-fifth of November"."""

from selkoapp.speech.text.tongue import Measure, Weekday, words

CODE = "en"
MINUS = "minus"
DECIMAL_SIGNS = {".": "point"}
THOUSANDS = " ,"
RANGE = ("", "to", "")
DASH = "to"
RATIO = "of"
HALVES = {"½": "a half", "1/2": "a half", "¼": "a quarter", "1/4": "a quarter", "¾": "three quarters", "3/4": "three quarters"}
HALVES |= {"⅓": "a third", "1/3": "a third", "⅔": "two thirds"}
AND_A = "and"

CLOCK_BEFORE = r"at|from|until|till|before|after|by"
CLOCK = ""
CLOCK_SHORT = r"(?!)"
HALF_DAYS = {"am": "eh em", "pm": "pee em"}
_MONTHS = words("January February March April May June July August September October November December")
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTHS |= {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
ARTICLE = "the "
DATE_HERE = r"(?!)"
ORDINAL = r"(\d{1,3})(?:st|nd|rd|th)\b"
ORDINAL_MARK = r"(?:st|nd|rd|th)(?: of)?| of"
_DAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_SHORT_DAYS = "Mon", "Tue|Tues", "Wed|Weds", "Thu|Thur|Thurs", "Fri", "Sat", "Sun"
WEEKDAYS = {
    short: Weekday(day, day, day) for day, names in zip(_DAYS, _SHORT_DAYS, strict=True) for short in [*names.split("|"), day]
}
AND = r"and|or"

EURO = Measure("euro", "euros")
CENT = Measure("cent", "cents")
MEASURES = {
    "€": EURO,
    "eur": EURO,
    "euro": EURO,
    "euros": EURO,
    "$": Measure("dollar", "dollars"),
    "£": Measure("pound", "pounds"),
    "%": Measure("percent", "percent"),
    "‰": Measure("per mille", "per mille"),
    "°c": Measure("degree", "degrees"),
    "°": Measure("degree", "degrees"),
    "km": Measure("kilometre", "kilometres"),
    "km/h": Measure("kilometre an hour", "kilometres an hour"),
    "m": Measure("metre", "metres"),
    "m²": Measure("square metre", "square metres"),
    "m2": Measure("square metre", "square metres"),
    "m³": Measure("cubic metre", "cubic metres"),
    "cm": Measure("centimetre", "centimetres"),
    "mm": Measure("millimetre", "millimetres"),
    "kg": Measure("kilo", "kilos"),
    "g": Measure("gram", "grams"),
    "mg": Measure("milligram", "milligrams"),
    "l": Measure("litre", "litres"),
    "dl": Measure("decilitre", "decilitres"),
    "cl": Measure("centilitre", "centilitres"),
    "ml": Measure("millilitre", "millilitres"),
    "tbsp": Measure("tablespoon", "tablespoons"),
    "tsp": Measure("teaspoon", "teaspoons"),
    "h": Measure("hour", "hours"),
    "hr": Measure("hour", "hours"),
    "hrs": Measure("hour", "hours"),
    "min": Measure("minute", "minutes"),
    "mins": Measure("minute", "minutes"),
    "s": Measure("second", "seconds"),
    "sec": Measure("second", "seconds"),
    "wk": Measure("week", "weeks"),
    "x": Measure("time", "times"),
    "pcs": Measure("piece", "pieces"),
}
PER = {
    "h": "an hour",
    "hour": "an hour",
    "day": "a day",
    "wk": "a week",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "kg": "a kilo",
    "l": "a litre",
    "person": "a person",
}
BENT_BEFORE = r"(?!)"
COUNTED = r"\w+(?:s|people|children)\b"

LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        words("eh bee see dee ee ef jee aitch eye jay kay ell em en oh pee cue ar ess tee you vee double-you ex why zed"),
        strict=True,
    )
)
LABELS = r"(?!)"
INITIALISMS = frozenset(words("TE EU UK UN ADHD HR PDF QR SMS TV VR HSL USA ID IT PC CD DVD USB GPS AI EKG HIV ICT CV FAQ DIY"))
SPELLED_IN_ADDRESSES = 2
SINGLE_LETTERS = False
ABBREVIATIONS = {
    "a.m": "eh em",
    "approx": "approximately",
    "asap": "as soon as possible",
    "dept": "department",
    "dr": "doctor",
    "e.g": "for example",
    "eg": "for example",
    "etc": "and so on",
    "i.e": "that is",
    "ie": "that is",
    "incl": "including",
    "mr": "mister",
    "mrs": "missis",
    "ms": "miz",
    "ok": "okay",
    "p.m": "pee em",
    "prof": "professor",
    "tel": "telephone",
    "vs": "versus",
}
BEFORE_NUMBER = {"p": "page", "pp": "pages", "no": "number"}
DOTTED = {"st": "saint", "min": "minutes", "co": "company", "ext": "extension"}
LAST = frozenset({"etc", "a.m", "p.m", "ok", "asap", "min", "co"})
SIGNS = {"&": "and", "+": "plus", "=": "equals", "§": "section", "#": "hashtag", "@": "at", "×": "times", "€": "euros"}
SIGNS |= {"%": "percent", "°": "degrees"}
WEB = {
    "www": "double-you double-you double-you",
    ".": "dot",
    "@": "at",
    "/": "slash",
    ":": "colon",
    "_": "underscore",
    "-": "dash",
}
PICTURE = "picture"

_UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
)
_TENS = words("- - twenty thirty forty fifty sixty seventy eighty ninety")
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def form_before(word: str) -> str:
    """English numbers do not bend."""
    return ""


def time_form_before(word: str) -> str:
    """Times do not bend."""
    return ""


def cardinal(number: int, form: str = "") -> str:
    """0 to 999 999 999 999: "one hundred and five"."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            count, rest = divmod(number, size)
            joint = " and " if rest < 100 else " "
            return f"{cardinal(count)} {name}{joint + cardinal(rest) if rest else ''}"
    if number < 20:
        return _UNITS[number]
    tens, one = divmod(number, 10)
    return f"{_TENS[tens]}-{_UNITS[one]}" if one else _TENS[tens]


def ordinal(number: int, form: str = "") -> str:
    """1 to 999: "twenty-fifth"."""
    said = cardinal(number)
    last = said.replace("-", " ").split()[-1]
    start = said.removesuffix(last)
    if last in _IRREGULAR:
        return start + _IRREGULAR[last]
    return start + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def year(number: int) -> str:
    """By hundreds: "twenty twenty-six"; "two thousand and five"."""
    hundreds, rest = divmod(number, 100)
    if hundreds == 20 and rest < 10:
        return cardinal(number)
    if not rest:
        return f"{cardinal(hundreds)} hundred"
    return f"{cardinal(hundreds)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def time(hour: int, minute: int, form: str = "") -> str:
    """ "fourteen o'clock", "nine oh five"."""
    if minute == 0:
        return f"{cardinal(hour)} o'clock"
    return f"{cardinal(hour)} {'oh ' if minute < 10 else ''}{cardinal(minute)}"


def date(day: int, month: int, written_month: str, form: str = "") -> str:
    """ "twenty-fifth of November"."""
    return f"{ordinal(day)} of {_MONTHS[month - 1]}"


def spelled(letters: str, ending: str = "") -> str:
    """ "ee you", and "ee you's" for "EU's"."""
    return " ".join(LETTERS.get(letter, letter) for letter in letters.lower()) + ending
