#!/usr/bin/env bash
# Creates a schema and two roles for each service that has a SERVICE-migrator in /run/secrets, with the passwords found there.
# Safe to run again, which changes passwords. Needs PGHOST, PGUSER and PGDATABASE of an administrator, and the password in
# PGPASSWORD_FILE. Waits up to half an hour for PostgreSQL.
set -euo pipefail
shopt -s failglob

PGPASSWORD=$(<"$PGPASSWORD_FILE")
export PGPASSWORD PGCONNECT_TIMEOUT=5

until refusal=$(psql --quiet --no-psqlrc --command 'SELECT' 2>&1 >/dev/null); do
  echo "waiting: $refusal"
  [ "$SECONDS" -lt 1800 ]
  sleep 2
done

# psql reads the passwords, so that no command line contains them.
for migrator in /run/secrets/*-migrator; do
  service=${migrator%-migrator}
  service=${service##*/}
  role=${service//-/_}
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --output /dev/null --file - <<SQL
\set database '$PGDATABASE'
\set service $role
\set migrator ${role}_migrator
\set service_password \`cat /run/secrets/$service\`
\set migrator_password \`cat /run/secrets/$service-migrator\`
SET client_min_messages = warning;
\include /provisioning/provision-service.sql
SQL
  echo "$service: schema and roles are there"
done
