#!/usr/bin/env bash
# Copies secrets and scripts to the volumes of their readers, readable by all users there. Containers run with other user ids, so
# they could not read files from a clone under umask 077. Runs at each docker compose up, so a changed secret is copied again.
# Converts line ends to Unix.
set -euo pipefail
cd /to

# copy FILE TARGET
copy() {
  tr -d '\r' <"$1" >"$2"
  chmod 444 "$2"
}

find . -type f -delete

# The lines of secrets.txt for one service.
secrets_of() {
  local variable=${1^^} owner=()
  [ "$1" = gateway-service ] || owner=(-e "s/{owner}/$1/g")
  tr -d '\r' </from/secrets.txt | sed -e "s/{service}/$1/g" -e "s/{SERVICE}/${variable//-/_}/g" "${owner[@]}" | grep -v '[#{]'
}

tr -d '\r' </services.txt | sed -n 's/^\([a-z-]*\) .*/\1/p' | while read -r service; do secrets_of "$service"; done | sort -u |
  while read -r reader name file; do
    if [ ! -e "/secrets/$file" ] && [ -e /secrets/prefix ]; then
      # For the demo
      echo "$(tr -d '\r' </secrets/prefix)$file" >"/tmp/$file"
      copy "/tmp/$file" "$reader/$name"
    else
      copy "/secrets/$file" "$reader/$name"
    fi
  done

for script in /provisioning/postgres/*.sh /provisioning/postgres/*.sql /provisioning/postgres/server/*.sh; do copy "$script" "postgres-scripts/${script##*/}"; done
for script in /provisioning/redis/*.sh /provisioning/redis/*.acl; do copy "$script" "redis-scripts/${script##*/}"; done
for script in /from/kafka/*.sh; do copy "$script" "kafka-scripts/${script##*/}"; done
chmod 555 ./*-scripts/*.sh
