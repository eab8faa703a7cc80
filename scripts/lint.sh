#!/usr/bin/env bash
# Every linter over the whole module: gofmt, go vet, staticcheck, golangci-lint.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/stage.sh
. scripts/stage.sh
# shellcheck source=scripts/checks.sh
. scripts/checks.sh

need "准备 Go 工具链" scripts/need.sh go
lint_stages
finish
