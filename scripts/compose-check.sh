#!/usr/bin/env bash
# Has the compose tool itself judge docker-compose.yml. No engine is needed, only the tool: the docker plugin, docker-compose on
# the path, Debian's package (root), or compose built by Go. Without any of them the check fails; it is never skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

version=v2.40.3
built=$PWD/.cache/tools/docker-compose-$version

# build makes compose from its module. `go install` refuses it (exclude lines), so a throw-away module requires it.
build() {
  local work
  work=$(mktemp -d)
  trap 'rm -rf "$work"' RETURN
  echo "编译 docker-compose $version（只在第一次，约 3–6 分钟）" >&2
  mkdir -p "${built%/*}"
  (
    cd "$work"
    printf 'module composetool\n\ngo 1.26.0\n' >go.mod
    go get -tool "github.com/docker/compose/v2/cmd@$version" >&2
    CGO_ENABLED=0 go build -buildvcs=false -o docker-compose github.com/docker/compose/v2/cmd
    mv docker-compose "$built"
  )
}

if docker compose version >/dev/null 2>&1; then
  tool=(docker compose)
elif command -v docker-compose >/dev/null; then
  tool=(docker-compose)
elif [[ -x $built ]]; then
  tool=("$built")
elif [[ $(id -u) -eq 0 ]] && scripts/apt.sh docker-compose >&2; then
  tool=(docker-compose)
else
  build
  tool=("$built")
fi

"${tool[@]}" -f docker-compose.yml config -q
said=$("${tool[@]}" version) # whole: a pipe closed early would fail the check
echo "${said%%$'\n'*}"
