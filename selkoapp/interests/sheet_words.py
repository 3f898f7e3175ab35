"""The words of the sheet of wishes, in the language of the person whose wishes they are."""

from datetime import date

from babel.dates import format_date
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from selkoapp.interests.models import Value
from selkoapp.interests.sheet import Headings

BEFORE = {
    Value.YES: _l("Before: yes."),
    Value.MAYBE: _l("Before: maybe."),
    Value.NO: _l("Before: no."),
    Value.UNKNOWN: _l("Before: I do not know this job."),
}
NOW = {
    Value.YES: _l("Now: yes."),
    Value.MAYBE: _l("Now: maybe."),
    Value.NO: _l("Now: no."),
    Value.UNKNOWN: _l("Now: I do not know this job."),
}
"""What was answered earlier and what counts now, as sentences beside the pictures of the answers."""


def headings(language: str) -> Headings:
    """The words that stand on every sheet."""
    with force_locale(language):
        return Headings(
            title=_("My work wishes"),
            picture=_("Picture"),
            wishes=_("This is what I want to do"),
            conditions=_("This is how I want to work"),
            skills=_("What I can do"),
            changes=_("What has changed"),
            who_sees=_("Who sees this?"),
            credit=_("Pictures: OpenMoji and Selkoapp, CC BY-SA 4.0."),
        )


def made_on(day: date, language: str) -> str:
    """The day on which the sheet was made, as a sentence: "Tehty 24. marraskuuta 2026."."""
    pattern = {"fi": "d. MMMM y", "sv": "d MMMM y", "en": "d MMMM y"}[language]
    with force_locale(language):
        return _("Made on %(day)s.", day=format_date(day, pattern, locale=language))


def no_wishes(language: str) -> str:
    """What stands in place of the wishes of somebody who has none."""
    with force_locale(language):
        return _("There are no wishes yet.")
