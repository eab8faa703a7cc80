#!/usr/bin/env bash
# Makes sure a program is there: scripts/need.sh go | gcc | office | chromium
set -euo pipefail
cd "$(dirname "$0")/.."

case ${1:-} in
go)
  want=$(awk '$1 == "go" { print $2 }' go.mod)
  if ! command -v go >/dev/null; then
    echo "没有找到 Go。请安装 Go $want 或更高版本（https://go.dev/dl/ 或 https://golang.google.cn/dl/），并把 go 加入 PATH。" >&2
    exit 1
  fi
  # In a folder without go.mod, so that an old Go answers its version instead of refusing the module.
  have=$(cd / && go env GOVERSION)
  have=${have#go}
  have=${have%% *}
  if [[ $(printf '%s\n%s\n' "$want" "$have" | sort -V | head -n 1) != "$want" ]]; then
    echo "Go 版本过低：现有 $have，需要 $want 或更高。请从 https://go.dev/dl/ 或 https://golang.google.cn/dl/ 安装。" >&2
    exit 1
  fi
  echo "Go $have"
  ;;
gcc)
  # Only the race detector needs a C compiler.
  cc=$(go env CC)
  command -v "${cc%% *}" >/dev/null || scripts/apt.sh gcc libc6-dev
  said=$("${cc%% *}" --version) # whole: a pipe closed early would fail the stage
  echo "${said%%$'\n'*}"
  ;;
office)
  # Only tests need it: they open the workbooks and letters we make as their readers do, with a font that knows Chinese.
  # What is installed without its parts for tables (libsclo) and texts (libswlo) opens nothing, so the parts are looked for.
  whole() {
    local program
    program=$(command -v soffice) && program=$(dirname "$(readlink -f "$program")") && [[ -e $program/libsclo.so && -e $program/libswlo.so ]]
  }
  # Without windows where the distribution has it so: half the size.
  whole || scripts/apt.sh libreoffice-calc-nogui libreoffice-writer-nogui || scripts/apt.sh libreoffice-calc libreoffice-writer
  command -v pdftotext >/dev/null || scripts/apt.sh poppler-utils
  [[ -n $(fc-list :lang=zh family) ]] || scripts/apt.sh fontconfig fonts-wqy-microhei
  whole
  soffice --version
  ;;
chromium)
  # Only the journeys through the pages need a browser.
  found() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
  found >/dev/null || scripts/apt.sh chromium
  [[ -n $(fc-list :lang=zh family) ]] || scripts/apt.sh fontconfig fonts-wqy-microhei
  "$(found)" --version
  ;;
*)
  echo "用法：scripts/need.sh go|gcc|office|chromium" >&2
  exit 2
  ;;
esac
