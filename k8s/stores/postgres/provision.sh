#!/usr/bin/env bash
# A schema and two roles for each service, with the passwords found in /run/secrets. Safe to run again, which is how a
# password is changed. Wants PGHOST, PGUSER and PGDATABASE of an administrator, and the password in PGPASSWORD_FILE.
set -euo pipefail

PGPASSWORD=$(<"$PGPASSWORD_FILE")
export PGPASSWORD

for service in user order inventory email analytics; do
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --single-transaction --output /dev/null \
    --set database="$PGDATABASE" --set service="${service}_service" --set migrator="${service}_service_migrator" \
    --set service_password="$(<"/run/secrets/$service-service")" \
    --set migrator_password="$(<"/run/secrets/$service-service-migrator")" \
    --file /provisioning/provision-service.sql
  echo "$service-service: schema and roles are there"
done
