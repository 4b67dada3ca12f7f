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
    echo "Plants each fault in a copy of the sources and compiles it: about 2 minutes."
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

# Each patch alone must apply; those that touch different lines are compiled together, the others in further rounds.
compile_all() {
  local left=("$@") next round=0 together name modules
  while [ ${#left[@]} -gt 0 ]; do
    round=$((round + 1))
    copy_tree "$work/round-$round"
    next=() together=() modules=""
    for name in "${left[@]}"; do
      if plant "$work/round-$round" "$name" 2>"$work/why"; then
        together+=("$name")
        modules="$modules,$(header "$name" modules)"
      else
        next+=("$name")
      fi
    done
    if [ ${#together[@]} -eq 0 ]; then
      cat "$work/why" >&2
      echo "These do not apply any more: ${next[*]}. Change the sources as the fault says and write the patch anew." >&2
      exit 1
    fi
    compile_round "$work/round-$round" "${modules#,}" || {
      echo "One of these applies and does not compile: ${together[*]}" >&2
      exit 1
    }
    echo "applied and compiled: ${together[*]}"
    left=("${next[@]+"${next[@]}"}")
  done
}

# Only to the classes: no service is put together.
compile_round() {
  (cd "$1" && ./mvnw -B -pl "$2" -am compile -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$1.log" 2>&1 </dev/null || {
    grep -E '^\[ERROR\]' "$1.log" | head -20 >&2
    return 1
  }
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

play_all() {
  local name options caught rows=() good=true seed
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
      [ -n "$caught" ] || { caught="no verdict: $(tail -1 "$work/$name.log")" && good=false; }
    fi
    cp "$work/$name.log" "$state/planted-$name.log"
    rm -rf "${work:?}/$name"
    clean_run "$options"
    [ "${clean[$options]}" = passes ] || good=false
    echo "   with it: $caught; without it: ${clean[$options]}"
    rows+=("| $(header "$name" fault) | $seed | ${caught%%:*} | ${caught#*caught by } | ${clean[$options]} |")
  done
  echo
  echo "| planted fault | seed | time until caught | caught by | without it |"
  echo "|---|---|---|---|---|"
  printf '%s\n' "${rows[@]}"
  $good
}
