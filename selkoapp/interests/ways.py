"""Where a press leads: the next picture, or back to my wishes when the question was opened there."""

from flask import Response, request, url_for

from selkoapp.interests import course, tasks
from selkoapp.interests.tasks import Place
from selkoapp.kernel.forms import parse_number
from selkoapp.kernel.pages import go
from selkoapp.pictograms.catalogue import Concept

# In the address of a question that was opened from my wishes: the press leads back there, not to the next one.
FROM_WISHES = {"from": "wishes"}
WISH_PAGES = 100


def on_to(sector: Concept, coming: Concept | None) -> Response:
    """The next picture, or the sector's summary when there is none."""
    if coming is None:
        return go("interests.sector_summary", sector=sector.id)
    return go("interests.task", sector=sector.id, task=coming.id)


def origin() -> dict[str, str | int]:
    """FROM_WISHES and their page when the question was opened from my wishes, to be handed on in its addresses."""
    return FROM_WISHES | at_page(wish_page()) if request.args.get("from") == FROM_WISHES["from"] else {}


def wish_page() -> int:
    """The page of my wishes that the address names."""
    return parse_number(request.args.get("page"), 1, WISH_PAGES)


def at_page(number: int) -> dict[str, int]:
    """A page of my wishes in an address; the first one needs no number."""
    return {"page": number} if number > 1 else {}


def wishes_url() -> str:
    """My wishes, at the page from which the question was opened."""
    return url_for("interests.all_answers", **at_page(wish_page()))


def sectors_url(sector: Concept) -> str:
    """The page of sectors on which this one stands."""
    return url_for("interests.sectors", page=tasks.sector_page_of(sector))


def before_url(place: Place) -> str:
    """Where Takaisin leads from a question: the one before it, or the sectors."""
    before = course.previous_task(place)
    return url_for("interests.task", sector=place.sector.id, task=before.id) if before else sectors_url(place.sector)
