#!/bin/sh
# Inside the root file system, as user postgres: makes the cluster in $1 once, then becomes PostgreSQL.
set -e
data=$1
export PATH=/usr/lib/postgresql/18/bin:$PATH LC_ALL=C.UTF-8 TZ=UTC
settings() {
  cat <<CONF
listen_addresses = ''
unix_socket_directories = '$data'
shared_preload_libraries = 'pg_cron, pg_documentdb_core, pg_documentdb'
cron.database_name = 'postgres'
cron.use_background_workers = on
documentdb.localhost_connection_string = 'host=$data'
documentdb.force_index_builds_blocking = on
documentdb.enableBackgroundWorker = off
dynamic_shared_memory_type = mmap
shared_buffers = ${SHARED_BUFFERS:-24MB}
max_connections = 40
io_method = sync
jit = off
max_parallel_workers_per_gather = 0
autovacuum_max_workers = 1
max_logical_replication_workers = 0
max_wal_senders = 0
wal_level = minimal
CONF
  if [ "${DATABASE_FSYNC:-on}" = off ]; then
    printf 'fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n'
  fi
}
if [ ! -e "$data/.ready" ]; then
  rm -rf "$data/pg.new" && initdb -D "$data/pg.new" -A trust --locale=C.UTF-8 -E UTF8 -U postgres --no-instructions >/dev/null
  settings >> "$data/pg.new/postgresql.conf"
  pg_ctl -s -w -D "$data/pg.new" -l "$data/init.log" start
  psql -q -h "$data" postgres -v ON_ERROR_STOP=1 <<SQL
set client_min_messages = warning;
create extension documentdb cascade;
-- Index builds run inside createIndexes (see settings), expiry every 5 minutes, each database at its own second.
select cron.alter_job(jobid, active := false) from cron.job where command like '%build_index_concurrently%' \g /dev/null
select cron.alter_job(jobid, schedule := format('%s-59/5 * * * *', floor(random() * 5))) from cron.job where command like '%delete_expired_rows%' \g /dev/null
select cron.alter_job(jobid, schedule := format('%s * * * *', floor(random() * 60))) from cron.job where command like '%cursor_directory_cleanup%' \g /dev/null
SQL
  pg_ctl -s -w -D "$data/pg.new" -m fast stop
  rm -rf "$data/pg" && mv "$data/pg.new" "$data/pg" && touch "$data/.ready"
fi
exec postgres -D "$data/pg"
