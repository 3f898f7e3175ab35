"""`selko run`: the app behind waitress, with settings that its defaults get wrong for us."""

import socket
from argparse import Namespace

import waitress
from flask import Flask

from selkoapp.app import create_app
from selkoapp.cli.database import require_current
from selkoapp.kernel import logs
from selkoapp.settings import Settings, from_environment

HOST = "127.0.0.1"


class PortTaken(Exception):
    """Something else listens there."""


def waitress_options(settings: Settings) -> dict:
    """What waitress is started with: its defaults are 100 connections, select, 1 GiB a request, and telling its name."""
    return {
        "host": HOST,
        "port": settings.port,
        "threads": settings.threads,
        "connection_limit": 2000,
        "asyncore_use_poll": True,
        "max_request_body_size": settings.request_limit + 100_000,  # above Flask's own limit: ours answers in plain words
        "ident": None,
        "clear_untrusted_proxy_headers": not settings.behind_proxy,
    }


def require_port(port: int, host: str = HOST) -> None:
    """PortTaken, with another to try, when something listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise PortTaken(f"Port {port} is taken. Try: --port {port + 1}") from None


def serve(app: Flask, settings: Settings) -> None:
    """Serve until stopped."""
    waitress.serve(app, **waitress_options(settings), _quiet=True)


def run(_asked: Namespace) -> int:
    """`selko run`."""
    settings = from_environment()
    logs.configure(settings.log_level)
    app = create_app(settings)
    require_current(app.extensions["engine"])
    require_port(settings.port)
    serve(app, settings)
    return 0
