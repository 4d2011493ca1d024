#!/usr/bin/env bash
# Starts PostgreSQL with the superuser password of POSTGRES_PASSWORD_FILE. The image reads that file only when it creates the
# database. Everything else is the default of the image: start.sh [ARGUMENT OF postgres]...
set -euo pipefail

if [ -s "$PGDATA/PG_VERSION" ]; then
  password=$(<"$POSTGRES_PASSWORD_FILE")
  # Before the server starts, so that nobody can log in with the old password. One statement is one line.
  printf "ALTER ROLE postgres PASSWORD '%s';\n" "${password//\'/\'\'}" |
    postgres --single -D "$PGDATA" postgres >/dev/null
fi

exec docker-entrypoint.sh postgres "$@"
