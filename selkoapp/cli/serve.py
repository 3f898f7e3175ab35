"""`selko run`: the app behind waitress, with settings that its defaults get wrong for us."""

import os
import socket
from argparse import Namespace

import waitress
from flask import Flask
from waitress.server import BaseWSGIServer, MultiSocketServer

from selkoapp.app import create_app
from selkoapp.cli.database import require_current
from selkoapp.cli.refusal import Refusal
from selkoapp.kernel import logs
from selkoapp.media.sniff import LARGEST
from selkoapp.media.uploads import AROUND
from selkoapp.settings import Settings, from_environment

HOST = "127.0.0.1"


def waitress_options(settings: Settings) -> dict:
    """What waitress is started with: its defaults are 100 connections, select, 1 GiB a request, and telling its name."""
    return {
        "host": HOST,
        "port": settings.port,
        "threads": settings.threads,
        "connection_limit": 2000,
        "asyncore_use_poll": True,
        # Above Flask's own limits, of pages and of uploads: ours answer in plain words.
        "max_request_body_size": max(settings.request_limit, *LARGEST.values()) + 2 * AROUND,
        "ident": None,
        "clear_untrusted_proxy_headers": not settings.behind_proxy,
    }


def require_port(port: int, host: str = HOST, set_by: str = "SELKO_PORT=") -> None:
    """Refusal, with another to try, when this port cannot be had. `set_by` is what goes before the number."""
    with socket.socket() as probe:
        if os.name == "posix":  # an address that a server has just left is free; Windows would give away one in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Refusal(f"Port {port} is for administrators. Try: {set_by}8000") from None
        except OSError:
            other = port + 1 if port < 65535 else 8000
            raise Refusal(f"Port {port} is taken. Try: {set_by}{other}") from None


def server_of(app: Flask, settings: Settings) -> BaseWSGIServer | MultiSocketServer:
    """A server that listens already; its `run()` serves until stopped."""
    return waitress.create_server(app, **waitress_options(settings))


def run(_asked: Namespace) -> int:
    """`selko run`: the settings of the environment, on this machine only, for a proxy in front."""
    settings = from_environment()
    logs.configure(settings.log_level)
    require_port(settings.port)
    app = create_app(settings)
    require_current(app.extensions["engine"])
    app.extensions["speech"].warm()
    app.extensions["upkeep"].begin(app)
    server_of(app, settings).run()
    return 0
