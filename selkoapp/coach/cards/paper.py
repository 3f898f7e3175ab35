"""Cards on paper: what is printed, and the two QR codes."""

from typing import NamedTuple

import segno
from flask_babel import force_locale
from flask_babel import gettext as _
from markupsafe import Markup

from selkoapp.accounts.models import Card, Person
from selkoapp.accounts.people import Face

QUIET_ZONE = 4  # modules of white around the code, as its standard asks


class PrintedCard(NamedTuple):
    """One card as printed: whose it is, the two addresses that open it, and its words in the language of its person."""

    person: Person
    address: str
    plain_address: str
    coach: str
    phone: str
    mark: str
    camera_words: str
    other_words: str


def printed_card(person: Person, card: Card, coach: Face | None, address: str, plain_address: str) -> PrintedCard:
    """The card with its words in the language of the person who carries it. It names no service, only who helps."""
    with force_locale(person.language):
        return PrintedCard(
            person,
            address,
            plain_address,
            coach=_("%(name)s, coach", name=coach.name) if coach else "",
            phone=coach.phone if coach else "",
            mark=_("Card %(mark)s", mark=card.mark),
            camera_words=_("Point the camera of the phone here."),
            other_words=_("Another way"),
        )


def qr(text: str) -> Markup:
    """The text as a QR code, inline SVG that scales with its frame. Error correction Q: a creased card still opens."""
    code = segno.make(text, error="q", micro=False, boost_error=False)
    return Markup(code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr-code", lineclass=None, dark="#000"))  # noqa: S704 (segno escapes; the text is ours)
