"""The organisation's own tasks: the list, a new one, each one as the seekers meet it, and its words."""

from typing import NamedTuple
from uuid import UUID

from flask import Response, request
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from selkoapp.accounts import guards
from selkoapp.coach.desk import bp
from selkoapp.coach.tasks.advice import advice
from selkoapp.coach.tasks.forms import TaskForm, picture_groups
from selkoapp.interests import tasks
from selkoapp.interests.added import service
from selkoapp.interests.wish_models import OwnTask
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.pages import go, page
from selkoapp.media import service as media
from selkoapp.media import uploads, workshop
from selkoapp.media.answers import answer, keep_tidy, store
from selkoapp.media.faults import Full, Nothing, Refused
from selkoapp.media.made import Made
from selkoapp.media.models import PHOTO
from selkoapp.media.words import sentence
from selkoapp.pictograms.catalogue import LANGUAGES


class SentPhoto(NamedTuple):
    """The photograph that came with the form, made anew; or why it is not kept. Neither when none came."""

    made: Made | None = None
    refused: Refused | None = None

    @property
    def status(self) -> int:
        """What the page with the form answers."""
        return self.refused.status if self.refused else 422


@bp.get("/tasks", endpoint="tasks")
@access("coach", "coordinator")
def task_list() -> Response:
    """The tasks that the organisation has added, by sector; below them those that are asked no more."""
    known = [(service.id_of(each), each) for each in service.added_tasks(db(), guards.viewer().organisation_id).values()]
    asked = {sector: [(id, each) for id, each in known if each.asked and each.sector == sector.id] for sector in tasks.sectors()}
    return page(
        "coach/tasks/list.html",
        asked=[(sector, inside) for sector, inside in asked.items() if inside],
        retired=[(id, each) for id, each in known if not each.asked],
    )


@bp.route("/tasks/new", methods=["GET", "POST"])
@access("coach", "coordinator", shows_form=True)
def new_task() -> AnyResponse:
    """Add a task. Every seeker of the organisation meets it in its sector."""
    sent = sent_photo()
    form = TaskForm()
    if accepted(form, sent):
        try:
            task_id = service.add(db(), store(), guards.viewer(), form.written(), sent.made)
        except Full as full:
            form.photo.errors = [sentence(full)]
            return form_page(form, None, full.status)
        db().commit()
        keep_tidy()
        return go("coach.task", task_id=task_id)
    return form_page(form, None, sent.status if form.errors else 200)


@bp.get("/tasks/<uuid:task_id>")
@access("coach", "coordinator", obj="task")
def task(task_id: UUID) -> Response:
    """One task as the seekers meet it, with advice beside its words."""
    found = service.task_of(db(), guards.viewer(), task_id)
    return page("coach/tasks/task.html", task=found, concept=service.concept_of(task_id), said=said_of(found))


@bp.route("/tasks/<uuid:task_id>/words", methods=["GET", "POST"])
@access("coach", "coordinator", obj="task", shows_form=True)
def task_words(task_id: UUID) -> AnyResponse:
    """Write a task anew, or change its picture and photograph."""
    sent = sent_photo()
    found = service.task_of(db(), guards.viewer(), task_id)
    form = TaskForm.of(found)
    if accepted(form, sent):
        try:
            gone = service.change(db(), store(), guards.viewer(), found, form.written(), sent.made, form.without_photo.data)
        except Full as full:
            db().rollback()
            form.photo.errors = [sentence(full)]
            return form_page(form, service.task_of(db(), guards.viewer(), task_id), full.status)
        db().commit()
        clear(gone)
        return go("coach.task", task_id=task_id)
    return form_page(form, found, sent.status if form.errors else 200)


@bp.get("/tasks/<uuid:task_id>/photo")
@access("coach", "coordinator", obj="task")
def task_photo(task_id: UUID) -> Response:
    """The photograph of the real workplace."""
    return answer(service.photo_of(db(), guards.viewer(), task_id))


@bp.post("/tasks/<uuid:task_id>/retirement")
@access("coach", "coordinator", obj="task")
def task_retired(task_id: UUID) -> AnyResponse:
    """Ask a task no more."""
    service.retire(service.task_of(db(), guards.viewer(), task_id))
    db().commit()
    return go("coach.task", task_id=task_id)


@bp.post("/tasks/<uuid:task_id>/return")
@access("coach", "coordinator", obj="task")
def task_returned(task_id: UUID) -> AnyResponse:
    """Ask a retired task again."""
    service.bring_back(service.task_of(db(), guards.viewer(), task_id))
    db().commit()
    return go("coach.task", task_id=task_id)


def sent_photo() -> SentPhoto:
    """What the form brought. Before the database: opening a photograph takes a second or two."""
    if request.method != "POST":
        return SentPhoto()
    try:
        return SentPhoto(made=workshop.photo(uploads.received("photo", PHOTO)))
    except Nothing:
        return SentPhoto()
    except Refused as refused:
        return SentPhoto(refused=refused)


def accepted(form: TaskForm, sent: SentPhoto) -> bool:
    """Whether the form can be kept. No browser lets a page keep a file, so a photograph must be chosen again."""
    if not form.is_submitted():
        return False
    good = form.validate_on_submit()
    if sent.refused:
        form.photo.errors = [sentence(sent.refused)]
    elif sent.made and not good:
        form.photo.errors = [_("Choose the photo again.")]
    return good and not sent.refused


def form_page(form: TaskForm, task: OwnTask | None, status: int) -> Response:
    """The form with what was typed, and advice beside it. `task` is the one that is changed, if any."""
    return page(
        "coach/tasks/form.html",
        status,
        form=form,
        task=task,
        groups=picture_groups(),
        asked={code: question("…", code) for code in LANGUAGES},
        advice={field.name: advice(field.data or "", field.name[-2:]) for field in (*form.names(), *form.meanings())},
    )


class Said(NamedTuple):
    """A task in one language, as the seekers meet it, and what could be said more plainly."""

    language: str
    question: str
    meaning: str
    advice: list[str]


def said_of(task: OwnTask) -> list[Said]:
    """The task in every language."""
    return [
        Said(
            code,
            question(name := getattr(task, f"label_{code}"), code),
            meaning := getattr(task, f"meaning_{code}"),
            [*advice(name, code), *advice(meaning, code)],
        )
        for code in LANGUAGES
    ]


def question(name: str, code: str) -> str:
    """What is asked: "Haluatko leipoa?", in this language."""
    with force_locale(code):
        return _("Do you want to %(task)s?", task=name)


def clear(gone: list[str]) -> None:
    """Take away files whose rows have gone, in a transaction of its own."""
    if gone:
        media.clear(db(), store(), gone)
        db().commit()
    keep_tidy()
