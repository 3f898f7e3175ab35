"""Is the process alive, and is it ready to keep its promises?"""

import os
import shutil
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify, request
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from selkoapp.kernel import schema
from selkoapp.kernel.access import access
from selkoapp.kernel.db import SAFE_SQLITE, sqlite

LEAST_FREE = 500_000_000  # bytes
LEAST_FREE_SHARE = 0.1
LOOPBACK = ("127.0.0.1", "::1")

bp = Blueprint("health", __name__)


def can_write(engine: Engine) -> bool:
    """Whether a row can be written now (in a temporary table, undone afterwards)."""
    try:
        with engine.connect() as connection:
            connection.execute(text("CREATE TEMPORARY TABLE probe (at integer)"))
            connection.execute(text("INSERT INTO probe VALUES (1)"))
            connection.rollback()
    except SQLAlchemyError:
        return False
    return True


def enough_room(folder: Path) -> bool:
    """Whether the disk has 500 MB and a tenth of itself free."""
    disk = shutil.disk_usage(folder)
    return disk.free >= LEAST_FREE and disk.free >= disk.total * LEAST_FREE_SHARE


def checks() -> dict[str, bool]:
    """Each promise that the app can check of itself."""
    settings, engine = current_app.extensions["settings"], current_app.extensions["engine"]
    return {
        "database_writes": can_write(engine),
        "schema": schema.current(engine) == schema.needed(),
        "sqlite": engine.dialect.name != "sqlite" or sqlite.sqlite_version_info >= SAFE_SQLITE,
        "disk": enough_room(settings.data),
        "data_folder": os.access(settings.data, os.W_OK),
    }


@bp.get("/healthz")
@access("anyone")
def process_lives() -> Response:
    """The process answers."""
    return Response("ok", content_type="text/plain")


@bp.get("/readyz")
@access("anyone")
def ready() -> Response:
    """200 when every check holds, else 503; which one does not is told on this machine only."""
    found = checks()
    body = jsonify(found) if request.remote_addr in LOOPBACK else jsonify(ready=all(found.values()))
    body.status_code = 200 if all(found.values()) else 503
    return body
