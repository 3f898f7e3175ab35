"""Conditions and skills as they are shown: a picture with its words, in the order of their questions."""

from collections.abc import Sequence
from typing import NamedTuple

from selkoapp.interests.conditions.theme import CONDITIONS
from selkoapp.interests.mine.told import BOTH, Told
from selkoapp.interests.skills.theme import SAID, SKILLS
from selkoapp.interests.words import Said

ON_PAPER = ("self", "helped", "learn")
"""What is told of skills where wishes are shown around. That one cannot do something is no wish."""

EVERYTHING = (*ON_PAPER, "no")
"""What the coach sees of skills."""


class SkillsSaid(NamedTuple):
    """The skills of which the same was said."""

    said: Said
    skills: Sequence[str]


def conditions_shown(told: Told, language: str) -> list[Said]:
    """How the work should be. Where both are fine nothing is asked of the work, so nothing is shown."""
    given = [told.conditions[question.id] for question in CONDITIONS.questions if question.id in told.conditions]
    return [CONDITIONS.said(value, language) for value in given if value != BOTH]


def skills_shown(told: Told, values: Sequence[str] = ON_PAPER) -> list[SkillsSaid]:
    """Skills under what was said of them, where it is one of these values."""
    asked = [question.id for question in SKILLS.questions]
    groups = (SkillsSaid(SAID[value], [skill for skill in asked if told.skills.get(skill) == value]) for value in values)
    return [group for group in groups if group.skills]
