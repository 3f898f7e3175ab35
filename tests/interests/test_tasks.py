"""What is asked about: each task has its sector, its words and its explanation in three languages."""

import pytest

from selkoapp.interests import tasks
from selkoapp.kernel.i18n import LANGUAGES
from selkoapp.pictograms import catalogue
from selkoapp.plain_language.checker import check
from selkoapp.plain_language.splitting import sentences

EVERY_TASK = [task for sector in tasks.sectors() for task in tasks.tasks_of(sector)]


def test_every_sector_has_tasks_and_every_task_one_sector():
    assert len(tasks.sectors()) == 14
    assert all(len(tasks.tasks_of(sector)) >= 2 for sector in tasks.sectors())
    assert len({task.id for task in EVERY_TASK}) == len(EVERY_TASK)


def test_every_sector_stands_on_one_page_of_at_most_five():
    pages = tasks.sector_pages()
    assert [sector for shown in pages for sector in shown] == list(tasks.sectors())
    assert max(map(len, pages)) == tasks.SECTORS_ON_PAGE
    assert all(sector in pages[tasks.sector_page_of(sector) - 1] for sector in tasks.sectors())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_is_explained_in_two_plain_sentences(language):
    hard = {}
    for task in EVERY_TASK:
        text = tasks.meaning(task, language)
        found = [finding.rule for finding in check(text, language) if finding.level == "fix"]
        if found or len(list(sentences(text, language))) != 2:
            hard[task.id] = (text, found)
    assert not hard


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_fits_into_the_question(language):
    assert all(task.labels[language][:1].islower() and task.labels[language][-1] not in ".?!" for task in EVERY_TASK)


def test_nothing_is_explained_that_is_not_asked_about():
    assert set(tasks._meanings()) == {task.id for task in EVERY_TASK}


def test_a_label_that_the_catalogue_has_lost_is_its_id():
    assert tasks.label("mend_umbrellas", "fi") == "mend_umbrellas"
    assert tasks.label("bake", "sv") == catalogue.label("bake", "sv") == "baka"
