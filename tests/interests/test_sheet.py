"""Aino's wishes on paper: one page that can be looked at, printed, and read by a screen reader."""

import random
import re
import subprocess
import sys
import unicodedata
from io import BytesIO

import pytest
from PIL import Image

from selkoapp.interests import sheet
from selkoapp.interests.sheet import Shown, make_sheet
from selkoapp.kernel.faults import Busy
from selkoapp.kernel.i18n import LANGUAGES
from tests.interests.paper import CHANGES, CONDITIONS, SAID_OF_SKILLS, SEEN_BY, SKILLS, WISHES, ainos_sheet, label, picture
from tests.interests.tagged import UA_PART, Tagged

A4 = (595.28, 841.89)  # points


@pytest.fixture(autouse=True)
def languages(app):
    """The sheet speaks the language it is made in: the app's catalogues are there."""
    with app.app_context():
        yield


def printed(content: sheet.SheetContent) -> Tagged:
    return Tagged(make_sheet(content))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_knows_what_it_holds(language):
    told = printed(ainos_sheet(language))
    root = told.pdf.Root
    assert str(root.Lang) == language
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    with told.pdf.open_metadata() as metadata:
        assert metadata[UA_PART] == "1"
        assert metadata["dc:title"] == f"{sheet_title(language)}: Aino"


