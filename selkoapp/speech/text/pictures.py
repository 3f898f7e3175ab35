"""Emoji and little faces of punctuation by their names: Festival knows none, and all voices should say the same."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from selkoapp.speech.text.rule import Rule, any_of
from selkoapp.speech.text.tongue import Tongue

MOST = 3  # names said of a row of emoji
_SIGN = "[\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_MODIFIER = "[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f]"
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_ONE = re.compile(f"{_FLAG}|{_SIGN}{_MODIFIER}*(?:\u200d{_SIGN}{_MODIFIER}*)*")
ROW = f"{_SIGN}(?:{_SIGN}|{_MODIFIER}|\u200d)*"
"""Emoji that stand together; lit as one."""

KEYCAP = "[0-9#*]\ufe0f?\u20e3"


@cache
def names(language: str) -> Mapping[str, str]:
    """Sign without skin colour -> its name."""
    text = (files(__package__) / "pictures.csv").read_text(encoding="utf-8")
    return {row["sign"]: row[language] for row in csv.DictReader(text.splitlines())}


def picture_rules(tongue: Tongue) -> list[Rule]:
    """A name stands between commas: a breath, for it is no word of the sentence."""
    faces = any_of(sign for sign in names(tongue.CODE) if sign.isascii())
    return [
        Rule(re.compile(ROW), lambda found: _row(found[0], tongue)),
        Rule(re.compile(rf"(?<!\S)(?:{faces})(?=[\s.,!?]|$)"), lambda found: f", {names(tongue.CODE)[found[0]]},"),
    ]


def _row(row: str, tongue: Tongue) -> str:
    """Each name once, so that twenty laughing faces do not take a minute."""
    said = list(dict.fromkeys(_name(sign, tongue) for sign in _ONE.findall(row)))
    return f", {', '.join(said[:MOST])}," if said else ""


def _name(sign: str, tongue: Tongue) -> str:
    known = names(tongue.CODE)
    bare = re.sub(_MODIFIER, "", sign)
    if re.fullmatch(_FLAG, bare):
        return known.get(bare, known["\N{WAVING WHITE FLAG}"])
    return known.get(bare) or known.get(bare[:1], tongue.PICTURE)
