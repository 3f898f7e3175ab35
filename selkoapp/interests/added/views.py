"""What an organisation has added, on every page: its names and pictures, and the photograph of the workplace."""

from uuid import UUID

from flask import Flask, Response, g

from selkoapp.accounts.guards import viewer
from selkoapp.interests import tasks
from selkoapp.interests.added import service
from selkoapp.interests.blueprint import bp
from selkoapp.kernel.access import access
from selkoapp.kernel.db import db
from selkoapp.kernel.i18n import language
from selkoapp.media.answers import answer


@bp.get("/wishes/tasks/<uuid:task_id>/photo")
@access("seeker", obj="task")
def task_photo(task_id: UUID) -> Response:
    """The real workplace of a task that my organisation has added."""
    return answer(service.photo_of(db(), viewer(), task_id))


def added_here() -> tasks.Known:
    """What the organisation of who looks has added; nothing for who is not signed in."""
    return service.added_tasks(db(), viewer().organisation_id) if g.get("viewer") else {}


def register(app: Flask) -> None:
    """Let every request know the added tasks, asked for at most once, and `pictogram_url` and `pictogram_label` too."""
    app.before_request(lambda: tasks.know(added_here))
    app.teardown_request(lambda _failure: tasks.know(dict))
    url_of_catalogue = app.jinja_env.globals["pictogram_url"]
    label_of_catalogue = app.jinja_env.globals["pictogram_label"]

    def pictogram_url(concept_id: str, line: bool = False) -> str:
        return url_of_catalogue(tasks.picture(concept_id), line=line)

    def pictogram_label(concept_id: str) -> str:
        return tasks.label(concept_id, language()) if tasks.is_added(concept_id) else label_of_catalogue(concept_id)

    app.jinja_env.globals.update(pictogram_url=pictogram_url, pictogram_label=pictogram_label)
