"""Every text that a job seeker can meet passes the plain-language check, in all three languages."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from selkoapp.kernel.i18n import LANGUAGES
from selkoapp.plain_language.checker import Finding, check
from selkoapp.plain_language.lists import hard_words
from tests.rules.catalogues import ROOT, Translated, extract, is_for_staff, translated

# Hard things in strings that only coaches and coordinators see. The number may only go down.
STAFF_FINDINGS = 0

# The app's own name for a person is never explained away: everyone who uses it has one.
OWN_WORDS = frozenset({"arbetstränare"})
TERMS = {language: frozenset(hard.term for hard in hard_words(language)) for language in LANGUAGES}

ADVICE = {
    "sentence-long": "Split it: {size} words in a sentence, {limit} is the most.",
    "sentences-many": "Split it into blocks: {size} sentences, {limit} is the most.",
    "word-long": "Say it shorter, or put a soft hyphen at the border: {size} letters, {limit} is the most.",
    "abbreviation": "Write it out: {instead}.",
    "hard-word": "Write a plainer word: {instead}.",
    "term": "Say it in other words, or explain it beside: {instead}",
}


def hard(text: str, language: str, explained: frozenset[str] = OWN_WORDS) -> list[Finding]:
    return [finding for finding in check(text, language, explained) if finding.level == "fix"]


def advice(where: str, text: str, language: str, explained: frozenset[str] = OWN_WORDS) -> list[str]:
    """The faults of a text, each with the words that are hard and what to do about them."""
    return [
        f"{where} ({language}): “{finding.quoted}”. {ADVICE[finding.rule].format_map(vars(finding))}"
        for finding in hard(text, language, explained)
    ]


def rows(file: str) -> list[dict[str, str]]:
    with Path(ROOT / "selkoapp" / file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture(scope="module")
def strings(tmp_path_factory) -> list[Translated]:
    template = extract(tmp_path_factory.mktemp("extracted") / "messages.pot")
    return [string for language in LANGUAGES for string in translated(language, template)]


def of(strings: list[Translated], language: str, for_staff: bool) -> Iterator[Translated]:
    return (string for string in strings if string.language == language and string.for_staff == for_staff)


@pytest.mark.parametrize("language", LANGUAGES)
def test_seekers_read_plain_language(strings, language):
    faults = [
        fault for string in of(strings, language, for_staff=False) for fault in advice(f"{string.msgid!r}", string.text, language)
    ]
    assert not faults, "\n".join(["", *faults])


def test_texts_for_staff_get_no_harder(strings):
    faults = [
        fault
        for language in LANGUAGES
        for string in of(strings, language, for_staff=True)
        for fault in advice(f"{string.msgid!r}", string.text, language)
    ]
    assert len(faults) <= STAFF_FINDINGS, "\n".join([f"{len(faults)}, not {STAFF_FINDINGS}:", *faults])
    assert len(faults) == STAFF_FINDINGS, f"They got plainer: set STAFF_FINDINGS to {len(faults)}."


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_task_is_stands_in_plain_language(language):
    faults = [fault for row in rows("interests/tasks.csv") for fault in advice(row["concept_id"], row[language], language)]
    assert not faults, "\n".join(["", *faults])


def test_every_work_picture_has_two_sentences_in_every_language():
    concepts, tasks = rows("pictograms/catalogue/concepts.csv"), rows("interests/tasks.csv")
    pictures = [row["concept_id"] for row in concepts if row["category"].startswith("work_")]
    assert sorted(row["concept_id"] for row in tasks) == sorted(pictures)
    texts = [(row["concept_id"], language, row[language]) for row in tasks for language in LANGUAGES]
    wrong = [(concept, language) for concept, language, text in texts if text.count(". ") != 1]
    assert not wrong, f"Write two sentences: {wrong}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_labels_are_plain_words(language):
    """A label may be a hard word: its explanation is found by pressing it."""
    faults = [
        fault
        for row in rows("pictograms/catalogue/labels.csv")
        for fault in advice(row["concept_id"], row[language], language, TERMS[language])
    ]
    assert not faults, "\n".join(["", *faults])


@pytest.mark.parametrize("language", LANGUAGES)
def test_explanations_are_plain_themselves(language):
    """A hard word in an explanation is pressed like any other."""
    faults = [fault for word in hard_words(language) for fault in advice(word.term, word.explanation, language, TERMS[language])]
    assert len(hard_words(language)) == 98
    assert not faults, "\n".join(["", *faults])


# The rule itself: it catches planted faults and tells staff's strings from the seekers'.


@pytest.mark.parametrize(
    ("language", "text", "what_to_do"),
    [
        (
            "fi",
            "Minä tulen huomenna ryhmään ja tuon sinne kaksi kuvaa ja yhden kortin sinulle.",
            "Split it: 13 words",
        ),
        ("sv", "Kom. Gå. Stå.", "Split it into blocks: 3 sentences"),
        ("en", "These are your responsibilities.", "Say it shorter"),
        ("fi", "Tule klo 14.", "Write it out: kello."),
        ("sv", "Samtliga kommer.", "Write a plainer word: alla."),
        ("fi", "Saat palkkatuen.", "Say it in other words, or explain it beside: Palkkatuki on"),
    ],
)
def test_a_hard_string_is_caught_with_advice(language, text, what_to_do):
    (fault,) = advice("here", text, language)
    assert what_to_do in fault


@pytest.mark.parametrize(
    ("places", "for_staff"),
    [
        ({"selkoapp/coach/views.py"}, True),
        ({"selkoapp/templates/coach/inbox.html", "selkoapp/cli.py"}, True),
        ({"selkoapp/templates/pictograms/contact_sheet.html"}, True),
        ({"selkoapp/templates/coach/inbox.html", "selkoapp/templates/home/home.html"}, False),
        ({"selkoapp/templates/messages/thread.html"}, False),
        (set(), False),
    ],
)
def test_a_string_is_staffs_only_when_all_its_places_are(places, for_staff):
    assert Translated("fi", "Yes", "Kyllä", frozenset(places)).for_staff is for_staff


def test_the_staffs_places_exist():
    here = {str(path.relative_to(ROOT)) for path in (ROOT / "selkoapp").rglob("*.*")}
    assert any(map(is_for_staff, here))
