#!/usr/bin/env bash
# Starts the packaged product on an empty folder, in the heap that an installation has, and reads a large file into it:
#   deploy/volume.sh FILE SOURCE ZONE        for example  deploy/volume.sh nyc311_2026_apr-jun.csv.gz nyc America/New_York
# Prints rows per second, the peak of the heap, and what was rejected.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# -eq 3 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0"; exit 2; }
data=$(mktemp -d)
log=$data/console.log
port=${SHAODAO_WALK_PORT:-18081}
url=http://localhost:$port
"$here/shaodao" start --shaodao.data="$data/product" --server.port="$port" >"$log" 2>&1 &
product=$!
finish() {
    status=$?
    [ $status -eq 0 ] || tail -n 50 "$log" >&2
    kill "$product" 2>/dev/null || true
    wait "$product" 2>/dev/null || true
    rm -rf "$data"
    exit $status
}
trap finish EXIT

for _ in $(seq 300); do
    grep -qE '^  admin / ' "$log" && curl -sf "$url/actuator/health/readiness" >/dev/null && break
    kill -0 "$product" 2>/dev/null || { echo "volume: the product did not start"; exit 1; }
    sleep 1
done
once=$(grep -oE '^  admin / [^ ]+' "$log" | awk '{print $3}')
export SHAODAO_LOGIN=admin SHAODAO_PASSWORD="a password for one run"
curl -sSf -u "admin:$once" -X PUT -H 'Content-Type: application/json' \
    -d "{\"password\":\"$SHAODAO_PASSWORD\"}" "$url/api/v1/me/password"
"$here/shaodao" import "$1" --source="$2" --zone="$3" --url="$url" | tr '\r' '\n' | tail -n 40
