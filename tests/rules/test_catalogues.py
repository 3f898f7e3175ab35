"""The catalogues are checked like code: they hold what the code says, in every language, nothing missing."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from jinja2 import Environment, nodes

from selkoapp.kernel.i18n import LANGUAGES
from tests.rules.catalogues import PLACEHOLDER, ROOT, TRANSLATIONS, catalogue, extract, forms, key, parsed

# How many of a call's first arguments are texts.
TRANSLATORS = {
    "_": 1,
    "_l": 1,
    "gettext": 1,
    "lazy_gettext": 1,
    "ngettext": 2,
    "lazy_ngettext": 2,
    "pgettext": 2,
    "npgettext": 3,
}
HOW = "Translate it and run the extraction again."
PIECED = "is not a plain string. Write the whole sentence, with %(name)s for what changes."


def faults(folder: Path, language: str) -> list[str]:
    """What is wrong with the catalogue of a language, each fault with what to do about it."""
    wanted = {key(entry) for entry in parsed(folder / "messages.pot")}
    entries = catalogue(language, folder)
    live = [entry for entry in entries if not entry.obsolete]
    said = {key(entry) for entry in live}
    found = [f"{text!r} is missing. {HOW}" for _ctx, text, _plural in wanted - said]
    found += [f"{text!r} is no longer in the code. Remove it." for _ctx, text, _plural in said - wanted]
    found += [f"{entry.msgid!r} is obsolete. Remove it." for entry in entries if entry.obsolete]
    found += [f"{entry.msgid!r} {fault}" for entry in live for fault in entry_faults(entry)]
    return [f"{language}: {fault}" for fault in found]


def entry_faults(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield "is fuzzy. Read the translation, mend it and take the mark away."
    asked = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    for text in forms(entry):
        said = set(PLACEHOLDER.findall(text))
        # "1" may be said as a word, so a plural form can do without the number.
        if not text:
            yield f"has no translation. {HOW}"
        elif said - asked or (asked - said) - ({"%(num)s", "%(num)d"} if entry.msgid_plural else set()):
            yield f"has the places {sorted(said)}, the code gives {sorted(asked)}. Use the same ones."
        elif margins(text) != margins(entry.msgid):
            yield "begins or ends with other spaces than the code's. Make them the same."


def margins(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def python_calls(source: str) -> Iterator[tuple[int, str]]:
    """Line and fault of every call of a translator whose text is not a plain string."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
            texts = node.args[: TRANSLATORS[node.func.id]]
            if not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                yield node.lineno, PIECED
        elif getattr(node.func, "attr", "") == "format" and is_translated(node.func.value):
            yield node.lineno, "is filled in with format(). Give the value to the translator as name=value."


