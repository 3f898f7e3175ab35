"""The whole machine on one page: what a Selkoapp is made of, in the order in which a request meets it."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from selkoapp.accounts import guards
from selkoapp.accounts import views as accounts
from selkoapp.coach import views as coach
from selkoapp.events import views as events
from selkoapp.home import views as home
from selkoapp.interests import views as interests
from selkoapp.interests.conditions.theme import own_words as condition_words
from selkoapp.interests.words import own_words as interest_words
from selkoapp.kernel import assets, compress, db, errorpages, headers, health, i18n, logs, pages
from selkoapp.media import upkeep
from selkoapp.messages import views as messages
from selkoapp.pictograms import views as pictograms
from selkoapp.pictograms.catalogue import own_words as picture_words
from selkoapp.settings import Settings
from selkoapp.speech import views as speech
from selkoapp.style import views as style

ROOMS = (accounts, home, interests, events, messages, coach)


def create_app(settings: Settings) -> Flask:
    """An app for these settings, ready to serve. Raises when a promise could not be kept (see settings.checked)."""
    settings = settings.checked()
    settings.data.mkdir(parents=True, exist_ok=True)
    app = Flask("selkoapp", static_folder=None)
    app.extensions["settings"] = settings
    app.extensions["engine"] = db.make_engine(settings.database, counted=settings.testing)
    app.config.update(
        TESTING=settings.testing,
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=list(settings.hosts),
        MAX_CONTENT_LENGTH=settings.request_limit,
        MAX_FORM_MEMORY_SIZE=settings.request_limit // 2,
        MAX_FORM_PARTS=200,
        PROPAGATE_EXCEPTIONS=False,
    )
    if settings.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)

    logs.register(app)  # each request gets an id and a line
    headers.register(app)  # presses from other sites are refused, every answer is dressed
    compress.register(app, behind_proxy=settings.behind_proxy)
    i18n.register(app, settings.data)
    guards.register(app)  # who comes, and may they enter
    db.register(app)
    assets.register(app)
    pages.register(app)
    pictograms.register(app, settings.data)
    speech.register(app, settings, (picture_words, interest_words, condition_words), guards.listener)
    upkeep.register(app)
    errorpages.register(app)
    app.register_blueprint(health.bp)
    for room in ROOMS:
        room.register(app)
    if settings.development:
        style.register(app)
    return app
