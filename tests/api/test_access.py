"""Who is let in: from this machine, by keys, by passwords, by a proxy; and who is held up."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from starlette.types import Receive, Send
from starlette.types import Scope as RequestScope

from api.app import create_app
from config import Settings
from db.audit import AuditFilter
from db.engine import session_scope
from services.api_keys import create_key, revoke_key
from services.audit import list_audit
from services.errors import OpenToAll
from services.page_users import change_password, create_user
from services.scopes import Scope
from tests.api_client import RecordingOrchestration

LIST = "/api/v1/candidates"
TOKEN = "token-of-the-test"
PASSWORD = "a long enough password"
HERE = ("127.0.0.1", 50000)
ELSEWHERE = ("203.0.113.9", 50000)

Serve = Callable[..., TestClient]


@pytest.fixture
def serve(database_url: str) -> Serve:
    def make(client: tuple[str, int] = HERE, base_url: str = "http://127.0.0.1", **settings: object) -> TestClient:
        app = create_app(Settings(**settings), RecordingOrchestration())  # type: ignore[arg-type]
        return TestClient(app, base_url=base_url, client=client, follow_redirects=False)

    return make


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def make_key(*scopes: Scope) -> tuple[int, str]:
    with session_scope() as session:
        new = create_key(session, "test", frozenset(scopes), None)
        return new.id, new.key


def audited() -> list[tuple[str, str, str, str | None]]:
    with session_scope() as session:
        items = list_audit(session, 100, None, AuditFilter()).items
        return [(item.who, item.action, item.kind, item.subject_id) for item in reversed(items)]


class TestWithoutKeys:
    def test_this_machine_may_do_all_and_is_told_so(self, serve: Serve) -> None:
        client = serve()
        assert client.get(LIST).status_code == 200
        assert "No keys are set" in client.get("/").text

    @pytest.mark.parametrize("address", ["203.0.113.9", "10.0.0.1", "::ffff:10.0.0.1", "testclient"])
    def test_others_may_do_nothing(self, serve: Serve, address: str) -> None:
        answer = serve((address, 1)).get(LIST)
        assert (answer.status_code, answer.json()["code"]) == (403, "keys_needed")

    @pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"])
    def test_nor_those_who_come_by_a_proxy_on_this_machine(self, serve: Serve, header: str) -> None:
        assert serve().get(LIST, headers={header: "127.0.0.1"}).status_code == 403

    def test_nor_by_one_that_says_nothing_of_itself(self, serve: Serve) -> None:
        client = serve()
        application = client.app

        async def as_nginx_speaks(scope: RequestScope, receive: Receive, send: Send) -> None:
            await application({**scope, "http_version": "1.0"}, receive, send)

        behind = TestClient(as_nginx_speaks, base_url="http://127.0.0.1", client=HERE)
        assert (client.get(LIST).status_code, behind.get(LIST).status_code) == (200, 403)

    @pytest.mark.parametrize("named", [{}, {"X-Forwarded-For": "127.0.0.1, 10.5.5.5"}])
    @pytest.mark.parametrize("proxy", ["10.1.2.3", "127.0.0.1"])
    def test_nor_by_a_trusted_one_whatever_it_says(self, serve: Serve, proxy: str, named: dict[str, str]) -> None:
        client = serve((proxy, 1), trusted_proxies="10.0.0.0/8, 127.0.0.1")
        assert client.get(LIST, headers=named).status_code == 403

    def test_the_first_key_closes_the_door_and_its_revocation_does_not_open_it(
        self, serve: Serve, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("api.access_state.KEYLESS_SECONDS", 0.0)
        client = serve()
        assert client.get(LIST).status_code == 200
        key_id, _ = make_key(Scope.READ)
        assert client.get(LIST).status_code == 401
        with session_scope() as session:
            revoke_key(session, key_id)
        assert client.get(LIST).status_code == 401
        assert serve().get(LIST).status_code == 401

    @pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
    def test_no_other_address_is_served(self, serve: Serve, host: str) -> None:
        with pytest.raises(OpenToAll, match="INTAKE_API_TOKEN"), serve(api_host=host):
            pass
        make_key(Scope.READ)
        with serve(api_host=host) as client:
            assert client.get(LIST).status_code == 401


class TestKeys:
    def test_a_key_opens_from_anywhere_until_it_is_revoked(self, serve: Serve) -> None:
        key_id, key = make_key(Scope.READ)
        client = serve(ELSEWHERE)
        assert client.get(LIST, headers=bearer(key)).status_code == 200
        with session_scope() as session:
            revoke_key(session, key_id)
        assert client.get(LIST, headers=bearer(key)).status_code == 401

    def test_wrong_keys_are_not_tried_without_end(self, serve: Serve) -> None:
        client = serve(ELSEWHERE, api_token=TOKEN, sign_in_attempts=1)
        statuses = [client.get(LIST, headers=bearer(f"guess-{n}")).status_code for n in range(31)]
        assert statuses == [401] * 30 + [429]
        answer = client.get(LIST, headers=bearer(TOKEN))
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_requests")
        assert int(answer.headers["retry-after"]) > 800

    def test_requests_and_uploads_of_a_key_are_bounded(self, serve: Serve) -> None:
        _, key = make_key(Scope.UPLOAD)
        client = serve(requests_per_minute=4, uploads_per_hour=1)
        upload = {"url": "/api/v1/resumes/upload", "files": {"file": ("a.txt", b"Ada Example")}, "headers": bearer(key)}
        assert client.post(**upload).status_code == 202  # type: ignore[arg-type]
        refused = client.post(**upload)  # type: ignore[arg-type]
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
        jobs = [client.get("/api/v1/jobs?ids=", headers=bearer(key)).status_code for _ in range(4)]
        assert jobs == [200, 200, 429, 429]


class TestUsers:
    @pytest.fixture
    def client(self, serve: Serve) -> TestClient:
        with session_scope() as session:
            create_user(session, "Ada", PASSWORD, frozenset({Scope.READ}))
        return serve(ELSEWHERE, sign_in_attempts=3)

    def sign_in(self, client: TestClient, user: str = "ada", password: str = PASSWORD) -> int:
        return client.post("/sign-in", data={"user": user, "token": password}).status_code

    def test_a_password_opens_what_the_users_scopes_allow(self, client: TestClient) -> None:
        assert self.sign_in(client) == 303
        assert client.get("/candidates").status_code == 200
        assert client.post("/api/v1/sweeps").status_code == 403
        cookie = client.cookies.jar
        assert [(c.has_nonstandard_attr("HttpOnly"), c.get_nonstandard_attr("SameSite")) for c in cookie] == [
            (True, "strict")
        ]

    def test_a_new_password_ends_the_session(self, client: TestClient) -> None:
        self.sign_in(client)
        with session_scope() as session:
            change_password(session, "ada", PASSWORD + "!")
        assert client.get(LIST).status_code == 401

    def test_guesses_lock_the_user_for_everybody_for_a_time(self, client: TestClient, serve: Serve) -> None:
        assert [self.sign_in(client, password=f"guess {n}") for n in range(4)] == [401, 401, 401, 429]
        assert self.sign_in(client) == 429

    def test_guesses_of_many_names_lock_the_address(self, client: TestClient) -> None:
        assert [self.sign_in(client, f"user{n}", "guess") for n in range(10)] == [401] * 9 + [429]

    def test_guesses_at_keys_lock_their_address_alone(self, client: TestClient) -> None:
        _, key = make_key(Scope.READ)
        guesses = [client.post("/sign-in", data={"token": f"guess {n}"}).status_code for n in range(10)]
        assert guesses == [401] * 9 + [429]
        elsewhere = TestClient(client.app, base_url="http://127.0.0.1", client=HERE, follow_redirects=False)
        assert elsewhere.post("/sign-in", data={"token": key}).status_code == 303

    def test_a_name_that_no_database_takes_is_refused(self, client: TestClient) -> None:
        assert self.sign_in(client, "ada\x00") == 422

    def test_signing_in_often_locks_nobody(self, client: TestClient) -> None:
        assert {self.sign_in(client) for _ in range(12)} == {303}

    def test_signing_in_is_noted_and_so_is_failing(self, client: TestClient) -> None:
        self.sign_in(client, password="guess")
        self.sign_in(client)
        client.post("/sign-out")
        assert audited() == [
            ("address:203.0.113.9", "sign_in_failed", "page", None),
            ("user:1", "sign_in", "page", None),
            ("user:1", "sign_out", "page", None),
        ]

    def test_a_key_signs_in_too(self, client: TestClient) -> None:
        key_id, key = make_key(Scope.READ)
        assert client.post("/sign-in", data={"token": f" {key} "}).status_code == 303
        assert client.get("/candidates").status_code == 200
        with session_scope() as session:
            revoke_key(session, key_id)
        assert client.get("/candidates").status_code == 303


BEHIND_PROXY = {"trusted_proxies": "10.0.0.0/8", "proxy_user_header": "X-Remote-User", "proxy_user_scopes": "read"}


class TestProxies:
    def test_a_trusted_proxy_names_the_user(self, serve: Serve) -> None:
        client = serve(("10.1.2.3", 1), **BEHIND_PROXY)
        named = {"X-Remote-User": "ada@example.com"}
        assert client.get(LIST, headers=named).status_code == 200
        assert client.post("/api/v1/sweeps", headers=named).status_code == 403
        assert client.get(LIST).status_code == 401
        assert audited() == [("proxy:ada@example.com", "list", "candidate", None)]

    def test_it_names_one_user(self, serve: Serve) -> None:
        client = serve(("10.1.2.3", 1), **BEHIND_PROXY)
        added = [("X-Remote-User", "boss@example.com"), ("X-Remote-User", "ada@example.com")]
        assert client.get(LIST, headers=added).status_code == 401  # type: ignore[arg-type]

    def test_nobody_else_does(self, serve: Serve) -> None:
        for client in (serve(ELSEWHERE, **BEHIND_PROXY), serve(**BEHIND_PROXY)):
            assert client.get(LIST, headers={"X-Remote-User": "ada"}).status_code == 401

    def test_the_address_is_the_last_that_is_no_trusted_proxys(self, serve: Serve) -> None:
        client = serve(("10.1.2.3", 1), api_token=TOKEN, trusted_proxies="10.0.0.0/8")
        client.post("/sign-in", data={"token": "x"}, headers={"X-Forwarded-For": "127.0.0.1, 203.0.113.5, 10.9.9.9"})
        assert audited()[0][0] == "address:203.0.113.5"


class TestHostsAndSites:
    @pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example", "localhost."])
    def test_other_names_for_this_machine_are_not_answered(self, serve: Serve, host: str) -> None:
        answer = serve().get(LIST, headers={"Host": host})
        assert (answer.status_code, answer.json()["code"]) == (400, "untrusted_host")

    @pytest.mark.parametrize("host", ["localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1"])
    def test_its_own_names_are(self, serve: Serve, host: str) -> None:
        assert serve().get(LIST, headers={"Host": host}).status_code == 200

    def test_names_are_added_by_the_settings(self, serve: Serve) -> None:
        client = serve(trusted_hosts="intake.example.com, other.example")
        assert client.get(LIST, headers={"Host": "intake.example.com"}).status_code == 200
        assert client.get("/healthz", headers={"Host": "10.0.0.9:8000"}).status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "http://127.0.0.1:9999"},
            {"Origin": "null"},
        ],
    )
    @pytest.mark.parametrize(
        "path", ["/api/v1/sweeps", "/api/v1/resumes/upload", "/api/v1/candidates", "/", "/sign-in"]
    )
    def test_pages_of_other_sites_change_nothing(self, serve: Serve, path: str, headers: dict[str, str]) -> None:
        answer = serve().post(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")

    @pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://127.0.0.1"}])
    def test_our_own_pages_and_programs_do(self, serve: Serve, headers: dict[str, str]) -> None:
        assert serve().post("/api/v1/sweeps", headers=headers).status_code == 202

    def test_a_key_is_its_senders_own(self, serve: Serve) -> None:
        headers = bearer(TOKEN) | {"Sec-Fetch-Site": "cross-site"}
        assert serve(api_token=TOKEN).post("/api/v1/sweeps", headers=headers).status_code == 202


def test_what_is_done_is_noted_with_who_and_by_which_request(serve: Serve) -> None:
    client = serve()
    file = {"file": ("ada.txt", b"Ada Example\nada@example.com")}
    client.post("/api/v1/resumes/upload", files=file, headers={"X-Request-ID": "trace-1"})
    client.post(LIST, json={"full_name": "Bo Example", "email": "bo@example.com"})
    for path in ("/api/v1/resumes", "/api/v1/resumes/1", "/api/v1/resumes/1/file", f"{LIST}?q=Bo", f"{LIST}/1"):
        assert client.get(path).status_code == 200
    for path in ("/", "/resumes", "/resumes/1", "/resumes/1/file", "/candidates", "/candidates/1"):
        assert client.get(path).status_code == 200
    assert client.get(f"{LIST}/999").status_code == 404
    client.post("/api/v1/sweeps")
    acts = audited()
    reading = [("list", "resume", None), ("read", "resume", "1"), ("download", "resume", "1")]
    candidates = [("list", "candidate", None), ("read", "candidate", "1")]
    assert [act[1:] for act in acts[:-1]] == [
        ("upload", "resume", "1"),
        ("create", "candidate", "1"),
        *reading,
        *candidates,
        ("list", "resume", None),
        *reading,
        *candidates,
    ]
    assert acts[-1][1:3] == ("start", "sweep")
    assert {act[0] for act in acts} == {"loopback"}
    assert not any("example" in str(act).lower() or "bo" in str(act[3]) for act in acts)
    first = client.get("/api/v1/audit?action=upload").json()["items"][0]
    assert (first["request_id"], first["subject_id"]) == ("trace-1", "1")
    exported = client.get("/api/v1/audit/export?kind=candidate")
    assert exported.headers["content-type"].startswith("text/csv")
    assert len(exported.text.splitlines()) == 1 + 5
