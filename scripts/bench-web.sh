#!/usr/bin/env bash
# The figures of the web: what pages weigh on the wire (S13), the grid (S14), Lighthouse. Prints them beside what a release needs
# and what we are after; status 1 when one is below the first.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/node.sh
. scripts/node.sh
need_node
scripts/need.sh chromium
exec frontend/node_modules/.bin/vitest run --config frontend/e2e/vitest.config.ts --project bench "$@"
