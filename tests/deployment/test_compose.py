"""No container engine is needed to see that what the deployment files name exists in the project."""

import re
import subprocess
import tomllib
from importlib.metadata import entry_points
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import prefect.settings
import pytest
import yaml
from prefect.settings import get_current_settings

from config.settings import Settings
from db.lanes import Lane
from stack.deploy import QUEUES
from stack.parts import SERVER_SETTINGS, WORKER_POLL_SECONDS, WORKER_TYPE, prefect_server_settings
from stack.postgres import DISCREET_LOGS

ROOT = Path(__file__).parents[2]
PROGRAMS = {"uvicorn", "prefect", "alembic", "python", "sh"}
OURS = {str(field.validation_alias or f"INTAKE_{name.upper()}") for name, field in Settings.model_fields.items()}
OF_LIBRARIES = {"PATH", "PYTHONUNBUFFERED", "DO_NOT_TRACK", "GX_ANALYTICS_ENABLED", "PREFECT_HOME"}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return services


@pytest.fixture(scope="module")
def dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text()


def of_this_project(services: dict[str, Any]) -> dict[str, Any]:
    return {name: service for name, service in services.items() if service["image"] == "resume-intake"}


def words_of(command: list[str]) -> list[str]:
    """A shell's script word by word, so that what it runs is looked at too."""
    return re.split(r"\s+", " ".join(command[2:])) if command[:2] == ["sh", "-c"] else command


def test_every_program_and_module_exists(services: dict[str, Any], dockerfile: str) -> None:
    commands = [words_of(service["command"]) for service in of_this_project(services).values() if "command" in service]
    commands.append(re.findall(r'"([^"]+)"', dockerfile.rsplit("\nCMD ", 1)[1]))
    for command in commands:
        assert command[0] in PROGRAMS, command
        for flag, module in pairwise(command):
            if flag == "-m":
                assert find_spec(module), module
        for word in command:
            if re.fullmatch(r"[a-z_.]+:\w+", word):
                module, _, attribute = word.partition(":")
                assert attribute in (ROOT / f"{module.replace('.', '/')}.py").read_text()


def test_the_prefect_server_is_set_as_the_embedded_one_is(services: dict[str, Any]) -> None:
    assert ROOT / services["prefect"]["env_file"] == SERVER_SETTINGS
    for name in prefect_server_settings():
        assert hasattr(prefect.settings, name), "Prefect passes over a name that it does not know"


def test_postgres_logs_as_little_as_the_embedded_one(services: dict[str, Any]) -> None:
    assert services["postgres"]["command"] == [
        "postgres",
        *(f"-c{name}={value}" for name, value in DISCREET_LOGS.items()),
    ]


def test_workers_ask_as_often_as_the_embedded_one(services: dict[str, Any]) -> None:
    assert float(services["worker"]["environment"]["PREFECT_WORKER_QUERY_SECONDS"]) == WORKER_POLL_SECONDS


def test_the_worker_is_of_the_type_and_pool_that_are_deployed(services: dict[str, Any]) -> None:
    command = services["worker"]["command"]
    assert command[command.index("--type") + 1] == WORKER_TYPE
    assert command[command.index("--pool") + 1] == Settings.model_fields["work_pool"].default
    assert any(entry.value == "worker" for entry in entry_points(group="prefect.collections"))


def test_every_environment_name_is_read_by_something(services: dict[str, Any], dockerfile: str) -> None:
    image = set(re.findall(r"^(?:ENV )?\s*([A-Z_]+)=", dockerfile.split("USER intake")[0].rsplit("FROM", 1)[1], re.M))
    names = image.union(*(service.get("environment", {}) for service in of_this_project(services).values()))
    unknown = {name for name in names if name not in OURS | OF_LIBRARIES and not is_prefect_setting(name)}
    assert unknown == set()


def is_prefect_setting(name: str) -> bool:
    known = get_current_settings().to_environment_variables(include_secrets=True)
    return name in known or name in prefect_names()


def prefect_names() -> set[str]:
    from prefect.settings.legacy import _get_settings_fields
    from prefect.settings.models.root import Settings as PrefectSettings

    return set(_get_settings_fields(PrefectSettings))


def test_secrets_come_from_the_environment_file(services: dict[str, Any]) -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    example = (ROOT / ".env.example").read_text()
    assert asked == set(re.findall(r"^# (\w+)=$", example, re.M))
    assert not re.search(r"^\w+=", example, re.M), "a copy of it must not set an empty secret"


def test_secrets_are_made_at_random() -> None:
    made = subprocess.run(["sh", str(ROOT / "docker/make-env.sh")], capture_output=True, text=True, check=True).stdout
    names, values = zip(*(line.split("=") for line in made.splitlines()), strict=True)
    assert set(names) == set(re.findall(r"\$\{(\w+):\?", (ROOT / "docker-compose.yml").read_text()))
    assert len(set(values)) == len(values)
    assert all(re.fullmatch(r"[0-9a-f]{48}", value) for value in values)


