"""Aino looks what comes, opens tomorrow's meeting and says that she comes."""

from datetime import timedelta

import pytest

from selkoapp.events.ways import way_picture
from tests.events.calendar import TUESDAY, WEDNESDAY, put_meeting, rows
from tests.events.sitting import chosen
from tests.visit import words


def test_aino_sees_what_comes_and_answers(sit, visit, world, session, meeting):
    today = visit(world.aino, "/events")
    assert today.h1 == "Ryhmä"
    assert today.text == "Huomenna Huomenna 25 marraskuu Työnhakuryhmä kello 14.00 Tuletko?"
    aino = sit(world.aino)
    assert aino.page.h1 == "Työnhakuryhmä"
    assert aino.page.buttons()[:2] == ["Tulen", "En tule"] and chosen(aino.page) == []
    assert chosen(aino.press("yes")) == ["Tulen"]
    assert aino.page.response.request.path == f"/events/{meeting.id}"
    assert "Vastasit: tulen." in aino.page.text
    assert "Vastasit: tulen." in visit(world.aino, "/events").text
    assert rows(session, world.aino) == [True]


def test_the_question_stands_above_the_details(sit, world):
    text = sit(world.aino).page.text
    order = [
        "25 marraskuu",
        "14.00–15.30",
        "Tuletko ryhmään?",
        "Kirjasto, huone 2",
        "Juomme kahvia",
        "Ota puhelin",
        "Bussi 3",
        "Kuka tulee?",
    ]
    found = [text.index(words) for words in order]
    assert found == sorted(found)


def test_aino_changes_her_mind_and_nothing_is_lost(sit, world, session):
    aino = sit(world.aino)
    aino.press("yes")
    assert chosen(aino.press("no")) == ["En tule"]
    assert "Vastasit: en tule." in aino.page.text and "Vastasit: tulen." not in aino.page.text
    aino.press("yes")
    assert chosen(aino.page) == ["Tulen"]
    assert rows(session, world.aino) == [True, False, True]


def test_one_meetings_answer_is_not_anothers(sit, visit, world, session, group):
    put_meeting(session, group, TUESDAY, title="Vierailu leipomoon")
    sit(world.aino).press("no")
    text = visit(world.aino, "/events").text
    assert text.count("Tuletko?") == 1 and text.index("Tuletko?") < text.index("Vastasit: en tule.")


def test_leila_reads_it_in_swedish_and_the_coachs_words_in_finnish(sit, world):
    leila = sit(world.leila).page
    assert "Kommer du till gruppen?" in leila.text
    assert [e.get("lang") for e in leila.one("h1").iter() if e.get("lang")] == ["fi"]
    own_words = [e for e in leila.all("li", lang="fi") if "Juomme kahvia" in "".join(e.itertext())]
    assert len(own_words) == 1


def test_words_left_out_leave_no_empty_rows(sit, world, session, group):
    bare = put_meeting(session, group, WEDNESDAY, what="", bring="", how_to_get_there="", address="")
    page = sit(world.aino, bare).page
    assert len(page.all("ul", class_="rows")[0]) == 1
    assert "Näytä kartalla" not in page.links()


def test_a_person_without_a_group_is_told_so(visit, world):
    assert visit(world.eeva, "/events").text == "Nyt ei ole tapaamisia."


def pictures(element) -> list[str]:
    """The concepts whose pictures stand in this element."""
    return [e.get("src").rsplit("/", 1)[1].removesuffix(".svg") for e in element.iter() if "/pictograms/" in (e.get("src") or "")]


def test_each_meeting_in_the_list_has_its_own_picture(visit, world, session, group, meeting):
    put_meeting(session, group, WEDNESDAY + timedelta(days=2), title="Vierailu leipomoon", picture="company_visit")
    cards = [pictures(card)[0] for card in visit(world.aino, "/events").all("a", class_="event-card")]
    assert cards == ["group", "company_visit"]


def test_the_bus_is_not_the_map_and_who_sees_is_not_the_button_under_it(sit, world):
    page = sit(world.aino).page
    way, who_sees = (next(e for e in page.all("div", class_="row") if said in words(e)) for said in ("Bussi 3", "Kuka näkee?"))
    others = {concept for kind in ("a", "button") for e in page.all(kind) for concept in pictures(e)} - {"nav_listen"}
    assert pictures(way)[0] == "travel_bus"
    assert not {pictures(way)[0], pictures(who_sees)[0]} & others


@pytest.mark.parametrize(
    ("said", "picture"),
    [
        ("Bussi 3 tulee kirjaston eteen.", "travel_bus"),
        ("Ta buss 3 till biblioteket.", "travel_bus"),
        ("Take bus 3.", "travel_bus"),
        ("Kävelemme yhdessä asemalta.", "travel_walk"),
        ("Menemme junalla.", "travel_train"),
        ("Tule bussilla tai kävele.", "how_to_get_there"),
        ("Tapaamme kirjaston ovella kello 9.30.", "how_to_get_there"),
        ("The business park is next to the library.", "how_to_get_there"),
    ],
)
def test_the_way_has_the_picture_of_what_it_names(said, picture):
    assert way_picture(said) == picture
