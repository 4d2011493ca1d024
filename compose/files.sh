#!/usr/bin/env bash
# Copies secrets and scripts to where their readers mount them, readable by everybody there. Containers run under numbers of their
# own, and could not read what a clone under umask 077 lets only its owner read. Runs at each docker compose up, so a secret that
# has changed is copied anew. Line ends become those of Unix.
set -euo pipefail
cd /to

# copy FILE TARGET
copy() {
  tr -d '\r' <"$1" >"$2"
  chmod 444 "$2"
}

find . -type f -delete

tr -d '\r' </from/secrets.txt | grep -v '^#' | while read -r reader name file; do
  copy "/secrets/$file" "$reader/$name"
done

for script in /provisioning/postgres/*.sh /provisioning/postgres/*.sql /provisioning/postgres/server/*.sh; do copy "$script" "postgres-scripts/${script##*/}"; done
for script in /provisioning/redis/*.sh /provisioning/redis/*.acl; do copy "$script" "redis-scripts/${script##*/}"; done
for script in /from/kafka/*.sh; do copy "$script" "kafka-scripts/${script##*/}"; done
chmod 555 ./*-scripts/*.sh
