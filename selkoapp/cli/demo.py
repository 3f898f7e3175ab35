"""`selko demo`: the app with the named people, on this machine or for the phones in the room."""

import json
import secrets
from argparse import Namespace
from pathlib import Path

from sqlalchemy.orm import Session

from selkoapp.app import create_app
from selkoapp.cli import database, room, serve
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
    print("Database ...", end=" ", flush=True)
    print("made." if database.upgrade(engine, settings.data / "backups") else "ready.")
    build_with_progress(settings.data)
    print("People ...", end=" ", flush=True)
    with Session(engine) as session:
        people = play.seed(session)
        session.commit()
    engine.dispose()
    print("ready.", flush=True)
    return people


def run(asked: Namespace) -> int:
    """Prepare what lacks, then serve until stopped."""
    hosts = [*(room.addresses() if asked.lan else []), "localhost", "127.0.0.1"]
    asked.data.mkdir(parents=True, exist_ok=True)
    # https=False: a browser that was told "HTTPS only" here would believe it of every later localhost.
    settings = Settings(
        data=asked.data, secret_key=secret_of(asked.data), mode="development", hosts=tuple(hosts), https=False,
        port=asked.port, log_level="WARNING",
    )  # fmt: skip
    serve.require_port(asked.port, room.EVERY_ADDRESS if asked.lan else serve.HOST, set_by="--port ")
    people = prepare(settings)
    logs.configure(settings.log_level)
    app = create_app(settings)
    app.extensions["speech"].warm()
    app.extensions["upkeep"].begin(app)
    if asked.lan:
        base, serving = f"https://{hosts[0]}:{asked.port}", room.server_of(app, asked.port, asked.data, hosts)
    else:
        base, serving = f"http://{hosts[0]}:{asked.port}", serve.server_of(app, settings)
    told = entries(base, people)
    if asked.people:
        write_entries(asked.people, told)
    if asked.lan:
        room.tell(base, told["people"]["aino"]["card"])
    tell(told)
    (serving.serve_forever if asked.lan else serving.run)()
    return 0
