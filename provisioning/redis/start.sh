#!/bin/sh
# A Redis that knows its users: start.sh INSTANCE [ARGUMENT OF redis-server]...
#
# Who they are and what each may do says INSTANCE.acl beside this file; their passwords are in /run/secrets, a file a user. The
# user operator may do everything. Whoever gives no password may ping, as health checks do, and nothing else. /run/redis has to
# be in memory: what Redis reads there has the hashes of the passwords.
set -eu
umask 077

instance=$1
shift

hash() {
  password=$(cat "/run/secrets/$1")
  [ -n "$password" ] || { echo "/run/secrets/$1 is empty" >&2; exit 1; }
  printf %s "$password" | sha256sum | cut -d ' ' -f 1
}

operator=$(hash operator)
{
  echo 'user default on nopass resetkeys resetchannels -@all +ping'
  echo "user operator on #$operator ~* &* +@all"
  grep '^user ' "${0%/*}/$instance.acl" | while read -r _ name state _ rules; do
    hashed=$(hash "$name")
    echo "user $name $state #$hashed $rules"
  done
} >/run/redis/users.acl

# Every address may come, since everybody needs a password.
exec redis-server --protected-mode no --aclfile /run/redis/users.acl "$@"
