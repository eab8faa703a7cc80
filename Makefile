# 衔接：常用命令。直接运行 make 可看说明。

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench build web e2e shots bench-web generate clean

# 不悄悄下载别的 Go 版本；需要的版本见 go.mod。
export GOTOOLCHAIN := local

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
# 传给程序的参数，例如 make demo DEMO_FLAGS=--walk-only
DEMO_FLAGS ?=
BENCH_FLAGS ?=

help: ## 显示本说明
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: build ## 编译并演示：六份申报走完流程，然后在 :8080 提供服务
	@bin/xianjie demo $(DEMO_FLAGS)

test: ## 全部检查：静态检查、接口文档、编排文件、两种数据库上的全部测试、竞态检测、网页与浏览器流程
	@scripts/test.sh

lint: ## 只做静态检查：gofmt、go vet、staticcheck、golangci-lint、tsc、Biome
	@scripts/lint.sh

bench: build ## 性能测试：各项比值（PostgreSQL）
	@scripts/pg.sh run go run -buildvcs=false ./bench $(BENCH_FLAGS)

build: web ## 编译出 bin/xianjie（单个文件，网页在内，不依赖 cgo）
	@scripts/need.sh go
	@CGO_ENABLED=0 go build -buildvcs=false -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/xianjie ./cmd/xianjie
	@scripts/fonts.sh || echo "没有打印字体，暂不能输出 PDF；Word 不受影响"

web: ## 编译网页到 frontend/dist（没有变化就不重编）
	@scripts/web.sh build

e2e: build ## 在真浏览器里走各岗位的流程（SQLite 与 PostgreSQL）
	@scripts/pg.sh run scripts/e2e.sh

shots: build ## 把每个页面、每种状态的截图放到 dist/shots
	@scripts/shots.sh

bench-web: build ## 网页的分量：传输量、表格快慢、Lighthouse
	@scripts/bench-web.sh

generate: ## 重新生成 api/openapi.json、流程图 workflow/testdata/process.mmd 与网页的词表
	@scripts/need.sh go
	@scripts/openapi.sh write
	@go test ./workflow -count=1 -update
	@go test ./internal/proposal -count=1 -run TestThePagesSpeakTheDocumentsWords -update

clean: ## 删除编译结果、工具与检查缓存（不动 data/ 里的数据）
	@rm -rf bin dist .cache
