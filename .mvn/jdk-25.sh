# Finds a JDK 25; sourced by mvnw and the scripts of deploy/. Holdfast needs one, and the default `java` may be older.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'
}

# Prints the folder of a JDK 25, or says what to install.
find_jdk_25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*25* /opt/java/* "$HOME"/.sdkman/candidates/java/25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  local javac_on_path
  javac_on_path=$(command -v javac || true)
  if [ -n "$javac_on_path" ] && "$javac_on_path" -version 2>&1 | grep -q '^javac 25'; then
    dirname "$(dirname "$(readlink -f "$javac_on_path")")"
    return
  fi
  echo "No JDK 25 found. Install one (for example Temurin 25) and set JAVA_HOME to its folder." >&2
  return 1
}
