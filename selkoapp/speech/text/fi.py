"""Finnish."""

from selkoapp.speech.text.fi_numerals import cardinal, form_of, ordinal
from selkoapp.speech.text.tongue import Measure, Weekday, words

__all__ = ["cardinal", "ordinal"]

CODE = "fi"
MINUS = "miinus"
DECIMAL_SIGNS = {",": "pilkku", ".": "piste"}
THOUSANDS = " "
RANGE = ("elative", "", "illative")
DASH = "viiva"
RATIO = "kautta"
HALVES = {"½": "puoli", "1/2": "puoli", "¼": "yksi neljäsosa", "1/4": "yksi neljäsosa", "¾": "kolme neljäsosaa"}
HALVES |= {"3/4": "kolme neljäsosaa", "⅓": "yksi kolmasosa", "1/3": "yksi kolmasosa", "⅔": "kaksi kolmasosaa"}
AND_A = "ja"

CLOCK_BEFORE = r"klo\.?|kello|kl\."
CLOCK = "kello"
CLOCK_SHORT = r"klo\.?|kl\."
HALF_DAYS: dict[str, str] = {}
_MONTHS = words("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu")
MONTHS = {f"{name}kuu{ending}": number for number, name in enumerate(_MONTHS, 1) for ending in ("", "ta", "n")}
ARTICLE = ""
DATE_HERE = r"(?!)"
ORDINAL = r"(\d{1,3})\.(?= +[a-zåäö])|(\d{1,3}):s\b"
ORDINAL_MARK = r"\."
WEEKDAYS = {
    "ma": Weekday("maanantaina", "maanantaista", "maanantaihin"),
    "ti": Weekday("tiistaina", "tiistaista", "tiistaihin"),
    "ke": Weekday("keskiviikkona", "keskiviikosta", "keskiviikkoon"),
    "to": Weekday("torstaina", "torstaista", "torstaihin"),
    "pe": Weekday("perjantaina", "perjantaista", "perjantaihin"),
    "la": Weekday("lauantaina", "lauantaista", "lauantaihin"),
    "su": Weekday("sunnuntaina", "sunnuntaista", "sunnuntaihin"),
}
WEEKDAYS |= {
    "maanantai": WEEKDAYS["ma"],
    "tiistai": WEEKDAYS["ti"],
    "keskiviikko": WEEKDAYS["ke"],
    "torstai": WEEKDAYS["to"],
    "perjantai": WEEKDAYS["pe"],
    "lauantai": WEEKDAYS["la"],
    "sunnuntai": WEEKDAYS["su"],
}
AND = r"ja|tai"

