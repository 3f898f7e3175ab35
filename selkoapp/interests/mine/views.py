"""My work wishes: all of them on one page and on paper, and who sees them."""

from flask import Response, url_for
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts.guards import viewer
from selkoapp.accounts.people import coach_of
from selkoapp.interests import service, sharing
from selkoapp.interests.blueprint import bp
from selkoapp.interests.mine.forms import ON, SharingForm
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.paper import CHANGES_SHOWN, as_pdf, paper_of, printed
from selkoapp.interests.mine.shown import conditions_shown, skills_shown
from selkoapp.interests.mine.told import Told
from selkoapp.interests.sheet_words import BEFORE, NOW
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.i18n import language
from selkoapp.kernel.pages import go, page


@bp.get("/wishes/mine")
@access("seeker")
def summary() -> Response:
    """My work wishes: what I want most, how, what I can, what has changed, what happens next, and who sees it."""
    told = Told.of(journal(db(), viewer().id))
    return page(
        "interests/summary.html",
        told=told,
        conditions=conditions_shown(told, language()),
        skills=skills_shown(told),
        changes=told.changes[:CHANGES_SHOWN],
        before=BEFORE,
        now=NOW,
        words=WORDS,
        step=service.next_step_of(db(), viewer().id),
        coach=coach_of(db(), viewer()),
        back_url=url_for("interests.wishes"),
    )


@bp.get("/wishes/mine/sheet.pdf")
@access("seeker")
def sheet() -> Response:
    """My work wishes on one A4 page. 503 when too many are being made."""
    me = viewer()
    told = Told.of(journal(db(), me.id))
    coach = coach_of(db(), me) if told.shared else None
    return as_pdf(printed(paper_of(told, me.name, me.picture, language(), coach)), language())


@bp.get("/wishes/mine/sharing")
@access("seeker")
def sharing_asked() -> Response:
    """Who sees my wishes? The present answer is marked."""
    return page(
        "interests/sharing.html",
        shared=sharing.is_shared(db(), viewer().id),
        coach=coach_of(db(), viewer()),
        back_url=url_for("interests.summary"),
    )


@bp.post("/wishes/mine/sharing")
@access("seeker")
def sharing_chosen() -> AnyResponse:
    """Decide it, and see it on my wishes."""
    form = SharingForm()
    if not form.validate_on_submit() or form.too_soon():
        return sharing_asked()
    sharing.share(db(), viewer(), form.value.data == ON)
    db().commit()
    return go("interests.summary")
