#!/usr/bin/env bash
# A picture of every page in every state on both screens into dist/shots, with index.html to look through them. `make shots`
# builds the program; more arguments go to Vitest: scripts/shots.sh -t 首页
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/node.sh
. scripts/node.sh
need_node
scripts/need.sh chromium
frontend/node_modules/.bin/vitest run --config frontend/e2e/vitest.config.ts --project pictures "$@"
echo "图样：dist/shots/index.html"
