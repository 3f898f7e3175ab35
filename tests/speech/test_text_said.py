"""How texts sound and what is lit as one, by examples that a native speaker can check: tests/speech/said_*.csv.

`units` are parted by |; ~ stands for a soft hyphen, which nobody sees in a table.
"""

import csv
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from selkoapp.pictograms.catalogue import LANGUAGES, concepts
from selkoapp.speech.text.plan import plan
from selkoapp.speech.text.sentences import parts_of

ROOT = Path(__file__).parents[2]
NUMBERS = ("1", "2", "5", "12", "21", "103")


def examples() -> list:
    """Every row of the tables, named by its language and text."""
    rows = []
    for language in LANGUAGES:
        table = (Path(__file__).parent / f"said_{language}.csv").read_text("utf-8").replace("~", "\u00ad")
        for row in csv.DictReader(table.splitlines()):
            rows.append(pytest.param(language, row["text"], row["spoken"], row["units"], id=f"{language} {row['text']}"))
    return rows


def catalogue_texts(language: str) -> list[str]:
    """The app's own sentences, with numbers, a date and a time in their gaps."""
    day = {"fi": "25. marraskuuta", "sv": "25 november", "en": "25 November"}[language]
    texts = []
    with (ROOT / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        for message in read_po(file, locale=language):
            for text in message.string if isinstance(message.string, tuple) else (message.string,):
                for number in NUMBERS if "%(" in text else ("",):
                    texts.append(filled(text, number, day))
    return texts


def filled(text: str, number: str, day: str) -> str:
    """The sentence as a page shows it."""
    gaps = dict.fromkeys(("num", "number", "done", "total"), number) | {"date": day, "time": "14.30", "day": day}
    for gap, value in gaps.items():
        text = text.replace(f"%({gap})s", value).replace(f"%({gap})d", value)
    return text


@pytest.mark.parametrize(("language", "text", "spoken", "units"), examples())
def test_it_is_said_and_lit(language: str, text: str, spoken: str, units: str):
    made = plan(text, language)
    assert made.spoken == spoken
    assert "|".join(text[unit.start : unit.end] for unit in made.units) == units


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_apps_own_sentences(language: str):
    for text in catalogue_texts(language):
        made = plan(text, language)
        assert "".join(parts_of(text, language)) == text
        assert not any(map(str.isdecimal, made.spoken)), made
        assert "\u00ad" not in made.spoken
        assert bool(made.units) == any(map(str.isalnum, text)), made


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_under_pictures_are_said_as_they_stand(language: str):
    """Only numbers, letters and a few short words may sound otherwise than they are written."""
    changed = {each.labels[language] for each in concepts() if spoken_otherwise(each.labels[language], language)}
    assert {label for label in changed if not any(map(str.isdecimal, label)) and label == label.lower()} <= {"ihan ok", "ok"}


def spoken_otherwise(label: str, language: str) -> bool:
    """Hyphens apart, which every voice reads as a space."""
    return plan(label, language).spoken != label.replace("\u00ad", "").replace("-", " ")


def test_a_language_without_rules_is_read_as_english():
    assert plan("at 14:30", "uk").spoken == plan("at 14:30", "en").spoken
    assert plan("at 14:30", "uk").language == "uk"


def test_a_decomposed_letter_is_one_letter():
    assert plan("pa\u0308iva\u0308", "fi") == plan("päivä", "fi")


def test_a_text_is_not_trimmed():
    made = plan("  Hei  Aino ", "fi")
    assert made.source == "  Hei  Aino " and made.units == ((2, 5), (7, 11))


def test_lines_are_said_apart():
    assert plan("Tuo mukaan\nleipä\n\nmaito", "fi").spoken == "Tuo mukaan.\nleipä.\nmaito"


def test_the_segment_of_a_unit_is_what_is_said_for_it():
    made = plan("Nähdään klo 13.30!", "fi")
    assert [made.spoken[start:end] for start, end in made.segments] == ["Nähdään", "kello kolmetoista kolmekymmentä!"]
