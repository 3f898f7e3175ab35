"""What a coach sent after the sign-in had ended: kept in the sign-in's own form, and asked about once they are back.

Nothing of it is stored: it stands as hidden fields on the page that the refused press got for an answer.
"""

from collections.abc import Iterable

PREFIX = "kept-"  # so that a kept field is never taken for one of the sign-in's own

Sent = list[tuple[str, str]]
"""Names and values of a form's fields, in the order of the page."""


def kept_again(fields: Iterable[tuple[str, str]]) -> Sent:
    """What the sign-in's form carries on from before, by its own names."""
    return [(name.removeprefix(PREFIX), value) for name, value in fields if name.startswith(PREFIX)]


def long_texts(kept: Sent) -> Sent:
    """The kept fields that a person writes into a large box: the page shows them."""
    return [(name, value) for name, value in kept if name.rsplit("-", 1)[-1] == "text"]