EURO = Measure("euro", "euroa", "euron")
CENT = Measure("sentti", "senttiä", "sentin")
MEASURES = {
    "€": EURO,
    "eur": EURO,
    "euroa": EURO,
    "euro": EURO,
    "snt": CENT,
    "$": Measure("dollari", "dollaria", "dollarin"),
    "£": Measure("punta", "puntaa", "punnan"),
    "%": Measure("prosentti", "prosenttia", "prosentin"),
    "‰": Measure("promille", "promillea", "promillen"),
    "°c": Measure("aste", "astetta", "asteen"),
    "°": Measure("aste", "astetta", "asteen"),
    "km": Measure("kilometri", "kilometriä", "kilometrin"),
    "km/h": Measure("kilometri tunnissa", "kilometriä tunnissa", "kilometrin tunnissa"),
    "m": Measure("metri", "metriä", "metrin"),
    "m²": Measure("neliömetri", "neliömetriä", "neliömetrin"),
    "m2": Measure("neliömetri", "neliömetriä", "neliömetrin"),
    "m³": Measure("kuutiometri", "kuutiometriä", "kuutiometrin"),
    "cm": Measure("senttimetri", "senttimetriä", "senttimetrin"),
    "mm": Measure("millimetri", "millimetriä", "millimetrin"),
    "kg": Measure("kilo", "kiloa", "kilon"),
    "g": Measure("gramma", "grammaa", "gramman"),
    "mg": Measure("milligramma", "milligrammaa", "milligramman"),
    "l": Measure("litra", "litraa", "litran"),
    "dl": Measure("desilitra", "desilitraa", "desilitran"),
    "cl": Measure("senttilitra", "senttilitraa", "senttilitran"),
    "ml": Measure("millilitra", "millilitraa", "millilitran"),
    "rkl": Measure("ruokalusikallinen", "ruokalusikallista", "ruokalusikallisen"),
    "tl": Measure("teelusikallinen", "teelusikallista", "teelusikallisen"),
    "h": Measure("tunti", "tuntia", "tunnin"),
    "t": Measure("tunti", "tuntia", "tunnin"),
    "min": Measure("minuutti", "minuuttia", "minuutin"),
    "s": Measure("sekunti", "sekuntia", "sekunnin"),
    "sek": Measure("sekunti", "sekuntia", "sekunnin"),
    "pv": Measure("päivä", "päivää", "päivän"),
    "vk": Measure("viikko", "viikkoa", "viikon"),
    "vko": Measure("viikko", "viikkoa", "viikon"),
    "kk": Measure("kuukausi", "kuukautta", "kuukauden"),
    "v": Measure("vuosi", "vuotta", "vuoden"),
    "kpl": Measure("kappale", "kappaletta", "kappaleen"),
    "hlö": Measure("henkilö", "henkilöä", "henkilön"),
    "x": Measure("kerta", "kertaa", "kerran"),
    "krs": Measure("kerros", "kerrosta", "kerroksen"),
    "milj": Measure("miljoona", "miljoonaa", "miljoonan"),
    "mrd": Measure("miljardi", "miljardia", "miljardin"),
}
PER = {
    "h": "tunnissa",
    "t": "tunnissa",
    "pv": "päivässä",
    "päivä": "päivässä",
    "vk": "viikossa",
    "vko": "viikossa",
    "kk": "kuukaudessa",
    "v": "vuodessa",
    "kg": "kilo",
    "l": "litra",
    "kpl": "kappale",
    "hlö": "henkilöltä",
}
BENT_BEFORE = r"päästä|kuluttua|sisällä|ajan|aikana|kuluessa|jälkeen|\w*matka\w*|\w*tauko\w*|välein"
COUNTED = r"(?!(?:ja|heti)\b)\w+[aä]\b(?<!ss[aä])(?<!ll[aä])"

LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyzåäö",
        words(
            "aa bee see dee ee äf gee hoo ii jii koo äl äm än oo pee kuu är äs tee uu vee kaksoisvee äks yy tset"
            " ruotsalainen_oo ää öö"
        ),
        strict=True,
    )
)
_BENT = {"f": "äffä", "l": "ällä", "m": "ämmä", "n": "ännä", "r": "ärrä", "s": "ässä", "x": "äksä", "z": "tseta"}
LABELS = r"kuva|kysymys|sivu|huone|ääni|bussi|linja|numero|nro|kohta|rivi|ryhmä|katu\w*|tie|\w+katu|\w+tie"
INITIALISMS = frozenset(
    words("TE EU ADHD HR PDF QR SMS TV VR HSL USA YK YT ID IT PC CD DVD USB GPS AI EKG HIV SAK UKK ALV OP AMK ICT CV KHO")
)
SPELLED_IN_ADDRESSES = 1
SINGLE_LETTERS = True
ABBREVIATIONS = {
    "aik": "aikuinen",
    "ab": "aa bee",
    "alk": "alkaen",
    "eläk": "eläkeläinen",
    "em": "edellä mainittu",
    "ent": "entinen",
    "esim": "esimerkiksi",
    "henk": "henkilöä",
    "huom": "huomaa",
    "ilm": "ilmoittautuminen",
    "jne": "ja niin edelleen",
    "klo": "kello",
    "ko": "kyseinen",
    "ks": "katso",
    "lisät": "lisätietoja",
    "lyh": "lyhenne",
    "mm": "muun muassa",
    "nk": "niin kutsuttu",
    "nro": "numero",
    "ns": "niin sanottu",
    "oy": "oo yy",
    "ok": "okei",
    "puh": "puhelin",
    "pvm": "päivämäärä",
    "ry": "är yy",
    "sis": "sisältää",
    "snt": "senttiä",
    "tms": "tai muuta sellaista",
    "toim": "toimittaja",
    "ts": "toisin sanoen",
    "tri": "tohtori",
    "vk": "viikko",
    "vko": "viikko",
    "vrt": "vertaa",
    "ym": "ynnä muuta",
    "yms": "ynnä muuta sellaista",
    "kpl": "kappaletta",
}
BEFORE_NUMBER = {"s": "sivu", "v": "vuonna", "p": "puhelin"}
DOTTED = {"n": "noin", "os": "osoite", "t": "terveisin", "terv": "terveisin"}
DOTTED |= {"kl": "kello", "krs": "kerros", "kk": "kuukausi", "min": "minuuttia", "o.s": "omaa sukua", "e.kr": "ennen Kristusta"}
LAST = frozenset({"jne", "ym", "yms", "tms", "ry", "oy", "ok", "alk", "henk", "kpl", "snt", "min"})
SIGNS = {"&": "ja", "+": "plus", "=": "on yhtä kuin", "§": "pykälä", "#": "hästäg", "@": "ät", "×": "kertaa", "€": "euroa"}
SIGNS |= {"%": "prosenttia", "°": "astetta"}
WEB = {"www": "vee vee vee", ".": "piste", "@": "ät", "/": "kautta", ":": "kaksoispiste", "_": "alaviiva", "-": "viiva"}
PICTURE = "kuva"

_ENDS = {"asti": "illative", "saakka": "illative", "mennessä": "illative", "alkaen": "elative", "lähtien": "elative"}
_ENDS |= {"jälkeen": "genitive", "aikaan": "genitive", "aikoihin": "genitive", "maissa": "genitive", "välillä": "genitive"}


def form_before(word: str) -> str:
    """The case of a number that stands before this word: "kolmen" before "päivän"."""
    return _ENDS.get(word) or form_of(word)


def time_form_before(word: str) -> str:
    """The case of a time or date before this word: "kello kahteentoista mennessä", but "kello kaksitoista ryhmässä"."""
    return _ENDS.get(word, "")


def year(number: int) -> str:
    """A Finnish year is said as any number."""
    return cardinal(number)


def time(hour: int, minute: int, form: str = "") -> str:
    """Full hours without minutes, "yhdeksän nolla viisi" for 9.05."""
    said = cardinal(hour, form)
    if minute == 0:
        return said
    return f"{said} {'nolla ' if minute < 10 else ''}{cardinal(minute, form)}"


def date(day: int, month: int, written_month: str, form: str = "") -> str:
    """ "kahdeskymmenesviides marraskuuta"; a month on its own ("25 marraskuu" on a calendar leaf) is bent."""
    bent = written_month.lower() if written_month.endswith("n") else f"{_MONTHS[month - 1]}kuuta"
    return f"{ordinal(day, form)} {bent}"


def spelled(letters: str, ending: str = "") -> str:
    """ "EU" with "n" is "ee uun", "HSL" with "n" "hoo äs ällän"."""
    names = [LETTERS.get(letter, letter).replace("_", " ") for letter in letters.lower()]
    if ending:
        base = _BENT.get(letters[-1].lower(), names[-1])
        twice = base[-1] == ending[0] and len(ending) > 1 and ending[0] == ending[1]
        names[-1] = base + ending[twice:]
    return " ".join(names)
