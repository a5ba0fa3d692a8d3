#!/usr/bin/env bash
# S3Proxy for the private network, reached with TLS alone, with the buckets named as arguments.
set -euo pipefail
for bucket in "$@"; do mkdir -p "buckets/$bucket"; done
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx192m -cp "/app/classes:/app/lib/*" \
  com.smartfitness.stack.s3proxy.ObjectStore 9000 "$PWD/buckets" /run/fleet/keys 0.0.0.0 \
  /run/fleet/tls/server.p12 unprotected
