#!/bin/sh
# Starts Redis with users: start.sh INSTANCE [ARGUMENT OF redis-server]...
#
# INSTANCE.acl beside this file lists the users and their rights. Their passwords are in /run/secrets, one file for each user.
# The user operator may do everything. A client without a password may only ping, as health checks do. /run/redis must be in
# memory, because the ACL file there contains the hashes of the passwords.
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

# Every address may connect, since every client needs a password.
exec redis-server --protected-mode no --aclfile /run/redis/users.acl "$@"
