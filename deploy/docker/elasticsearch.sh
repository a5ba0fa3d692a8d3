#!/usr/bin/env bash
# One Elasticsearch node for the private network, which answers whoever has the key, with TLS alone.
set -euo pipefail
mkdir -p config tmp
cp /run/fleet/api-key /run/fleet/tls/server.p12 config/
exec java -Xms512m -Xmx512m -XX:+UseSerialGC -Des.path.home=/app -Djava.io.tmpdir="$PWD/tmp" \
  -Dlog4j2.configurationFile=/app/classes/log4j2.properties -Dlog4j2.disable.jmx=true -Dio.netty.noUnsafe=true \
  --module-path /app/lib --add-modules ALL-MODULE-PATH,jdk.incubator.vector \
  --enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core \
  --add-exports org.elasticsearch.server/org.elasticsearch.plugins.interceptor=ALL-UNNAMED \
  -cp /app/classes com.smartfitness.stack.elasticsearch.SearchNode /app "$PWD" 9200 9300 0.0.0.0
