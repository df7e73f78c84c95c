"""Every setting of the system, its default and its meaning."""

from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, PositiveFloat, PositiveInt, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024


class Settings(BaseSettings):
    """Read from the environment and `.env`; names carry the prefix `INTAKE_` unless an alias says otherwise."""

    model_config = SettingsConfigDict(env_prefix="INTAKE_", env_file=".env", extra="ignore", populate_by_name=True)

    database_url: Annotated[
        str, Field(validation_alias="DATABASE_URL", description="SQLAlchemy URL of the application's PostgreSQL.")
    ] = "postgresql+psycopg2://postgres@localhost:5432/intake"
    prefect_api_url: Annotated[
        str, Field(validation_alias="PREFECT_API_URL", description="The Prefect server's API.")
    ] = "http://127.0.0.1:4200/api"
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
        SecretStr | None, Field(description="When set, the API and the page ask for it; unset means loopback use only.")
    ] = None
    log_level: Annotated[str, Field(description="Level of the project's own logs.")] = "INFO"

    max_upload_bytes: Annotated[PositiveInt, Field(description="Largest file accepted, in bytes.")] = 10 * MEGABYTE
    max_batch_files: Annotated[PositiveInt, Field(description="Most files in one batch upload.")] = 500

    work_pool: Annotated[str, Field(description="Prefect work pool that the deployments run on.")] = "resumes"
    batch_size: Annotated[int, Field(ge=1, le=1000, description="Most resumes in one ingest flow run.")] = 100
    worker_processes: Annotated[
        int, Field(ge=0, description="Warm child processes of a worker; 0 means one per CPU core.")
    ] = 0
    lease_seconds: Annotated[
        PositiveFloat, Field(description="How long a resume in flight is left alone before it counts as lost.")
    ] = 60.0
    max_attempts: Annotated[PositiveInt, Field(description="Tries before a resume that never finishes is failed.")] = 5
    sweep_settle_seconds: Annotated[
        float, Field(ge=0, description="How long a file in the inbox must be still before it is taken.")
    ] = 3.0

    @property
    def resolved_storage_url(self) -> str:
        return self.storage_url or (self.data_dir / "files").resolve().as_uri()

    @property
    def resolved_inbox_dir(self) -> Path:
        return self.inbox_dir or self.data_dir / "inbox"

    @property
    def prefect_ui_url(self) -> str:
        return self.prefect_api_url.removesuffix("/").removesuffix("/api")


@lru_cache
def get_settings() -> Settings:
    return Settings()
