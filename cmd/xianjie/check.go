package main

import (
	"slices"

	"xianjie/cmd/xianjie/selfcheck"
	"xianjie/internal/fault"
)

// checkCommand is `xianjie check`.
type checkCommand struct {
	Batch   string   `placeholder:"政策包.json" help:"本批次的政策包文件，由省里下发。"`
	JSON    bool     `name:"json" help:"输出给程序读的 JSON，不输出给人看的自检单。"`
	NoColor bool     `name:"no-color" help:"不用颜色。输出到文件或打印时本来就不用。"`
	Files   []string `arg:"" optional:"" name:"申报文件" help:"一个或多个申报文件（.json），可用 * 代表一批，- 表示标准输入。"`
}

// Help is the longer explanation of the command.
func (checkCommand) Help() string {
	return `例：xianjie check --batch 政策包.json 申报.json
    xianjie check --batch 政策包.json 申报目录/*.json > 自检单.txt

退出码：0 全部合格（可有提请注意的事项），1 有不合格的，2 政策包或某个文件读不了（其余文件照样检查）。`
}

// Run checks the files and exits as Help describes.
func (cmd checkCommand) Run(c *console) error {
	switch {
	case cmd.Batch == "":
		return fault.New(fault.Malformed, "没有写政策包。请写成：xianjie check --batch 政策包.json 申报文件.json")
	case len(cmd.Files) == 0:
		return fault.New(fault.Malformed, "没有写要检查的申报文件。请写成：xianjie check --batch %s 申报文件.json", cmd.Batch)
	case cmd.Batch == "-" && slices.Contains(cmd.Files, "-"):
		return fault.New(fault.Malformed, "政策包和申报文件不能都从标准输入读，请把其中一个存成文件")
	}
	code, err := selfcheck.Job{
		Batch: cmd.Batch, Files: cmd.Files, JSON: cmd.JSON, Colour: c.colour && !cmd.NoColor, Now: c.now(),
		Stdin: c.in, Stdout: c.out, Stderr: c.err,
	}.Run()
	if err == nil && code != selfcheck.AllPass {
		err = exit(code)
	}
	return err
}
