"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket, gone with the tests.

initdb refuses to run as root; then another user runs it.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

OTHERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl: the newest one that Debian installed, or the one on PATH."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).parent if found else None


def other_user() -> str | None:
    """Who runs the server when the tests run as root."""
    if os.geteuid() != 0:
        return None
    return next(name for name in OTHERS if any(user.pw_name == name for user in pwd.getpwall()))


class Cluster:
    """One running server. `url(name)` is the address of a database in it."""

    def __init__(self):
        self.bin, self.user = binaries(), other_user()
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        if self.user:
            shutil.chown(self.folder, self.user)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "selko", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-o", options, "-l", str(self.folder / "log"), "-w", "start")

    def _run(self, program: str, *words: str) -> None:
        as_other = ["setpriv", f"--reuid={self.user}", "--regid=nogroup", "--clear-groups"] if self.user else []
        subprocess.run([*as_other, self.bin / program, *words], check=True, capture_output=True, cwd=self.folder)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://selko@/{name}?host={self.folder}"

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
