"""What could be said more plainly, as advice to who writes. It never stops anybody."""

from flask_babel import lazy_gettext as _l

from selkoapp.plain_language.checker import Finding, check

ADVICE = {
    "sentence-long": _l("This sentence is long: “%(quoted)s”. Make two of it."),
    "sentences-many": _l("There are many sentences. Two are enough."),
    "word-long": _l("This word is long: “%(quoted)s”. Say it in another way."),
    "abbreviation": _l("Write “%(quoted)s” in full: %(instead)s."),
    "hard-word": _l("A plainer word for “%(quoted)s”: %(instead)s."),
    "term": _l("“%(quoted)s” may be a hard word. Say it in another way."),
}


def advice(text: str, language: str) -> list[str]:
    """A sentence for each hard thing in the text, each once, in the language of the page."""
    return list(dict.fromkeys(_told(finding) for finding in check(text, language)))


def _told(finding: Finding) -> str:
    return str(ADVICE[finding.rule]) % {"quoted": finding.quoted.rstrip(".!?"), "instead": finding.instead}
