"""The word lists beside this file: abbreviations, office words and the hard words with their explanations."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from selkoapp.plain_language.splitting import SOFT_HYPHEN

_DASHES = str.maketrans("–—", "--")
_ANY_ENDING = rf"[\w{SOFT_HYPHEN}]*"
_ENDINGS = {"sv": "(?:en|n|et|t|s|er|ar|or|na|erna|arna|orna|ens|ets|enas)?", "en": "(?:s|es|['’]s)?"}


@dataclass(frozen=True)
class HardWord:
    """A term that is explained wherever it stands; `pattern` finds it in its inflected forms."""

    term: str
    explanation: str
    pattern: re.Pattern[str]


@cache
def abbreviations(language: str) -> dict[str, str]:
    """What is written short, in lower case, and what to write instead. A point at the end is part of it
    only where the word means something else without one."""
    rows = _rows("abbreviations.csv")
    return {row["written"]: row["instead"] for row in rows if row["language"] == language}


def full_form(word: str, language: str, point: bool) -> str | None:
    """What to write instead of a short form, None if it is none; `point` tells if a point follows it."""
    known = abbreviations(language)
    written = word.lower().translate(_DASHES)
    return known.get(written) or (known.get(written + ".") if point else None)


@cache
def officialese(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Office words and what to write instead; "*" in the file stands for any ending."""
    return tuple(
        (re.compile(row["word"].replace("*", r"\w*"), re.IGNORECASE), row["instead"])
        for row in _rows("officialese.csv")
        if row["language"] == language
    )


@cache
def hard_words(language: str) -> tuple[HardWord, ...]:
    """The explained terms, longest first, so that "työvuorolista" is found before "työvuoro"."""
    found = (
        HardWord(row[f"term_{language}"], row[f"explanation_{language}"], _pattern(row, language))
        for row in _rows("hard_words.csv")
    )
    return tuple(sorted(found, key=lambda hard: -len(hard.term)))


def _pattern(row: dict[str, str], language: str) -> re.Pattern[str]:
    forms = _loose(row[f"term_{language}"]) + _ENDINGS.get(language, "")
    if language == "fi":
        # A Finnish word changes inside when it bends (palkkatuki, palkkatuen): the file gives what stays.
        for stem in row["stems_fi"].split("|"):
            forms += "|" + " ".join(_loose(part) + _ANY_ENDING for part in stem.split())
    return re.compile(rf"(?<![\w-])(?:{forms})(?!\w)", re.IGNORECASE)


def _loose(term: str) -> str:
    """The term as a pattern that lets soft hyphens stand between its letters."""
    return f"{SOFT_HYPHEN}?".join(map(re.escape, term))


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with files(__package__).joinpath(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
