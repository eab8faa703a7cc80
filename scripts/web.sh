#!/usr/bin/env bash
# The web: scripts/web.sh build | check | lint | test
#   build   frontend/dist, ready compressed, when anything it is made of has changed
#   check   types · lint   Biome · test   Vitest
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/node.sh
. scripts/node.sh
need_node

# sum prints one digest of what is given: files, or folders with all below them.
sum() { find "$@" -type f ! -name schema.d.ts -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1; }

# fresh FILE SUM: whether the stamp holds exactly this digest.
fresh() { [[ -f $1 && $(<"$1") == "$2" ]]; }

mkdir -p .cache
modules() {
  local now
  now=$(sum frontend/package-lock.json frontend/tools/openapi/package-lock.json)
  if ! fresh frontend/node_modules/.stamp "$now"; then
    npm ci --prefix frontend --no-audit --no-fund --silent
    npm ci --prefix frontend/tools/openapi --no-audit --no-fund --silent
    echo "$now" >frontend/node_modules/.stamp
  fi
}

# types writes the API's types from its document.
types() {
  local now
  now=$(sum api/openapi.json)
  [[ -f frontend/src/api/schema.d.ts ]] && fresh .cache/web-types.stamp "$now" && return
  (cd frontend && tools/openapi/node_modules/.bin/openapi-typescript ../api/openapi.json -o src/api/schema.d.ts --alphabetize >/dev/null)
  echo "$now" >.cache/web-types.stamp
}

modules
types
case ${1:-} in
build)
  now=$(sum frontend/src frontend/public frontend/index.html frontend/vite.config.ts frontend/package-lock.json frontend/tools/compress.mjs frontend/tools/strictAntd.ts api/openapi.json)
  if fresh .cache/web-build.stamp "$now" && [[ -f frontend/dist/index.html ]]; then
    echo "网页没有变化"
    exit 0
  fi
  rm -f .cache/web-build.stamp
  (cd frontend && node_modules/.bin/vite build --logLevel warn && node tools/compress.mjs dist)
  touch frontend/dist/.keep
  echo "$now" >.cache/web-build.stamp
  ;;
check) (cd frontend && node_modules/.bin/tsc --noEmit) ;;
lint) (cd frontend && node_modules/.bin/biome check --error-on-warnings .) ;;
test) (cd frontend && node_modules/.bin/vitest run --silent=passed-only "${@:2}") ;;
*)
  echo "用法：scripts/web.sh build|check|lint|test" >&2
  exit 2
  ;;
esac
