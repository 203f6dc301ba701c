#!/usr/bin/env bash
# Starts the packaged product on an empty folder and walks one case over HTTP, from the demand to its end.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=$(mktemp -d)
log=$data/console.log
port=${SHAODAO_WALK_PORT:-18080}
api=http://localhost:$port/api/v1
"$here/shaodao" start --shaodao.data="$data/product" --server.port="$port" --shaodao.demo=true --shaodao.demo-weeks=0 >"$log" 2>&1 &
product=$!
finish() {
    status=$?
    if [ $status -ne 0 ]; then
        echo "walk: the product's last words:" >&2
        tail -n 50 "$log" >&2
    fi
    kill "$product" 2>/dev/null || true
    wait "$product" 2>/dev/null || true
    rm -rf "$data"
    exit $status
}
trap finish EXIT

for _ in $(seq 300); do
    grep -q 'inbox: sign in as' "$log" && break
    kill -0 "$product" 2>/dev/null || { echo "walk: the product did not start"; exit 1; }
    sleep 1
done
password() { grep -oE "^  $1 / [^ ]+" "$log" | awk '{print $3}'; }
as() { # LOGIN METHOD PATH [BODY]: prints the answer, fails on an error
    local answer status
    answer=$(curl -sS -u "$1:$(password "$1")" -X "$2" -H 'Content-Type: application/json' -w '\n%{http_code}' \
        "$api$3" ${4:+-d "$4"})
    status=${answer##*$'\n'}
    answer=${answer%$'\n'*}
    if [ "$status" -ge 300 ]; then
        echo "walk: $1 $2 $3 answered $status: $answer" >&2
        exit 1
    fi
    echo "$answer"
}
value() { grep -oE "\"$1\":\"?[^\",}]+" | head -1 | sed -E "s/^\"$1\":\"?//"; }

raised=$(as huayuan POST /cases '{"kind":"HELP","channel":"HOTLINE","category":"heating/cold-home",
    "place":"linxi/huayuan/dongmen","subject":"暖气不热","narrative":"室温只有 14 度","phone":"13800000000"}')
id=$(echo "$raised" | value caseId)
echo "raised        $(echo "$raised" | value number)"
as huayuan POST "/cases/$id/whistles" '{"kind":"resident-demand","why":"供热管网不归街道管理","reportMode":"ON_THE_SPOT",
    "authorisedBy":"officer-3","calls":[{"unit":"linxi-heating","role":"LEAD","task":"恢复供热"},
    {"unit":"linxi-housing","role":"ASSISTING","task":"到场配合"}]}' >/dev/null
echo "whistled      two units called"
as gongre POST "/cases/$id/dispatches/1/acknowledgement" >/dev/null
as zhujian POST "/cases/$id/dispatches/2/acknowledgement" >/dev/null
as gongre POST "/cases/$id/dispatches/1/acceptance" '{"handler":"officer-21"}' >/dev/null
as gongre POST "/cases/$id/dispatches/1/replies" '{"kind":"INTERIM","text":"下午上门"}' >/dev/null
as gongre POST "/cases/$id/dispatches/1/replies" '{"kind":"FINAL","outcome":"SOLVED","text":"已更换阀门","evidence":["PHOTO"]}' >/dev/null
as zhujian POST "/cases/$id/dispatches/2/replies" '{"kind":"FINAL","outcome":"EXPLAINED","text":"楼内管线完好"}' >/dev/null
echo "answered      both units replied"
as huayuan POST "/cases/$id/verification" '{"basis":"ON_SITE","findings":"实测 20 度"}' >/dev/null
as duban POST "/cases/$id/follow-ups" \
    '{"result":"REACHED","contacted":true,"solved":"YES","satisfied":"YES","words":"暖和了"}' >/dev/null
version=$(as huayuan POST "/cases/$id/closure" '{"summary":"供热恢复"}' | value version)
phase=$(as huayuan GET "/cases/$id?minVersion=$version" | value phase)
[ "$phase" = CLOSED ] || { echo "walk: the case is $phase, not CLOSED"; exit 1; }
entries=$(as huayuan GET "/cases/$id/history?limit=200&minVersion=$version" | grep -o '"sentence"' | wc -l)
[ "$entries" -eq $((version + 1)) ] || { echo "walk: the history tells $entries of $((version + 1)) events"; exit 1; }
done=$(as gongre GET '/inbox?tab=DONE' | grep -c "$id") || true
[ "$done" -ge 1 ] || { echo "walk: the inbox of the heating company does not show the case as done"; exit 1; }
echo "closed        $entries events in its history, done in the unit's inbox"
