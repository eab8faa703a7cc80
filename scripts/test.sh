#!/usr/bin/env bash
# The whole check of the project; README's test command. Linters, the generated API document, the compose file, then every test
# twice, on both databases: once as shipped, once under the race detector.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/stage.sh
. scripts/stage.sh
# shellcheck source=scripts/checks.sh
. scripts/checks.sh

need "准备 Go 工具链" scripts/need.sh go
need "准备 C 编译器（竞态检测用）" scripts/need.sh gcc
need "准备 LibreOffice（测试打开所生成的表格与文书）" scripts/need.sh office
need "准备打印字体" scripts/fonts.sh
need "准备 PostgreSQL" scripts/pg.sh run true
need "准备浏览器" scripts/need.sh chromium
need "编译网页" scripts/web.sh build
lint_stages
stage "接口文档 api/openapi.json 与代码一致" scripts/openapi.sh check
stage "docker-compose.yml 有效" scripts/compose-check.sh
show "网页单元测试" scripts/web.sh test
# -count=1: the house test asks `go list`, which Go's test cache cannot see.
show "单元与集成测试（SQLite 与 PostgreSQL）" scripts/pg.sh run go test -count=1 -timeout=15m ./...
show "竞态检测（SQLite 与 PostgreSQL）" scripts/pg.sh run scripts/race.sh
need "编译程序" make -s build
show "各岗位在浏览器里的流程（SQLite 与 PostgreSQL）" scripts/pg.sh run scripts/e2e.sh
finish
