#!/usr/bin/env bash
# Prints the path of a pinned tool, building it into .cache/tools when it is not there: scripts/tool.sh staticcheck | golangci-lint
# The file is named for the tool's and Go's version, so that raising either builds a new one.
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
staticcheck) package=honnef.co/go/tools/cmd/staticcheck version=v0.8.2 ;;
golangci-lint) package=github.com/golangci/golangci-lint/v2/cmd/golangci-lint version=v2.15.0 ;;
*)
  echo "用法：scripts/tool.sh staticcheck|golangci-lint" >&2
  exit 2
  ;;
esac

path=$PWD/.cache/tools/$1-$version-$(go env GOVERSION | tr ' ' '-')
if [[ ! -x $path ]]; then
  mkdir -p .cache/tools
  work=$(mktemp -d "$PWD/.cache/tools/build.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  echo "编译 $1 $version（只在第一次，约 1–4 分钟）" >&2
  GOBIN=$work CGO_ENABLED=0 go install "$package@$version" >&2
  mv "$work/$1" "$path"
fi
echo "$path"
