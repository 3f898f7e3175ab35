"""What is hard in a text, rule by rule. Pure functions: nothing is stored, sent or logged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selkoapp.plain_language.limits import LIMITS
from selkoapp.plain_language.lists import abbreviations, full_form, hard_words, officialese
from selkoapp.plain_language.splitting import SOFT_HYPHEN, Span, letters, sentences, words

# A sentence that begins with the term and one of these says what the term means.
EXPLAINS = {"fi": ("on", "tarkoittaa"), "sv": ("är", "betyder"), "en": ("is", "means")}


@dataclass(frozen=True)
class Finding:
    """One hard thing. `start` and `end` count code points of the text; `size` over `limit` where the rule
    counts something, else both are None; `instead` is what to write, where the lists know it.
    `level` is "fix" (the app's own texts may not have it) or "tip"."""

    rule: str
    level: str
    start: int
    end: int
    quoted: str
    size: int | None = None
    limit: int | None = None
    instead: str | None = None


def check(text: str, language: str, explained: frozenset[str] = frozenset()) -> list[Finding]:
    """The findings in the order of the text. `explained` names terms whose explanation stands beside it.
    KeyError for a language other than fi, sv and en."""
    found = [finding for rule in RULES for finding in rule(text, language)]
    found += _terms(text, language, explained)
    return sorted(found, key=lambda finding: (finding.start, finding.end))


def _long_sentences(text: str, language: str) -> Iterator[Finding]:
    limits = LIMITS[language]
    for sentence in _sentences(text, language):
        size = sum(1 for _word in words(sentence.text))
        if size > limits.most:
            yield _finding("sentence-long", text, sentence, size=size, limit=limits.most)
        elif size > limits.aim:
            yield _finding("sentence-long", text, sentence, level="tip", size=size, limit=limits.aim)


def _many_sentences(text: str, language: str) -> Iterator[Finding]:
    limit = LIMITS[language].sentences
    found = _sentences(text, language)
    if len(found) > limit:
        block = Span(found[0].start, found[-1].end, "")
        yield _finding("sentences-many", text, block, size=len(found), limit=limit)


def _long_words(text: str, language: str) -> Iterator[Finding]:
    limit = LIMITS[language].letters
    for word in words(text):
        size = letters(word.text)
        if size >= limit and not _is_address(word.text):
            yield _finding("word-long", text, word, size=size, limit=limit - 1)


def _abbreviations(text: str, language: str) -> Iterator[Finding]:
    for word in words(text):
        instead = full_form(word.text, language, point=text[word.end : word.end + 1] == ".")
        if instead:
            yield _finding("abbreviation", text, word, instead=instead)


def _office_words(text: str, language: str) -> Iterator[Finding]:
    for word in words(text):
        bare = word.text.replace(SOFT_HYPHEN, "")
        known = (plainer for pattern, plainer in officialese(language) if pattern.fullmatch(bare))
        instead = next(known, None)
        if instead:
            yield _finding("hard-word", text, word, instead=instead)


def _terms(text: str, language: str, explained: frozenset[str]) -> Iterator[Finding]:
    taken: set[int] = set()
    for hard in hard_words(language):
        spans = [match.span() for match in hard.pattern.finditer(text) if match.start() not in taken]
        taken.update(place for span in spans for place in range(*span))
        if hard.term in explained or any(_explains(text, *span, language) for span in spans):
            continue
        for start, end in spans:
            yield _finding("term", text, Span(start, end, text[start:end]), instead=hard.explanation)


def _explains(text: str, start: int, end: int, language: str) -> bool:
    begins = any(sentence.start == start for sentence in _sentences(text, language))
    return begins and text[end:].split(maxsplit=1)[:1] in [[verb] for verb in EXPLAINS[language]]


def _is_address(word: str) -> bool:
    return "@" in word or "/" in word or word.startswith("www.")


def _sentences(text: str, language: str) -> list[Span]:
    return sentences(text, frozenset(name.rstrip(".") for name in abbreviations(language)))


def _finding(rule: str, text: str, span: Span, level: str = "fix", **more: int | str) -> Finding:
    return Finding(rule, level, span.start, span.end, text[span.start : span.end], **more)


RULES: tuple[Callable[[str, str], Iterator[Finding]], ...] = (
    _long_sentences,
    _many_sentences,
    _long_words,
    _abbreviations,
    _office_words,
)
