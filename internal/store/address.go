package store

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"xianjie/internal/fault"
)

// address is a parsed DSN: exactly one of path (SQLite) and postgres is set.
type address struct {
	path     string
	postgres string
}

// parseAddress reads "sqlite:PATH" or "postgres://…" ("postgresql://…").
func parseAddress(dsn string) (address, error) {
	if path, ok := strings.CutPrefix(dsn, "sqlite:"); ok && path != "" {
		return address{path: path}, nil
	}
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		return address{postgres: dsn}, nil
	}
	return address{}, fault.New(fault.Invalid, "数据库地址不能识别,应为 sqlite:文件路径 或 postgres://用户@主机:端口/库名")
}

// sqliteSettings are what every SQLite connection of the product runs with. Each one carries weight:
//   - _txlock=immediate: a transaction takes the write lock when it begins. Without it, one that reads and then writes fails
//     with SQLITE_BUSY, which no busy timeout helps.
//   - synchronous(FULL) under WAL: what was acknowledged survives a power cut.
//   - recursive_triggers: without it, REPLACE INTO goes past the append-only triggers.
//   - _timezone=UTC, _time_format=sqlite: instants are text and compared as text.
//   - _dqs=0: a mistyped column name is an error, not a string.
const sqliteSettings = "_txlock=immediate&_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
	"&_pragma=foreign_keys(1)&_pragma=recursive_triggers(1)&_time_format=sqlite&_timezone=UTC&_dqs=0"

// sqliteDSN is the driver's DSN of a file; the path may hold any character.
func sqliteDSN(path string) string {
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + sqliteSettings
}

// prepareFile makes the folder and, when absent, the file, readable by its owner only; SQLite gives its journals the same mode.
func prepareFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fault.Wrap(fault.Unavailable, "数据目录无法建立:"+filepath.Dir(path), err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fault.Wrap(fault.Unavailable, "数据库文件无法打开:"+path, err)
	}
	return f.Close()
}
