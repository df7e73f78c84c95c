#!/bin/sh
# Prints a `.env` for Docker Compose with a random value for each secret: `sh docker/make-env.sh > .env`.
set -eu
cd "$(dirname "$0")/.."
umask 077
sed -n 's/^# \([A-Z_]*\)=$/\1/p' .env.example | while read -r name; do
    echo "$name=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
done
