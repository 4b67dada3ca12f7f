# Shows that the drill catches planted faults; sourced by deploy/drill. Uses `root` and what launch.sh defines.
# planted [--compile-only] [NAME...]: exits 0 only if every fault was caught, and every drill passes without it.

patches="$root/deploy/planted"
work=""

planted() {
  local compile_only=false names=()
  while [ $# -gt 0 ]; do
    case $1 in
      --compile-only) compile_only=true ;;
      -*) usage_of_planted "'$1' is not known." ;;
      *)
        [ -f "$patches/$1.patch" ] || usage_of_planted "There is no $patches/$1.patch."
        names+=("$1")
        ;;
    esac
    shift
  done
  if [ ${#names[@]} -eq 0 ]; then
    mapfile -t names < <(cd "$patches" && printf '%s\n' *.patch | sed 's/\.patch$//')
  fi
  work=$(mktemp -d "${TMPDIR:-/tmp}/holdfast-planted-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  if $compile_only; then
    echo "Plants each fault in a copy of the sources and compiles it: about a minute."
    compile_all "${names[@]}"
  else
    echo "Plants each fault in a copy of the sources and drills it, with the fault and without: about 15 minutes a fault."
    play_all "${names[@]}"
  fi
}

usage_of_planted() {
  echo "$1" >&2
  echo "Usage: deploy/drill --planted [--compile-only] [NAME...]; names: $(cd "$patches" && echo *.patch | sed 's/\.patch//g')" >&2
  exit 2
}

# header <name> <field>: what stands above the diff.
header() {
  sed -n -e '/^diff /q' -e "s/^$2: *//p" "$patches/$1.patch"
}

# A copy of what is built here, without version control and without earlier runs.
copy_tree() {
  mkdir -p "$1"
  tar -C "$root" --exclude=./.git --exclude=./.holdfast --exclude='./*/target/surefire*' --exclude='./*/target/failsafe*' --exclude='./*/target/stack' \
    --exclude=./target -cf - . | tar -C "$1" -xf -
}

plant() {
  (cd "$1" && GIT_CEILING_DIRECTORIES=$(dirname "$1") git apply "$patches/$2.patch")
}

# compile <folder> <modules with commas>
compile() {
  (cd "$1" && ./mvnw -B -pl "$2" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dpit.skip=true) \
    >"$1.log" 2>&1 </dev/null || {
    grep -E '^\[ERROR\]' "$1.log" | head -20 >&2
    return 1
  }
}

# Each patch must apply, and what it changes must compile: with javac alone, against what is built here.
compile_all() {
  local name module sources classes
  is_up_to_date || build
  classes=$(printf '%s:' "$root"/*/target/quarkus-app/lib/main/*.jar "$root"/*/target/quarkus-app/lib/boot/*.jar)
  for name in "$@"; do
    mkdir "$work/$name"
    tar -C "$root" --exclude=./.git --exclude='./*/target' --exclude=./.holdfast -cf - . | tar -C "$work/$name" -xf -
    plant "$work/$name" "$name" || {
      echo "$name does not apply any more. Change the sources as the fault says and write the patch anew." >&2
      exit 1
    }
    for module in $(sed -n 's:^+++ b/\(.*\)/src/main/java/.*:\1:p' "$patches/$name.patch" | sort -u); do
      mapfile -t sources < <(find "$work/$name/$module/src/main/java" -name '*.java')
      "$JAVA_HOME/bin/javac" -proc:none -nowarn -d "$work/$name/classes" -cp "$classes" "${sources[@]}" || {
        echo "$name applies, and $module does not compile with it" >&2
        exit 1
      }
    done
    rm -rf "${work:?}/$name"
    echo "applies and compiles: $name"
  done
}

# drill_in <folder> <log> <options...>: a drill of the system that is built in the folder.
drill_in() {
  local folder=$1 log=$2
  shift 2
  (root=$folder && touch "$folder/.holdfast/built" && "$folder/deploy/drill" "$@") >"$log" 2>&1
}

declare -A clean

# The same drill without the fault; once for each set of options.
clean_run() {
  local options=$1
  if [ -z "${clean[$options]:-}" ]; then
    # shellcheck disable=SC2086 # the options are words
    if drill_in "$root" "$work/clean.log" $options; then
      clean[$options]=passes
    else
      clean[$options]="FAILS: $(verdict "$work/clean.log")"
      cp "$work/clean.log" "$state/planted-clean.log"
    fi
  fi
}

verdict() {
  sed -n 's/^Seed \([0-9]*\), \(.*\)$/\2/p' "$1" | tail -1
}

# is_caught_by <verdict> <checks with commas>: one of these checks has found something. Another one is another fault.
is_caught_by() {
  local check
  for check in ${2//,/ }; do
    [[ "${1//[.,]/ } " == *" $check "* ]] && return 0
  done
  return 1
}

play_all() {
  local name options caught by rows=() good=true seed
  mkdir -p "$state"
  is_up_to_date || build
  for name in "$@"; do
    options=$(header "$name" options)
    seed=$(sed -E 's/.*--seed ([0-9]+).*/\1/' <<<"$options")
    echo "== $name: $(header "$name" fault)"
    echo "   deploy/drill $options"
    copy_tree "$work/$name"
    mkdir -p "$work/$name/.holdfast"
    plant "$work/$name" "$name"
    compile "$work/$name" "$(header "$name" modules)"
    # shellcheck disable=SC2086 # the options are words
    if drill_in "$work/$name" "$work/$name.log" $options; then
      caught="NOT caught"
      good=false
    else
      caught=$(verdict "$work/$name.log")
      is_caught_by "$caught" "$(header "$name" 'caught by')" || {
        caught="NOT caught, but: ${caught:-$(tail -1 "$work/$name.log")}"
        good=false
      }
    fi
    cp "$work/$name.log" "$state/planted-$name.log"
    rm -rf "${work:?}/$name"
    clean_run "$options"
    [ "${clean[$options]}" = passes ] || good=false
    echo "   with it: $caught; without it: ${clean[$options]}"
    by=${caught#*caught by }
    rows+=("| $(header "$name" fault) | $seed | ${caught%% minutes:*} | ${by%.} | ${clean[$options]} |")
  done
  echo
  echo "| planted fault | seed | time until caught | caught by | without it |"
  echo "|---|---|---|---|---|"
  printf '%s\n' "${rows[@]}"
  $good
}
