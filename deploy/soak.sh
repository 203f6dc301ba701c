#!/usr/bin/env bash
# Kills application and database at random moments of work and of an import, lets the database fall silent for a minute,
# cuts connections, fills its disk, kills one of several nodes and upgrades the others, lets deadlines pass while nobody is
# there, imports a whole day of New York, and holds every acknowledgement against the store:
#   deploy/soak.sh [KILLS] [-Dsoak.seed=SEED] [-Dsoak.seconds=LONGEST_WORK_BEFORE_A_KILL] [-Dsoak.old-jar=OLDER_VERSION]
# Builds what is not built, kills 20 times if not told otherwise, and fails if anything was lost or stored twice.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/jdk25.sh"
kills=20
if [[ "${1:-}" =~ ^[0-9]+$ ]]; then
    kills=$1
    shift
fi
cd "$here/.."
JAVA_HOME=$(dirname "$(dirname "$JAVA")") exec ./mvnw -q -pl case-api -am verify -Dspotless.check.skip=true \
    -Dtest=LostConnectionTest,InterruptedDeadlinesTest,TroubledDeadlinesTest,ImportTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=KilledIT,UnderLoadIT,KilledImportIT,FullDiskIT,SeveralNodesIT -Dsoak.left-out=none -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dsoak.kills="$kills" -Dsoak.silence=60 "$@"
