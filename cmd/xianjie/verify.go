package main

import (
	"fmt"
	"io"
	"os"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
)

// verifyCommand is `xianjie verify`.
type verifyCommand struct {
	File string `arg:"" optional:"" name:"导出文件" help:"从系统导出的审计流水文件，- 表示标准输入。"`
}

// Help is the longer explanation of the command.
func (verifyCommand) Help() string {
	return "退出码：0 流水完好，1 发现被改动、缺失或插入的记录，2 文件读不了。"
}

// Run verifies the file and prints what was found.
func (cmd verifyCommand) Run(c *console) error {
	if cmd.File == "" {
		return fault.New(fault.Malformed, "没有写要核验的文件。请写成：xianjie verify 审计流水导出文件")
	}
	report, err := cmd.read(c.in)
	if err != nil {
		c.complain(err)
		return exitUsage
	}
	checkpoint, err := audit.NewCheckpoint(audit.Checkpoint{}, report.Header.ExportedAt, report.Header.Heads)
	if err != nil {
		c.complain(err)
		return exitUsage
	}
	fmt.Fprintf(c.out, "审计流水核验单\n文件      %s\n范围      %s\n导出时刻  %s（世界时）\n内容      %d 条流水，%d 条记录，声明链头 %d 个\n链头的根  %s\n",
		cmd.File, report.Header.Scope, report.Header.ExportedAt.UTC().Format("2006-01-02 15:04:05"), report.Streams, report.Entries,
		len(report.Header.Heads), checkpoint.Root)
	if len(report.Faults) == 0 {
		_, err := fmt.Fprintln(c.out, "结论      完好：每条记录的指纹与前后相符，编号连续，末尾与链头一致。\n"+
			"          链头的根与系统之外保存的检查点的根相同的，可知记录也没有被整段替换或截去末尾。")
		return err
	}
	fmt.Fprintf(c.out, "结论      有问题，共 %d 处：\n", len(report.Faults))
	for i, f := range report.Faults {
		fmt.Fprintf(c.out, "%4d. %s\n", i+1, f.Message)
	}
	fmt.Fprintln(c.out, "请保留本文件原样，连同本单交安全审计管理员；不要在此基础上改动或重新导出覆盖。")
	return exitFound
}

func (cmd verifyCommand) read(stdin io.Reader) (audit.Report, error) {
	if cmd.File == "-" {
		return audit.VerifyExport(stdin)
	}
	file, err := os.Open(cmd.File)
	if err != nil {
		return audit.Report{}, fault.Wrap(fault.NotFound, "文件打不开，请核对文件名和读取权限："+cmd.File, err)
	}
	defer file.Close()
	return audit.VerifyExport(file)
}
