"""What keeps the stack from starting is said in a sentence that names the setting to change."""

import socket
from pathlib import Path

import pytest

from config.settings import Settings
from stack import preflight
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
