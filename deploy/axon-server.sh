#!/usr/bin/env bash
# Runs the scenarios, everything that tests ask of the whole product over HTTP, with events in an Axon Server that is there:
#   deploy/axon-server.sh HOST:PORT
# Its context "default" should be empty. Prints how many ran, failed, and were skipped, being about events in PostgreSQL.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/jdk25.sh"
[ $# -eq 1 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 2; }
export SHAODAO_AXON_SERVER_SERVERS=$1
cd "$here/.."
tests=$(grep -rlE '(Town|RunningProduct)\.shared\(\)' --include='*Test.java' case-api/src/test/java/org/shaodao \
    | grep -v /pages/ | xargs -n1 basename -s .java | paste -sd,)
rm -rf case-api/target/surefire-reports
JAVA_HOME=$(dirname "$(dirname "$JAVA")") ./mvnw -q -pl case-api -am test -Dspotless.check.skip=true \
    -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.test.failure.ignore=true
awk -F'"' '/<testsuite / {
    for (i = 1; i < NF; i += 2) { if ($i ~ / (tests|errors|failures|skipped)=$/) { sub(/.* /, "", $i); n[$i] += $(i + 1) } }
} END {
    failed = n["errors="] + n["failures="]
    printf "scenarios against %s: %d run, %d failed, %d skipped\n", ENVIRON["SHAODAO_AXON_SERVER_SERVERS"],
        n["tests="] - n["skipped="], failed, n["skipped="]
    exit (failed > 0 || n["tests="] == 0)
}' case-api/target/surefire-reports/TEST-*.xml
