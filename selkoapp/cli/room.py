"""`selko demo --lan`: the demo over HTTPS, for the phones in the same room."""

import contextlib
import socket
import ssl
from pathlib import Path

import segno
from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from selkoapp.cli.certificate import certificate_for
from selkoapp.cli.refusal import Refusal

EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 (asked for with --lan)


class Conversation(WSGIRequestHandler):
    """One phone's connection. One that falls silent is let go."""

    timeout = 30  # seconds

    def log(self, *_about) -> None:
        """Say nothing: its lines hold addresses with card tokens. The app has a log of its own."""


def addresses() -> list[str]:
    """This machine's addresses that phones in the room can reach, the likeliest first. Refusal without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: only asks which way out there is
        except OSError:
            raise Refusal("This machine is in no network, so phones cannot reach it.") from None
        found = [probe.getsockname()[0]]
    with contextlib.suppress(socket.gaierror):  # a machine without a name: the way out is enough
        found += [info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return list(dict.fromkeys(address for address in found if not address.startswith("127.")))


def server_of(app: Flask, port: int, folder: Path, hosts: list[str]) -> BaseWSGIServer:
    """A server that listens already. waitress speaks no TLS; this one is for a room, not for the net."""
    server = make_server(EVERY_ADDRESS, port, app, threaded=True, request_handler=Conversation)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate_for(folder, hosts))
    # Shaking hands in the connection's own thread: a phone that connects and says nothing stops nobody else.
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.ssl_context = context
    return server


def tell(base: str, card: str) -> None:
    """What a phone needs: the address and Aino's card, as QR codes."""
    print("\nThe certificate is this machine's own: each browser warns once. Choose to go on.")
    for words, address in (("The first page", base), ("Aino's card", card)):
        print(f"\n{words}, for a phone's camera: {address}")
        segno.make(address, error="m").terminal(compact=True)
