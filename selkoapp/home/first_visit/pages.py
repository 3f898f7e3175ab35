"""The pages of the first visit, in their order, each with what it asks."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l

from selkoapp.home.settings.choices import LANGUAGE
from selkoapp.kernel.faults import NotFound


class FirstPage(NamedTuple):
    """One page, with the kinds of its questions. A single question is the page's title itself."""

    title: str
    kinds: tuple[str, ...]


FIRST_VISIT = (
    FirstPage(LANGUAGE.title, ("language",)),
    FirstPage(_l("How do you want me to read?"), ("voice", "speed")),
    FirstPage(_l("How do you want the pages to look?"), ("text", "colours")),
)


def step_of(kind: str) -> int:
    """On which page this is asked, from 0; NotFound when on none."""
    for step, page in enumerate(FIRST_VISIT):
        if kind in page.kinds:
            return step
    raise NotFound
