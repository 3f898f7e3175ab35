"""Rules for web addresses, e-mail addresses and phone numbers."""

import re
from functools import partial

from selkoapp.speech.text.numbers import digits
from selkoapp.speech.text.rule import Rule
from selkoapp.speech.text.tongue import Tongue

LONGEST_PATH = 20  # characters of an address after the name of the place that are worth saying
# In lower case only: "kotona.Se oli" lacks a space and is no address.
_ENDS = r"fi|se|ax|com|org|net|eu|info|io|uk|no|dk|ee|example"
_PLACE = r"[\w-]+(?:\.[\w-]+)*"
_EMAIL = rf"(?<![\w.])[\w.+-]+@{_PLACE}\.\w+"
_URL = (
    rf"(?<![\w@.])(?i:https?://)?((?:(?i:www)\.{_PLACE}|(?<=://){_PLACE}|{_PLACE}\.(?:{_ENDS}))(?![\w.]*[\w@])(?::\d+)?)(/\S*)?"
)
_PHONE = r"(?<![\w.,/+-])(?<!\d )\(?(?:\+|00|0)(?:[ -]?\(?\d\)?){4,}(?![\w,/]|\.\d)"
_PIECE = re.compile(r"[^\W\d_]+|\d+|[.:/@_-]")


def address_rules(tongue: Tongue) -> list[Rule]:
    """Before all other rules: an address has points and numbers of its own."""
    return [
        Rule(re.compile(_EMAIL), lambda found: _spoken(found[0], tongue)),
        Rule(re.compile(_URL), partial(_url, tongue)),
        Rule(re.compile(_PHONE), lambda found: _phone(found[0], tongue), digits=True),
    ]


def _url(tongue: Tongue, found: re.Match[str]) -> str:
    """Nobody remembers a long path by ear: then the place alone is said."""
    path = (found[2] or "").rstrip("/.,;:!?)\"'")
    return _spoken(found[1] + (path if len(path) <= LONGEST_PATH else ""), tongue)


def _spoken(address: str, tongue: Tongue) -> str:
    said = []
    for piece in _PIECE.findall(address):
        if piece.isdecimal():
            said.append(digits(piece, tongue))
        elif len(piece) <= tongue.SPELLED_IN_ADDRESSES and piece.isalpha():
            said.append(tongue.spelled(piece))
        else:
            said.append(tongue.WEB.get(piece.lower(), piece))
    return " ".join(said)


def _phone(written: str, tongue: Tongue) -> str:
    said = digits(written, tongue)
    return f"{tongue.SIGNS['+']} {said}" if "+" in written else said
