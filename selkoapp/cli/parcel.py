"""A person's own data in one ZIP: a page that the person can read, the same as JSON, pictures, sounds and photographs."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from babel.dates import format_date
from flask import Flask, render_template
from flask_babel import force_locale
from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Person
from selkoapp.accounts.people import faces
from selkoapp.accounts.readings import readings_of
from selkoapp.cli.belongings import Belongings, belongings, media_of
from selkoapp.interests import tasks
from selkoapp.interests.added.service import added_tasks
from selkoapp.interests.mine.journal import journal
from selkoapp.interests.mine.shown import conditions_shown, skills_shown
from selkoapp.interests.mine.told import Told
from selkoapp.interests.wish_models import OwnWish
from selkoapp.interests.words import WORDS
from selkoapp.kernel import clock
from selkoapp.media.models import PHOTO, Media
from selkoapp.media.store import Store
from selkoapp.messages.models import Message, Thread
from selkoapp.pictograms.compose import compose

SECRET = ("password_hash", "token_hash")  # let somebody in; they tell nothing of the person
MOST_READINGS = 1000
LOOK = "export.css"


class Pictures:
    """The pictures that a page shows, each once, by their path in the ZIP."""

    def __init__(self) -> None:
        self.shown: dict[str, str] = {}

    def path(self, concept_id: str) -> str:
        """Where this picture will be; "" for one that the catalogue no longer has."""
        if concept_id not in self.shown:
            try:
                self.shown[concept_id] = compose(tasks.concept(concept_id))
            except LookupError:
                return ""
        return f"pictures/{concept_id}.svg"


def pack(app: Flask, session: Session, store: Store, person: Person, target: Path) -> list[str]:
    """Write the ZIP; the names of what is in it. FileExistsError when there is such a file already."""
    mine = belongings(session, person.id)
    sounds = {kept.id: kept for kept in media_of(session, mine)}
    pictures = Pictures()
    added = tasks.knowing(lambda: added_tasks(session, person.organisation_id))
    with app.app_context(), force_locale(person.language), added:
        page = render_template("export/person.html", **_shown(session, person, pictures), sounds=_names(sounds.values()))
    with target.open("xb") as file, ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("index.html", page)
        packed.writestr("data.json", json.dumps(_told(mine), ensure_ascii=False, indent=1, default=_plain))
        packed.writestr(LOOK, (Path(app.root_path) / "static" / "css" / LOOK).read_text("utf-8"))
        for name, drawing in pictures.shown.items():
            packed.writestr(f"pictures/{name}.svg", drawing)
        for kept in sounds.values():
            packed.writestr(_name(kept), store.get(kept.sha256))
        return packed.namelist()


def _shown(session: Session, person: Person, pictures: Pictures) -> dict[str, Any]:
    """What the page tells, in the person's language."""
    told = Told.of(journal(session, person.id))
    written = select(Message).join(Thread, Thread.id == Message.thread_id).where(Thread.person_id == person.id)
    messages = list(session.scalars(written.order_by(Message.id)))
    return {
        "language": person.language,
        "person": person,
        "coach": faces(session, [person.coach_id]).get(person.coach_id) if person.coach_id else None,
        "told": told,
        "words": WORDS,
        "conditions": conditions_shown(told, person.language),
        "skills": skills_shown(told),
        "own": list(session.scalars(select(OwnWish).where(OwnWish.person_id == person.id).order_by(OwnWish.id))),
        "messages": messages,
        "names": faces(session, [message.author_id for message in messages]),
        "readings": readings_of(session, person.id, MOST_READINGS),
        "made": _day(clock.today(), person.language),
        "day": lambda at: _day(clock.local(at).date(), person.language),
        "picture": pictures.path,
        "label": tasks.label,
    }


def _day(day: date, language: str) -> str:
    return format_date(day, {"fi": "d. MMMM y"}.get(language, "d MMMM y"), locale=language)


def _told(mine: Belongings) -> dict[str, list[dict[str, Any]]]:
    """Every row by table, without what lets somebody in."""
    return {
        table.name: [{name: value for name, value in row._mapping.items() if name not in SECRET} for row in rows]
        for table, rows in mine.items()
    }


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)


def _name(kept: Media) -> str:
    return f"media/{kept.id}.{'jpg' if kept.kind == PHOTO else 'm4a'}"


def _names(every: Any) -> dict[UUID, str]:
    return {kept.id: _name(kept) for kept in every}
