"""What I want to do: choose a kind of work, answer one picture at a time, see what the answers add up to."""

from flask import Flask, Response, request, url_for

from selkoapp.accounts.guards import viewer
from selkoapp.interests import course, hub, service, tasks
from selkoapp.interests.added import views as added_views
from selkoapp.interests.asking import views as asking_views
from selkoapp.interests.blueprint import bp
from selkoapp.interests.conditions import views as conditions_views
from selkoapp.interests.ending import views as ending_views
from selkoapp.interests.mine import views as mine_views
from selkoapp.interests.models import Scale
from selkoapp.interests.own import views as own_views
from selkoapp.interests.pairing import views as pairing_views
from selkoapp.interests.practice import views as practice_views
from selkoapp.interests.practice.service import scale_of
from selkoapp.interests.sharing import coach_who_sees
from selkoapp.interests.skills import views as skills_views
from selkoapp.interests.ways import FROM_WISHES, at_page, on_to, sectors_url, wish_page
from selkoapp.interests.words import WORDS
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page

PAGES = (
    hub,
    asking_views,
    practice_views,
    ending_views,
    pairing_views,
    conditions_views,
    skills_views,
    own_views,
    mine_views,
)  # each adds its views to bp when it is imported


@bp.get("/wishes/work")
@access("seeker")
def sectors() -> Response:
    """Choose a kind of work by its picture, five at a time."""
    pages = tasks.sector_pages()
    wanted = request.args.get("page", 1, type=int)
    number = wanted if 1 <= wanted <= len(pages) else 1
    answers = service.latest(db(), viewer().id)
    return page(
        "interests/sectors.html",
        choices=[(sector, course.progress(sector, answers)) for sector in pages[number - 1]],
        more=number + 1 if number < len(pages) else None,
        back_url=url_for("interests.sectors", page=number - 1) if number > 1 else url_for("interests.wishes"),
    )


@bp.get("/wishes/<sector>")
@access("seeker")
def next_task(sector: str) -> Response:
    """Go on where it stopped; before the first picture of a sector say what is asked about."""
    asked = tasks.sector(sector)
    answers = service.latest(db(), viewer().id)
    in_twos = scale_of(db(), viewer().id) == Scale.PAIRS
    if course.begun(asked, answers):
        return go("interests.two", sector=sector) if in_twos else on_to(asked, course.next_task(asked, answers))
    first = tasks.tasks_of(asked)[0].id
    return page(
        "interests/begin.html",
        sector=asked,
        first_url=url_for("interests.two", sector=sector) if in_twos else url_for("interests.task", sector=sector, task=first),
        coach=coach_who_sees(db(), viewer()),
        back_url=sectors_url(asked),
    )


@bp.get("/wishes/mine/answers")
@access("seeker")
def all_answers() -> Response:
    """All my answers by sector, five at a time; each leads to its question."""
    shown = course.page_of(course.wishes(service.latest(db(), viewer().id)), wish_page())
    earlier = url_for("interests.all_answers", **at_page(shown.number - 1))
    return page(
        "interests/answers.html",
        shown=shown,
        words=WORDS,
        from_wishes=FROM_WISHES | at_page(shown.number),
        back_url=earlier if shown.number > 1 else url_for("interests.summary"),
    )


@bp.get("/wishes/mine/<sector>")
@access("seeker")
def sector_summary(sector: str) -> Response:
    """The answers of one sector, five at a time: where its pictures end."""
    asked = tasks.sector(sector)
    answers = service.latest(db(), viewer().id)
    shown = course.page_of([course.wishes_in(asked, answers)], wish_page())
    earlier = url_for("interests.sector_summary", sector=sector, **at_page(shown.number - 1))
    return page(
        "interests/sector_summary.html",
        sector=asked,
        shown=shown,
        words=WORDS,
        progress=course.progress(asked, answers),
        coming=course.coming_by(scale_of(db(), viewer().id), asked, answers),
        from_wishes=FROM_WISHES,
        back_url=earlier if shown.number > 1 else sectors_url(asked),
    )


def register(app: Flask) -> None:
    """Serve these pages, and let every page know what organisations have added."""
    app.register_blueprint(bp)
    added_views.register(app)
