"""The sheets of wishes that the tests print: what Aino wants, how she wants to work, and what she can do."""

from datetime import UTC, date, datetime

from flask_babel import force_locale

from selkoapp.interests import sheet_words
from selkoapp.interests.models import Value
from selkoapp.interests.sheet import Change, SheetContent, Shown, SkillGroup
from selkoapp.interests.words import WORDS
from selkoapp.pictograms.catalogue import concept, label
from selkoapp.pictograms.compose import compose

WISHES = ("bake", "walk_with_elderly", "play_games_elderly", "computer_work", "help_in_daycare", "sing")
CONDITIONS = (
    *("with_others", "indoors", "quiet_place", "morning", "moving", "same_tasks", "short_day"),
    *("travel_bus", "work_clothes"),
)
SKILLS = (
    ("skill_read", "skill_write", "skill_clock", "skill_phone", "ask_for_help"),
    ("follow_instructions", "be_on_time", "work_together"),
    ("skill_computer", "patience", "skill_money", "skill_count"),
)
SAID_OF_SKILLS = {
    "fi": ("Osaan itse", "Osaan, kun joku auttaa", "Haluan oppia"),
    "sv": ("Jag kan själv", "Jag kan när någon hjälper", "Jag vill lära mig"),
    "en": ("I can do it myself", "I can do it with help", "I want to learn"),
}
CHANGES = (
    ("bake", Value.MAYBE, Value.YES),
    ("computer_work", Value.NO, Value.MAYBE),
    ("wash_dishes", Value.YES, Value.NO),
    ("sew", Value.UNKNOWN, Value.MAYBE),
)
SEEN_BY = {"fi": "Sinä ja Simo.", "sv": "Du och Simo.", "en": "You and Simo."}


def picture(concept_id: str) -> bytes:
    return compose(concept(concept_id)).encode()


def shown(concept_id: str, language: str) -> Shown:
    return Shown(picture(concept_id), label(concept_id, language))


def change(task: str, before: Value, now: Value, language: str) -> Change:
    with force_locale(language):
        was = Shown(picture(WORDS[before].picture), str(sheet_words.BEFORE[before]))
        counts = Shown(picture(WORDS[now].picture), str(sheet_words.NOW[now]))
    return Change(shown(task, language), was, counts)


def ainos_sheet(language: str = "fi", wishes: int = 5, *, small: bool = True, changes: int = 4) -> SheetContent:
    """What stands on Aino's sheet with so many wishes and changes; `small`: with conditions and skills too."""
    skills = zip(SAID_OF_SKILLS[language], SKILLS, strict=True) if small else ()
    return SheetContent(
        language=language,
        headings=sheet_words.headings(language),
        owner=Shown(picture("person_a"), "Aino"),
        made=sheet_words.made_on(date(2026, 11, 24), language),
        made_at=datetime(2026, 11, 24, 7, 0, tzinfo=UTC),
        wishes=[shown(each, language) for each in WISHES[:wishes]],
        no_wishes=Shown(picture("no_answer_yet"), sheet_words.no_wishes(language)),
        conditions=[shown(each, language) for each in CONDITIONS] if small else [],
        skills=[SkillGroup(said, [shown(each, language) for each in group]) for said, group in skills],
        changes=[change(*told, language) for told in CHANGES[:changes]],
        seen=Shown(picture("who_sees"), SEEN_BY[language]),
    )
