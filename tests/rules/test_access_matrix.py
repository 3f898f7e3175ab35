"""Every route × every role × own, foreign and absent things × where the press came from. Generated from the url_map."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from selkoapp.kernel.access import ANYONE
from selkoapp.media.store import FOLDER, Store
from selkoapp.models import Base
from selkoapp.speech.quota import Quota
from tests.rules import matrix
from tests.visit import HOST
from tests.world import sign_in_as

FOREIGN_ORIGINS = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {},
)


@pytest.fixture
def walk(app, world, engine):
    """A walker over the routes of the app, with everybody's things at hand."""
    return Walk(app, world, engine)


class Walk:
    """Asks every route as every role, and looks at what it answered and wrote."""

    def __init__(self, app, world, engine):
        self.app, self.engine = app, engine
        with Session(engine, expire_on_commit=False) as session:
            store = Store(app.extensions["settings"].data / FOLDER)
            self.own = matrix.things_of(session, world.aino, world.simo, store)
            self.foreign = matrix.things_of(session, world.eeva, world.kalle, store)
            self.clients = {role: self._client(session, named) for role, named in matrix.who(world).items()}
        self.rules = [(r, m) for r in app.url_map.iter_rules() for m in sorted(r.methods - {"HEAD", "OPTIONS"})]

    def _client(self, session, named):
        token = sign_in_as(session, named) if named else None

        def made():
            client = self.app.test_client()
            if token:
                client.set_cookie("__Host-sid", token, domain="localhost", secure=True)
            return client

        return made

    def access(self, rule):
        return getattr(self.app.view_functions[rule.endpoint], "access", None)

    def address(self, rule, kind: str) -> str:
        values = {}
        for name in rule.arguments:
            if name in matrix.PLAIN:
                values[name] = matrix.PLAIN[name]
            else:
                things = {"own": self.own, "foreign": self.foreign, "absent": None}[kind]
                assert hasattr(self.own, name), f"{rule.rule}: give tests/rules/matrix.py a thing for <{name}>"
                values[name] = getattr(things, name) if things else matrix.ABSENT
        return self.app.url_map.bind("localhost").build(rule.endpoint, values)

    def ask(self, role: str, method: str, path: str, headers=None):
        headers = {"Sec-Fetch-Site": "same-origin"} if headers is None else headers
        return self.clients[role]().open(path, method=method, base_url=HOST, headers=headers)

    def rows(self, but: frozenset[str] = frozenset()) -> dict:
        """Everything in the database, table by table, but "last seen"."""
        with self.engine.connect() as connection:
            return {
                t.name: sorted(
                    map(repr, connection.execute(select(*(c for c in t.c if f"{t.name}.{c.name}" != matrix.LAST_SEEN))))
                )
                for t in Base.metadata.sorted_tables
                if t.name not in but
            }


def test_every_view_says_who_may_enter(walk):
    silent = [rule.rule for rule, _ in walk.rules if walk.access(rule) is None]
    assert not silent, f"Put @access(…) on the views of {silent}"


def test_the_open_views_are_those_listed_by_hand(walk):
    found = {rule.endpoint for rule, _ in walk.rules if ANYONE in walk.access(rule).roles}
    assert found == matrix.OPEN, "A view that anyone may open stands in matrix.OPEN, after thinking about it"


def test_ids_in_addresses_are_uuids(walk):
    for rule, _ in walk.rules:
        for name, converter in rule._converters.items():
            assert name in matrix.PLAIN or type(converter).__name__ == "UUIDConverter", f"{rule.rule}: <uuid:{name}>"


def test_nobody_enters_where_their_role_may_not(walk):
    for rule, method in walk.rules:
        roles = walk.access(rule).roles
        for role in matrix.ROLES:
            if ANYONE in roles or role in roles:
                continue
            before = walk.rows()
            for kind in matrix.KINDS:
                answer = walk.ask(role, method, walk.address(rule, kind))
                wanted = (401,) if role == "anyone" else (403, 404)
                assert answer.status_code in wanted, f"{role} {method} {rule.rule} {kind}: {answer.status_code}"
                assert matrix.CANARY not in answer.text, f"{role} {method} {rule.rule} {kind}: tells a secret"
            assert walk.rows() == before, f"{role} {method} {rule.rule} wrote"


