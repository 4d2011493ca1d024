#!/bin/sh
# A self-signed certificate for the lifetime of the container. Mount your own to replace it.
set -eu
certificates=/etc/nginx/certificates
if [ ! -f "$certificates/tls.crt" ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout "$certificates/tls.key" -out "$certificates/tls.crt" 2>/dev/null
fi
