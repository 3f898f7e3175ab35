"""What is installed elsewhere is whole: the wheel holds every page, picture, migration and language."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_app_reads(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        held = set(opened.namelist())
    read = [
        path.relative_to(ROOT).as_posix()
        for folder in ("templates", "static", "migrations", "pictograms", "interests", "plain_language")
        for path in (ROOT / "selkoapp" / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    catalogues = [f"selkoapp/translations/{language}/LC_MESSAGES/messages.po" for language in ("fi", "sv", "en")]
    assert not [name for name in [*read, *catalogues] if name not in held]
    assert any(name.endswith("licenses/LICENSE") for name in held)
