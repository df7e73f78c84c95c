"""What keeps the stack from starting is said in a sentence that names the setting to change."""

import socket
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError
from typer.testing import CliRunner

from config.settings import Settings
from db.engine import session_scope
from services.api_keys import create_key
from services.errors import OpenToAll
from services.scopes import Scope
from stack import preflight
from stack.cli import app
from stack.data_folder import AUTH_STRING_NAME, ensure_auth_string
from stack.environment import settings_environment
from stack.errors import AlreadyRunning, NoSpace, PortInUse, StackError
from stack.state import Addresses, exclusive, forget_addresses, load_addresses, save_addresses

ADDRESSES = Addresses("http://a", "http://p/api", "http://p", "postgresql://", "/inbox", "/logs")


def test_port_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "RELEASE_SECONDS", 0.0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse, match=rf"Port {port} .* API, .* set INTAKE_API_PORT"):
            preflight.check_port("127.0.0.1", port, "API", "INTAKE_API_PORT")
    preflight.check_port("127.0.0.1", port, "API", "INTAKE_API_PORT")


def test_no_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preflight, "NEEDED_BYTES", 1 << 62)
    with pytest.raises(NoSpace, match="INTAKE_DATA_DIR"):
        preflight.check_data_folder(tmp_path)


def test_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StackError, match=r"cannot be written.*INTAKE_DATA_DIR"):
        preflight.check_data_folder(tmp_path / "data")


@pytest.mark.parametrize("token", ["", " ", "\t\n"])
def test_empty_token_is_refused_with_a_sentence(token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTAKE_API_TOKEN", token)
    with pytest.raises(ValidationError, match="anybody could guess"):
        Settings(_env_file=None)  # type: ignore[call-arg]
    result = CliRunner().invoke(app, ["up"])
    assert result.exit_code == 3
    assert result.stderr.startswith("INTAKE_API_TOKEN: ")


def test_what_is_wrong_with_a_setting_is_said_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:hidden-word@h/d")
    monkeypatch.setenv("INTAKE_API_PORT", "hidden-word")
    result = CliRunner().invoke(app, ["up"])
    assert result.stderr.startswith("INTAKE_API_PORT: ")
    assert "hidden-word" not in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_without_a_key_only_loopback_is_listened_on(host: str, database_url: str) -> None:
    open_to_all = Settings(_env_file=None, api_host=host)  # type: ignore[call-arg]
    with pytest.raises(OpenToAll, match="INTAKE_API_TOKEN"):
        preflight.check_keys(open_to_all, database_url)
    preflight.check_keys(open_to_all.model_copy(update={"api_token": SecretStr("a-key")}), "")
    preflight.check_keys(Settings(_env_file=None), "")  # type: ignore[call-arg]
    with session_scope() as session:
        create_key(session, "test", frozenset({Scope.READ}), None)
    preflight.check_keys(open_to_all, database_url)


def test_auth_string_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    made = ensure_auth_string(tmp_path)
    assert ensure_auth_string(tmp_path) == made
    assert (tmp_path / AUTH_STRING_NAME).stat().st_mode & 0o777 == 0o600
    (tmp_path / "other").mkdir()
    assert ensure_auth_string(tmp_path / "other") != made


def test_second_stack_on_the_same_data(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(AlreadyRunning, match="already running"), exclusive(tmp_path):
        pass
    with exclusive(tmp_path):
        pass


def test_addresses_are_found_while_it_runs(tmp_path: Path) -> None:
    assert load_addresses(tmp_path) is None
    save_addresses(tmp_path, ADDRESSES)
    assert load_addresses(tmp_path) == ADDRESSES
    assert (tmp_path / "stack.json").stat().st_mode & 0o077 == 0
    forget_addresses(tmp_path)
    assert load_addresses(tmp_path) is None


def test_parts_get_the_settings_that_were_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Settings(_env_file=None, data_dir=tmp_path, api_token="secret", batch_size=7)  # type: ignore[call-arg, arg-type]
    environment = settings_environment(chosen)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    again = Settings(_env_file=None)  # type: ignore[call-arg]
    assert again.batch_size == 7
    assert again.data_dir == tmp_path
    assert again.api_token is not None
    assert again.api_token.get_secret_value() == "secret"
