"""`selko demo`: the app with the named people, on this machine or for the phones in the room."""

import json
import secrets
import socket
from argparse import Namespace
from pathlib import Path

import segno
from sqlalchemy.orm import Session
from werkzeug.serving import make_server

from selkoapp.app import create_app
from selkoapp.cli import database, serve
from selkoapp.cli.certificate import certificate_for
from selkoapp.cli.pictures import build_with_progress
from selkoapp.kernel import logs
from selkoapp.seeds import play
from selkoapp.seeds.cast import Named
from selkoapp.settings import Settings


def secret_of(folder: Path) -> str:
    """The demo's own secret, made once."""
    file = folder / "secret"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32), "ascii")
    return file.read_text("ascii")


def addresses_in_room() -> list[str]:
    """This machine's addresses that phones in the room can reach."""
    found = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: only asks which way out there is
            found.add(probe.getsockname()[0])
        except OSError:
            pass  # no network: the phones cannot come either
    return sorted(address for address in found if not address.startswith("127."))


def entries(base: str, people: dict[str, Named]) -> dict:
    """What lets everyone in, as JSON for scripts."""
    told = {}
    for key, person in people.items():
        if person.card:
            told[key] = {"card": f"{base}/k#{person.card}", "card_plain": f"{base}/k/{person.card}"}
        else:
            told[key] = {"login": person.login, "password": person.password}
    return {"base": base, "people": told}


def write_entries(file: Path, told: dict) -> None:
    """Write the JSON whole or not at all, for this user only: it opens everyone's pages."""
    half = file.with_name(file.name + ".half")
    half.touch(mode=0o600)
    half.write_text(json.dumps(told, indent=2), "utf-8")
    half.replace(file)


def tell(told: dict) -> None:
    """Where to begin."""
    aino, simo = told["people"]["aino"], told["people"]["simo"]
    print(f"\nSelkoapp is at {told['base']}")
    print(f"Aino's card:          {aino['card']}")
    print(f"  without script:     {aino['card_plain']}")
    print(f"Simo's sign-in:       {told['base']}/staff   {simo['login']}   {simo['password']}")
    print("Stop with Ctrl+C.", flush=True)


def prepare(settings: Settings) -> dict[str, Named]:
    """Database, pictures and people, each only if it lacks."""
    engine = database.engine_of(settings)
    print("Database …", end=" ", flush=True)
    print("made." if database.upgrade(engine, settings.data / "backups") else "ready.")
    build_with_progress(settings.data)
    print("People …", end=" ", flush=True)
    with Session(engine) as session:
        people = play.seed(session)
        session.commit()
    engine.dispose()
    print("ready.")
    return people


def run_demo(asked: Namespace) -> int:
    """`selko demo`."""
    room = addresses_in_room() if asked.lan else []
    host = room[0] if room else "localhost"
    asked.data.mkdir(parents=True, exist_ok=True)
    settings = Settings(
        data=asked.data, secret_key=secret_of(asked.data), mode="development", hosts=("localhost", *room), https=asked.lan,
        port=asked.port, log_level="WARNING",
    )  # fmt: skip
    serve.require_port(asked.port, "0.0.0.0" if asked.lan else serve.HOST)  # noqa: S104 (asked for with --lan)
    people = prepare(settings)
    logs.configure(settings.log_level)
    app = create_app(settings)
    told = entries(f"{'https' if asked.lan else 'http'}://{host}:{asked.port}", people)
    if asked.lan:
        return serve_room(app, settings, told, asked.people, room)
    if asked.people:
        write_entries(asked.people, told)
    tell(told)
    serve.serve(app, settings)
    return 0


def serve_room(app, settings: Settings, told: dict, file: Path | None, room: list[str]) -> int:
    """Serve over HTTPS to everyone in the room. waitress speaks no TLS; this server is for a room, not for the net."""
    server = make_server(
        "0.0.0.0", settings.port, app, threaded=True, ssl_context=certificate_for(settings.data, ["localhost", *room])  # noqa: S104
    )  # fmt: skip
    if file:
        write_entries(file, told)
    tell(told)
    print("\nThe certificate is this machine's own: the browser warns once. Choose to go on.")
    print("Aino's card for a phone's camera:")
    segno.make(told["people"]["aino"]["card"], error="q").terminal(compact=True)
    server.serve_forever()
    return 0
