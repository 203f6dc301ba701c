#!/usr/bin/env bash
# Measures the product beside plain JDBC, a stock event store and another engine, on one durable PostgreSQL of its own:
#   deploy/bench/run.sh             every part in short rounds and small towns
#   deploy/bench/run.sh full        larger and longer, up to a million cases: needs hours and much disk
#   deploy/bench/run.sh short lag   some parts only: engine, lag, replay, startup, http, growth
# Builds what is not built. Prints tables and writes deploy/bench/target/bench.json; what was not measured is not in it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../jdk25.sh"
cd "$here/../.."
JAVA_HOME=$(dirname "$(dirname "$JAVA")") ./mvnw -q -DskipTests -pl deploy/bench -am package
exec "$JAVA" -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx256m \
    -Dlogback.configurationFile=org/shaodao/bench/logback.xml \
    -cp "$here/target/classes:$(cat "$here/target/class-path")" org.shaodao.bench.Bench "$PWD" "${1:-short}" "${@:2}"