def sheet_title(language: str) -> str:
    return {"fi": "Työtoiveeni", "sv": "Mina önskemål om jobb", "en": "My work wishes"}[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_from_the_name_to_the_credit_line(language):
    content = ainos_sheet(language)
    headings = content.headings
    wanted = [headings.title, "Aino", content.made]
    wanted += [headings.wishes, *(label(each, language) for each in WISHES[:5])]
    wanted += [headings.conditions, *(label(each, language) for each in CONDITIONS)]
    wanted += [headings.skills]
    for said, group in zip(SAID_OF_SKILLS[language], SKILLS, strict=True):
        wanted += [said, *(label(each, language) for each in group)]
    wanted += [headings.changes]
    for told in content.changes:
        wanted += [told.task.words, told.before.words, told.now.words]
    wanted += [f"{headings.who_sees} {SEEN_BY[language]}", headings.credit]
    told = printed(content)
    assert told.told("H1", "H2", "H3", "P") == [plain(each) for each in wanted]
    assert not told.loose_text()


def plain(words: str) -> str:
    return words.replace("\u00ad", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_that_says_something_is_said_in_words(language):
    pictures = printed(ainos_sheet(language)).pictures()
    word = {"fi": "Kuva", "sv": "Bild", "en": "Picture"}[language]
    concepts = [*WISHES[:5], *CONDITIONS, *(each for group in SKILLS for each in group), *(task for task, *_ in CHANGES)]
    assert pictures == [f"{word}: {plain(words)}" for words in ("Aino", *(label(each, language) for each in concepts))]


def test_headings_go_down_step_by_step():
    levels = [int(element.tag[1]) for element in printed(ainos_sheet()).elements if element.tag.startswith("H")]
    assert levels == [1, 2, 2, 2, 3, 3, 3, 2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("wishes", "small", "changes"), [(0, False, 0), (1, False, 0), (3, True, 1), (4, True, 2), (5, True, 4)])
def test_it_is_one_a4(language, wishes, small, changes):
    told = printed(ainos_sheet(language, wishes, small=small, changes=changes))
    (page,) = told.pdf.pages
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx(A4, abs=0.1)


def test_only_five_wishes_stand_on_it():
    said = printed(ainos_sheet(wishes=6)).told("P")
    assert label(WISHES[4], "fi") in said
    assert label(WISHES[5], "fi") not in said


def test_who_has_no_wishes_yet_is_told_so():
    told = printed(ainos_sheet(wishes=0, small=False, changes=0))
    assert told.told("H1", "H2", "H3") == ["Työtoiveeni", "Tätä haluan tehdä"]
    assert "Toiveita ei ole vielä." in told.told("P")


def test_nobody_gets_a_score():
    """The only figures on the sheet are those of the day and the licence."""
    content = ainos_sheet()
    said = " ".join(printed(content).told("H1", "H2", "H3", "P"))
    assert re.findall(r"\d+", said) == re.findall(r"\d+", content.made + content.headings.credit)


def test_a_long_word_is_divided_only_on_paper():
    """What is read aloud is the whole word, divided at its soft hyphens or where Finnish allows it."""
    long = ("lastentarhan\u00adopettajan apulaisena", "asiakas\u00adpalvelu\u00adtehtävissä", "järjestelmällisyydestä", "a" * 60)
    wishes = [Shown(picture("bake"), words) for words in long]
    told = printed(ainos_sheet(changes=1)._replace(wishes=wishes))
    assert told.told("P")[2:6] == [plain(words) for words in long]
    assert "Kuva: lastentarhanopettajan apulaisena" in told.pictures()
    assert len(told.pdf.pages) == 1


def test_a_photograph_can_be_a_wish():
    photograph = BytesIO()
    Image.new("RGB", (400, 300), "orange").save(photograph, "JPEG")
    told = printed(ainos_sheet()._replace(wishes=[Shown(photograph.getvalue(), "työ kirjastossa")]))
    assert "Kuva: työ kirjastossa" in told.pictures()


def test_names_are_written_with_their_own_letters():
    name = "Åsa Ŋuorjo-Żółć Nguyễn Александра Ελένη"
    told = printed(ainos_sheet()._replace(owner=Shown(picture("person_a"), name)))
    assert told.told("P")[0] == name


def test_what_no_font_has_is_left_out():
    told = printed(ainos_sheet()._replace(owner=Shown(picture("person_a"), "Aino 🙂 محمد 中 A")))
    assert told.told("P")[0] == "Aino A"


def test_every_letter_that_is_kept_can_be_set():
    kept = [chr(code) for code in range(0x2100) if sheet._drawable(chr(code)) and unicodedata.category(chr(code))[0] != "C"]
    assert len(kept) > 1100
    lines = [Shown(picture("bake"), " ".join(kept[at : at + 60])) for at in range(0, len(kept), 60)]
    assert make_sheet(ainos_sheet(small=False)._replace(conditions=lines))


@pytest.mark.slow
def test_no_words_stop_it():
    """Anything that can be typed, 60 sheets of it: markup, odd scripts, marks, controls, half of a pair."""
    dice = random.Random(4)
    letters = [chr(code) for code in (*range(0x3000), *range(0xD800, 0xD810), *range(0x1F600, 0x1F640))]
    for _ in range(60):
        lines = ["".join(dice.choices(letters, k=dice.randint(0, 90))) for _ in range(8)] + ['#panic("x") $ ` * _ @a <b> \\ "']
        shown = [Shown(picture("bake"), line) for line in lines]
        odd = ainos_sheet(dice.choice(LANGUAGES))._replace(owner=shown[0], wishes=shown[1:4], conditions=shown[4:])
        assert make_sheet(odd).startswith(b"%PDF")


def test_the_same_sheet_is_the_same_file():
    assert make_sheet(ainos_sheet()) == make_sheet(ainos_sheet())


def test_too_many_at_once_are_asked_to_come_again(monkeypatch):
    monkeypatch.setattr(sheet, "TURN", 0.01)
    for _ in range(sheet.AT_ONCE):
        sheet._turns.acquire()
    try:
        with pytest.raises(Busy):
            make_sheet(ainos_sheet())
    finally:
        sheet._turns.release(sheet.AT_ONCE)
    assert make_sheet(ainos_sheet())


def test_a_sheet_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(sheet, "_TYPESETTER", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(sheet, "PATIENCE", 0.2)
    with pytest.raises(Busy):
        make_sheet(ainos_sheet())


def test_what_went_wrong_is_told_without_the_words():
    with pytest.raises(subprocess.CalledProcessError) as raised:
        make_sheet(ainos_sheet()._replace(wishes=[Shown(b"<svg", "salaisuus")]))
    assert "salaisuus" not in f"{raised.value!r} {raised.value.output} {raised.value.stderr}"
