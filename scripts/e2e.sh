#!/usr/bin/env bash
# Journeys through the pages in a real Chromium against bin/xianjie, on both databases. `make e2e` builds the program and brings
# PostgreSQL; more arguments go to Vitest: scripts/pg.sh run scripts/e2e.sh county
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/node.sh
. scripts/node.sh
need_node
scripts/need.sh chromium
exec frontend/node_modules/.bin/vitest run --config frontend/e2e/vitest.config.ts --project pages --project sqlite --project postgres "$@"
