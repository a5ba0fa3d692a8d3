#!/usr/bin/env bash
# Takes a service's jar apart into /app and lets a JVM put it together once, which leaves an AOT cache beside it.
# Arguments are further options of the JVM. The database lasts as long as this; other stores need not be there.
set -euo pipefail
PATH=/opt/java/openjdk/bin:$PATH
java -Djarmode=tools -jar /build/service.jar extract --force --destination /app
printf '%s\n' -Xms32m -Xmx256m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "$@" >/app/jvm.options

data=/tmp/training
install -d -o postgres -m 700 "$data"
cd "$data"
gosu postgres initdb -D "$data/db" -U postgres --auth=trust >/dev/null
gosu postgres pg_ctl -D "$data/db" -o "-c listen_addresses=127.0.0.1 -k $data" -l "$data/log" -w start >/dev/null

export SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1/postgres SPRING_DATASOURCE_USERNAME=postgres \
  SPRING_DATASOURCE_PASSWORD=none \
  AUTH_ENCRYPTION_KEYSET_FILE=$data/encryption.json AUTH_ENCRYPTION_LOOKUP_KEYSET_FILE=$data/lookup.json FACES_KEYSET_FILE=$data/faces.json
for store in OBJECTS MODELS PHOTOS; do
  export "${store}_ENDPOINT=http://127.0.0.1:9" "${store}_ACCESS_KEY=none" "${store}_SECRET_KEY=none"
done
# What a JVM has seen until a store was missing is worth keeping as well.
java @/app/jvm.options -XX:AOTCacheOutput=/app/service.aot -Dspring.context.exit=onRefresh -jar /app/service.jar \
  || echo "train: put together in part; the cache holds less than it could" >&2
java @/app/jvm.options -XX:AOTCache=/app/service.aot -XX:AOTMode=on -cp /app/service.jar -version

gosu postgres pg_ctl -D "$data/db" -m immediate stop >/dev/null
rm -r "$data"
chmod a+r /app/service.aot
