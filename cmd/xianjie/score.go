package main

import (
	"xianjie/cmd/xianjie/scoresheet"
	"xianjie/internal/fault"
)

// scoreCommand is `xianjie score`.
type scoreCommand struct {
	JSON  bool     `name:"json" help:"输出给程序读的 JSON，不输出给人看的复算单。"`
	Files []string `arg:"" optional:"" name:"评分文件" help:"一个或多个评分文件（.json），可用 * 代表一批，- 表示标准输入。"`
}

// Help is the longer explanation of the command.
func (scoreCommand) Help() string {
	return `例：xianjie score 评分.json
    xianjie score --json 评分.json > 结果.json

复算单列出每一步算式，用计算器就能核对。文件里写有结果（expected、expectedOrder）的，逐项比对。

退出码：0 一致或文件没有写结果，1 有不一致的，2 某个文件读不了（其余文件照样复算）。`
}

// Run works the files out and exits as Help describes.
func (cmd scoreCommand) Run(c *console) error {
	if len(cmd.Files) == 0 {
		return fault.New(fault.Malformed, "没有写评分文件。请写成：xianjie score 评分文件.json")
	}
	code, err := scoresheet.Job{Files: cmd.Files, JSON: cmd.JSON, Stdin: c.in, Stdout: c.out, Stderr: c.err}.Run()
	if err == nil && code != scoresheet.Agrees {
		err = exit(code)
	}
	return err
}
