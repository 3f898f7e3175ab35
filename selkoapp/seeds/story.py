"""Who the named people are and what their fortnight holds. Words only; cast.py puts them into the database.

Days count from today (0); hours are Helsinki's. Messages are in the language of the one who writes and reads.
"""

from typing import NamedTuple


class Who(NamedTuple):
    """One person of the story. Staff have a role other than seeker."""

    key: str
    name: str
    role: str
    picture: str
    language: str = "fi"
    coach: str | None = None
    phone: str = ""
    shown: bool = True


ORGANISATIONS = {"kaari": "Kaari", "silta": "Silta"}

PEOPLE = {
    "kaari": (
        Who("petra", "Petra", "coordinator", "person_i", phone="040 555 0101"),
        Who("simo", "Simo", "coach", "person_g", phone="040 555 0102"),
        Who("sara", "Sara", "coach", "person_h", phone="040 555 0103"),
        Who("aino", "Aino", "seeker", "person_a", coach="simo"),
        Who("mikko", "Mikko", "seeker", "person_b", coach="simo"),
        Who("leila", "Leila", "seeker", "person_c", language="sv", coach="simo"),
        Who("onni", "Onni", "seeker", "person_d", coach="simo"),
        Who("kaisa", "Kaisa", "seeker", "person_e", coach="simo"),
        Who("pekka", "Pekka", "seeker", "person_f", coach="simo", shown=False),
        Who("antti", "Antti", "seeker", "person_j", coach="sara"),
        Who("emilia", "Emilia", "seeker", "person_l", coach="sara"),
        Who("tom", "Tom", "seeker", "person_k", language="en", coach="sara"),
    ),
    "silta": (
        Who("marja", "Marja", "coordinator", "person_l", phone="040 555 0201"),
        Who("kalle", "Kalle", "coach", "person_j", phone="040 555 0202"),
        Who("eeva", "Eeva", "seeker", "person_h", coach="kalle"),
    ),
}


class Circle(NamedTuple):
    """A job-search group: who leads it and who is in it."""

    organisation: str
    name: str
    leads: tuple[str, ...]
    members: tuple[str, ...]


GROUPS = {
    "wednesday": Circle(
        "kaari", "Työnhaku\u00adryhmä", ("sara", "simo"), ("aino", "mikko", "leila", "onni", "kaisa", "pekka", "antti", "emilia")
    ),
    "tuesday": Circle("silta", "Tiistairyhmä", ("kalle",), ("eeva",)),
}


class Meeting(NamedTuple):
    """A meeting of a group. `weekday` is 0 for Monday; `weeks` are the weeks from this one on which it is."""

    group: str
    title: str
    picture: str
    weekday: int
    weeks: tuple[int, ...]
    hours: tuple[str, str]
    place: tuple[str, str]
    what: str
    bring: str = ""
    how: str = ""
    state: str = "planned"


LIBRARY = ("Kirjasto, huone 2", "Vapaudenkatu 39, Jyväskylä")
BY_BUS = "Bussi 3 tulee kirjaston eteen."

MEETINGS = (
    Meeting(
        "wednesday",
        "Työnhaku\u00adryhmä",
        "group",
        2,
        (-1, 0, 1, 2),
        ("14.00", "15.30"),
        LIBRARY,
        "Juomme kahvia. Katsomme työpaikkoja yhdessä.",
        "Ota puhelin mukaan.",
        BY_BUS,
    ),
    Meeting(
        "wednesday",
        "Vierailu leipomoon",
        "company_visit",
        4,
        (1,),
        ("10.00", "11.30"),
        ("Leipomo Vilja", "Myllytie 4, Jyväskylä"),
        "Katsomme leipomon työtä. Voit kysyä siitä.",
        "Laita lämpimät kengät.",
        "Tapaamme kirjaston ovella kello 9.30.",
    ),
    Meeting(
        "wednesday",
        "Hakemuksen tekeminen",
        "application",
        0,
        (1,),
        ("13.00", "14.00"),
        LIBRARY,
        "Teemme työhakemuksen.",
        "",
        BY_BUS,
        "cancelled",
    ),
    Meeting(
        "tuesday",
        "Tiistairyhmä",
        "group",
        1,
        (0, 1),
        ("12.00", "13.30"),
        ("Silta, sali", "Satamakatu 7, Jyväskylä"),
        "Puhumme työstä ja vapaasta ajasta.",
    ),
)

