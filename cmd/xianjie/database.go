package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/store"
)

// defaultDB is the database of a first try: one file beside the program.
const defaultDB = "sqlite:data/xianjie.db"

// database is where data is kept; every command that needs it embeds it.
type database struct {
	DB     string `name:"db" placeholder:"地址" env:"XIANJIE_DB" help:"数据库地址：sqlite:文件路径，或 postgres://用户@主机:端口/库名。不写时用 sqlite:data/xianjie.db。"`
	DBFile string `name:"db-file" placeholder:"文件" env:"XIANJIE_DB_FILE" help:"改从文件读数据库地址（地址里有口令时用，以免留在命令记录里）。"`
}

// dsn is the address. A secret file's last line break is not part of the secret.
func (d database) dsn() (string, error) {
	switch {
	case d.DB != "" && d.DBFile != "":
		return "", fault.New(fault.Malformed, "--db（XIANJIE_DB）和 --db-file（XIANJIE_DB_FILE）只能给一个")
	case d.DBFile != "":
		text, err := os.ReadFile(d.DBFile)
		if err != nil {
			return "", fault.Wrap(fault.Malformed, "数据库地址文件读不出来："+d.DBFile, err)
		}
		return strings.TrimRight(string(text), "\r\n"), nil
	case d.DB != "":
		return d.DB, nil
	}
	return defaultDB, nil
}

// existing is dsn for commands that make no database: a mistyped path would leave an empty file behind and be taken for data.
func (d database) existing() (string, error) {
	dsn, err := d.dsn()
	if err != nil {
		return "", err
	}
	if path, ok := strings.CutPrefix(dsn, "sqlite:"); ok {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return "", fault.New(fault.NotFound, "没有数据库文件 %s。请核对当前目录和 --db；还没有数据库的，先运行 xianjie serve 或 xianjie migrate up", path)
		}
	}
	return dsn, nil
}

// open opens a database that exists; the deciding clock is its own.
func (d database) open(c *console, o store.Options) (*store.Store, error) {
	dsn, err := d.existing()
	if err != nil {
		return nil, err
	}
	return store.Open(c, dsn, o)
}
