"""A seeker's wishes at a glance: the tasks of all sectors under what was answered."""

from collections.abc import Mapping

from selkoapp.interests import course
from selkoapp.interests.models import Value
from selkoapp.interests.service import Answers
from selkoapp.pictograms.catalogue import Concept


def by_value(answers: Answers) -> Mapping[Value, list[Concept]]:
    """Tasks under Kyllä, Ehkä, En and Ei tunne, in the catalogue's order; answers that nobody gave are left out."""
    together: dict[Value, list[Concept]] = {}
    for found in course.wishes(answers):
        for value, concepts in found.by_value.items():
            together.setdefault(value, []).extend(concepts)
    return {value: together[value] for value in course.ANSWERED if value in together}
