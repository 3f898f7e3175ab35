"""What people send: cleaned once, checked once, and never a second answer from a trembling hand."""

import re
import time
import unicodedata
from collections.abc import Iterable
from datetime import date
from datetime import time as hour
from uuid import UUID

from flask import request
from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from selkoapp.kernel.db import new_id

TOO_SOON = 700  # milliseconds: a second tap of a trembling hand comes within them
DAY = re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})")
CLOCK = re.compile(r"(?P<hours>[0-9]{1,2})[.:](?P<minutes>[0-9]{2})(:00)?")
KEPT_CONTROLS = "\n\t"
ONLY_SHOW = "only-show"  # a press with this field asks for its page with the form filled in, and saves nothing


def clean_text(value: str | None, limit: int) -> str:
    """The text in NFC, without control characters and lone surrogates, lines ended by \\n, trimmed, cut at `limit` characters.

    NUL would be refused by PostgreSQL and a lone surrogate by every database.
    """
    text = (value or "").replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", kept).strip()[:limit]


def parse_date(value: str | None) -> date | None:
    """The date that YYYY-MM-DD or 3.12.2026 names, or None when there is no such day."""
    written = (value or "").strip()
    found = DAY.fullmatch(written)
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"])) if found else date.fromisoformat(written)
    except ValueError:
        return None


def parse_time(value: str | None) -> hour | None:
    """The time of HH:MM or HH.MM, or None when there is no such time."""
    found = CLOCK.fullmatch((value or "").strip())
    if found is None or int(found["hours"]) > 23 or int(found["minutes"]) > 59:
        return None
    return hour(int(found["hours"]), int(found["minutes"]))


def parse_id(value: str | None) -> UUID | None:
    """The id that this text is, or None."""
    try:
        return UUID((value or "").strip())
    except ValueError:
        return None


def parse_number(value: str | None, least: int, most: int) -> int:
    """The whole number of this text, held between the two; `least` for what is no number."""
    text = (value or "").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return least
    return min(max(int(text), least), most)


def options(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """What a select, radio or tick field offers: (value, words) of each."""
    return [SelectChoice(value, words) for value, words in pairs]


def milliseconds() -> int:
    """A clock for the 700 ms rule."""
    return time.time_ns() // 1_000_000


class Form(FlaskForm):
    """A form. Presses from other sites are refused by kernel/headers.py, so no token is hidden in it."""

    class Meta:
        csrf = False

    def is_submitted(self) -> bool:
        """Whether this is a press, and not one that asks for its page only to be shown, filled in."""
        return ONLY_SHOW not in request.form and super().is_submitted()

    def problems(self) -> list[tuple[str, str]]:
        """What to mend: (id of the field, sentence), in the order of the page, for the summary on top."""
        return [(field.id, error) for field in self for error in field.errors]


def key_or_error(_form, field) -> None:
    """Refuse a key that is no UUID: the page did not make it."""
    if parse_id(field.data) is None:
        raise ValidationError("key")


class PressForm(Form):
    """One question, one press.

    `made` is when the page was made, in milliseconds; a press within TOO_SOON of it saves nothing and shows the same
    page. `key` is made with the page: the same press sent twice is one row.
    """

    made = HiddenField()
    key = HiddenField(validators=[key_or_error])

    def too_soon(self) -> bool:
        """Whether the answer came before a person could have read the question."""
        made = self.made.data or ""
        if not (made.isascii() and made.isdigit() and len(made) < 16):
            return True
        return milliseconds() - int(made) < TOO_SOON

    def client_key(self) -> UUID:
        """The key as an id. Call after validation."""
        return UUID(self.key.data)


def fresh_press() -> dict[str, str]:
    """`made` and `key` for a page that asks one question; templates call it as press_stamp()."""
    return {"made": str(milliseconds()), "key": str(new_id())}
