#!/bin/sh
# A private PostgreSQL for tests and benchmarks.
#
#   scripts/pg.sh start       starts a server and prints its DSN; it runs until stop
#   scripts/pg.sh dsn         prints the DSN of the server started last
#   scripts/pg.sh stop        stops it and removes its files
#   scripts/pg.sh restart     restarts it on the same port with the same files (immediate, as after a power cut)
#   scripts/pg.sh run CMD…    starts one, runs CMD with XIANJIE_TEST_PG set to its DSN, and always stops it
#
# The cluster lives in a fresh temporary directory and listens on a free loopback port and a socket in that directory; fsync
# stays on. When XIANJIE_TEST_PG is set, run uses that server as it is. XIANJIE_PG_HOME names the file that remembers the
# server between start and stop (default: one per user in TMPDIR), so that several can run side by side.
set -eu

home=${XIANJIE_PG_HOME:-${TMPDIR:-/tmp}/xianjie-pg.$(id -u)}

say() { printf '%s\n' "pg.sh: $*" >&2; }

# find_bin prints the directory that holds initdb and postgres, the newest version first.
find_bin() {
	if command -v initdb >/dev/null 2>&1 && command -v postgres >/dev/null 2>&1; then
		dirname "$(command -v initdb)"
		return
	fi
	# shellcheck disable=SC2012 # the names are plain, and sort must see them
	for dir in $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin 2>/dev/null | sort -rV); do
		if [ -x "$dir/initdb" ] && [ -x "$dir/postgres" ]; then
			printf '%s\n' "$dir"
			return
		fi
	done
	return 1
}

# install_server puts PostgreSQL on a Debian-like machine; elsewhere it says what is missing.
install_server() {
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
		say "没有找到 PostgreSQL 服务器程序(initdb、postgres)。请先安装 PostgreSQL,或把 XIANJIE_TEST_PG 设为现有服务器的 postgres:// 地址。"
		exit 1
	fi
	say "正在安装 PostgreSQL…"
	for try in 1 2 3; do
		if apt-get -qq update >&2 && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends postgresql >&2; then
			return
		fi
		say "安装未成功(第 $try 次)"
		sleep 5
	done
	say "PostgreSQL 安装失败,请检查软件源后重试。"
	exit 1
}

# as_server runs a command as the server's user: PostgreSQL refuses to run as root.
as_server() {
	if [ "$(id -u)" != 0 ]; then
		"$@"
		return
	fi
	user=nobody
	id postgres >/dev/null 2>&1 && user=postgres
	if command -v runuser >/dev/null 2>&1; then
		runuser -u "$user" -- "$@"
	elif command -v setpriv >/dev/null 2>&1; then
		setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups "$@"
	else
		# shellcheck disable=SC2016 # the inner shell expands them
		su -s /bin/sh "$user" -c 'exec "$0" "$@"' -- "$@"
	fi
}

# control runs pg_ctl on the cluster in $dir.
control() {
	(cd "$dir" && as_server "$bin/pg_ctl" -D "$dir/data" -s -w -t 60 "$@")
}

start() {
	bin=$(find_bin) || { install_server; bin=$(find_bin); }
	dir=$(mktemp -d "${TMPDIR:-/tmp}/xianjie-pg.XXXXXX")
	chmod 755 "$dir"
	mkdir "$dir/data" "$dir/socket"
	if [ "$(id -u)" = 0 ]; then
		user=nobody
		id postgres >/dev/null 2>&1 && user=postgres
		chown "$user" "$dir/data" "$dir/socket"
	fi
	if ! (cd "$dir" && as_server "$bin/initdb" -D "$dir/data" -U xianjie -A trust -E UTF8 --locale=C --no-instructions >"$dir/initdb.log" 2>&1); then
		cat "$dir/initdb.log" >&2
		rm -rf "$dir"
		exit 1
	fi
	# The port is random, so another process may take it first: a few tries.
	for try in 1 2 3 4 5 6 7 8; do
		port=$((20000 + ($$ * 7 + try * 1327 + $(date +%s)) % 40000))
		if control start -l "$dir/data/server.log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$dir/socket -c max_connections=200 -c shared_buffers=64MB" 2>/dev/null; then
			dsn="postgres://xianjie@127.0.0.1:$port/postgres?sslmode=disable"
			return
		fi
	done
	cat "$dir/data/server.log" >&2 || true
	rm -rf "$dir"
	say "PostgreSQL 无法启动,日志见上。"
	exit 1
}

# halt stops the server in $dir and removes its files.
halt() {
	control stop -m immediate >/dev/null 2>&1 || true
	rm -rf "$dir"
}

# recall reads what start remembered.
recall() {
	if [ ! -f "$home" ]; then
		say "没有正在运行的测试服务器,请先运行 scripts/pg.sh start"
		exit 1
	fi
	dir=$(sed -n 1p "$home") bin=$(sed -n 2p "$home") dsn=$(sed -n 3p "$home")
}

case ${1:-} in
start)
	if [ -f "$home" ]; then
		recall
		if control status >/dev/null 2>&1; then
			printf '%s\n' "$dsn"
			exit 0
		fi
		rm -rf "$dir"
	fi
	start
	printf '%s\n%s\n%s\n' "$dir" "$bin" "$dsn" >"$home"
	printf '%s\n' "$dsn"
	;;
dsn)
	recall
	printf '%s\n' "$dsn"
	;;
restart)
	recall
	control restart -m immediate -l "$dir/data/server.log" >/dev/null
	;;
stop)
	if [ -f "$home" ]; then
		recall
		halt
		rm -f "$home"
	fi
	;;
run)
	shift
	if [ -n "${XIANJIE_TEST_PG:-}" ]; then
		exec "$@"
	fi
	start
	trap 'halt' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	status=0
	XIANJIE_TEST_PG=$dsn "$@" || status=$?
	exit "$status"
	;;
*)
	sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac
