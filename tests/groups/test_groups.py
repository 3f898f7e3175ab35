"""Simo makes a group, changes who is in it, and never reaches further than his own."""

from uuid import UUID

import pytest
from sqlalchemy import select, update

from selkoapp.accounts.models import Person
from selkoapp.groups import service
from selkoapp.groups.models import Group, Membership
from selkoapp.kernel.faults import NotFound
from tests.visit import words

NEW = "/coach/groups/new"
ABSENT = UUID("01900000-0000-7000-8000-00000000dead")


@pytest.fixture
def group(session, world) -> Group:
    """Simo's group: Aino and Onni are in it."""
    made = service.make_group(session, world.simo.viewer, "Työnhakuryhmä", {world.aino.id, world.onni.id})
    session.commit()
    return made


def tick(browser, page, path, name, *people, status=200):
    """Send the group's form with these people ticked."""
    return browser.post(path, {"name": name, "members": [str(person.id) for person in people]}, status)


def ticked(page) -> list[str]:
    """The names that are ticked on the page."""
    return [
        words(label) for label in page.all("label", class_="check") if any(e.get("checked") is not None for e in label.iter())
    ]


def test_simo_makes_a_group_and_finds_it_with_its_members(browser, world, session):
    simo = browser(world.simo)
    assert "Työnhakuryhmä 2 jäsentä" in tick(simo, simo.get(NEW), NEW, "Työnhakuryhmä", world.aino, world.mikko).text
    made = session.scalars(select(Group)).one()
    assert service.member_ids(session, made.id) == {world.aino.id, world.mikko.id}
    assert not service.shows_me(session, world.aino.viewer, made.id)  # nobody is shown before they choose it


def test_simo_changes_the_name_and_who_is_in_it(browser, world, session, group):
    simo, path = browser(world.simo), f"/coach/groups/{group.id}"
    page = simo.get(path)
    assert page.h1 == "Työnhakuryhmä" and ticked(page) == ["Aino", "Onni"]
    tick(simo, page, path, "Keskiviikkoryhmä", world.onni, world.leila)
    again = simo.get(path)
    assert again.h1 == "Keskiviikkoryhmä" and ticked(again) == ["Leila", "Onni"]


def test_who_comes_back_is_as_before_and_never_twice(session, world, group):
    service.show_me(session, world.aino.viewer, group.id, True)
    for members in ({world.onni.id}, {world.onni.id}, {world.onni.id, world.aino.id}):
        service.set_members(session, world.simo.viewer, group, members)
    assert service.member_ids(session, group.id) == {world.aino.id, world.onni.id}
    assert service.shows_me(session, world.aino.viewer, group.id)
    assert len(session.scalars(select(Membership.id).where(Membership.person_id == world.aino.id)).all()) == 1


def test_another_coachs_seeker_is_neither_put_in_nor_taken_out(session, world, group):
    session.add(Membership(group_id=group.id, person_id=world.eeva.id))
    session.flush()
    service.set_members(session, world.simo.viewer, group, set())
    assert service.member_ids(session, group.id) == {world.eeva.id}
    made = service.make_group(session, world.sara.viewer, "Tiistairyhmä", {world.aino.id, world.eeva.id})
    assert service.member_ids(session, made.id) == set()  # they are Simo's and Kalle's


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Kirjoita ryhmän nimi."),
        (" \t\n", "Kirjoita ryhmän nimi."),
        ("\0", "Kirjoita ryhmän nimi."),
        ("ä" * 61, "Nimi on liian pitkä."),
    ],
)
def test_a_name_that_does_not_do_has_its_sentence(browser, world, session, name, sentence):
    simo = browser(world.simo)
    page = tick(simo, simo.get(NEW), NEW, name, world.aino, status=422)
    assert [words(error) for error in page.all("p", class_="field-error")] == [sentence]
    assert ticked(page) == ["Aino"]
    assert session.scalar(select(Group.id)) is None


ONLY_THESE = {"fi": "Valitse vain ihmisiä tästä luettelosta.", "sv": "Välj bara personer i den här listan."}


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("who", ["eeva", "sara", ABSENT, "1 OR 1=1", "%(value)s"])
def test_someone_who_is_not_ones_own_cannot_be_ticked(browser, world, session, language, who):
    session.execute(update(Person).where(Person.id == world.simo.id).values(language=language))
    session.commit()
    simo = browser(world.simo)
    simo.language = language
    assert "Eeva" not in simo.get(NEW).html
    stranger = world.everyone[who].id if who in world.everyone else who
    page = simo.post(NEW, {"name": "Työnhakuryhmä", "members": [str(world.aino.id), str(stranger)]}, 422)
    assert [words(error) for error in page.all("p", class_="field-error")] == [ONLY_THESE[language]]
    assert ONLY_THESE[language] in page.links()  # the summary on top leads to the field
    assert ticked(page) == ["Aino"] and str(stranger) not in page.text
    assert session.scalar(select(Group.id)) is None


@pytest.mark.parametrize("whose", ["sara", "kalle"])
def test_a_group_that_one_does_not_lead_is_as_if_it_were_not(browser, world, session, group, whose):
    other = browser(world.everyone[whose])
    foreign, absent = (other.raw("GET", f"/coach/groups/{id}") for id in (group.id, ABSENT))
    assert foreign.status_code == absent.status_code == 404 and foreign.data == absent.data
    with pytest.raises(NotFound):
        service.led_group(session, world.everyone[whose].viewer, group.id)


def test_only_a_member_shows_or_hides_themselves(session, world, group):
    for stranger in (world.mikko, world.eeva):
        with pytest.raises(NotFound):
            service.show_me(session, stranger.viewer, group.id, True)
    service.set_members(session, world.simo.viewer, group, {world.onni.id})
    with pytest.raises(NotFound):
        service.show_me(session, world.aino.viewer, group.id, True)


def test_groups_are_listed_by_name_with_those_who_are_in_them_now(session, world, group):
    service.make_group(session, world.simo.viewer, "Aamuryhmä", {world.mikko.id})
    service.set_members(session, world.simo.viewer, group, {world.onni.id})
    assert [(g.name, g.members) for g in service.led_groups(session, world.simo.viewer)] == [
        ("Aamuryhmä", 1),
        ("Työnhakuryhmä", 1),
    ]
    assert service.led_groups(session, world.sara.viewer) == []


def test_saras_people_in_simos_group_are_seen_and_stay(browser, world, session, group):
    session.execute(update(Person).where(Person.id == world.mikko.id).values(coach_id=world.sara.id))
    session.add(Membership(group_id=group.id, person_id=world.mikko.id))
    session.commit()
    simo, path = browser(world.simo), f"/coach/groups/{group.id}"
    page = simo.get(path)
    assert "Ryhmässä on myös Mikko Valmentaja: Sara" in page.text
    assert "Mikko" not in " ".join(words(label) for label in page.all("label"))
    tick(simo, page, path, "Työnhakuryhmä", world.aino)
    assert service.member_ids(session, group.id) == {world.aino.id, world.mikko.id}
