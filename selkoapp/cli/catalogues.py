"""`selko catalogues`: strings from the source into the three catalogues. Translations are kept; English fills itself."""

import tomllib
from argparse import Namespace
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from selkoapp.kernel.i18n import LANGUAGES

ROOT = Path(__file__).parents[2]
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
WIDTH = 100


def extract(root: Path = ROOT) -> Catalog:
    """Every string of the source, as a template without places: they change with every line."""
    mappings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in mappings]
    options = {m["pattern"]: {k: v for k, v in m.items() if k not in ("pattern", "method")} for m in mappings}
    template = Catalog(charset="utf-8")
    found = extract_from_dir(root, methods, options, KEYWORDS)
    for _file, _line, message, _comments, context in sorted(found, key=lambda each: str(each[2])):
        template.add(message, context=context)
    return template


def update(file: Path, language: str, template: Catalog) -> list[str]:
    """Bring one catalogue in step with the template; returns what has no translation yet."""
    old = read_po(file.open("rb"), locale=language) if file.exists() else Catalog(locale=language)
    new = Catalog(locale=language, charset="utf-8", project="selkoapp", fuzzy=False)
    missing = []
    for message in template:
        if not message.id:
            continue
        known = old.get(message.id, message.context)
        words = known.string if known and known.string and all(known.string if isinstance(known.string, tuple) else [1]) else ""
        if not words and language == "en":
            words = message.id
        if not words:
            missing.append(str(message.id))
        new.add(message.id, words, context=message.context, flags=message.flags - {"fuzzy"})
    with file.open("wb") as written:
        write_po(written, new, width=WIDTH, omit_header=False, sort_output=True)
    return missing


def run(_asked: Namespace) -> int:
    """`selko catalogues`: 1 when something is not translated yet."""
    template, folder, lacking = extract(), ROOT / "translations", 0
    with (folder / "messages.pot").open("wb") as written:
        write_po(written, template, width=WIDTH, omit_header=True, sort_output=True)
    for language in LANGUAGES:
        missing = update(folder / language / "LC_MESSAGES" / "messages.po", language, template)
        lacking += len(missing)
        print(f"{language}: {len(template)} strings, {len(missing)} without translation")
        for text in missing:
            print(f"    {text}")
    return 1 if lacking else 0
