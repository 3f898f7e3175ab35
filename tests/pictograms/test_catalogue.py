"""What the catalogue promises to everyone who shows a picture."""

from collections import Counter
from pathlib import Path

import pytest

from selkoapp.pictograms import catalogue
from selkoapp.pictograms.catalogue import LANGUAGES, concept, concepts, label, sector_of, tasks_of
from selkoapp.pictograms.compose import OWN, source

EVERY_CONCEPT = concepts()


def test_old_answers_still_find_their_concept():
    """Ids are stored with answers for ever, so none of the first catalogue may go away."""
    first = (Path(__file__).parent / "first_concepts.txt").read_text(encoding="utf-8").split()
    assert len(first) == 271
    assert set(first) - {each.id for each in EVERY_CONCEPT} == set()


def test_every_concept_has_words_in_three_languages():
    missing = [(each.id, language) for each in EVERY_CONCEPT for language in LANGUAGES if not each.labels[language].strip()]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_pictures_of_a_category_never_have_the_same_words(language):
    counted = Counter((each.category, each.labels[language].casefold()) for each in EVERY_CONCEPT)
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_glyph_is_in_the_installed_package():
    """OpenMoji's private codes move between versions, so this fails when the pin is raised."""
    for each in EVERY_CONCEPT:
        for glyph in each.glyphs:
            assert source(glyph).rstrip().endswith("</svg>"), (each.id, glyph)


def test_own_drawings_bear_the_name_of_their_concept():
    for each in EVERY_CONCEPT:
        own = [glyph for glyph in each.glyphs if glyph.startswith(OWN)]
        assert own in ([], [f"{OWN}{each.id}.svg"]), each.id


def test_every_sector_has_tasks_and_every_task_a_sector():
    for sector in concepts("sector"):
        tasks = tasks_of(sector.id)
        assert len(tasks) >= 2, sector.id
        assert {sector_of(task.id) for task in tasks} == {sector}
    work = {each for each in catalogue.categories() if each.startswith("work_")}
    assert len(work) == len(concepts("sector"))


def test_cleaning_is_what_aino_would_expect():
    assert "sweep_floor" in [task.id for task in tasks_of("sector_cleaning")]
    assert label("sweep_floor", "sv") == "sopa golv"


@pytest.mark.parametrize("wrong", ["", "SWEEP_FLOOR", "../nav_home", "nav_home.svg"])
def test_an_unknown_concept_is_a_lookup_error(wrong):
    with pytest.raises(LookupError):
        concept(wrong)


def test_an_unknown_language_or_sector_is_a_lookup_error():
    with pytest.raises(LookupError):
        label("nav_home", "de")
    with pytest.raises(LookupError):
        tasks_of("work_cleaning")
    with pytest.raises(LookupError):
        sector_of("nav_home")


def test_a_picture_that_nobody_recognises_is_known_but_not_shown(monkeypatch):
    home = concept("nav_home")
    weak = catalogue.Concept("weak", "nav", {"fi": "x"}, ("2753",), "single", 1, "", ())
    monkeypatch.setattr(catalogue, "_concepts", lambda: {"weak": weak, "nav_home": home})
    assert concept("weak") is weak
    assert [each.id for each in concepts()] == ["nav_home"]


FIXED_SIGNS = {
    "nav_help": ("1F64B",),
    "dont_understand": ("2753",),
    "nav_listen": ("draw:nav_listen.svg",),
    "answer_yes": ("1F44D",),
    "answer_maybe": ("draw:answer_maybe.svg",),
    "answer_no": ("1F44E",),
    "nav_stop": ("draw:nav_stop.svg",),
    "what_i_want": ("1F49A",),
}


def test_the_signs_that_people_learn_never_change():
    assert {name: concept(name).glyphs for name in FIXED_SIGNS} == FIXED_SIGNS


def test_the_group_looks_the_same_wherever_it_is_asked_or_told_about():
    for about in ("who_comes", "what_we_do"):
        assert concept(about).glyphs[0] == concept("group").glyphs[0]


@pytest.mark.parametrize("sector", [each.id for each in concepts("sector")])
def test_no_two_tasks_of_a_sector_begin_with_the_same_large_picture(sector):
    """A badge is small: who does not read sees the large glyph."""
    large = [task.glyphs[0] for task in tasks_of(sector)]
    assert sorted(large) == sorted(set(large)), sector
