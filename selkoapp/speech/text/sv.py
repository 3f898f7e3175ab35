"""Swedish, as spoken in Finland."""

from selkoapp.speech.text.tongue import Measure, Weekday, words

CODE = "sv"
MINUS = "minus"
DECIMAL_SIGNS = {",": "komma", ".": "punkt"}
THOUSANDS = " "
RANGE = ("", "till", "")
DASH = "till"
RATIO = "av"
HALVES = {"½": "en halv", "1/2": "en halv", "¼": "en fjärdedel", "1/4": "en fjärdedel", "¾": "tre fjärdedelar"}
HALVES |= {"3/4": "tre fjärdedelar", "⅓": "en tredjedel", "1/3": "en tredjedel", "⅔": "två tredjedelar"}
AND_A = "och"

CLOCK_BEFORE = r"kl\.?|klockan"
CLOCK = "klockan"
CLOCK_SHORT = r"kl\.?"
HALF_DAYS: dict[str, str] = {}
_MONTHS = words("januari februari mars april maj juni juli augusti september oktober november december")
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
MONTHS |= {"jan": 1, "feb": 2, "apr": 4, "aug": 8, "sept": 9, "sep": 9, "okt": 10, "nov": 11, "dec": 12}
ARTICLE = "den "
DATE_HERE = r"(?<=\b[Dd]en )|(?<=dag )|(?<=\bo\.m\. )|(?<=\b(?:[Mm]ån|[Tt]is|[Oo]ns|[Ff]re|[Ll]ör|[Ss]ön) )|(?<=\b[Tt]ors )"
ORDINAL = r"(\d{1,3}):[ae]\b|(?<=\b[Dd]en )(\d{1,3})(?![\w%€]|[.:,–-]\d)"
ORDINAL_MARK = r":[ae]|\."
_DAYS = words("måndag tisdag onsdag torsdag fredag lördag söndag")
_SHORT_DAYS = ("mån", "tis", "ons", "tors|tor", "fre", "lör", "sön"), ("må", "ti", "on", "to", "fr", "lö", "sö")
WEEKDAYS = {
    short: Weekday(day, day, day)
    for names in _SHORT_DAYS
    for day, name in zip(_DAYS, names, strict=True)
    for short in name.split("|")
}
WEEKDAYS |= {day: Weekday(day, day, day) for day in _DAYS}
AND = r"och|eller"

EURO = Measure("euro", "euro")
CENT = Measure("cent", "cent")
MEASURES = {
    "€": EURO,
    "eur": EURO,
    "euro": EURO,
    "kr": Measure("krona", "kronor"),
    "$": Measure("dollar", "dollar"),
    "£": Measure("pund", "pund"),
    "%": Measure("procent", "procent"),
    "‰": Measure("promille", "promille"),
    "°c": Measure("grad", "grader"),
    "°": Measure("grad", "grader"),
    "km": Measure("kilometer", "kilometer"),
    "km/h": Measure("kilometer i timmen", "kilometer i timmen"),
    "m": Measure("meter", "meter"),
    "m²": Measure("kvadratmeter", "kvadratmeter"),
    "m2": Measure("kvadratmeter", "kvadratmeter"),
    "m³": Measure("kubikmeter", "kubikmeter"),
    "cm": Measure("centimeter", "centimeter"),
    "mm": Measure("millimeter", "millimeter"),
    "kg": Measure("kilo", "kilo"),
    "g": Measure("gram", "gram"),
    "mg": Measure("milligram", "milligram"),
    "l": Measure("liter", "liter"),
    "dl": Measure("deciliter", "deciliter"),
    "cl": Measure("centiliter", "centiliter"),
    "ml": Measure("milliliter", "milliliter"),
    "msk": Measure("matsked", "matskedar"),
    "tsk": Measure("tesked", "teskedar"),
    "h": Measure("timme", "timmar"),
    "tim": Measure("timme", "timmar"),
    "min": Measure("minut", "minuter"),
    "s": Measure("sekund", "sekunder"),
    "sek": Measure("sekund", "sekunder"),
    "mån": Measure("månad", "månader"),
    "v": Measure("vecka", "veckor"),
    "st": Measure("styck", "stycken"),
    "pers": Measure("person", "personer"),
    "x": Measure("gång", "gånger"),
    "milj": Measure("miljon", "miljoner"),
    "md": Measure("miljard", "miljarder"),
}
PER = {
    "h": "i timmen",
    "tim": "i timmen",
    "dag": "om dagen",
    "v": "i veckan",
    "vecka": "i veckan",
    "mån": "i månaden",
    "år": "om året",
    "kg": "kilot",
    "l": "litern",
    "st": "styck",
    "pers": "per person",
}
BENT_BEFORE = r"(?!)"
COUNTED = r"\w+(?:or|ar|er|en|dagar|kort|ord|steg)\b"

LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzåäö",
        words("a be se de e eff ge hå i ji kå ell emm enn o pe ku ärr ess te u ve dubbel_ve eks y säta å ä ö"),
        strict=True,
    )
)
LABELS = r"bild|fråga|sida|rum|röst|buss|linje|nummer|nr|punkt|rad|steg|grupp|kapitel"
INITIALISMS = frozenset(
    words("TE EU ADHD HR PDF QR SMS TV VR HSL USA ID IT PC CD DVD USB GPS AI EKG HIV FN ICT CV FPA NTM HST HRT")
)
SPELLED_IN_ADDRESSES = 1
SINGLE_LETTERS = False
ABBREVIATIONS = {
    "bl.a": "bland annat",
    "ca": "cirka",
    "d.v.s": "det vill säga",
    "dvs": "det vill säga",
    "e.d": "eller dylikt",
    "el": "eller",
    "etc": "et cetera",
    "ev": "eventuellt",
    "exkl": "exklusive",
    "f.d": "före detta",
    "f.m": "förmiddag",
    "e.m": "eftermiddag",
    "fr.o.m": "från och med",
    "inkl": "inklusive",
    "jfr": "jämför",
    "kl": "klockan",
    "m.a.o": "med andra ord",
    "m.fl": "med flera",
    "m.m": "med mera",
    "mm": "med mera",
    "nr": "nummer",
    "o.d": "och dylikt",
    "o.s.v": "och så vidare",
    "osv": "och så vidare",
    "ok": "okej",
    "p.g.a": "på grund av",
    "pga": "på grund av",
    "resp": "respektive",
    "rf": "registrerad förening",
    "s.k": "så kallad",
    "st": "stycken",
    "t.ex": "till exempel",
    "tex": "till exempel",
    "t.o.m": "till och med",
    "tel": "telefon",
    "tfn": "telefon",
    "vard": "vardagar",
}
BEFORE_NUMBER = {"s": "sidan", "v": "vecka", "d": "den", "f": "född"}
DOTTED = {"o": "och", "min": "minuter", "dr": "doktor"}
LAST = frozenset({"m.m", "mm", "m.fl", "o.s.v", "osv", "o.d", "e.d", "etc", "ok", "rf", "f.m", "e.m", "st", "min"})
SIGNS = {
    "&": "och",
    "+": "plus",
    "=": "är lika med",
    "§": "paragraf",
    "#": "hashtag",
    "@": "snabel-a",
    "×": "gånger",
    "€": "euro",
}
SIGNS |= {"%": "procent", "°": "grader"}
WEB = {"www": "ve ve ve", ".": "punkt", "@": "snabel-a", "/": "snedstreck", ":": "kolon", "_": "understreck", "-": "bindestreck"}
PICTURE = "bild"

_UNITS = words("noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton")
_TENS = words("- - tjugo trettio fyrtio femtio sextio sjuttio åttio nittio")
_ORDINALS = words(
    "nollte första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde"
    " sextonde sjuttonde artonde nittonde"
)
_COMMON = frozenset(
    words(
        "dag timme minut sekund vecka månad natt kväll euro krona cent grad person människa bild fråga medlem gång grupp önskan"
        " dagar timmar minuter veckor månader bilder frågor personer grader kronor medlemmar gånger grupper"
        " kilometer meter centimeter millimeter liter deciliter centiliter milliliter matsked tesked vän sida plats uppgift"
        " annan ny av kommer väntar miljon miljard styck kvadratmeter kubikmeter dollar"
    )
)


def form_before(word: str) -> str:
    """ "common" before words that take "en"."""
    return "common" if word.lower() in _COMMON else ""


def time_form_before(word: str) -> str:
    """Times do not bend."""
    return ""


def cardinal(number: int, form: str = "") -> str:
    """0 to 999 999 999 999; `form` "common" says "en" and "tjugoen"."""
    for size, one, many in ((10**9, "en miljard", "miljarder"), (10**6, "en miljon", "miljoner"), (1000, "tusen", "tusen")):
        if number >= size:
            count, rest = divmod(number, size)
            said = one if count == 1 else f"{cardinal(count)} {many}"
            return f"{said} {cardinal(rest, form)}" if rest else said
    return _below_thousand(number, form)


def _below_thousand(number: int, form: str) -> str:
    hundreds, rest = divmod(number, 100)
    said = "" if not hundreds else "hundra" if hundreds == 1 else f"{_UNITS[hundreds]}hundra"
    if not rest and hundreds:
        return said
    tens, one = divmod(rest, 10)
    if rest < 20:
        tens, one = 0, rest
    last = "en" if one == 1 and form == "common" else _UNITS[one]
    return said + (_TENS[tens] if tens else "") + (last if one or not tens else "")


def ordinal(number: int, form: str = "") -> str:
    """1 to 999: "tjugofemte"."""
    hundreds, rest = divmod(number, 100)
    said = "" if not hundreds else "hundra" if hundreds == 1 else f"{_UNITS[hundreds]}hundra"
    if not rest:
        return f"{said}de"
    if rest < 20:
        return said + _ORDINALS[rest]
    tens, one = divmod(rest, 10)
    return said + _TENS[tens] + (_ORDINALS[one] if one else "nde")


def year(number: int) -> str:
    """By hundreds: "tjugohundratjugosex"."""
    hundreds, rest = divmod(number, 100)
    return f"{cardinal(hundreds)}hundra{cardinal(rest) if rest else ''}"


def time(hour: int, minute: int, form: str = "") -> str:
    """Full hours without minutes, "nio noll fem" for 9.05."""
    if minute == 0:
        return cardinal(hour)
    return f"{cardinal(hour)} {'noll ' if minute < 10 else ''}{cardinal(minute)}"


def date(day: int, month: int, written_month: str, form: str = "") -> str:
    """ "tjugofemte november"."""
    return f"{ordinal(day)} {_MONTHS[month - 1]}"


def spelled(letters: str, ending: str = "") -> str:
    """ "e u", and "e us" for "EU:s"."""
    return " ".join(LETTERS.get(letter, letter) for letter in letters.lower()).replace("_", " ") + ending
