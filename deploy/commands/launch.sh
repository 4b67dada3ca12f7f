# Builds what is out of date and runs the main class of a command; sourced by deploy/up, deploy/demo and the others.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
. "$root/.mvn/jdk-25.sh"
JAVA_HOME=$(find_jdk_25)
export JAVA_HOME

services=(terminal-registry payment-authorization session-settlement)
mapfile -t modules < <(sed -n 's:.*<module>\(.*\)</module>.*:\1:p' "$root/pom.xml")
libraries="$root/deploy/commands/target/lib"
state="$root/.holdfast"
stamp="$state/built"
build_log="$state/build.log"

# True when everything was built, and after the last change of a source or a POM.
is_up_to_date() {
  local service
  for service in "${services[@]}"; do
    [ -f "$root/$service/target/quarkus-app/quarkus-run.jar" ] || return 1
  done
  [ -f "$stamp" ] && [ -d "$libraries" ] && [ -d "$root/deploy/infrastructure/target/parts/lib" ] || return 1
  local changed
  changed=$(cd "$root" && find pom.xml "${modules[@]}" \( -name target -o -path '*/src/test' \) -prune -o \
    \( -path '*/src/main/*' -o -name pom.xml \) -type f -newer "$stamp" -print -quit)
  [ -z "$changed" ]
}

build() {
  local begin=$SECONDS maven shown=0
  mkdir -p "$state"
  : >"$build_log"
  echo "Building first: about a minute and a half, plus downloads the first time; log: $build_log"
  # A process group of its own, so that all of it can be ended: Maven forks its compilers.
  set -m
  "$root/mvnw" -B package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dpit.skip=true \
    >"$build_log" 2>&1 </dev/null &
  maven=$!
  set +m
  trap 'end_build '"$maven"' 130' INT
  trap 'end_build '"$maven"' 143' TERM HUP
  while kill -0 "$maven" 2>/dev/null; do
    show_modules
    sleep 0.3
  done
  show_modules
  if ! wait "$maven"; then
    grep -E '^\[ERROR\]' "$build_log" | head -20 >&2
    echo "The build failed after $((SECONDS - begin)) s. See $build_log" >&2
    exit 1
  fi
  trap - INT TERM HUP
  echo "Built in $((SECONDS - begin)) s"
}

# Prints the modules that Maven has come to since the last look. Uses and moves on `shown`.
show_modules() {
  local lines
  lines=$(grep -E '^\[INFO\] Building Holdfast .*\[[0-9]+/[0-9]+\]' "$build_log" | sed -E 's/^\[INFO\] Building (Holdfast.*) 1\.[^ ]* +(\[.*\])/  \2 \1/' || true)
  [ -n "$lines" ] || return 0
  echo "$lines" | tail -n +$((shown + 1))
  shown=$(echo "$lines" | wc -l)
}

end_build() {
  trap '' INT TERM HUP
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  echo "Build stopped." >&2
  exit "$2"
}

# run <main class> <arguments>
run() {
  if ! [ -d "$libraries" ]; then
    echo "Nothing is built here yet: deploy/up builds, and starts what this command speaks to." >&2
    exit 2
  fi
  exec "$JAVA_HOME/bin/java" -Xmx"${heap:-256m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dinfra="${infra:-auto}" -Dholdfast.root="$root" -Dholdfast.parts="$root/deploy/infrastructure/target/parts" \
    -cp "$libraries/*" "$@"
}