# Their addresses hold a hash or a token of the day, or they are a refusal: tests of their own ask for them.
NEEDS_MORE = {"assets.asset_file", "speech.own_words", "pictograms.picture", "accounts.plain_card", "accounts.card_unknown"}


def test_own_things_open(walk):
    for rule, method in walk.rules:
        for role in set(matrix.ROLES) & set(walk.access(rule).roles):
            if rule.endpoint in NEEDS_MORE:
                continue
            answer = walk.ask(role, method, walk.address(rule, "own"))
            refused = (401, 403, 404, 405) if method == "GET" else (401, 403, 405)  # a press without its fields may find nothing
            assert answer.status_code not in refused and answer.status_code < 500, (
                f"{role} {method} {rule.rule}: {answer.status_code}"
            )


def test_foreign_things_look_like_absent_ones(walk):
    for rule, method in walk.rules:
        if not set(rule.arguments) - set(matrix.PLAIN):
            continue
        for role in set(matrix.ROLES) & set(walk.access(rule).roles):
            before = walk.rows(frozenset({"attempt"}))
            foreign, absent = (walk.ask(role, method, walk.address(rule, kind)) for kind in ("foreign", "absent"))
            assert foreign.status_code == 404, f"{role} {method} {rule.rule}: {foreign.status_code} for another's thing"
            assert (foreign.data, absent.status_code) == (absent.data, 404), (
                f"{role} {method} {rule.rule}: tells foreign from absent"
            )
            assert walk.rows(frozenset({"attempt"})) == before, f"{role} {method} {rule.rule} wrote into another's thing"


def test_presses_from_other_sites_are_refused(walk):
    for rule, method in walk.rules:
        if method == "GET":
            continue
        for role in matrix.ROLES:
            before = walk.rows()
            for headers in FOREIGN_ORIGINS:
                answer = walk.ask(role, method, walk.address(rule, "own"), headers)
                assert answer.status_code == 403, f"{role} {method} {rule.rule} from {headers}: {answer.status_code}"
            assert walk.rows() == before, f"{role} {method} {rule.rule}: a foreign press wrote"


def test_opening_a_page_changes_nothing(walk):
    for rule, method in walk.rules:
        if method != "GET":
            continue
        for role in matrix.ROLES:
            before = walk.rows(frozenset(matrix.GET_MAY_WRITE))
            walk.ask(role, "GET", walk.address(rule, "own"))
            walk.ask(role, "HEAD", walk.address(rule, "own"))
            assert walk.rows(frozenset(matrix.GET_MAY_WRITE)) == before, f"{role} GET {rule.rule} wrote"


SAID = "say=page/all.mp3"


def test_a_page_is_heard_only_by_who_may_read_it(walk, monkeypatch):
    """Each page says itself behind its own guard: nobody hears what they would not see."""
    monkeypatch.setattr(walk.app.extensions["speech"], "_quota", Quota(100_000))  # nobody opens every page in one minute
    heard = set()
    for rule, method in walk.rules:
        if method != "GET" or rule.endpoint in NEEDS_MORE:
            continue
        for role in matrix.ROLES:
            may = {ANYONE, role} & set(walk.access(rule).roles)
            for kind in matrix.KINDS if set(rule.arguments) - set(matrix.PLAIN) else ("own",):
                page = walk.ask(role, "GET", walk.address(rule, kind))
                said = walk.ask(role, "GET", f"{walk.address(rule, kind)}?{SAID}")
                assert said.status_code < 500, f"{role} {rule.rule} {kind}: {said.status_code}"
                if may and kind == "own":
                    heard |= {(rule.endpoint, role)} if said.mimetype == "audio/mpeg" else set()
                elif said.mimetype == "audio/mpeg":
                    again = walk.ask(role, "GET", f"/no-such-page?{SAID}") if page.status_code == 404 else None
                    assert page.status_code in (401, 403, 404), f"{role} {rule.rule} {kind}: hears a page of another"
                    assert again is None or again.data == said.data, f"{role} {rule.rule} {kind}: hears more than “not found”"
    assert {("home.home_page", "seeker"), ("events.event", "seeker"), ("messages.my_thread", "seeker")} <= heard
    assert ("messages.my_thread", "coach") not in heard
