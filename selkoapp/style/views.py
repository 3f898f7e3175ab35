"""The style page: every component in every state, on one page. Served in development only."""

from flask import Blueprint, Flask, Response

from selkoapp.kernel.access import access
from selkoapp.kernel.pages import page

bp = Blueprint("style", __name__)


@bp.get("/style")
@access("anyone")
def style() -> Response:
    """The page itself; it needs no data of anybody."""
    return page("style/style.html")


def register(app: Flask) -> None:
    """Serve the page."""
    app.register_blueprint(bp)
