"""A good plan of a meeting, what can be wrong with one, and the sentence for each fault."""

from tests.visit import Page, words

NEW = "/coach/events/new"
TIME = {"day", "starts", "ends"}
GOOD = {
    "title": "Vierailu leipomoon",
    "day": "2026-12-04",
    "starts": "10.00",
    "ends": "11:30",
    "place_name": "Leipomo Vilja",
    "address": "Myllytie 4",
    "what": "Katsomme leipomon työtä.",
    "bring": "Laita lämpimät kengät.",
    "how_to_get_there": "Tapaamme kirjaston ovella kello 9.30.",
    "picture": "company_visit",
    "language": "fi",
}

EMPTY = {
    "group": "Valitse ryhmä.",
    "day": "Valitse päivä.",
    "starts": "Kirjoita alkamisaika, esimerkiksi 14.00.",
    "ends": "Kirjoita päättymisaika, esimerkiksi 15.30.",
    "title": "Kirjoita tapaamisen nimi.",
    "place_name": "Kirjoita paikka.",
    "what": "Kirjoita, mitä siellä tehdään.",
}
PAST, GONE = "Tämä päivä on jo mennyt. Valitse tuleva päivä.", "Tämä aika on jo mennyt. Valitse tuleva aika."
SKIPPED = "Tätä kellonaikaa ei ole tänä päivänä. Kelloja siirretään."
BACKWARDS = "Tapaaminen päättyy ennen kuin se alkaa. Korjaa aika."
NO_DAY = "Tätä päivää ei ole."
LONG = "Teksti on liian pitkä. Siihen mahtuu {} kirjainta."
WRONG = [
    *(({field: ""}, sentence) for field, sentence in EMPTY.items()),
    *(({field: " \n\t "}, EMPTY[field]) for field in ("title", "place_name", "what")),
    *(({"day": odd}, NO_DAY) for odd in ("2026-02-30", "30.2.2027", "huomenna", "2026\0", "9" * 5000, "2026-13-01")),
    *(({"starts": odd}, EMPTY["starts"]) for odd in ("25.00", "12.60", "kaksi", "\0", "-1.00")),
    ({"ends": "24.00"}, EMPTY["ends"]),
    ({"day": "2026-11-23"}, PAST),
    ({"day": "0001-01-01", "starts": "0.10"}, PAST),
    ({"day": "2026-11-24", "starts": "7.00", "ends": "9.00"}, GONE),
    ({"starts": "11.30"}, BACKWARDS),
    ({"starts": "12.00"}, BACKWARDS),
    ({"day": "2027-03-28", "starts": "3.30", "ends": "5.00"}, SKIPPED),
    ({"day": "2027-03-28", "starts": "2.30", "ends": "3.59"}, SKIPPED),
    ({"title": "ä" * 61}, LONG.format(60)),
    *(({field: "ä" * 121}, LONG.format(120)) for field in ("place_name", "address", "bring")),
    *(({field: "ä" * 401}, LONG.format(400)) for field in ("what", "how_to_get_there")),
    ({"picture": "<script>"}, "Valitse kuva."),
    ({"language": "de"}, "Valitse kieli."),
    ({"group": "01900000-0000-7000-8000-00000000dead"}, "Valitse ryhmä."),
    ({"group": "1 OR 1=1"}, "Valitse ryhmä."),
]


def wrongs(page: Page) -> list[str]:
    """The sentences beside the fields."""
    return [words(error) for error in page.all("p", class_="field-error")]
