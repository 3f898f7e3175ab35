"""Logs as JSON lines, without personal data: the route's rule and never its address, a pseudonym and never a name."""

import json
import logging
import time
import traceback
from datetime import UTC, datetime

from flask import Flask, Response, current_app, g, request

from selkoapp.kernel.db import new_id
from selkoapp.kernel.limits import pseudonym

KEPT = ("request", "route", "method", "status", "ms", "role", "who", "fault")
OURS = "selkoapp."
FOREIGN = "a library has something to say"
log = logging.getLogger("selkoapp.requests")


class JsonLines(logging.Formatter):
    """One record, one line. Of an exception only its kind and where it happened: its message may hold a person's words."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"time": datetime.fromtimestamp(record.created, UTC).isoformat(), "level": record.levelname, "log": record.name}
        # Our own templates, without what was filled in; libraries fill in addresses and values before they log.
        line["event"] = str(record.msg) if record.name.startswith(OURS) else FOREIGN
        line |= {name: getattr(record, name) for name in KEPT if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["fault"] = record.exc_info[0].__name__
            line["at"] = [f"{place.filename}:{place.lineno}" for place in traceback.extract_tb(record.exc_info[2])][-6:]
        return json.dumps(line, ensure_ascii=False)


def configure(level: str) -> None:
    """Send every log of the process through JsonLines to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)


def start_clock() -> None:
    """Remember when the request came, and give it an id."""
    g.started = time.perf_counter()
    g.request_id = new_id()


def write_line(response: Response) -> Response:
    """One line for the request that has just been answered."""
    viewer = g.get("viewer")
    secret = current_app.extensions["settings"].secret_key
    line = {
        "request": str(g.get("request_id", "")),
        "route": request.url_rule.rule if request.url_rule else None,
        "method": request.method,
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.get("started", time.perf_counter())) * 1000, 1),
        "role": viewer.role if viewer else "anyone",
        "who": pseudonym(secret, str(viewer.id))[:12] if viewer else None,
    }
    log.info("answered", extra=line)
    return response


def register(app: Flask) -> None:
    """Log every request."""
    app.before_request(start_clock)
    app.after_request(write_line)
