"""The checked page: the only way in which tests fetch HTML.

Each page that a test opens is held against the house's rules; a failure says what to do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
HOST = "https://localhost"
NS = "{http://www.w3.org/1999/xhtml}"


def tag(element: Element) -> str:
    return element.tag.removeprefix(NS) if isinstance(element.tag, str) else ""


def words(element: Element) -> str:
    """The text of an element as a person reads it, without the word of its listen links."""
    return re.sub(r"\s+", " ", "".join(_read(element))).strip()


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if "listen" not in (inner.get("class") or "").split():
            yield from _read(inner)
        yield inner.tail or ""


@dataclass
class Page:
    """One fetched page and its parsed tree."""

    response: TestResponse
    path: str
    problems: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        return self.response.status_code

    @cached_property
    def html(self) -> str:
        return self.response.get_data(as_text=True)

    @cached_property
    def tree(self) -> Element:
        parser = html5lib.HTMLParser(strict=False)
        tree = parser.parse(self.html)
        self.problems += [f"HTML error {code} at {where}: mend the markup" for where, code, _ in parser.errors]
        return tree

    def all(self, name: str, **attributes: str) -> list[Element]:
        """Every element with this tag and these attributes (class_ and for_ lose their underscore)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [e for e in self.tree.iter(NS + name) if all(self._has(e, k, v) for k, v in wanted.items())]

    @staticmethod
    def _has(element: Element, key: str, value: str) -> bool:
        found = element.get(key)
        return found is not None and (value in found.split() if key == "class" else found == value)

    def one(self, name: str, **attributes: str) -> Element:
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{self.path}: {len(found)} of <{name} {attributes}> where one was expected"
        return found[0]

    @property
    def h1(self) -> str:
        return words(self.one("h1"))

    @property
    def text(self) -> str:
        """The words inside main, as read."""
        return words(self.one("main"))

    def buttons(self) -> list[str]:
        return [words(b) for b in self.all("button")]

    def links(self) -> dict[str, str]:
        """Words of each link → its address."""
        return {words(a): a.get("href", "") for a in self.all("a")}

    def form(self, action: str) -> dict[str, str]:
        """The named fields of the form that posts to this address, with their values."""
        form = next((f for f in self.all("form") if f.get("action") == action), None)
        assert form is not None, f"{self.path}: no form posts to {action}"
        found = {}
        for e in form.iter():
            name = e.get("name")
            if not name or tag(e) == "button" or (e.get("type") in ("radio", "checkbox") and e.get("checked") is None):
                continue
            found[name] = words(e) if tag(e) == "textarea" else e.get("value", "")
        return found


def check(page: Page, language: str | None) -> None:
    """Hold the page against the rules of the house; raise AssertionError with everything that needs mending."""
    tree, wrong = page.tree, page.problems
    root = next(tree.iter(NS + "html"), tree)
    heads = page.all("h1")
    if len(heads) != 1:
        wrong.append(f"{len(heads)} h1: a page has exactly one")
    title = words(next(tree.iter(NS + "title")))
    if heads and not title.startswith(words(heads[0])):
        wrong.append(f"the title “{title}” must start with the h1 “{words(heads[0])}”")
    if root.get("lang") not in ("fi", "sv", "en") or (language and root.get("lang") != language):
        wrong.append(f"lang is {root.get('lang')}, not the chosen {language}")
    if len(page.all("main")) != 1:
        wrong.append("a page has exactly one main")
    _check_ids(tree, wrong)
    _check_pictures_and_fields(tree, wrong)
    _check_no_inline(tree, wrong)
    assert not wrong, f"{page.path}:\n  " + "\n  ".join(dict.fromkeys(wrong))


