"""What people and programs may send by mistake or on purpose: never a 500, never a word of it stored that no database takes."""

import pytest

from tests.rules.test_access_matrix import walk  # noqa: F401 (a fixture)
from tests.visit import HOST, SAME_ORIGIN

NASTY = [
    "\ud800",
    "a\0b",
    "x" * 600_000,
    "9223372036854775808",
    "²",
    "2026-02-30",
    "' OR 1=1 --",
    "<img src=x onerror=1>",
    "\u202e",
    "",
]
FIELDS = (
    "text",
    "key",
    "made",
    "value",
    "coming",
    "shown",
    "whose",
    "choice",
    "token",
    "up_to",
    "day",
    "starts",
    "ends",
    "group",
    "name",
    "members",
    "people",
    "picture",
    "who",
    "title",
    "login",
    "password",
    "answer",
    "was_me",
    "place_name",
    "what",
    "language",
)
PATHS = (
    "/messages/9223372036854775808",
    "/events/9223372036854775808",
    "/events/not-a-uuid",
    "/wishes/work?page=abc",
    "/wishes/work?page=²",
    "/events?page=-1",
    "/events?page=9223372036854775808",
    "/messages?before=abc",
    "/messages?before=%00",
    "/wishes/%00/x",
    "/wishes/sector_kitchen/%F0%9F%92%A9",
    "/coach/threads/1",
    "/k/%ed%a0%80",
    "/k/" + "x" * 2000,
    "/static/0/../../settings.py",
    "/staff?next=//evil.example",
    "/staff?next=https://[",
    "/settings/%2e%2e",
    "/welcome/none",
    "/pictograms/0/colour/x.svg",
)


def encoded(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("path", PATHS)
def test_no_address_breaks_a_page(path, browser, world):
    for who in (None, world.aino, world.simo):
        answer = browser(who).raw("GET", path)
        assert answer.status_code < 500, f"{who} {path}"
        assert "evil.example" not in answer.headers.get("Location", "")


@pytest.mark.parametrize("word", NASTY, ids=[repr(w[:12]) for w in NASTY])
def test_no_field_breaks_a_press(word, walk):  # noqa: F811
    for rule, method in walk.rules:
        if method != "POST":
            continue
        for role in ("anyone", "seeker", "coach", "coordinator"):
            body = b"&".join(name.encode() + b"=" + quoted(encoded(word)) for name in fields_for(word))
            answer = walk.clients[role]().post(
                walk.address(rule, "own"), base_url=HOST, headers=SAME_ORIGIN, data=body,
                content_type="application/x-www-form-urlencoded",
            )  # fmt: skip
            assert answer.status_code < 500, f"{role} {rule.rule}: {answer.status_code}"
    stored = repr(walk.rows())
    assert "\\x00" not in stored and "\\ud800" not in stored


def fields_for(word: str) -> tuple[str, ...]:
    """One field for a huge word: the body's own limit would stop more of them."""
    return FIELDS[:1] if len(word) > 10_000 else FIELDS


def quoted(raw: bytes) -> bytes:
    return b"".join(b"%%%02X" % byte for byte in raw) if len(raw) < 10_000 else raw


def test_an_unknown_host_is_refused(app):
    answer = app.test_client().get("/", base_url="https://evil.example")
    assert answer.status_code == 400 and "evil" not in answer.text


def test_a_body_over_the_limit_is_told_in_plain_words(browser, world):
    answer = browser(world.aino).raw("POST", "/messages", data={"text": "x" * 1_200_000})
    assert answer.status_code == 413 and "liian iso" in answer.text