def test_every_part_has_its_own_password_and_no_more_than_it_needs(services: dict[str, Any]) -> None:
    def secrets_of(name: str) -> set[str]:
        return set(re.findall(r"\$\{(\w+):\?", str(services[name]["environment"])))

    assert secrets_of("prefect") == {"PREFECT_DATABASE_PASSWORD", "PREFECT_PASSWORD"}
    assert secrets_of("api") == {"INTAKE_DATABASE_PASSWORD", "PREFECT_PASSWORD", "INTAKE_API_TOKEN"}
    assert services["worker"]["environment"]["PREFECT_API_AUTH_STRING"].startswith("intake:")


def test_no_password_is_an_argument(services: dict[str, Any]) -> None:
    script = (ROOT / "docker/create-databases.sh").read_text()
    commands = script.partition("<<'SQL'")[0]
    assert "PASSWORD" not in commands.replace("PGPASSWORD", "")
    read = dict(re.findall(r"^\\getenv (\w+) (\w+)$", script, re.M))
    assert set(read) == set(re.findall(r":'(\w+)'", script))
    assert set(read.values()) <= set(services["postgres"]["environment"])
    assert not any("PASSWORD" in str(service.get("command")) for service in services.values())


def test_any_setting_can_be_given_to_what_reads_them(services: dict[str, Any]) -> None:
    for name in ("setup", "api", "worker"):
        assert services[name]["env_file"] == [{"path": "intake.env", "required": False}]
    for ignored in (".gitignore", ".dockerignore"):
        assert "intake.env" in (ROOT / ignored).read_text().splitlines()


def test_only_the_api_is_published_beyond_loopback(services: dict[str, Any]) -> None:
    published = {name: port for name, service in services.items() for port in service.get("ports", [])}
    assert {name for name, port in published.items() if not port.startswith("127.0.0.1:")} == {"api"}


def test_services_wait_for_what_they_need_and_come_back(services: dict[str, Any]) -> None:
    for name, service in services.items():
        assert service["restart"] in {"unless-stopped", "on-failure"}, name
        for needed, how in service.get("depends_on", {}).items():
            assert needed in services
            if how["condition"] == "service_healthy":
                assert "test" in services[needed]["healthcheck"]
    assert services["api"]["depends_on"]["setup"]["condition"] == "service_completed_successfully"


def test_workers_can_be_scaled(services: dict[str, Any]) -> None:
    assert "container_name" not in services["worker"]
    assert "ports" not in services["worker"]


def test_image_installs_the_lock_with_hashes_and_runs_as_nobody_special(dockerfile: str) -> None:
    assert "--require-hashes -r requirements.txt" in dockerfile
    final = dockerfile.rsplit("FROM", 1)[1]
    assert re.search(r"^USER (?!root)", final, re.M)
    assert "HEALTHCHECK" in final


def test_volumes_and_mounts_exist(services: dict[str, Any]) -> None:
    volumes = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["volumes"]
    for service in services.values():
        for mount in service.get("volumes", []):
            source = mount.partition(":")[0]
            assert (ROOT / source).exists() if source.startswith(".") else source in volumes


def test_deployments_name_flows_and_queues_that_exist() -> None:
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    assert {deployment["name"] for deployment in deployments} == {"ingest", "sweep", "backfill", "maintain", "retain"}
    for deployment in deployments:
        file, _, function = deployment["entrypoint"].partition(":")
        assert re.search(rf"def {function}\(", (ROOT / file).read_text())
        assert deployment["work_pool"]["name"] == Settings.model_fields["work_pool"].default
        assert deployment["work_pool"]["work_queue_name"] in QUEUES


def test_every_lane_has_a_queue_and_maintenance_waits_behind_none() -> None:
    assert set(Lane) < set(QUEUES)
    assert QUEUES[Lane.INTERACTIVE] < QUEUES[Lane.SUSPECTS] < QUEUES[Lane.BULK]
    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    (queue,) = (each["work_pool"]["work_queue_name"] for each in deployments if each["name"] == "maintain")
    assert QUEUES[queue] < min(QUEUES[lane] for lane in Lane)


def test_the_lock_holds_every_runtime_dependency() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    locked = set(re.findall(r"^([a-z0-9.-]+)==", (ROOT / "requirements.txt").read_text(), re.M))
    assert {re.split(r"[<>=\[]", requirement)[0] for requirement in wanted} <= locked


def test_prefect_deletes_what_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.settings.models.server.services import ServerServicesDBVacuumSettings

    for name, value in prefect_server_settings().items():
        monkeypatch.setenv(name, value)
    vacuum = ServerServicesDBVacuumSettings()
    assert vacuum.enabled_vacuum_types >= {"events", "flow_runs"}
    assert vacuum.retention_period.days == 30
