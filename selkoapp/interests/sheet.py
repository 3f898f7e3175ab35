"""The wishes on paper: one A4 page as a tagged PDF (PDF/UA-1) with pictures and words, and no score.

It knows no person and no database: it is handed pictures and finished words, and gives back the PDF.
"""

import base64
import json
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from selkoapp.kernel.faults import Busy

WISHES_ON_SHEET = 5
FONTS = ("Source Sans Pro", "Libertinus Serif")
"""The first stands in fonts/ and has nearly all Latin, Greek and Cyrillic letters; the second, inside typst, has the rest."""

AT_ONCE = 2  # sheets being set at the same time; each takes a core and some 100 MB
TURN, PATIENCE = 15.0, 20.0  # seconds to wait for the sheets of others, and for one's own

_JPEG = b"\xff\xd8\xff"
_SOFT_HYPHEN = "\u00ad"
_UNDRAWABLE = re.compile(
    "[^ -~\u00a0-\u024f\u0259\u02bc\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff"
    "\u0400-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2015\u2018-\u201f\u2022\u2026\u2032\u2033\u2039\u203a\u20ac]"
)


class Shown(NamedTuple):
    """A picture and the words that stand with it. The picture is an SVG without text, or a JPEG photograph."""

    picture: bytes
    words: str


class SkillGroup(NamedTuple):
    """Skills under what was said of them: "Osaan itse"."""

    heading: str
    shown: Sequence[Shown]


class Change(NamedTuple):
    """A task whose answer is another than before. `before` and `now` are sentences: "Ennen: ehkä.", "Nyt: kyllä."."""

    task: Shown
    before: Shown
    now: Shown


class Headings(NamedTuple):
    """The sheet's own words, in the language of its owner: see sheet_words.headings."""

    title: str
    picture: str
    wishes: str
    conditions: str
    skills: str
    changes: str
    who_sees: str
    credit: str


class SheetContent(NamedTuple):
    """All that stands on the sheet. `language` is that of every word on it ("fi", "sv" or "en").

    `owner` is the person's own picture and name. `wishes` come in the order in which they are wanted; only the first
    five are shown, and `no_wishes` when there are none. `made` is the sentence that tells the day, `made_at` (aware)
    the same for the file. `seen` is the picture for "Kuka näkee?" with who it is.
    """

    language: str
    headings: Headings
    owner: Shown
    made: str
    made_at: datetime
    wishes: Sequence[Shown]
    no_wishes: Shown
    conditions: Sequence[Shown]
    skills: Sequence[SkillGroup]
    changes: Sequence[Change]
    seen: Shown


_TYPESETTER = (sys.executable, "-P", "-m", "selkoapp.interests.typesetter")
_turns = threading.BoundedSemaphore(AT_ONCE)


def make_sheet(content: SheetContent) -> bytes:
    """The sheet as a PDF of one page. Pictures and words get smaller when there are many; what is still too much
    (more than 9 conditions, 12 skills and 4 changes beside five wishes) goes on a second page.

    Letters other than Latin, Greek and Cyrillic, and emoji, are left out: no font here has them.
    Busy when too many sheets are asked for at once. CalledProcessError, without the words, when it can't be set.
    """
    if not _turns.acquire(timeout=TURN):
        raise Busy
    try:
        return _set(json.dumps(_told(content)).encode())
    finally:
        _turns.release()


def _set(told: bytes) -> bytes:
    try:
        return subprocess.run(  # noqa: S603 - no text among its arguments
            _TYPESETTER,
            input=told,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold what a person wrote
            timeout=PATIENCE,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ).stdout
    except subprocess.TimeoutExpired:
        raise Busy from None


def _told(content: SheetContent) -> dict[str, Any]:
    """The content as sheet.typ reads it."""
    picture_word = content.headings.picture

    def shown(each: Shown) -> dict[str, str]:
        words = _drawable(each.words)
        return {"svg": _svg(each.picture), "words": words, "alt": f"{picture_word}: {words}".replace(_SOFT_HYPHEN, "")}

    return {
        "fonts": FONTS,
        "language": content.language,
        "title": f"{content.headings.title}: {_drawable(content.owner.words)}",
        "headings": content.headings._asdict(),
        "owner": shown(content.owner),
        "made": content.made,
        "made_at": int(content.made_at.timestamp()),
        "wishes": [shown(each) for each in content.wishes[:WISHES_ON_SHEET]],
        "no_wishes": shown(content.no_wishes),
        "conditions": [shown(each) for each in content.conditions],
        "skills": [{"heading": group.heading, "shown": [shown(each) for each in group.shown]} for group in content.skills],
        "changes": [{part: shown(each) for part, each in change._asdict().items()} for change in content.changes],
        "seen": shown(content.seen),
    }


def _drawable(words: str) -> str:
    """The words without what no font here has: PDF/UA forbids a box in place of a letter."""
    return re.sub(" +", " ", _UNDRAWABLE.sub("", words)).strip()


def _svg(picture: bytes) -> str:
    """The picture as SVG text; a photograph is framed in one, cut to a square."""
    if not picture.startswith(_JPEG):
        return picture.decode()
    address = f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">'
        f'<image width="72" height="72" preserveAspectRatio="xMidYMid slice" href="{address}"/></svg>'
    )
