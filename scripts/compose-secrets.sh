#!/usr/bin/env bash
# Writes the two secret files docker-compose.yml reads, once: the database password for PostgreSQL's image, and the database
# address with the same password for the server. Existing files are kept: a new password would lock the old volume.
set -euo pipefail
cd "$(dirname "$0")/.."

dir=secrets
if [[ -s $dir/postgres_password && -s $dir/database_address ]]; then
  echo "口令文件已在 $dir，保持不变"
  exit 0
fi
mkdir -p "$dir"
# The folder is the lock: only its owner may enter. The files inside stay readable, for the server's unprivileged user in its container.
chmod 700 "$dir"
# The folder keeps itself out of version control.
echo '*' >"$dir/.gitignore"
password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" >"$dir/postgres_password"
printf 'postgres://xianjie:%s@postgres:5432/xianjie?sslmode=disable\n' "$password" >"$dir/database_address"
chmod 444 "$dir/postgres_password" "$dir/database_address"
echo "口令文件已生成：$dir（请备份；不要提交到版本库）"
