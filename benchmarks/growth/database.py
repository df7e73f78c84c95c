"""A database of the benchmark's own, filled with invented candidates by PostgreSQL itself."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
from alembic import command
from alembic.config import Config

from config import get_settings
from db.engine import dispose_engine
from stack.part import RunningPart
from stack.postgres import EmbeddedPostgres

ROOT = Path(__file__).parents[2]
FIRST_NAMES = "{Ada,Bruno,Chidi,Dalia,Emre,Farah,Goran,Hana,Ivo,Jun,Kofi,Lena,Mira,Nils,Olga,Priya,Quim,Rosa,Sefa,Tove}"
LAST_NAMES = (
    "{Abara,Brandt,Castro,Dube,Eklund,Farkas,Gupta,Haddad,Ito,Jansen,"
    "Kovac,Lopes,Mensah,Novak,Okoro,Park,Rossi,Silva,Tanaka,Vogel}"
)
TITLES = "{Nurse,Teacher,Electrician,Accountant,Chef,Engineer,Designer,Paralegal,Driver,Analyst}"


@contextmanager
def database() -> Iterator[str]:
    """A migrated, empty PostgreSQL that the application is set to; gives its URL and is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="intake-growth-") as folder:
        postgres = EmbeddedPostgres(Path(folder) / "postgres", Path(folder) / "postgres.log")
        postgres.prepare()
        running = RunningPart(postgres.part())
        try:
            running.wait_until_ready(cancelled=lambda: False)
            postgres.create_databases()
            os.environ.update(DATABASE_URL=postgres.application_url, INTAKE_DATA_DIR=folder)
            get_settings.cache_clear()
            dispose_engine()
            command.upgrade(Config(ROOT / "alembic.ini"), "head")
            yield postgres.application_url
        finally:
            dispose_engine()
            running.stop()


def fill(url: str, candidates: int) -> None:
    """Brings the table to this many candidates, each with a resume, two jobs, a school and three skills."""
    connection = psycopg2.connect(url.replace("+psycopg2", ""))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM candidates")
        (known,) = cursor.fetchone() or (0,)
        scope = {"low": known + 1, "high": candidates, "first": FIRST_NAMES, "last": LAST_NAMES, "titles": TITLES}
        for statement in _STATEMENTS:
            cursor.execute(statement, scope)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    connection.close()


_STATEMENTS = (
    "INSERT INTO skills (name) SELECT 'Benchmark skill ' || n FROM generate_series(1, 2000) n ON CONFLICT DO NOTHING",
    """INSERT INTO candidates (id, full_name, email, phone_number, linkedin_url)
       SELECT n, (%(first)s::text[])[1 + n %% 20] || ' ' || (%(last)s::text[])[1 + (n / 20) %% 20] || ' ' || to_hex(n),
              'person' || n || '@example.com', '+1312' || lpad(n::text, 7, '0'),
              'https://www.linkedin.com/in/person-' || n
       FROM generate_series(%(low)s, %(high)s) n""",
    "SELECT setval(pg_get_serial_sequence('candidates', 'id'), %(high)s)",
    """INSERT INTO resumes (candidate_id, file_name, file_path, file_hash, upload_status, finished_at)
       SELECT n, 'resume-' || n || '.pdf', md5(n::text), md5(n::text) || md5('x' || n::text), 'completed', now()
       FROM generate_series(%(low)s, %(high)s) n""",
    """INSERT INTO work_experience (candidate_id, company, job_title, start_date, start_date_precision)
       SELECT n, 'Company ' || n %% 5000, (%(titles)s::text[])[1 + n %% 10], date '2015-01-01' + n %% 2000, 'month'
       FROM generate_series(%(low)s, %(high)s) n, generate_series(1, 2)""",
    """INSERT INTO education (candidate_id, institution, degree)
       SELECT n, 'School ' || n %% 3000, 'Bachelor of Arts' FROM generate_series(%(low)s, %(high)s) n""",
    """INSERT INTO candidate_skills (candidate_id, skill_id)
       SELECT n, 1 + (n * 7 + k * 331) %% 2000 FROM generate_series(%(low)s, %(high)s) n, generate_series(1, 3) k
       ON CONFLICT DO NOTHING""",
)
