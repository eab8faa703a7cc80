#!/usr/bin/env bash
# The API document, generated from the code: scripts/openapi.sh write | check
set -euo pipefail
cd "$(dirname "$0")/.."

file=api/openapi.json
new=$(mktemp)
trap 'rm -f "$new"' EXIT
go run -buildvcs=false ./cmd/xianjie openapi >"$new"
[[ -s $new ]] || { echo "程序没有输出接口文档" >&2; exit 1; }

case ${1:-} in
write)
  cat "$new" >"$file"
  ;;
check)
  diff -u "$file" "$new" || { echo "$file 与代码不一致。请运行 make generate 并把结果一并提交。" >&2; exit 1; }
  ;;
*)
  echo "用法：scripts/openapi.sh write|check" >&2
  exit 2
  ;;
esac
