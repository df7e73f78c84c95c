"""Every setting of the system, its default and its meaning."""

from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PositiveFloat, PositiveInt, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from config.deadlines import EXTENSION_SECONDS, LEASE_SECONDS, SILENCE_SECONDS, STEP_SECONDS

MEGABYTE = 1024 * 1024
LOOPBACK_NAMES = frozenset({"127.0.0.1", "::1", "localhost"})
UNSPECIFIED_ADDRESSES = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - compared, not bound  # nosec B104


class Settings(BaseSettings):
    """Read from the environment and `.env`; names carry the prefix `INTAKE_` unless an alias says otherwise."""

    model_config = SettingsConfigDict(
        env_prefix="INTAKE_", env_file=".env", extra="ignore", populate_by_name=True, hide_input_in_errors=True
    )

    database_url: Annotated[
        str, Field(validation_alias="DATABASE_URL", description="SQLAlchemy URL of the application's PostgreSQL.")
    ] = "postgresql+psycopg2://postgres@localhost:5432/intake"
    prefect_api_url: Annotated[
        str, Field(validation_alias="PREFECT_API_URL", description="The Prefect server's API.")
    ] = "http://127.0.0.1:4200/api"
    prefect_auth_string: Annotated[
        SecretStr | None,
        Field(
            validation_alias="PREFECT_API_AUTH_STRING",
            description="`user:password` of the Prefect server's API; the embedded one makes its own at first start.",
        ),
    ] = None
    prefect_trusted_hosts: Annotated[
        str, Field(description="Host names that the Prefect server answers to beside loopback's, comma-separated.")
    ] = ""
    data_dir: Annotated[Path, Field(description="Where the embedded stack keeps its files.")] = Path("data")
    storage_url: Annotated[
        str | None, Field(description="fsspec URL for resume files; default is `files` in the data folder.")
    ] = None
    inbox_dir: Annotated[
        Path | None, Field(description="Folder that the sweep watches; default is `inbox` in the data folder.")
    ] = None

    api_host: Annotated[str, Field(description="Address that the API and page listen on.")] = "127.0.0.1"
    api_port: Annotated[int, Field(description="Port of the API and page.")] = 8000
    prefect_port: Annotated[int, Field(description="Port of the embedded Prefect server and its UI.")] = 4200
    api_token: Annotated[
        SecretStr | None,
        Field(description="A key that may do everything. Without it, and without keys or users, loopback use only."),
    ] = None
    trusted_hosts: Annotated[
        str, Field(description="Host names that the API and page answer to beside loopback's, comma-separated.")
    ] = ""
    trusted_proxies: Annotated[
        str, Field(description="Addresses and networks of proxies whose `X-Forwarded-*` are believed, comma-separated.")
    ] = ""
    proxy_user_header: Annotated[
        str, Field(description="Header in which a trusted proxy names the user that it has signed in.")
    ] = ""
    proxy_user_scopes: Annotated[
        str, Field(description="What the users of a trusted proxy may do, comma-separated.")
    ] = "upload,read,review,export"
    api_key: Annotated[
        SecretStr | None, Field(description="Key that the command line sends; default is `INTAKE_API_TOKEN`.")
    ] = None
    sign_in_attempts: Annotated[
        int,
        Field(ge=0, description="Wrong passwords of a user before signing in is refused for a time; 0 is no limit."),
    ] = 10
    sign_in_window_seconds: Annotated[
        PositiveFloat, Field(description="The time in which wrong passwords are counted, and refusal lasts.")
    ] = 900.0
    requests_per_minute: Annotated[
        int, Field(ge=0, description="Most requests of a key or user in a minute; 0 is no limit.")
    ] = 6000
    uploads_per_hour: Annotated[
        int, Field(ge=0, description="Most files that a key or user may send in an hour; 0 is no limit.")
    ] = 0
    metrics_from: Annotated[
        str, Field(description="Addresses and networks that read `/metrics` without a key, comma-separated.")
    ] = ""
    log_level: Annotated[str, Field(description="Level of the project's own logs.")] = "INFO"
    log_format: Annotated[
        Literal["text", "json"],
        Field(description="`text`, or `json`: one object a line, of the API and the workers' processes."),
    ] = "text"

    max_upload_bytes: Annotated[PositiveInt, Field(description="Largest file accepted, in bytes.")] = 10 * MEGABYTE
    min_free_bytes: Annotated[
        int,
        Field(ge=0, description="With less free space in a local file store no upload is taken; 0 asks for none."),
    ] = 100 * MEGABYTE
    orphan_seconds: Annotated[
        PositiveFloat,
        Field(description="How old a file that no resume names is when `maintain` removes it from the store."),
    ] = 86400.0
    refuse_erased: Annotated[
        bool,
        Field(description="Keep a salted hash of each file that is erased, and refuse the file when it comes again."),
    ] = False
    retention_months: Annotated[
        PositiveInt | None,
        Field(description="Months after the last upload of a person at which they are erased; default is never."),
    ] = None
    retention_months_by_source: Annotated[
        str, Field(description="The same for resumes from a source: `SOURCE=MONTHS`, comma-separated.")
    ] = ""
    max_batch_files: Annotated[PositiveInt, Field(description="Most files in one batch upload.")] = 500

    quick_read_seconds: Annotated[
        PositiveFloat,
        Field(description="Processor seconds to read a file of 1 MB or more in an ordinary run; more sets it aside."),
    ] = 1.0
    quick_read_seconds_small: Annotated[
        PositiveFloat, Field(description="The same for the smallest files; between the two it grows with the size.")
    ] = 0.15
    quick_lines: Annotated[
        PositiveInt, Field(description="Lines of a document that an ordinary run parses; one with more is set aside.")
    ] = 800
    read_seconds: Annotated[
        PositiveFloat, Field(description="Processor seconds that any file of 1 MB or more may take; more fails it.")
    ] = 8.0
    read_seconds_small: Annotated[PositiveFloat, Field(description="The same for the smallest files.")] = 1.0
    recognition_seconds_per_page: Annotated[
        PositiveFloat, Field(description="Further processor seconds for each page that OCR reads.")
    ] = 15.0
    read_memory_mb: Annotated[PositiveInt, Field(description="Memory that reading one file may take.")] = 1000
    max_pages: Annotated[
        PositiveInt, Field(description="Pages that are read; the rest is left out, with a finding.")
    ] = 100
    max_lines: Annotated[
        PositiveInt, Field(description="Lines that are read; the rest is left out, with a finding.")
    ] = 2_000
    max_words: Annotated[
        PositiveInt, Field(description="Words that are read; the rest is left out, with a finding.")
    ] = 25_000
    max_recognised_pages: Annotated[PositiveInt, Field(description="Pages of one file that OCR reads.")] = 6
    max_image_pixels: Annotated[PositiveInt, Field(description="Largest picture that is given to OCR, in pixels.")] = (
        100_000_000
    )
    max_pdf_objects: Annotated[PositiveInt, Field(description="Objects of a PDF; one with more is refused.")] = 250_000
    max_docx_parts: Annotated[PositiveInt, Field(description="Parts of a DOCX; one with more is refused.")] = 2_000
    max_docx_xml_bytes: Annotated[
        PositiveInt, Field(description="Inflated XML of a DOCX in bytes; one with more is refused.")
    ] = 20_000_000
    max_docx_bytes: Annotated[
        PositiveInt, Field(description="All of a DOCX inflated in bytes; one with more is refused.")
    ] = 120_000_000

    work_pool: Annotated[str, Field(description="Prefect work pool that the deployments run on.")] = "resumes"
    batch_size: Annotated[int, Field(ge=1, le=1000, description="Most resumes in one ingest flow run.")] = 100
    worker_processes: Annotated[
        int, Field(ge=0, description="Warm child processes of a worker; 0 means one per CPU core.")
    ] = 0
    lease_seconds: Annotated[
        PositiveFloat,
        Field(description="After so long without a sign of the flow run that has it, a resume counts as lost."),
    ] = LEASE_SECONDS
    max_attempts: Annotated[PositiveInt, Field(description="Tries before a resume that never finishes is failed.")] = 5
    sweep_settle_seconds: Annotated[
        float, Field(ge=0, description="How long a file in the inbox must be still before it is taken.")
    ] = 3.0

    @field_validator("api_token", "api_key", "prefect_auth_string", mode="after")
    @classmethod
    def _is_no_blank(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not secret.get_secret_value().strip():
            raise ValueError("it is empty, which anybody could guess: give it a value, or leave it out")
        return secret

    @field_validator("trusted_proxies", "metrics_from", mode="after")
    @classmethod
    def _are_networks(cls, listed: str) -> str:
        for written in _parts_of(listed):
            ip_network(written, strict=False)
        return listed

    @field_validator("retention_months_by_source", mode="after")
    @classmethod
    def _are_months(cls, listed: str) -> str:
        for part in _parts_of(listed):
            source, _, months = part.rpartition("=")
            if not (source.strip() and months.strip().isdecimal() and int(months)):
                raise ValueError("each part is a source, = and a number of months, such as `fair=12`")
        return listed

    @property
    def retention_by_source(self) -> dict[str, int]:
        """Months by source, in lower case."""
        pairs = (part.rpartition("=") for part in _parts_of(self.retention_months_by_source))
        return {source.strip().lower(): int(months) for source, _, months in pairs}

    @property
    def proxy_networks(self) -> frozenset[str]:
        return _parts_of(self.trusted_proxies)

    @property
    def metrics_networks(self) -> frozenset[str]:
        return _parts_of(self.metrics_from)

    @field_validator("read_seconds", "read_seconds_small", "recognition_seconds_per_page", mode="after")
    @classmethod
    def _fits_a_step(cls, processor_seconds: float) -> float:
        if processor_seconds >= STEP_SECONDS:
            raise ValueError(
                f"it must be less than {STEP_SECONDS:g}, which is how long a document is waited for at a time"
            )
        return processor_seconds

    @field_validator("lease_seconds", mode="after")
    @classmethod
    def _outlasts_a_hung_process(cls, lease_seconds: float) -> float:
        if (least := SILENCE_SECONDS + EXTENSION_SECONDS) >= lease_seconds:
            raise ValueError(f"a process that hangs must be ended before its leases are: choose more than {least:g}")
        return lease_seconds

    @property
    def host_names(self) -> frozenset[str]:
        """What the API and page may be called by; `*` among them stands for anything."""
        own = {self.api_host} - UNSPECIFIED_ADDRESSES
        return LOOPBACK_NAMES | own | _parts_of(self.trusted_hosts)

    @property
    def prefect_host_names(self) -> frozenset[str]:
        return LOOPBACK_NAMES | _parts_of(self.prefect_trusted_hosts)

    @property
    def listens_on_loopback(self) -> bool:
        return self.api_host in LOOPBACK_NAMES

    @property
    def resolved_storage_url(self) -> str:
        return self.storage_url or (self.data_dir / "files").resolve().as_uri()

    @property
    def resolved_inbox_dir(self) -> Path:
        return self.inbox_dir or self.data_dir / "inbox"

    @property
    def prefect_ui_url(self) -> str:
        return self.prefect_api_url.removesuffix("/").removesuffix("/api")


def _parts_of(listed: str) -> frozenset[str]:
    return frozenset(part.strip() for part in listed.split(",") if part.strip())


@lru_cache
def get_settings() -> Settings:
    return Settings()
