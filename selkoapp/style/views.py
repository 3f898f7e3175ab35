"""The style page: every component in every state, on one page. Served in development only."""

from datetime import timedelta

from flask import Blueprint, Flask, Response

from selkoapp.kernel import clock
from selkoapp.kernel.access import access
from selkoapp.kernel.pages import page
from selkoapp.style.forms import SampleForm

bp = Blueprint("style", __name__)


@bp.get("/style")
@access("anyone")
def style() -> Response:
    """The page itself; it needs nothing of anybody."""
    wrong = SampleForm(formdata=None, prefix="wrong")
    wrong.validate()
    return page("style/style.html", form=SampleForm(formdata=None), wrong=wrong, soon=clock.now() + timedelta(days=1))


def register(app: Flask) -> None:
    """Serve the page."""
    app.register_blueprint(bp)
