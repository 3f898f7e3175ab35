"""Rules of the house that a machine can check in its source."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from selkoapp.settings import Settings, WeakSetting, from_environment

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "selkoapp").rglob("*.py"))
MIGRATIONS = ROOT / "selkoapp" / "migrations"
TEMPLATES = sorted((ROOT / "selkoapp" / "templates").rglob("*.html"))
LONGEST_FILE, LONGEST_VIEW = 300, 30  # lines


def calls(path: Path, name: str) -> list[int]:
    """The lines on which a method of this name is called."""
    tree = ast.parse(path.read_text("utf-8"))
    return [
        n.lineno for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.func.attr == name
    ]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_commit_stands_only_where_it_may():
    wrong = [
        f"{short(p)}:{line}" for p in SOURCES if p.name != "views.py" and "cli" not in p.parts for line in calls(p, "commit")
    ]
    assert not wrong, f"commit() belongs into views.py and cli: {wrong}"


def test_only_settings_read_the_environment():
    wrong = [short(p) for p in SOURCES if p.name != "settings.py" and re.search(r"os\.environ|getenv", p.read_text("utf-8"))]
    assert not [w for w in wrong if not w.startswith("selkoapp/cli")], wrong


def test_only_the_clock_reads_the_clock():
    told = re.compile(r"datetime\.(now|today|utcnow)\(|date\.today\(|time\.time\(\)")
    wrong = [short(p) for p in SOURCES if p.name != "clock.py" and told.search(p.read_text("utf-8"))]
    assert not wrong, f"Ask kernel.clock instead: {wrong}"


def test_nothing_is_caught_too_widely():
    wrong = [
        f"{short(p)}:{n.lineno}"
        for p in SOURCES
        for n in ast.walk(ast.parse(p.read_text("utf-8")))
        if isinstance(n, ast.ExceptHandler) and (n.type is None or (isinstance(n.type, ast.Name) and n.type.id == "Exception"))
    ]
    assert not wrong, f"Name what can go wrong: {wrong}"


def test_templates_hold_no_inline_script_style_or_safe():
    told = re.compile(r'\sstyle="|\son[a-z]+="|\|\s*safe|<script(?![^>]*src=)|<style')
    wrong = [f"{short(p)}: {m.group()}" for p in TEMPLATES for m in told.finditer(p.read_text("utf-8"))]
    assert not wrong, wrong


def test_templates_ask_nobody_for_their_role():
    wrong = [short(p) for p in TEMPLATES if re.search(r"\.role\s*(==|in\b|!=)", p.read_text("utf-8"))]
    assert not wrong, f"A view decides, not a template: {wrong}"


def test_files_and_views_are_short():
    long_files = [
        f"{short(p)}: {n}"
        for p in SOURCES + TEMPLATES
        if MIGRATIONS not in p.parents and (n := len(p.read_text("utf-8").splitlines())) > LONGEST_FILE
    ]
    assert not long_files, f"Split: {long_files}"
    long_views = [
        f"{short(p)}:{n.name} ({n.end_lineno - n.lineno})"
        for p in SOURCES
        if p.name == "views.py"
        for n in ast.walk(ast.parse(p.read_text("utf-8")))
        if isinstance(n, ast.FunctionDef) and n.end_lineno - n.lineno > LONGEST_VIEW
    ]
    assert not long_views, f"A view is six moves: {long_views}"


def test_every_setting_is_documented():
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [name for name in Settings.__dataclass_fields__ if f"SELKO_{name.upper()}" not in readme]
    assert not missing, f"README's table of settings lacks {missing}"


@pytest.mark.parametrize(
    "environ", [{}, {"SELKO_SECRET_KEY": "dev"}, {"SELKO_MODE": "debug"}, {"SELKO_SECRET_KEY": "s" * 32, "SELKO_HOSTS": ","}]
)
def test_weak_settings_do_not_start(environ):
    with pytest.raises(WeakSetting):
        from_environment(environ)


def run_contracts(config: Path) -> subprocess.CompletedProcess:
    lint = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([lint, "--config", config, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)


def test_import_contracts_hold():
    done = run_contracts(ROOT / "pyproject.toml")
    assert done.returncode == 0, done.stdout


def test_import_contracts_can_fail(tmp_path):
    """Turned upside down, the floors must break: else the contract checks nothing."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    upside_down = text.replace('"selkoapp.kernel",\n    "selkoapp.settings",', '"selkoapp.settings",').replace(
        "layers = [\n", 'layers = [\n    "selkoapp.kernel",\n'
    )
    assert upside_down != text
    config = tmp_path / "pyproject.toml"
    config.write_text(upside_down, "utf-8")
    done = run_contracts(config)
    assert done.returncode != 0 and "BROKEN" in done.stdout
