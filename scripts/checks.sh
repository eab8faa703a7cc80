# shellcheck shell=bash
# Sourced after stage.sh by lint.sh and test.sh: the linters, and the settings both share.

# As the shipped program is built, so it is checked: without cgo. All these stages then share one set of compiled packages.
export CGO_ENABLED=0 GOTOOLCHAIN=local
# The linters' own caches stay in the project; they need no home folder.
export GOLANGCI_LINT_CACHE=$PWD/.cache/golangci-lint STATICCHECK_CACHE=$PWD/.cache/staticcheck

formatted() {
  local bad
  bad=$(find . -name '*.go' -not -path './.*' -not -path '*/node_modules/*' -exec "$(go env GOROOT)/bin/gofmt" -l {} +) || return
  [[ -z $bad ]] && return
  printf '这些文件未按 gofmt 排版，请运行 gofmt -w：\n%s\n' "$bad"
  return 1
}

linter() { "$(scripts/tool.sh "$1")" "${@:2}"; }

lint_stages() {
  need "下载模块" go mod download
  need "准备 staticcheck" scripts/tool.sh staticcheck
  need "准备 golangci-lint" scripts/tool.sh golangci-lint
  stage "排版 gofmt" formatted
  stage "静态检查 go vet" go vet ./...
  stage "静态检查 staticcheck" linter staticcheck ./...
  stage "静态检查 golangci-lint" linter golangci-lint run ./...
  stage "网页类型 tsc" scripts/web.sh check
  stage "网页静态检查 Biome" scripts/web.sh lint
}
