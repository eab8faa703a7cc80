# shellcheck shell=bash
# Sourced. Puts a Node.js new enough for the web's tools first on PATH: the one that is there, else one from the npm registry kept
# in .cache. Sets nothing when it can find none; need_node says so.
node_want=20.19.0
node_kept=20.20.2

node_fits() {
  local have
  have=$("$1" --version 2>/dev/null) || return 1
  [[ $(printf '%s\n%s\n' "$node_want" "${have#v}" | sort -V | head -n 1) == "$node_want" ]]
}

need_node() {
  local home=$PWD/.cache/node-$node_kept
  if ! command -v npm >/dev/null; then scripts/apt.sh nodejs npm >&2; fi
  node_fits node && return
  if [[ ! -x $home/node_modules/node/bin/node ]]; then
    mkdir -p "$home"
    npm install --silent --no-audit --no-fund --prefix "$home" "node@$node_kept" >&2
  fi
  export PATH=$home/node_modules/node/bin:$PATH
  node_fits node || { echo "没有 Node.js $node_want 或更高版本。请安装后再试（https://nodejs.org/）。" >&2; return 1; }
}
