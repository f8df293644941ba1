#!/usr/bin/env bash
# Runs one DocumentDB engine in the foreground, without Docker, as root:
#   start-engine.sh DIR DATA ADDRESS     ADDRESS: 127.0.0.1:27017 or /path/db.sock
# PostgreSQL runs as its own user in a chroot, with DATA bound to /data in mount and PID namespaces of its own.
# DATABASE_FSYNC=off makes a throw-away engine (tests) faster.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(cd "$1" && pwd) data=$(mkdir -p "$2" && cd "$2" && pwd) address=$3
uid=$(awk -F: '$1=="postgres" {print $3}' "$dir/rootfs/etc/passwd")

# one engine per DATA: PostgreSQL holds this lock too, so after a kill -9 the next start waits until the last process is gone
exec 9>"$data/.lock"
flock -w 10 9 || { echo "another engine is running on $data" >&2; exit 1; }
mkdir -p "$data/state" && chown "$uid" "$data" && chmod 711 "$data"
rm -f "$data/.s.PGSQL.5432" "$data/.s.PGSQL.5432.lock" "$data/pg/postmaster.pid"
cmp -s "$here/postgres-up.sh" "$dir/rootfs/usr/local/bin/postgres-up" || install -m 755 "$here/postgres-up.sh" "$dir/rootfs/usr/local/bin/postgres-up"

# a Unix socket's path holds about 100 bytes: PostgreSQL's is reached through a short link beside ours
link_to() {
  case $address in
    /*) link=$(dirname "$address")/pg ;;
    *) link=$(mktemp -d /tmp/chat-engine.XXXXXX)/pg ;;
  esac
  ln -sfn "$1" "$link"
}

if unshare --mount --pid --fork true 2>/dev/null; then
  # pdeathsig is set after the change of user, which clears it; no backend outlives the postmaster, and a PID file left by kill -9 never names a stranger
  setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child=INT --propagation private sh -c '
    mount --bind "$2" "$1/rootfs/data" && exec chroot "$1/rootfs" setpriv --reuid "$3" --regid "$3" --clear-groups --pdeathsig KILL /usr/local/bin/postgres-up /data' sh "$dir" "$data" "$uid" &
  postgres=$!
  link_to "$data"
  stop_postgres() { pkill -INT -P "$postgres" 2>/dev/null || true; } # unshare ignores signals while it waits
else
  # a container without the right to make namespaces: the files live inside the root file system
  inside=/srv/$(printf %s "$data" | sha256sum | cut -c1-16)
  [ -e "$data/.inside" ] || rm -rf "$dir/rootfs$inside"
  touch "$data/.inside"
  install -d -o "$uid" -m 711 "$dir/rootfs$inside"
  rm -f "$dir/rootfs$inside/.s.PGSQL.5432" "$dir/rootfs$inside/.s.PGSQL.5432.lock" "$dir/rootfs$inside/pg/postmaster.pid"
  link_to "$dir/rootfs$inside"
  chroot "$dir/rootfs" setpriv --reuid "$uid" --regid "$uid" --clear-groups --pdeathsig INT /usr/local/bin/postgres-up "$inside" &
  postgres=$!
  stop_postgres() { kill -INT "$postgres" 2>/dev/null || true; }
fi

stop() {
  trap - EXIT TERM INT
  kill "${ferretdb:-}" 2>/dev/null || true
  stop_postgres
  wait
  rm -f "$link"
  [ "${DATABASE_FSYNC:-on}" = on ] || rm -rf "${inside:+$dir/rootfs$inside}"
  case $address in /*) rm -f "$address" ;; esac
}
trap stop EXIT
trap 'exit 0' TERM INT

for _ in $(seq 600); do
  [ -e "$link/.ready" ] && [ -S "$link/.s.PGSQL.5432" ] && break
  kill -0 "$postgres" 2>/dev/null || { echo 'PostgreSQL stopped while starting' >&2; exit 1; }
  sleep 0.1
done
case $address in
  /*) rm -f "$address"; listen=(--listen-addr= --listen-unix="$address") ;;
  *) listen=(--listen-addr="$address") ;;
esac
setpriv --pdeathsig TERM "$dir/bin/ferretdb" "${listen[@]}" --no-auth --debug-addr=- --telemetry=disable --log-level=error \
  --state-dir="$data/state" --postgresql-url="postgres://postgres@/postgres?host=$link&pool_min_conns=0&pool_max_conns=${DATABASE_CONNECTIONS:-12}&pool_max_conn_idle_time=30s" 9>&- &
ferretdb=$!
wait -n "$postgres" "$ferretdb" && code=0 || code=$?
echo "the engine stopped by itself (exit code $code)" >&2
exit 1
