#!/usr/bin/env bash
# Installs Debian packages: scripts/apt.sh PACKAGE…  Needs root; says what to do when it is not.
set -euo pipefail

if ! command -v apt-get >/dev/null || [[ $(id -u) -ne 0 ]]; then
  echo "缺少软件：$*。请由管理员安装（Debian：apt-get install $*），或以 root 运行本命令。" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq --no-install-recommends "$@" && exit 0
# The package lists of a fresh machine are empty or old: refresh them and try once more.
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$@"
