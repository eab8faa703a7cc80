package main

import (
	"fmt"

	"xianjie/internal/store"
)

// migrateCommand is `xianjie migrate`.
type migrateCommand struct {
	Up     migrateUp     `cmd:"" help:"把数据库升级到本程序需要的版本。几台服务器同时运行也只升级一次。"`
	Status migrateStatus `cmd:"" help:"显示数据库的版本和本程序需要的版本；版本不符时退出码为 1。"`
}

// migrateUp is `xianjie migrate up`.
type migrateUp struct{ database }

// Run brings the schema up to date.
func (cmd migrateUp) Run(c *console) error {
	dsn, err := cmd.dsn()
	if err != nil {
		return err
	}
	before, err := store.Status(c, dsn)
	if err != nil {
		return err
	}
	if err := store.Migrate(c, dsn); err != nil {
		return err
	}
	after, err := store.Status(c, dsn)
	if err != nil {
		return err
	}
	if before.Have == after.Have {
		_, err = fmt.Fprintf(c.out, "数据库已是第 %d 版，无须升级。\n", after.Have)
	} else {
		_, err = fmt.Fprintf(c.out, "数据库已从第 %d 版升级到第 %d 版。\n", before.Have, after.Have)
	}
	return err
}

// migrateStatus is `xianjie migrate status`.
type migrateStatus struct{ database }

// Run tells the versions.
func (cmd migrateStatus) Run(c *console) error {
	dsn, err := cmd.existing()
	if err != nil {
		return err
	}
	s, err := store.Status(c, dsn)
	if err != nil {
		return err
	}
	switch {
	case s.Have < s.Want:
		fmt.Fprintf(c.out, "数据库是第 %d 版，本程序需要第 %d 版。请先备份，再运行 xianjie migrate up（serve 启动时也会自动升级）。\n", s.Have, s.Want)
		return exitFound
	case s.Have > s.Want:
		fmt.Fprintf(c.out, "数据库是第 %d 版，比本程序的第 %d 版新。请改用新版程序。\n", s.Have, s.Want)
		return exitFound
	}
	_, err = fmt.Fprintf(c.out, "数据库是第 %d 版，与本程序一致。\n", s.Have)
	return err
}
