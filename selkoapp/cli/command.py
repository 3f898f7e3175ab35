"""`selko …`: what can be done from a terminal, and which module does it."""

import argparse
import sys
from pathlib import Path

from selkoapp.cli import catalogues, checks, database, demo, pictures, serve, staff
from selkoapp.settings import WeakSetting

WRONG = 2  # exit status for what cannot be done as asked


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(prog="selko", description="Selkoapp: set it up, run it, test it.")
    ways = top.add_subparsers(dest="way", required=True, metavar="COMMAND")

    def add(name: str, does, told: str) -> argparse.ArgumentParser:
        made = ways.add_parser(name, help=told, description=told)
        made.set_defaults(does=does)
        return made

    shown = add("demo", demo.run_demo, "Start the app with the named people, on this machine.")
    shown.add_argument("--port", type=int, default=8000, help="where it listens (8000)")
    shown.add_argument("--data", type=Path, default=Path("data/demo"), help="folder for the database and the pictures")
    shown.add_argument("--people", type=Path, help="write addresses, card links and sign-ins to this JSON file")
    shown.add_argument("--lan", action="store_true", help="HTTPS for phones in the same room, with a QR code")

    add("run", serve.run, "Serve the app with the settings of the environment (README).")
    tests = add("test", checks.run_tests, "Run everything that CI runs; `test fast` leaves browsers and servers out.")
    tests.add_argument("words", nargs=argparse.REMAINDER, help="fast, and what pytest takes")
    about = add("db", database.run, "upgrade: bring the database up to this version, after a backup.")
    about.add_argument("what", choices=["upgrade"])
    add("seed", database.run_seed, "Put the named people into the database (development only).")
    add("pictograms", pictures.run_pictograms, "Compose the pictures into the data folder.")
    add("catalogues", catalogues.run_catalogues, "Take new strings from the source into the three catalogues.")
    shots = add("screenshots", pictures.run_screenshots, "Take the pictures of README.md from a running demo.")
    shots.add_argument("--people", type=Path, required=True, help="the JSON file that `demo --people` wrote")
    person = add("staff", staff.run_staff, "Let a coach or coordinator in; asks for the password.")
    person.add_argument("--organisation", required=True, help="made when there is none of this name")
    person.add_argument("--role", required=True, choices=["coach", "coordinator"])
    person.add_argument("--name", required=True, help="first name")
    person.add_argument("--login", required=True, help="e-mail address")
    person.add_argument("--phone", default="", help="shown to the coach's seekers")
    person.add_argument("--language", default="fi", choices=["fi", "sv", "en"])
    return top


def main() -> None:
    """Do what was asked; exit with its status, or WRONG with one plain sentence."""
    asked = parser().parse_args()
    try:
        sys.exit(asked.does(asked))
    except (WeakSetting, database.OldSchema, serve.PortTaken, checks.Lacking) as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(WRONG)
    except KeyboardInterrupt:
        sys.exit(130)