def _check_ids(tree: Element, wrong: list[str]) -> None:
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    wrong += [f"id “{i}” stands {ids.count(i)} times: make ids unique" for i in sorted(set(ids)) if ids.count(i) > 1]
    for e in tree.iter():
        for name in ("aria-describedby", "aria-labelledby", "for", "aria-controls"):
            wrong += [f"{name} points to “{i}”, which is not on the page" for i in (e.get(name) or "").split() if i not in ids]
        if tag(e) == "a" and (e.get("href") or "").startswith("#") and e.get("href") != "#" and e.get("href")[1:] not in ids:
            wrong.append(f"the link {e.get('href')} leads nowhere")


def _check_pictures_and_fields(tree: Element, wrong: list[str]) -> None:
    labelled = {e.get("for") for e in tree.iter(NS + "label")} | {
        inner.get("id") for e in tree.iter(NS + "label") for inner in e.iter() if inner.get("id")
    }
    inside = {id(inner) for e in tree.iter(NS + "label") for inner in e.iter()}
    for e in tree.iter():
        kind = tag(e)
        if kind == "img" and e.get("alt") is None:
            wrong.append(f'img {e.get("src")} has no alt: give alt="" beside a word')
        asks = kind in ("input", "textarea", "select") and e.get("type") != "hidden"
        if asks and e.get("id") not in labelled and id(e) not in inside and not e.get("aria-labelledby"):
            wrong.append(f"the field “{e.get('name')}” has no label")
        if kind == "form" and (not e.get("action") or e.get("method") not in ("post", "get")):
            wrong.append("a form needs action and method")
        if kind in ("button", "a") and not words(e):
            wrong.append(f"a {kind} without a word: every icon has a word")
        if kind == "a" and not e.get("href"):
            wrong.append(f"the link “{words(e)}” has no address: use a button or leave it out")


def _check_no_inline(tree: Element, wrong: list[str]) -> None:
    for e in tree.iter():
        kind = tag(e)
        if e.get("style") is not None or kind == "style":
            wrong.append(f"inline style on <{kind}>: use a class")
        if kind == "script" and (not e.get("src") or words(e)):
            wrong.append("inline script: put it into static/js")
        wrong += [f"handler {name} on <{kind}>: use data-module" for name in e.attrib if name.startswith("on")]
        for name in ("src", "href", "action"):
            value = e.get(name) or ""
            if name != "href" and re.match(r"(https?:)?//", value) or (kind == "link" and value.startswith("http")):
                wrong.append(f"{name}={value} asks another site: fonts, pictures and scripts are ours")


class Browser:
    """One person's browser in a test: keeps its cookie, follows presses, opens only checked pages."""

    def __init__(self, client: FlaskClient, token: str | None = None, language: str | None = None):
        self.client = client
        self.language = language
        if token:
            client.set_cookie("__Host-sid", token, domain="localhost", secure=True, httponly=True, path="/")

    def get(self, path: str, status: int = 200, **headers: str) -> Page:
        """Open a page and check it; redirects are followed."""
        response = self.client.get(path, base_url=HOST, follow_redirects=True, headers=headers)
        return self._checked(response, path, status)

    def post(self, path: str, fields: dict | None = None, status: int = 200, follow: bool = True) -> Page:
        """Press a button: post these fields as a page of ours would, then check where it led."""
        response = self.client.post(path, data=fields or {}, base_url=HOST, follow_redirects=follow, headers=SAME_ORIGIN)
        return self._checked(response, path, status) if follow else Page(response, path)

    def press(self, page: Page, action: str, status: int = 200, follow: bool = True, **fields: str) -> Page:
        """Fill in the form on the page that posts to `action`, and send it."""
        return self.post(action, page.form(action) | fields, status, follow)

    def raw(self, method: str, path: str, **about) -> TestResponse:
        """A request as it is, unchecked."""
        headers = SAME_ORIGIN | about.pop("headers", {})
        return self.client.open(path, method=method, base_url=HOST, headers=headers, **about)

    def _checked(self, response: TestResponse, path: str, status: int) -> Page:
        page = Page(response, path)
        assert response.status_code == status, f"{path}: {response.status_code}, not {status}\n{page.html[:2000]}"
        if response.mimetype == "text/html":
            check(page, self.language)
        return page
