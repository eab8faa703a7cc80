#!/usr/bin/env bash
# Writes the two secret files docker-compose.yml reads, once: the database password as PostgreSQL's image wants it, and the same
# password as a libpq passfile, as the server wants it. Existing files are kept: a new password would lock the old volume.
set -euo pipefail
cd "$(dirname "$0")/.."

dir=data/secrets
if [[ -s $dir/postgres_password && -s $dir/postgres_passfile ]]; then
  echo "口令文件已在 $dir，保持不变"
  exit 0
fi
mkdir -p "$dir"
# The folder is the lock: only its owner may enter. The files inside stay readable, for the server's unprivileged user in its container.
chmod 700 "$dir"
password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" >"$dir/postgres_password"
printf 'postgres:5432:xianjie:xianjie:%s\n' "$password" >"$dir/postgres_passfile"
chmod 444 "$dir/postgres_password" "$dir/postgres_passfile"
echo "口令文件已生成：$dir（请备份；不要提交到版本库）"
