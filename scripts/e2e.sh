#!/usr/bin/env bash
# The grid alone, then every page and the journeys through them, in a real Chromium against bin/xianjie, on both databases. `make e2e`
# builds the program and brings PostgreSQL; with arguments only the journeys they name run: scripts/pg.sh run scripts/e2e.sh county
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/node.sh
. scripts/node.sh
need_node
scripts/need.sh chromium
scripts/need.sh office
scripts/fonts.sh
if (($# == 0)); then
  frontend/node_modules/.bin/vitest run --config frontend/e2e/grid/vitest.config.ts
fi
exec frontend/node_modules/.bin/vitest run --config frontend/e2e/vitest.config.ts \
  --project pages --project sqlite --project postgres --fileParallelism --maxWorkers=2 "$@"
