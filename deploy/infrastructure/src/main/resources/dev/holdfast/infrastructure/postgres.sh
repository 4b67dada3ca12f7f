# Runs PostgreSQL for as long as standard input stays open. Whoever started this holds the other end: when that process
# ends, however it ends, so does the server. Settings come as environment variables.
set -eu
if [ ! -s "$FOLDER/PG_VERSION" ]; then
  "$BINARIES/initdb" --pgdata="$FOLDER" --username="$SUPERUSER" --pwfile="$PASSWORD_FILE" --auth=scram-sha-256 \
    --encoding=UTF8 --locale=C
fi
# pg_ctl gives the server a session of its own: Ctrl-C in our terminal does not reach it.
"$BINARIES/pg_ctl" start --wait --silent --pgdata="$FOLDER" --options="$OPTIONS"
cat >/dev/null
"$BINARIES/pg_ctl" stop --wait --silent --mode=fast --pgdata="$FOLDER"
