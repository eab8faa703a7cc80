package main

import (
	"fmt"

	"xianjie/internal/store"
)

// doctorCommand is `xianjie doctor`.
type doctorCommand struct {
	database
	Verbose bool `short:"v" help:"没有问题时也说一声。"`
}

// Help is the longer explanation of the command.
func (doctorCommand) Help() string {
	return "只读，不改任何数据，可以在系统运行时检查。退出码：0 没有问题，1 发现问题，2 数据库读不了。"
}

// Run prints every contradiction that is found in the data.
func (cmd doctorCommand) Run(c *console) error {
	s, err := cmd.open(c, store.Options{MaxConns: 2})
	if err != nil {
		c.complain(err)
		return exitUsage
	}
	complaints, err := s.Doctor(c)
	if closed := s.Close(); err == nil {
		err = closed
	}
	if err != nil {
		c.complain(err)
		return exitUsage
	}
	for _, each := range complaints {
		fmt.Fprintln(c.out, each)
	}
	if len(complaints) > 0 {
		fmt.Fprintf(c.out, "共发现 %d 处问题。请保留现场，先备份数据库，再联系维护人员。\n", len(complaints))
		return exitFound
	}
	if cmd.Verbose {
		_, err = fmt.Fprintln(c.out, "没有发现问题。")
	}
	return err
}
