"""My work wishes on paper: what stands on the sheet, and the sheet as an answer."""

from io import BytesIO
from subprocess import CalledProcessError

from flask import Response, send_file
from flask_babel import force_locale
from flask_babel import gettext as _

from selkoapp.accounts.people import Face
from selkoapp.interests import sheet_words, tasks
from selkoapp.interests.mine.shown import conditions_shown, skills_shown
from selkoapp.interests.mine.told import Told
from selkoapp.interests.service import Change as Changed
from selkoapp.interests.sheet import Change, SheetContent, Shown, SkillGroup, make_sheet
from selkoapp.interests.words import WORDS
from selkoapp.kernel import clock
from selkoapp.kernel.faults import Busy
from selkoapp.pictograms.compose import compose

CHANGES_SHOWN = 4
FILE = {"fi": "tyotoiveet.pdf", "sv": "onskemal.pdf", "en": "work-wishes.pdf"}


def paper_of(told: Told, name: str, picture: str, language: str, seen_by: Face | None) -> SheetContent:
    """What stands on the sheet of this person, all in this language. `seen_by`: the coach who sees the wishes, if any."""
    with force_locale(language):
        return SheetContent(
            language=language,
            headings=sheet_words.headings(language),
            owner=Shown(_drawn(picture), name),
            made=sheet_words.made_on(clock.today(), language),
            made_at=clock.now(),
            wishes=[_shown(task, language) for task in told.top],
            no_wishes=Shown(_drawn("no_answer_yet"), sheet_words.no_wishes(language)),
            conditions=[Shown(_drawn(said.picture), str(said.word)) for said in conditions_shown(told, language)],
            skills=[
                SkillGroup(str(group.said.word), [_shown(skill, language) for skill in group.skills])
                for group in skills_shown(told)
            ],
            changes=[_changed(change, language) for change in told.changes[:CHANGES_SHOWN]],
            seen=Shown(_drawn("who_sees"), _("You and %(name)s.", name=seen_by.name) if seen_by else _("Only you.")),
        )


def printed(content: SheetContent) -> bytes:
    """The sheet as a PDF. Busy also when it cannot be set: it can be asked for once more."""
    try:
        return make_sheet(content)
    except CalledProcessError:
        raise Busy from None


def as_pdf(pdf: bytes, language: str) -> Response:
    """The PDF, opened in the browser; no browser and no server on the way keeps it."""
    response = send_file(BytesIO(pdf), mimetype="application/pdf", download_name=FILE[language], etag=False)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _drawn(concept_id: str) -> bytes:
    return compose(tasks.concept(concept_id)).encode()


def _shown(concept_id: str, language: str) -> Shown:
    return Shown(_drawn(concept_id), tasks.label(concept_id, language))


def _changed(change: Changed, language: str) -> Change:
    before, now = WORDS[change.before].picture, WORDS[change.now].picture
    return Change(
        _shown(change.concept, language),
        Shown(_drawn(before), str(sheet_words.BEFORE[change.before])),
        Shown(_drawn(now), str(sheet_words.NOW[change.now])),
    )
