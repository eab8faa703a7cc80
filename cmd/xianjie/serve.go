package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"xianjie/api"
	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/paper"
	"xianjie/internal/store"
)

// serving is how the server faces the outside; the demonstration serves with the same flags.
type serving struct {
	Listen         string   `placeholder:"地址" default:":8080" env:"XIANJIE_LISTEN" help:"服务地址。"`
	MetricsListen  string   `name:"metrics-listen" placeholder:"地址" default:"127.0.0.1:9090" env:"XIANJIE_METRICS_LISTEN" help:"监控指标（Prometheus）的地址，写 off 不开。"`
	TrustedProxies []string `name:"trusted-proxies" placeholder:"网段" env:"XIANJIE_TRUSTED_PROXIES" help:"前面反向代理的地址或网段，逗号分开；只有它们说的来源地址才算数。"`
	SecureCookies  bool     `name:"secure-cookies" env:"XIANJIE_SECURE_COOKIES" help:"对外走 HTTPS 时必须打开：会话只经加密连接传送。"`
	Fonts          string   `placeholder:"目录" env:"XIANJIE_FONTS" help:"打印字体所在的目录（scripts/fonts.sh 安装）；不写则用程序旁边的 fonts，没有再用当前目录的 fonts。缺字体时不能输出 PDF，Word 不受影响。"`
	Log            string   `enum:"json,text" placeholder:"形式" default:"json" env:"XIANJIE_LOG" help:"日志形式：json 或 text，写到标准错误。"`
}

// gcPercent trades a few MB for a tenth of the processor: the heap is small, so the usual setting collects all the time.
const gcPercent = 400

// printsAtOnce is how many papers may be set as PDF at a time: each takes some 20 MB while it is under way.
const printsAtOnce = 2

// serveCommand is `xianjie serve`.
type serveCommand struct {
	database
	serving
	DBConns int    `name:"db-conns" placeholder:"个数" default:"12" env:"XIANJIE_DB_CONNS" help:"数据库连接数上限。"`
	Files   string `placeholder:"目录" default:"data/files" env:"XIANJIE_FILES" help:"附件存放的目录；几台服务器共用一个数据库时须共用此目录。"`
}

// Run brings the database up to date, under a lock, and serves until it is told to stop. The deciding clock is the database's own.
func (cmd serveCommand) Run(c *console) error {
	dsn, err := cmd.dsn()
	if err != nil {
		return err
	}
	s, err := store.Open(c, dsn, store.Options{MaxConns: cmd.DBConns, Migrate: true})
	if err != nil {
		return err
	}
	h, err := openHouse(s, cmd.Files, c.now)
	if err != nil {
		return err
	}
	log := newLog(c.err, cmd.Log).With(slog.String("database", shownDSN(dsn)))
	return errors.Join(h.serve(c, cmd.serving, log), h.Close())
}

// serve opens the listeners, does the chores beside, and comes back when the console's context has ended and the requests under
// way have been answered.
func (h *house) serve(c *console, cfg serving, log *slog.Logger) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	addresses, err := identity.ParseAddressPolicy(cfg.TrustedProxies)
	if err != nil {
		return fault.Wrap(fault.Malformed, err.Error(), nil)
	}
	nobody, err := h.empty(c)
	if err != nil {
		return err
	}
	press := paper.NewPress(fontsFolder(cfg.Fonts), printsAtOnce)
	if err := press.Ready(); err != nil {
		log.Warn("没有打印字体，PDF 暂不能输出（Word 不受影响）。请运行 scripts/fonts.sh 安装，或以 --fonts 指明目录", slog.Any("err", errors.Unwrap(err)))
	}
	server := api.New(api.Deps{
		Workflow: h.work, Store: h.store, Identity: h.accounts, Files: h.files, Access: h.door, Press: press, Addresses: addresses,
		Ready: h.store.Ping, Log: log, Version: version, Secure: cfg.SecureCookies,
	})
	whole, err := withFront(server.Handler(), cfg.SecureCookies)
	if err != nil {
		return err
	}
	open := listeners{log: log}
	if err := open.add("service", cfg.Listen, whole); err != nil {
		return err
	}
	if cfg.MetricsListen != "" && cfg.MetricsListen != "off" {
		if err := open.add("metrics", cfg.MetricsListen, server.MetricsHandler()); err != nil {
			return errors.Join(err, open.abandon())
		}
	}
	log.Info("serving", append(open.addresses(), slog.String("version", version))...)
	if nobody {
		log.Warn("还没有任何账号。请在本机运行 xianjie admin init（数据库参数同 serve）设立三名管理员")
	}
	ctx, stop := context.WithCancel(c)
	defer stop()
	chores := startChores(ctx, h.chores(c.now), log)
	err = open.serve(ctx)
	stop()
	chores.Wait()
	log.Info("stopped")
	return err
}

// fontsFolder is where the typefaces lie: where the operator says, else beside the program, else here.
func fontsFolder(said string) string {
	if said != "" {
		return said
	}
	if program, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(program), "fonts")
		if _, err := os.Stat(beside); err == nil {
			return beside
		}
	}
	return "fonts"
}

// shownDSN is a database address without what it may hold in secret.
func shownDSN(dsn string) string {
	if strings.HasPrefix(dsn, "sqlite:") {
		return dsn
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return "postgres"
	}
	return fmt.Sprintf("%s://%s%s", u.Scheme, u.Host, u.Path)
}