# seeker → (days ago, hour, who writes, text, language), oldest first
THREADS = {
    "aino": (
        (9, "9.10", "simo", "Hei Aino! Olen Simo. Olen sinun valmentajasi.", "fi"),
        (9, "12.40", "aino", "Hei Simo. Kiva.", "fi"),
        (6, "10.05", "simo", "Katsoin sinun toiveitasi. Sinä haluat leipoa. Menemme katsomaan leipomoa.", "fi"),
        (6, "15.20", "aino", "Hienoa! Milloin menemme?", "fi"),
        (1, "9.00", "simo", "Menemme ensi viikolla. Ryhmä tulee myös. Tuletko ryhmään keskiviikkona?", "fi"),
    ),
    "mikko": (
        (5, "10.30", "simo", "Hei Mikko! Nähdään ryhmässä.", "fi"),
        (3, "16.45", "mikko", "En ymmärrä.", "fi"),
    ),
    "leila": (
        (4, "9.30", "simo", "Hej Leila! Hur mår du?", "sv"),
        (4, "11.15", "leila", "Hej Simo! Jag mår bra. Jag vill prova på köksarbete.", "sv"),
        (3, "10.00", "simo", "Vad roligt! Vi pratar om det i gruppen.", "sv"),
        (1, "18.30", "leila", "Kan jag komma till gruppen med taxi?", "sv"),
    ),
    "onni": (
        (2, "13.00", "onni", "Hei. Missä kirjasto on?", "fi"),
        (2, "14.10", "simo", "Kirjasto on Vapaudenkadulla. Bussi 3 menee sinne.", "fi"),
    ),
    "kaisa": ((7, "9.45", "simo", "Hei Kaisa! Tervetuloa ryhmään.", "fi"),),
    "pekka": ((2, "8.20", "pekka", "Olen kipeä. En tule tänään.", "fi"),),
    "antti": (
        (3, "12.00", "sara", "Hei Antti! Miten työ varastossa meni?", "fi"),
        (1, "12.30", "antti", "Hyvin. Pakkasin laatikoita.", "fi"),
    ),
    "tom": (
        (2, "10.00", "sara", "Hi Tom! The group is on Wednesday.", "en"),
        (2, "10.45", "tom", "Thank you. I will come.", "en"),
    ),
    "eeva": ((1, "11.00", "eeva", "Hei Kalle. Haluan hoitaa eläimiä.", "fi"),),
}

# seeker → task → answers, oldest first, all of different days
WISHES = {
    "aino": {
        "sweep_floor": ("maybe",),
        "mop_floor": ("no",),
        "vacuum": ("maybe", "no"),
        "wash_windows": ("no",),
        "wash_laundry": ("maybe",),
        "cook_food": ("yes",),
        "wash_dishes": ("maybe",),
        "bake": ("maybe", "yes"),
        "make_coffee": ("yes",),
        "serve_food": ("no",),
        "walk_dog": ("yes",),
        "feed_animals": ("yes",),
        "groom_horses": ("unknown",),
    },
    "mikko": {"carry_boxes": ("yes",), "pack_boxes": ("yes",), "drive_forklift": ("unknown",), "shovel_snow": ("maybe",)},
    "leila": {
        "cook_food": ("yes",),
        "set_tables": ("yes",),
        "chop_vegetables": ("maybe",),
        "make_sandwiches": ("yes",),
        "wash_dishes": ("no",),
    },
    "kaisa": {"read_to_elderly": ("yes",), "push_wheelchair": ("maybe",), "play_games_elderly": ("yes",)},
    "antti": {"pack_boxes": ("yes",), "label_boxes": ("yes",), "sort_items": ("maybe",), "deliver_parcels": ("no",)},
    "eeva": {"walk_dog": ("yes",), "care_for_cows": ("maybe",)},
}

# seeker → for each sitting: who helped, or "" for nobody; the answers of one turn are one sitting, the pairs the last one
SITTINGS = {
    "aino": ("helper_support_worker", "", ""),
    "mikko": ("coach",),
    "leila": ("",),
    "kaisa": ("helper_family",),
    "antti": ("",),
    "eeva": ("",),
}

# seeker → left, right, what was chosen; all in the last sitting
PAIRS = {
    "aino": (
        ("bake", "cook_food", "left"),
        ("walk_dog", "make_coffee", "left"),
        ("feed_animals", "bake", "right"),
        ("cook_food", "make_coffee", "both"),
        ("walk_dog", "feed_animals", "left"),
        ("bake", "walk_dog", "left"),
    ),
}

# seeker → question → answer; in the last sitting too
CONDITIONS = {
    "aino": {
        "place": "indoors",
        "company": "with_others",
        "sounds": "quiet_place",
        "time_of_day": "morning",
        "movement": "both",
        "day_length": "short_day",
        "days_a_week": "work_days_3",
        "travel": "travel_bus",
        "job_now": "job_none",
    },
    "leila": {"place": "indoors", "time_of_day": "evening", "job_now": "job_have", "job_wish": "job_more_hours"},
}
SKILLS = {
    "aino": {"skill_read": "helped", "skill_clock": "self", "skill_money": "learn", "work_together": "self"},
    "mikko": {"follow_instructions": "helped", "work_together": "self", "skill_read": "no"},
}
OWN_WISHES = {"aino": ("Haluan työhön kahvilaan.", "fi"), "leila": ("Jag vill jobba i ett café vid havet.", "sv")}

# seeker → (picture, sentence, language, in so many days, who does it)
NEXT_STEPS = {
    "aino": ("company_visit", "Menemme katsomaan leipomoa.", "fi", 8, "simo"),
    "leila": ("meeting", "Vi pratar om köksarbete.", "sv", 3, "simo"),
    "antti": ("interview", "Menet haastatteluun varastoon.", "fi", 5, "antti"),
}

# seeker → comes to the next weekly meeting?
COMES = {"mikko": True, "leila": True, "kaisa": True, "pekka": False, "antti": True, "emilia": True}