def is_translated(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS


def template_calls(source: str) -> Iterator[tuple[int, str]]:
    """The same for a template."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"], autoescape=True).parse(source)
    for call in tree.find_all(nodes.Call):
        count = TRANSLATORS.get(call.node.name, 0) if isinstance(call.node, nodes.Name) else 0
        if not all(isinstance(text, nodes.Const) for text in call.args[:count]):
            yield call.lineno, PIECED


@pytest.fixture(scope="module")
def fresh(tmp_path_factory) -> polib.POFile:
    return extract(tmp_path_factory.mktemp("extracted") / "messages.pot")


def test_the_template_holds_what_the_code_says(fresh):
    template = parsed(TRANSLATIONS / "messages.pot")
    missing = {key(entry) for entry in fresh} - {key(entry) for entry in template}
    gone = {key(entry) for entry in template} - {key(entry) for entry in fresh}
    assert not missing, f"Extract again, these are new: {sorted(missing)}"
    assert not gone, f"Extract again, these are gone: {sorted(gone)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_shows_only_when_it_is_whole(language):
    assert faults(TRANSLATIONS, language) == []


def test_every_catalogue_is_offered_and_every_offered_language_has_one():
    folders = {path.parent.parent.name for path in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")}
    assert folders == set(LANGUAGES)


def test_all_languages_say_the_same_things():
    first, *others = ({key(entry) for entry in catalogue(language)} for language in LANGUAGES)
    assert all(other == first for other in others)


def test_python_gives_whole_sentences_to_the_translators():
    found = [
        f"{path.relative_to(ROOT)}:{line}: the text {fault}"
        for path in sorted((ROOT / "selkoapp").rglob("*.py"))
        for line, fault in python_calls(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_templates_give_whole_sentences_to_the_translators():
    found = [
        f"{path.relative_to(ROOT)}:{line}: the text {fault}"
        for path in sorted((ROOT / "selkoapp" / "templates").rglob("*.html"))
        for line, fault in template_calls(path.read_text(encoding="utf-8"))
    ]
    assert found == []


# The checks themselves: each catches a planted fault, and only that.


@pytest.fixture
def small(tmp_path) -> Path:
    """A whole catalogue of three strings in a folder of its own."""
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    empty = 'msgid "Yes"\nmsgstr ""\n\nmsgid "%(name)s has read it."\nmsgstr ""\n\n'
    many = 'msgid "%(num)d picture"\nmsgid_plural "%(num)d pictures"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    (tmp_path / "messages.pot").write_text(header + empty + many, encoding="utf-8")
    told = empty.replace('""', '"Kyllä"', 1).replace('""', '"%(name)s on lukenut sen."')
    counted = many.replace('[0] ""', '[0] "Yksi kuva"').replace('[1] ""', '[1] "%(num)d kuvaa"')
    home = tmp_path / "fi" / "LC_MESSAGES"
    home.mkdir(parents=True)
    (home / "messages.po").write_text(header + told + counted, encoding="utf-8")
    return tmp_path


def test_a_whole_catalogue_has_no_fault(small):
    assert faults(small, "fi") == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Kyllä"', '""', "no translation"),
        ('msgid "Yes"\nmsgstr "Kyllä"\n', "", "is missing"),
        ('msgid "Yes"', '#, fuzzy\nmsgid "Yes"', "is fuzzy"),
        ('"Kyllä"', '"Kyllä"\n\n#~ msgid "No"\n#~ msgstr "Ei"', "is obsolete"),
        ('"Kyllä"', '"Kyllä"\n\nmsgid "No"\nmsgstr "Ei"', "no longer in the code"),
        ('"%(name)s on lukenut sen."', '"%(nimi)s on lukenut sen."', "has the places"),
        ('"%(name)s on lukenut sen."', '"Hän on lukenut sen."', "has the places"),
        ('"%(num)d kuvaa"', '"%(count)d kuvaa"', "has the places"),
        ('"%(num)d kuvaa"', '""', "no translation"),
        ('"Kyllä"', '"Kyllä "', "other spaces"),
        ('"Kyllä"', '" Kyllä"', "other spaces"),
    ],
)
def test_a_broken_catalogue_is_caught(small, old, new, words):
    file = small / "fi" / "LC_MESSAGES" / "messages.po"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    (fault,) = faults(small, "fi")
    assert words in fault


def test_a_new_string_in_the_code_is_caught(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "selkoapp" / "templates").mkdir(parents=True)
    (tmp_path / "selkoapp" / "rooms.py").write_text('_("Good morning")\n_l("Good night")\n', encoding="utf-8")
    (tmp_path / "selkoapp" / "templates" / "page.html").write_text('{{ _("Hello") }}', encoding="utf-8")
    found = {entry.msgid for entry in extract(tmp_path / "messages.pot", tmp_path)}
    assert found == {"Good morning", "Good night", "Hello"}


@pytest.mark.parametrize(
    "source",
    [
        '_(f"Hello {name}")',
        '_("Hello " + name)',
        '_("Hello {}".format(name))',
        '_("Hello %s" % name)',
        '_("Hello {}").format(name)',
        "_l(greeting)",
        'ngettext("one", f"{count} many", count)',
    ],
)
def test_a_pieced_sentence_in_python_is_caught(source):
    assert len(list(python_calls(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '{{ _("Hello " ~ name) }}',
        '{{ _("Hello %s" % name) }}',
        '{{ _("Hello {}".format(name)) }}',
        "{{ _(hello) }}",
    ],
)
def test_a_pieced_sentence_in_a_template_is_caught(source):
    assert len(list(template_calls(source))) == 1


def test_a_whole_sentence_is_let_through():
    assert not list(python_calls('_("Hello %(name)s", name=name)'))
    assert not list(python_calls('ngettext("%(num)d card", "%(num)d cards", count)'))
    assert not list(template_calls('{{ _("Hello %(name)s", name=name) }}'))
    assert not list(template_calls('{{ ngettext("%(num)d card", "%(num)d cards", count) }}'))
