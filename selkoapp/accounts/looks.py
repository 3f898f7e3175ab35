"""How pages look for a person: language, size of text, colours, symbols."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from selkoapp.accounts.models import Look
from selkoapp.kernel import clock

TEXTS = ("normal", "large", "largest")
THEMES = ("auto", "light", "dark")


def change_look(session: Session, look_id: UUID, **chosen: str | bool) -> None:
    """Keep what the person chose: any of language, text, theme, symbols."""
    session.execute(update(Look).where(Look.id == look_id).values(changed_at=clock.now(), **chosen))


def finish_first_visit(session: Session, look_id: UUID) -> None:
    """The person has seen the first-visit pages; they do not come again by themselves."""
    session.execute(update(Look).where(Look.id == look_id).values(chosen_at=clock.now()))
