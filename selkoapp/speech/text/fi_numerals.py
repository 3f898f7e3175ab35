"""Finnish numerals in their cases: both "kahdestakymmenestäviidestä" and "kahdeskymmenesviides"."""

import re
from typing import NamedTuple

from selkoapp.speech.text.tongue import words


class Stem(NamedTuple):
    """A numeral: nominative; what -n, -ssa, -sta … follow; what -na follows; illative; partitive."""

    nominative: str
    weak: str
    strong: str
    illative: str
    partitive: str


CARDINALS = {
    number: Stem(*forms.split())
    for number, forms in {
        0: "nolla nolla nolla nollaan nollaa",
        1: "yksi yhde yhte yhteen yhtä",
        2: "kaksi kahde kahte kahteen kahta",
        3: "kolme kolme kolme kolmeen kolmea",
        4: "neljä neljä neljä neljään neljää",
        5: "viisi viide viite viiteen viittä",
        6: "kuusi kuude kuute kuuteen kuutta",
        7: "seitsemän seitsemä seitsemä seitsemään seitsemää",
        8: "kahdeksan kahdeksa kahdeksa kahdeksaan kahdeksaa",
        9: "yhdeksän yhdeksä yhdeksä yhdeksään yhdeksää",
        10: "kymmenen kymmene kymmene kymmeneen kymmentä",
        100: "sata sada sata sataan sataa",
        1000: "tuhat tuhanne tuhante tuhanteen tuhatta",
        10**6: "miljoona miljoona miljoona miljoonaan miljoonaa",
        10**9: "miljardi miljardi miljardi miljardiin miljardia",
    }.items()
}
_REGULAR = {
    3: "kolma",
    4: "neljä",
    5: "viide",
    6: "kuude",
    7: "seitsemä",
    8: "kahdeksa",
    9: "yhdeksä",
    10: "kymmene",
    100: "sada",
}
_INSIDE = {1: "yhde", 2: "kahde"}  # "yhdestoista", "kahdeskymmenes"
ENDINGS = {
    "genitive": "n",
    "inessive": "ssa",
    "elative": "sta",
    "adessive": "lla",
    "ablative": "lta",
    "allative": "lle",
    "essive": "na",
}


def _regular(root: str) -> Stem:
    back = "a" if re.search("[aou]", root) else "ä"
    return Stem(f"{root}s", f"{root}nne", f"{root}nte", f"{root}nteen", f"{root}tt{back}")


ORDINALS = {number: _regular(root) for number, root in _REGULAR.items()}
ORDINALS |= {
    1: Stem("ensimmäinen", "ensimmäise", "ensimmäise", "ensimmäiseen", "ensimmäistä"),
    2: Stem("toinen", "toise", "toise", "toiseen", "toista"),
}
ORDINALS_INSIDE = ORDINALS | {number: _regular(root) for number, root in _INSIDE.items()}


def _bent(stem: Stem, form: str) -> str:
    if form in ("", "illative", "partitive"):
        return {"": stem.nominative, "illative": stem.illative, "partitive": stem.partitive}[form]
    body = stem.strong if form == "essive" else stem.weak
    ending = ENDINGS[form]
    return body + (ending if re.search("[aou]", body) else ending.replace("a", "ä"))


def cardinal(number: int, form: str = "") -> str:
    """0 to 999 999 999 999; `form` is a case, "" the nominative. Every part bends: "kahdenkymmenenviiden"."""
    if number < 1000:
        return _below_thousand(number, form)
    for size in (10**9, 10**6, 1000):
        many, rest = divmod(number, size)
        if many:
            said = _many(many, size, form)
            return f"{said} {cardinal(rest, form)}" if rest else said
    raise ValueError(number)


def _many(many: int, size: int, form: str) -> str:
    if many == 1:
        return _bent(CARDINALS[size], form)
    between = "" if size == 1000 and many < 1000 else " "
    return cardinal(many, form) + between + _bent(CARDINALS[size], form or "partitive")


def _below_thousand(number: int, form: str) -> str:
    if number <= 10:
        return _bent(CARDINALS[number], form)
    if number < 20:
        return f"{_bent(CARDINALS[number - 10], form)}toista"
    size = 10 if number < 100 else 100
    many, rest = divmod(number, size)
    counted = _bent(CARDINALS[size], form or "partitive") if many > 1 else _bent(CARDINALS[size], form)
    said = (_bent(CARDINALS[many], form) if many > 1 else "") + counted
    return said + (_below_thousand(rest, form) if rest else "")


def ordinal(number: int, form: str = "") -> str:
    """1 to 999; `form` is a case, "" the nominative."""
    if number <= 10:
        return _bent(ORDINALS[number], form)
    if number < 20:
        return f"{_bent(ORDINALS_INSIDE[number - 10], form)}toista"
    size = 10 if number < 100 else 100
    many, rest = divmod(number, size)
    said = (_bent(ORDINALS_INSIDE[many], form) if many > 1 else "") + _bent(ORDINALS[size], form)
    return said + (ordinal(rest, form) if rest else "")


_COUNTED = words(
    "päivä viiko tunni minuuti sekunni kuukaude vuode vuorokaude euro senti prosenti kuva kysymykse ihmise henge henkilö"
    " jäsene metri kilometri kilo litra astee viesti korti kerra kerrokse luoka sivu tehtävä ryhmä sana askele toivee tapaamise"
    " rivi ruudu paika sija jakso vaihee kohda rapu penki huonee vaihtoehdo vastaukse"
)
_STRONG = words(
    "päivä viikko tunti minuutti kuukaute vuote vuorokaute euro kuva kysymykse kerta kerrokse luokka sivu paikka sija"
)
_ILLATIVES = words(
    "päivään viikkoon tuntiin minuuttiin kuukauteen vuoteen vuorokauteen euroon senttiin prosenttiin kuvaan kysymykseen"
    " ihmiseen henkilöön jäseneen metriin kilometriin kiloon asteeseen viestiin korttiin kertaan kerrokseen luokkaan sivuun"
    " tehtävään ryhmään sanaan askeleeseen toiveeseen tapaamiseen ruutuun paikkaan huoneeseen bussiin vastaukseen"
)
_CASES = {ending: case for case, ending in ENDINGS.items()}
_CASES |= {ending.replace("a", "ä"): case for case, ending in ENDINGS.items()}
_FORMS = {stem + ending: case for stem in _COUNTED for ending, case in _CASES.items() if case != "essive"}
_FORMS |= {stem + ending: "essive" for stem in _STRONG for ending in ("na", "nä")}
_FORMS |= dict.fromkeys(_ILLATIVES, "illative")


def form_of(word: str) -> str:
    """The case of a common counted noun: "päivän" is genitive. "" for all other words."""
    return _FORMS.get(word.lower(), "")


def case_of_ending(ending: str) -> str:
    """The case that is written after a colon: "5:n", "3:ssa". "" when it is none."""
    if ending in _CASES:
        return _CASES[ending]
    if re.fullmatch(r"(?:[aä]{2}|[eioöuy]{2}|[hs][aeiouäö]{1,2}e?)n", ending):
        return "illative"
    return "partitive" if re.fullmatch(r"t?t?[aä]", ending) else ""
