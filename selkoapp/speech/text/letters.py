"""Rules for abbreviations, initialisms, letters and signs."""

import re
from functools import partial

from selkoapp.speech.text.rule import Rule, any_of
from selkoapp.speech.text.tongue import Tongue

_VOWEL = re.compile("[AEIOUYÅÄÖ]")
_LICENCE = "CC BY-SA|CC BY"  # said by its letters as a whole: "by" alone may be shouted
_ENDS_SENTENCE = re.compile(r"\s*$|\s+[A-ZÅÄÖ]|\s*\n")


def letter_rules(tongue: Tongue) -> list[Rule]:
    """Abbreviations first: some are written in capitals too."""
    short = any_of({*tongue.ABBREVIATIONS, *tongue.DOTTED}).replace(r"\.", r"\. ?")
    before_number = any_of(tongue.BEFORE_NUMBER)
    rules = [
        (rf"(?<![\w.:/-])({before_number})\. ?(?=\d)", partial(_before_number, tongue), re.IGNORECASE),
        (rf"(?<![\w.:/'-])({short})(?![\w:'-])(\.?)", partial(_abbreviation, tongue), re.IGNORECASE),
        (rf"(?<![^\W\d])({_LICENCE}|[A-ZÅÄÖ]{{2,}})(?:[:']([a-zåäö]+))?(?![^\W\d])", partial(_capitals, tongue), 0),
        (rf"(?<![&+=§#@×€%°])([{''.join(tongue.SIGNS)}])(?![&+=§#@×€%°])", lambda found: f" {tongue.SIGNS[found[1]]} ", 0),
    ]
    if tongue.SINGLE_LETTERS:
        single = r"(?<![^\W\d])(?<!['.])([A-ZÅÄÖ])(?::([a-zåäö]+))?(?![^\W\d]|')(?:\.(?= [A-ZÅÄÖ]))?"
        rules.append((single, lambda found: tongue.spelled(found[1], found[2] or ""), 0))
    return [Rule(re.compile(pattern, flags), say) for pattern, say, flags in rules]


def _before_number(tongue: Tongue, found: re.Match[str]) -> str:
    return f"{tongue.BEFORE_NUMBER[found[1].lower()]} "


def is_short(written: str, tongue: Tongue) -> bool:
    """Whether this word with a point after it is an abbreviation. One letter is one only in lower case: "n. 5", not "N."."""
    if len(written) == 1 and not written.islower():
        return False
    return any(written.lower() in known for known in (tongue.ABBREVIATIONS, tongue.DOTTED, tongue.BEFORE_NUMBER))


def _abbreviation(tongue: Tongue, found: re.Match[str]) -> str | None:
    written, point = found[1].replace(" ", ""), found[2]
    key = written.lower()
    if not is_short(written, tongue) or (not point and key not in tongue.ABBREVIATIONS):
        return None
    said = tongue.ABBREVIATIONS.get(key) or tongue.DOTTED[key]
    return said + ("." if point and _is_end(found, key, tongue) else "")


def _is_end(found: re.Match[str], key: str, tongue: Tongue) -> bool:
    rest = found.string[found.end() :]
    return not rest.strip() or (key in tongue.LAST and bool(_ENDS_SENTENCE.match(rest)))


def _capitals(tongue: Tongue, found: re.Match[str]) -> str:
    """Letter by letter, unless it can be read as a word: "KELA:n" is "Kelan", a shouted "EI" is "ei"."""
    written, ending = found[1], found[2] or ""
    if written in tongue.INITIALISMS or re.fullmatch(_LICENCE, written) or not _VOWEL.search(written):
        return tongue.spelled(re.sub("[ -]", "", written), f"'{ending}" if ending and tongue.CODE == "en" else ending)
    return (written.capitalize() if len(written) > 2 else written.lower()) + ending
