#!/usr/bin/env bash
# PostgreSQL that is reached with TLS alone. It insists on a key of its own, which what is mounted is not.
set -euo pipefail
install -o postgres -g postgres -m 600 /run/fleet/tls/server.key /run/fleet/tls/server.pem /var/lib/postgresql/
# Text is sorted by code points, as by the server that ./fleet up starts.
export POSTGRES_INITDB_ARGS="--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8"
exec docker-entrypoint.sh postgres -c ssl=on -c ssl_min_protocol_version=TLSv1.3 \
  -c ssl_cert_file=/var/lib/postgresql/server.pem -c ssl_key_file=/var/lib/postgresql/server.key
