package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/dossier"
	"xianjie/internal/fault"
	"xianjie/internal/typeset"
)

// zipBegin is how every zip begins, an empty one too.
const zipBegin = "PK"

// maxPiped bounds a dossier taken from standard input: no dossier is larger.
const maxPiped = 4 << 30

// piped keeps a dossier from standard input in a file of its own for as long as it is read: a zip is read from its end.
func (cmd verifyCommand) piped(c *console, in io.Reader) (err error) {
	kept, err := os.CreateTemp("", "xianjie-verify-*")
	if err != nil {
		return fault.Wrap(fault.Unavailable, "临时文件无法建立，请把卷宗存成文件再核验", err)
	}
	defer func() {
		if gone := errors.Join(kept.Close(), os.Remove(kept.Name())); err == nil && gone != nil {
			err = fault.Wrap(fault.Unavailable, "临时文件无法删除："+kept.Name(), gone)
		}
	}()
	size, err := io.Copy(kept, io.LimitReader(in, maxPiped+1))
	if err != nil || size > maxPiped {
		return fault.Wrap(fault.Malformed, "标准输入读不完，或超过卷宗的上限；请把卷宗存成文件再核验", err)
	}
	return cmd.dossier(c, kept, size)
}

// dossier verifies a dossier and prints the sheet that a clerk files with it.
func (cmd verifyCommand) dossier(c *console, file io.ReaderAt, size int64) error {
	r, err := dossier.Verify(file, size)
	if err != nil {
		return err
	}
	out := &typeset.Sticky{To: c.out}
	fmt.Fprintf(out, "卷宗核验单\n文件      %s\n", infile.Shown(cmd.File))
	if m := r.Manifest; r.Digest != "" {
		beijing := m.MadeAt.In(time.FixedZone("UTC+8", 8*60*60)).Format("2006-01-02 15:04:05")
		fmt.Fprintf(out, "申报      %s\n生成      %s（北京时间），%s\n内容      清单一份，文件 %d 个\n清单摘要  %s\n",
			plain(m.Application.No+"　"+m.Application.City.Name+m.Application.County.Name+"　"+m.Application.Zone+"（"+m.Application.StateLabel+"）"),
			beijing, plain(m.MadeBy.Name+"（"+m.MadeBy.Label+"）"), len(m.Files), r.Digest)
	}
	if out.Err != nil {
		return out.Err
	}
	if len(r.Findings) > 0 {
		faults := make([]string, len(r.Findings))
		for i, f := range r.Findings {
			faults[i] = plain(f.String())
		}
		return c.found(faults)
	}
	fmt.Fprintln(out, "结论      完好。查过的各项：")
	for _, line := range r.Checked {
		typeset.Bullet(out, "  √ ", plain(line))
	}
	for _, line := range r.Notes {
		typeset.Bullet(out, "  － ", line)
	}
	for _, o := range r.Manifest.Omitted {
		typeset.Bullet(out, "  － ", plain("未列入："+o.What+"。"+o.Why+"。"))
	}
	fmt.Fprintln(out, "还须比对：")
	typeset.Bullet(out, "  · ", "以上证明卷宗内部没有增删改。要断定它由系统生成，请有审计权限的人在系统的审计流水 "+plain(r.Manifest.AuditStream)+
		" 中找到“export 卷宗”一条，其 afterDigest 应与清单摘要完全相同。")
	typeset.Bullet(out, "  · ", "把全部文件、清单连同审计流水一起重造的，离线核验发现不了，只有上面的比对，或与对外公布的检查点比对，才能发现。卷宗没有数字签名。")
	return out.Err
}

// plain shows nothing that could steer a terminal: the file may come from anywhere.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.C) {
			return unicode.ReplacementChar
		}
		return r
	}, text)
}
