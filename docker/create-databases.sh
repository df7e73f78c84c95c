#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: the two databases, each with a user and password of its own.
set -eu
# The passwords are read from the environment: arguments can be seen by every user of the host.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv intake_password INTAKE_DATABASE_PASSWORD
\getenv prefect_password PREFECT_DATABASE_PASSWORD
CREATE ROLE intake LOGIN PASSWORD :'intake_password';
CREATE ROLE prefect LOGIN PASSWORD :'prefect_password';
CREATE DATABASE intake OWNER intake;
CREATE DATABASE prefect OWNER prefect;
REVOKE CONNECT ON DATABASE intake, prefect FROM PUBLIC;
SQL
