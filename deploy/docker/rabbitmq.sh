#!/usr/bin/env bash
# RabbitMQ with TLS alone, and with the users that its definitions name.
set -euo pipefail
mkdir -p /etc/rabbitmq/conf.d
cat >/etc/rabbitmq/conf.d/90-fleet.conf <<'CONF'
listeners.tcp = none
listeners.ssl.default = 5671
ssl_options.cacertfile = /run/fleet/tls/ca.pem
ssl_options.certfile = /run/fleet/tls/server.pem
ssl_options.keyfile = /run/fleet/tls/server.key
ssl_options.verify = verify_none
ssl_options.fail_if_no_peer_cert = false
management.tcp.ip = 127.0.0.1
load_definitions = /run/fleet/definitions.json
vm_memory_high_watermark.absolute = 300MB
disk_free_limit.absolute = 256MB
raft.wal_max_size_bytes = 67108864
CONF
exec docker-entrypoint.sh rabbitmq-server
