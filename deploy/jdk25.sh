# Sourced: sets JAVA to the java of a JDK 25 or newer on this machine, wherever it is, or says what to install.
for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
    if [ -x "$home/bin/java" ] && grep -qsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$home/release"; then
        JAVA="$home/bin/java"
        break
    fi
done
if [ -z "${JAVA:-}" ]; then
    echo "No JDK 25 was found: install one, for example Temurin 25 under /usr/lib/jvm." >&2
    exit 1
fi
