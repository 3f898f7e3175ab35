"""Scripts stay small and at home, and the style page shows every component."""

import re
from pathlib import Path

import pytest

from selkoapp.kernel.assets import Shelf

APP = Path(__file__).parents[2] / "selkoapp"
SCRIPTS = sorted((APP / "static" / "js").rglob("*.js"))
MODULES = {path.stem for path in SCRIPTS if path.parent.name == "modules"}
TEMPLATES = sorted((APP / "templates").rglob("*.html"))
MOST = 12_000  # bytes after brotli, all scripts together
NEVER = {
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write": "words of people become elements",
    r"\beval\b|new Function|set(Timeout|Interval)\(\s*[\"'`]": "text becomes program",
    r"\.style\b|cssText": "inline style: use a class",
    r"[\"'`](https?:)?//": "another site is asked",
    r"[\"'`].*\s// .*[\"'`]|[\"'`].*/\*.*[\"'`]": "kernel/assets.py would take it for a comment",
    r"localStorage|sessionStorage|document\.cookie": "something stays on a shared device",
}
# A coach's half-written reply stays in its tab until the coach logs out; no page of a seeker loads these two.
MAY_KEEP = {"draft", "forget"}


def named_modules() -> set[str]:
    """Every module that a template asks for, by data-module="…" or by a macro's module="…"."""
    found = re.compile(r'module="([a-z_ ]+)"')
    return {name for path in TEMPLATES for names in found.findall(path.read_text("utf-8")) for name in names.split()}


def test_all_scripts_together_are_small():
    sizes = {name: len(asset.encoded["br"]) for name, asset in Shelf().files.items() if name.endswith(".js")}
    assert sum(sizes.values()) <= MOST, f"{sum(sizes.values())} bytes: {sizes}"


def test_every_module_that_a_page_names_exists_and_every_module_is_used():
    assert named_modules() == MODULES


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_why_it_is_there_and_does_nothing_dangerous(script):
    text = script.read_text("utf-8")
    assert text.startswith("/* "), "Begin with a comment that says why"
    wrong = [
        f"{found.group()}: {why}"
        for told, why in NEVER.items()
        for found in re.finditer(told, text)
        if not (found.group() == "sessionStorage" and script.stem in MAY_KEEP)
    ]
    assert not wrong, wrong


def test_the_style_page_shows_every_component(browser):
    page = browser().get("/style")
    assert page.h1 == "Kaikki osat"
    shown = "".join(path.read_text("utf-8") for path in TEMPLATES if path.parent.name == "style")
    missing = [path.name for path in TEMPLATES if path.parent.name == "components" and f"components/{path.name}" not in shown]
    assert not missing, f"Show them on the style page: {missing}"
