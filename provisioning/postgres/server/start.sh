#!/usr/bin/env bash
# PostgreSQL with the superuser's password of POSTGRES_PASSWORD_FILE, which the image itself reads only when it makes the database.
# Everything else is the image's: start.sh [ARGUMENT OF postgres]...
set -euo pipefail

if [ -s "$PGDATA/PG_VERSION" ]; then
  password=$(<"$POSTGRES_PASSWORD_FILE")
  # Before the server starts, so that nobody is let in with the old one. A line is a statement.
  printf "ALTER ROLE postgres PASSWORD '%s';\n" "${password//\'/\'\'}" |
    postgres --single -D "$PGDATA" postgres >/dev/null
fi

exec docker-entrypoint.sh postgres "$@"
