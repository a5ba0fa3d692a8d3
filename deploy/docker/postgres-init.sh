#!/usr/bin/env bash
# Makes the service's database at the first start: its user owns it, and nobody gets in without TLS.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -d postgres -v name="$OWNER" -v password="$(cat /run/fleet/password)" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
sed -i 's/^host all all all/hostssl all all all/' "$PGDATA/pg_hba.conf"
