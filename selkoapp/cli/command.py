"""`selko …`: what can be done from a terminal, and which function does it.

A command's module is loaded only when the command is given: `run` needs nothing that only the tests need.
"""

import argparse
import importlib
import sys
from pathlib import Path

from selkoapp.cli.refusal import Refusal
from selkoapp.settings import WeakSetting

WRONG = 2  # exit status for what cannot be done as asked
ENDED = 130  # exit status after Ctrl+C
ROOT = Path(__file__).parents[2]
PORTS = range(1, 65536)


def port(text: str) -> int:
    """A number that a port can have; ValueError for another."""
    if int(text) not in PORTS:
        raise ValueError(text)
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Every command with its options. `does` is "module:function" in this package."""
    top = argparse.ArgumentParser(prog="selko", description="Selkoapp: set it up, run it, test it.")
    ways = top.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, does: str, told: str) -> argparse.ArgumentParser:
        made = ways.add_parser(name, help=told, description=told)
        made.set_defaults(does=does)
        return made

    _add_demo(add("demo", "demo:run", "Start the app with the named people, on this machine."))
    add("run", "serve:run", "Serve the app with the settings of the environment (README).")
    tests = add("test", "checks:run", "Run everything that CI runs; `test fast` leaves browsers and servers out.")
    tests.add_argument("words", nargs="*", help="fast, and what pytest takes")
    about = add("db", "database:run_upgrade", "upgrade: bring the database up to this version, after a backup.")
    about.add_argument("what", choices=["upgrade"])
    add("seed", "database:run_seed", "Put the named people into the database (development only).")
    add("pictograms", "pictures:run", "Compose the pictures into the data folder.")
    _add_speech(add("speech", "", "Check what speaks, say the app's own words beforehand, take old sound away."))
    media = add("media", "media:run_sweep", "sweep: take away files of sounds and photographs that nothing points at.")
    media.add_argument("what", choices=["sweep"])
    _add_simulate(add("simulate", "simulate:run", "Let simulated people choose, and print how well their favourites are found."))
    add("catalogues", "catalogues:run", "Take new strings from the source into the three catalogues.")
    shots = add("screenshots", "screenshots:run", "Take the pictures of README.md from a running demo.")
    shots.add_argument("--people", type=Path, required=True, help="the JSON file that `demo --people` wrote")
    _add_person(add("person", "", "Give a job seeker their own data, or take all of it away for ever."))
    _add_staff(add("staff", "staff:run", "Let a coach or coordinator in; asks for the password."))
    return top


def _add_demo(demo: argparse.ArgumentParser) -> None:
    home = ROOT if (ROOT / "pyproject.toml").exists() else Path.cwd()
    demo.add_argument("--port", type=port, default=8000, help="where it listens (8000)")
    demo.add_argument("--data", type=Path, default=home / "data" / "demo", help="folder for the database and the pictures")
    demo.add_argument("--people", type=Path, help="write addresses, card links and sign-ins to this JSON file")
    demo.add_argument("--lan", action="store_true", help="HTTPS for phones in the same room, with a QR code")


def _add_speech(speech: argparse.ArgumentParser) -> None:
    ways = speech.add_subparsers(required=True, metavar="WHAT")

    def add(name: str, told: str) -> argparse.ArgumentParser:
        made = ways.add_parser(name, help=told, description=told)
        made.set_defaults(does=f"speech:run_{name}")
        return made

    add("check", "Let every voice say a sentence.").add_argument(
        "--figures", action="store_true", help="also how exact the times of words are, and how soon the first sound is there"
    )
    add("render", "Say all words of the app's own, so that nobody waits for them.").add_argument(
        "--speed", choices=["slow", "normal", "fast"], default="normal"
    )
    add("sweep", "Take away sound that is too old or too much.")


def _add_simulate(simulate: argparse.ArgumentParser) -> None:
    simulate.add_argument("what", choices=["interests"])
    simulate.add_argument("--people", type=int, default=200, help="of each kind (200)")
    simulate.add_argument("--seed", type=int, default=1951, help="the same seed gives the same figures (1951)")


def _add_person(person: argparse.ArgumentParser) -> None:
    ways = person.add_subparsers(required=True, metavar="WHAT")

    def add(name: str, told: str) -> argparse.ArgumentParser:
        made = ways.add_parser(name, help=told, description=told)
        made.set_defaults(does=f"person:run_{name}")
        made.add_argument("person", help="first name, or the id in the address of the person's page")
        return made

    add("export", "Everything in one ZIP that the person can read.").add_argument("--to", type=Path, help="the ZIP (NAME.zip)")
    add("erase", "Every answer, message, sound and photograph goes for ever.").add_argument(
        "--yes", action="store_true", help="do not ask for the name once more"
    )


def _add_staff(staff: argparse.ArgumentParser) -> None:
    staff.add_argument("--organisation", required=True, help="made when there is none of this name")
    staff.add_argument("--role", required=True, choices=["coach", "coordinator"])
    staff.add_argument("--name", required=True, help="first name")
    staff.add_argument("--login", required=True, help="e-mail address")
    staff.add_argument("--phone", default="", help="shown to the coach's seekers")
    staff.add_argument("--language", default="fi", choices=["fi", "sv", "en"])


def read(words: list[str]) -> argparse.Namespace:
    """What was asked. The words after `test` are pytest's, so its options are not read here."""
    if words[:1] == ["test"] and not {"-h", "--help"} & set(words):
        return argparse.Namespace(does="checks:run", words=words[1:])
    return parser().parse_args(words)


def main() -> None:
    """Do what was asked; exit with its status, or WRONG with one plain sentence."""
    asked = read(sys.argv[1:])
    module, function = asked.does.split(":")
    try:
        does = getattr(importlib.import_module(f"selkoapp.cli.{module}"), function)
        sys.exit(does(asked))
    except (Refusal, WeakSetting) as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(WRONG)
    except KeyboardInterrupt:
        sys.exit(ENDED)
