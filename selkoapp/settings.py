"""Settings: read once from the environment, then frozen.

Nothing else in the package reads the environment. Every field below is documented in README.md; a test compares.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

SHORTEST_SECRET = 32  # characters: 128 bits as hexadecimal
ENGINES = ("festival", "piper", "espeak")  # what can speak, the clearest first
TEST_ENGINE = "silent"


class WeakSetting(Exception):
    """A setting that would break a promise; the app does not start with it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How one installation runs. Sizes are bytes, times are seconds."""

    data: Path = Path("data")
    database_url: str = ""
    secret_key: str = ""
    mode: str = "production"
    hosts: tuple[str, ...] = ("localhost",)
    behind_proxy: bool = False
    https: bool = True
    port: int = 8000
    threads: int = 4
    request_limit: int = 1_000_000
    log_level: str = "INFO"
    crisis_name: str = ""
    crisis_phone: str = ""
    speech: tuple[str, ...] = ENGINES
    speech_cache: int = 500_000_000

    @property
    def testing(self) -> bool:
        """Whether figures for tests (queries a page) are sent along."""
        return self.mode == "test"

    @property
    def development(self) -> bool:
        """Whether the style page is served and a secret is made up when there is none."""
        return self.mode in ("development", "test")

    @property
    def database(self) -> str:
        """The database's address; one SQLite file in the data folder unless another is set."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'selkoapp.db'}"

    def checked(self) -> "Settings":
        """These settings, or WeakSetting when one of them would break a promise."""
        if self.mode not in ("production", "development", "test"):
            raise WeakSetting("SELKO_MODE is production, development or test.")
        if not self.development and len(self.secret_key) < SHORTEST_SECRET:
            raise WeakSetting(
                f"SELKO_SECRET_KEY needs {SHORTEST_SECRET} characters or more. "
                "Make one: python -c 'import secrets; print(secrets.token_hex(32))'"
            )
        if not self.hosts:
            raise WeakSetting("SELKO_HOSTS names no host, so no page could be served.")
        if unknown := set(self.speech) - {*ENGINES, *([TEST_ENGINE] if self.development else [])}:
            raise WeakSetting(f"SELKO_SPEECH knows {', '.join(ENGINES)} and off, not {', '.join(sorted(unknown))}.")
        return self


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _engines(value: str) -> tuple[str, ...]:
    return () if value.strip().lower() == "off" else _names(value.lower())


def _flag(value: str) -> bool:
    return value.strip().lower() in ("1", "true", "yes", "on")


def from_environment(environ=os.environ) -> Settings:
    """The settings that the variables SELKO_… give; raises WeakSetting when one is unusable."""
    read = {name: environ.get(f"SELKO_{name.upper()}", "") for name in Settings.__dataclass_fields__}
    kinds = {
        "data": Path,
        "hosts": _names,
        "behind_proxy": _flag,
        "https": _flag,
        "port": int,
        "threads": int,
        "request_limit": int,
        "speech": _engines,
        "speech_cache": int,
    }
    given = {}
    for name, text in ((name, text) for name, text in read.items() if text):
        try:
            given[name] = kinds.get(name, str)(text)
        except ValueError:
            raise WeakSetting(f"SELKO_{name.upper()} is a whole number.") from None
    if given.get("mode") in ("development", "test"):
        given.setdefault("secret_key", secrets.token_hex(32))
    return Settings(**given).checked()
