package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"xianjie/internal/demo"
	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// demoCommand is `xianjie demo`.
type demoCommand struct {
	Data        string    `default:"data" placeholder:"目录" env:"XIANJIE_DEMO_DATA" help:"演示数据放在哪里；只会覆盖上一次演示留下的数据。"`
	DB          string    `name:"db" placeholder:"地址" env:"XIANJIE_DEMO_DB" help:"把演示数据放进哪个数据库，写法同 serve；必须是还没有账号的库。默认用数据目录里的 SQLite 文件。"`
	AccountsOut string    `name:"accounts-out" placeholder:"文件" env:"XIANJIE_DEMO_ACCOUNTS_OUT" help:"另把演示账号和口令写进这个文件（JSON）。"`
	WalkOnly    bool      `help:"只把办理过程走一遍并打印出来，不提供服务。"`
	Until       time.Time `placeholder:"时刻" help:"办理过程只走到这一刻（如 2023-01-12T18:00:00+08:00），以后的由人在网页里接着办；不设练习批次。"`
	serving
}

// mark is the file that says a folder holds demonstration data and nothing else.
const mark = "演示数据.txt"

// Run walks the 2022 batch under its own dates, then serves it together with a practice batch on the database's clock.
func (d demoCommand) Run(c *console) error {
	if err := d.clear(); err != nil {
		return err
	}
	cast, err := demo.Cast()
	if err != nil {
		return err
	}
	if d.AccountsOut != "" {
		if err := writeAccounts(d.AccountsOut, cast); err != nil {
			return err
		}
	}
	fmt.Fprintf(c.out, "准备 %d 个演示账号……\n", len(cast))
	if err := d.walk(c, cast); err != nil {
		return err
	}
	if d.WalkOnly {
		return nil
	}
	return d.serve(c, cast)
}

// clear empties the folder of an earlier demonstration; data that is not marked as one is never touched.
func (d demoCommand) clear() error {
	_, marked := os.Stat(filepath.Join(d.Data, mark))
	_, used := os.Stat(d.path())
	if marked != nil && used == nil {
		return fault.New(fault.Refused, "%s 里有正式数据，演示不能覆盖；请用 --data 换一个目录", d.Data)
	}
	for _, old := range []string{d.path(), d.path() + "-wal", d.path() + "-shm", d.files()} {
		if err := os.RemoveAll(old); err != nil {
			return fault.Wrap(fault.Unavailable, "上一次的演示数据删不掉："+old, err)
		}
	}
	if err := os.MkdirAll(d.Data, 0o750); err != nil {
		return fault.Wrap(fault.Unavailable, "建不了目录："+d.Data, err)
	}
	return os.WriteFile(filepath.Join(d.Data, mark), []byte("本目录由 xianjie demo 生成，下一次演示时会被清空。\n"), 0o640)
}

// dsn is the database to fill.
func (d demoCommand) dsn() string {
	if d.DB != "" {
		return d.DB
	}
	return "sqlite:" + d.path()
}

func (d demoCommand) path() string { return filepath.Join(d.Data, "xianjie.db") }

func (d demoCommand) files() string { return filepath.Join(d.Data, "files") }

// walk plays the 2022 batch on a store whose clock stands where the script sets it.
func (d demoCommand) walk(c *console, cast []demo.Official) error {
	clock := &demo.Clock{}
	s, err := store.Open(c, d.dsn(), store.Options{Clock: clock.Now, Migrate: true})
	if err != nil {
		return err
	}
	h, err := openHouse(s, d.files(), c.now)
	if err != nil {
		return err
	}
	return errors.Join(d.playOnEmpty(c, h, clock, cast), h.Close())
}

// playOnEmpty keeps the demonstration out of a database somebody works in.
func (d demoCommand) playOnEmpty(c *console, h *house, clock *demo.Clock, cast []demo.Official) error {
	empty, err := h.empty(c)
	if err != nil {
		return err
	}
	if !empty {
		return fault.New(fault.Refused, "%s 里已有账号，演示不能往里写；请用 --db 指一个空库", shownDSN(d.dsn()))
	}
	return d.play(c, h, clock, cast)
}

func (d demoCommand) play(c *console, h *house, clock *demo.Clock, cast []demo.Official) error {
	pack, err := demo.ReferencePack()
	if err != nil {
		return err
	}
	actors, err := demo.Enrol(c, h.accounts, cast)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "\n%s（%s）办理过程：\n\n", pack.Title, pack.Basis)
	told := func(l demo.Line) { demo.PrintLine(c.out, pack, l) }
	if !d.Until.IsZero() {
		return demo.WalkUntil(c, d.stage(h, actors), clock, d.Until, told)
	}
	endings, err := demo.Walk(c, d.stage(h, actors), clock, told)
	if err != nil {
		return err
	}
	demo.PrintEndings(c.out, endings)
	outcome, err := demo.OutcomeOf(c, d.stage(h, actors))
	if err != nil {
		return err
	}
	demo.PrintOutcome(c.out, outcome)
	if d.WalkOnly {
		return nil
	}
	fmt.Fprintln(c.out, "\n准备练习批次……")
	return demo.PracticeReview(c, d.stage(h, actors), clock, c.now())
}

// serve opens the walked data again on the database's own clock, adds the practice batch, and serves.
func (d demoCommand) serve(c *console, cast []demo.Official) error {
	s, err := store.Open(c, d.dsn(), store.Options{})
	if err != nil {
		return err
	}
	h, err := openHouse(s, d.files(), c.now)
	if err != nil {
		return err
	}
	return errors.Join(d.open(c, h, cast), h.Close())
}

func (d demoCommand) open(c *console, h *house, cast []demo.Official) error {
	ready := "办理过程停在 " + d.Until.Format(time.RFC3339)
	if d.Until.IsZero() {
		actors, err := enrolled(c, h)
		if err != nil {
			return err
		}
		if err := demo.Practice(c, d.stage(h, actors)); err != nil {
			return err
		}
		ready = "练习批次已就绪，每个岗位都有待办"
	}
	demo.PrintAccounts(c.out, cast)
	fmt.Fprintf(c.out, "\n%s。服务地址：%s（接口说明在 /api/v1/docs）。按 Ctrl+C 停止。\n", ready, d.Listen)
	return h.serve(c, d.serving, newLog(c.err, d.Log))
}

// enrolled are the demonstration's accounts as actors by login.
func enrolled(c *console, h *house) (map[string]workflow.Actor, error) {
	all, _, err := h.accounts.Accounts(c, identity.Query{Page: 1, PageSize: 200})
	actors := make(map[string]workflow.Actor, len(all))
	for _, a := range all {
		actor := workflow.Actor{AccountID: a.ID, Name: a.Name, Unit: a.Unit, Address: "127.0.0.1"}
		for _, g := range a.Grants {
			actor.Grants = append(actor.Grants, workflow.Grant{Role: workflow.Role(g.Role), Region: g.Region})
		}
		actors[a.Login] = actor
	}
	return actors, err
}

func (d demoCommand) stage(h *house, actors map[string]workflow.Actor) demo.Stage {
	return demo.Stage{Service: h.work, Store: h.store, Files: h.files, Actors: actors}
}
