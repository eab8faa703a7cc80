#!/usr/bin/env bash
# Tries README's two commands on a fresh clone of the last commit: scripts/clean-clone.sh [--cold]
# --cold starts with empty Go caches, as a new machine does.
set -euo pipefail
cd "$(dirname "$0")/.."

cold=no
case ${1:-} in
--cold) cold=yes ;;
'') ;;
*)
  echo "用法：scripts/clean-clone.sh [--cold]" >&2
  exit 2
  ;;
esac

[[ -z $(git status --porcelain) ]] || echo "注意：有未提交的改动，克隆里没有它们"
place=$(mktemp -d)
# Modules are kept read-only; without the chmod they cannot be removed.
trap 'chmod -R u+w "$place"; rm -rf "$place"' EXIT
git clone --quiet --no-hardlinks . "$place/xianjie"
cd "$place/xianjie"
if [[ $cold == yes ]]; then
  export GOCACHE=$place/build GOMODCACHE=$place/modules
fi

began=$SECONDS
make demo DEMO_FLAGS=--walk-only
echo "make demo DEMO_FLAGS=--walk-only：$((SECONDS - began)) 秒"
began=$SECONDS
make test
echo "make test：$((SECONDS - began)) 秒"
[[ -z $(git status --porcelain) ]] || { echo "两条命令改动了受版本管理的文件：" >&2; git status --short >&2; exit 1; }
