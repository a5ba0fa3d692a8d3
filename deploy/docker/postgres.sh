#!/usr/bin/env bash
# PostgreSQL that is reached with TLS alone. It insists on a key of its own, which what is mounted is not.
set -euo pipefail
install -o postgres -g postgres -m 600 /run/fleet/tls/server.key /run/fleet/tls/server.pem /var/lib/postgresql/
exec docker-entrypoint.sh postgres -c ssl=on -c ssl_min_protocol_version=TLSv1.3 \
  -c ssl_cert_file=/var/lib/postgresql/server.pem -c ssl_key_file=/var/lib/postgresql/server.key
