package main

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/alecthomas/kong"

	"xianjie/internal/fault"
)

// commands is the command line. Each command is a struct of its flags with a Run method, in the file of its name.
type commands struct {
	Serve   serveCommand   `cmd:"" help:"提供服务：接口、附件和网页。"`
	Demo    demoCommand    `cmd:"" help:"演示：把 2022 年的六件申报走一遍，再开一个练习批次供各岗位试用。"`
	Check   checkCommand   `cmd:"" help:"离线自检申报文件：逐条规则给出结论、算式和改法。不用数据库，不联网。"`
	Score   scoreCommand   `cmd:"" help:"离线复算专家评分：阶段均分、综合分和排名，列出算式，与文件写明的结果比对。不用数据库，不联网。"`
	Verify  verifyCommand  `cmd:"" help:"离线核验导出的审计流水是否被改动。"`
	Doctor  doctorCommand  `cmd:"" help:"检查数据库里的数据是否自相矛盾；没有问题就不作声。"`
	Migrate migrateCommand `cmd:"" help:"升级数据库结构，或查看其版本。"`
	Admin   adminCommand   `cmd:"" help:"在服务器上管理账号和授权。"`
	OpenAPI openapiCommand `cmd:"" name:"openapi" help:"输出接口文档（OpenAPI 3.1）。"`
	Version versionCommand `cmd:"" help:"显示程序版本。"`
}

// exit is a command's own answer to the shell; whatever there was to say has been said.
type exit int

// Error implements error.
func (e exit) Error() string { return fmt.Sprintf("exit %d", int(e)) }

// The exit codes that every command shares.
const (
	exitFound  exit = 1   // the command found something wrong, or was refused
	exitUsage  exit = 2   // the command line or an input cannot be read
	exitClosed exit = 141 // the reader of the output has gone, as shells report it
)

// run reads the command line, runs the command and gives the exit code.
func run(args []string, c *console) int {
	done := -1
	parser := kong.Must(&commands{}, kong.Name("xianjie"), kong.Description("衔接：衔接乡村振兴集中推进区的申报、审核与资金管理。"),
		kong.Writers(c.out, c.err), kong.Help(help), kong.Exit(func(code int) { done = code }), kong.Bind(c))
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	switch {
	case done >= 0: // --help has been answered
		return done
	case err != nil:
		return c.misspelt(err)
	}
	return c.code(ctx.Run())
}

// misspelt says that the command line cannot be read, and where help is.
func (c *console) misspelt(err error) int {
	of := "xianjie"
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil && parse.Context.Selected() != nil {
		of = parse.Context.Selected().FullPath()
	}
	fmt.Fprintf(c.err, "命令写得不对（%v）。用法请看：%s --help\n", err, of)
	return int(exitUsage)
}

// code tells the person what went wrong, unless the command has, and turns it into the exit code.
func (c *console) code(err error) int {
	var own exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &own):
		return int(own)
	case errors.Is(err, syscall.EPIPE):
		return int(exitClosed)
	}
	c.complain(err)
	if code := fault.CodeOf(err); code == fault.Malformed {
		return int(exitUsage)
	}
	return int(exitFound)
}

// complain prints an error for the person at the console: message, places, and the cause that only operators may see.
func (c *console) complain(err error) {
	var f *fault.Error
	if !errors.As(err, &f) {
		fmt.Fprintf(c.err, "出错了：%v\n", err)
		return
	}
	fmt.Fprintln(c.err, f.Message)
	for _, p := range f.Places {
		fmt.Fprintln(c.err, "  · "+p.Message)
	}
	if f.Cause != nil {
		fmt.Fprintf(c.err, "（原因：%v）\n", f.Cause)
	}
}

// versionCommand is `xianjie version`.
type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run(c *console) error {
	_, err := fmt.Fprintln(c.out, "衔接 "+version)
	return err
}
