package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
)

// verifyCommand is `xianjie verify`.
type verifyCommand struct {
	File string `arg:"" optional:"" name:"导出文件" help:"从系统下载的卷宗（.zip）或审计流水导出文件，按内容辨认；- 表示标准输入。"`
}

// Help is the longer explanation of the command.
func (verifyCommand) Help() string {
	return `例：xianjie verify 卷宗370686-01.zip
    xianjie verify 审计流水.jsonl

不用数据库，不联网。卷宗逐个文件对照清单，再互相对照：快照对流转和审计流水，申报书对现行快照，附件对申报书，
排名重新计算。印出的“清单摘要”须与系统审计流水中“export 卷宗”一条的 afterDigest 相同，才能断定卷宗由系统生成。

退出码：0 完好，1 发现被改动、缺失或插入的内容，2 文件读不了。`
}

// Run verifies the file and prints what was found.
func (cmd verifyCommand) Run(c *console) error {
	if cmd.File == "" {
		return fault.New(fault.Malformed, "没有写要核验的文件。请写成：xianjie verify 卷宗或审计流水导出文件")
	}
	err := cmd.verify(c)
	if err != nil && fault.CodeOf(err) != fault.Internal { // the file, not the printing
		c.complain(err)
		return exitUsage
	}
	return err
}

// verify tells a dossier from a stream by how it begins.
func (cmd verifyCommand) verify(c *console) error {
	if cmd.File == "-" {
		in := bufio.NewReader(c.in)
		if begin, _ := in.Peek(len(zipBegin)); !bytes.Equal(begin, []byte(zipBegin)) { // whatever is shorter is for the stream's reader
			return cmd.stream(c, in)
		}
		return cmd.piped(c, in)
	}
	file, err := os.Open(cmd.File)
	if err != nil {
		return fault.Wrap(fault.NotFound, "文件打不开，请核对文件名和读取权限："+cmd.File, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return fault.Wrap(fault.NotFound, "文件打不开，请核对文件名和读取权限："+cmd.File, err)
	}
	begin := make([]byte, len(zipBegin))
	if n, _ := file.ReadAt(begin, 0); n < len(begin) || !bytes.Equal(begin, []byte(zipBegin)) {
		return cmd.stream(c, file)
	}
	return cmd.dossier(c, file, info.Size())
}

// stream verifies an exported audit stream.
func (cmd verifyCommand) stream(c *console, in io.Reader) error {
	report, err := audit.VerifyExport(in)
	if err != nil {
		return err
	}
	checkpoint, err := audit.NewCheckpoint(audit.Checkpoint{}, report.Header.ExportedAt, report.Header.Heads)
	if err != nil {
		return fault.Wrap(fault.Malformed, "声明的链头有误", err)
	}
	fmt.Fprintf(c.out, "审计流水核验单\n文件      %s\n范围      %s\n导出时刻  %s（世界时）\n内容      %d 条流水，%d 条记录，声明链头 %d 个\n链头的根  %s\n",
		cmd.File, report.Header.Scope, report.Header.ExportedAt.UTC().Format("2006-01-02 15:04:05"), report.Streams, report.Entries,
		len(report.Header.Heads), checkpoint.Root)
	if len(report.Faults) == 0 {
		_, err := fmt.Fprintln(c.out, "结论      完好：每条记录的指纹与前后相符，编号连续，末尾与链头一致。\n"+
			"          链头的根与系统之外保存的检查点的根相同的，可知记录也没有被整段替换或截去末尾。")
		return err
	}
	faults := make([]string, len(report.Faults))
	for i, f := range report.Faults {
		faults[i] = f.Message
	}
	return c.found(faults)
}

// found lists what is wrong.
func (c *console) found(faults []string) error {
	fmt.Fprintf(c.out, "结论      有问题，共 %d 处：\n", len(faults))
	for i, f := range faults {
		fmt.Fprintf(c.out, "%4d. %s\n", i+1, f)
	}
	fmt.Fprintln(c.out, "请保留本文件原样，连同本单交安全审计管理员；不要在此基础上改动或重新导出覆盖。")
	return exitFound
}
