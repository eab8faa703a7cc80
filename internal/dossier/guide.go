package dossier

import (
	"fmt"
	"strings"
)

// about says of each file or folder what it is, in the order people look for them.
func about() [][2]string {
	return [][2]string{
		{ManifestFile, "清单：本卷宗的来历和每个文件的大小、摘要。请勿改动"},
		{"申报书/", "申报书全文（县里为当前稿，其他单位为现行快照）"},
		{"快照/", "历次上报时冻结的申报书（N.json）和当时的检查结论（N.findings.json）"},
		{"流转/", "办理过程、会签意见、退回单、豁免、部门确认"},
		{"评审/", "评分表、成绩、排名复算文件、视频答辩、现场核查"},
		{"决定/", "公示、异议、立项"},
		{"资金/", "资金账（余额与全部分录，每笔有封印）、各版批准的规划、凭证原件"},
		{"审计/", "这份申报（和它的资金）的审计流水，每条记录的指纹与前一条相连"},
		{"附件/", "附件原件；附件清单.json 写明每份附件在申报书中的编号和原文件名"},
	}
}

// guide is 目录.txt: what an official reads who opens the zip. It begins with a mark that old Notepads need, and breaks lines as they do.
func guide(m Manifest, parts []part) []byte {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\r\n", args...) }
	b.WriteString("\ufeff")
	say("卷宗目录")
	say("")
	say("申报编号  %s", m.Application.No)
	say("推进区    %s", m.Application.Zone)
	say("县（市区） %s%s", m.Application.City.Name, m.Application.County.Name)
	say("状态      %s", m.Application.StateLabel)
	say("生成时刻  %s（北京时间）", m.MadeAt.In(beijing()).Format("2006-01-02 15:04:05"))
	say("生成岗位  %s（%s）", m.MadeBy.Name, m.MadeBy.Label)
	say("")
	say("一、里面有什么")
	for _, line := range about() {
		n, size := 0, int64(0)
		for _, p := range parts {
			if strings.HasPrefix(p.Path, line[0]) {
				n, size = n+1, size+p.Size
			}
		}
		switch {
		case line[0] == ManifestFile:
			say("  %s  %s", line[0], line[1])
		case n > 0:
			say("  %s  %s。%d 个文件，%d 字节", line[0], line[1], n, size)
		}
	}
	say("")
	say("二、没有列入的内容")
	for _, o := range m.Omitted {
		say("  %s：%s", o.What, o.Why)
	}
	if len(m.Omitted) == 0 {
		say("  无")
	}
	say("")
	say("三、怎样核验")
	say("  1. 在装有本系统程序的电脑上运行：xianjie verify 卷宗文件.zip。不用联网，不用数据库。")
	say("  2. 请核验下载的原件。解压后又重新打包的文件，内容即使没变，也会判为不是原件。")
	say("  3. 核验单印出“清单摘要”。请有审计权限的人在系统的审计流水 %s 中，", m.AuditStream)
	say("     找“export 卷宗”那一条，其 afterDigest 应与清单摘要完全相同。")
	say("")
	say("四、核验能证明什么，不能证明什么")
	say("  能证明：文件与清单一致，没有增删改；快照、流转、附件、成绩彼此对得上；含审计流水的，还证明")
	say("  快照和每一步办理与审计流水一致。")
	say("  不能单独证明：本卷宗确由系统生成。有人把全部文件、清单连同审计流水一起重造，离线核验发现不了，")
	say("  只有第三条的比对（或与对外公布的检查点比对）才能发现。本卷宗没有数字签名。")
	return []byte(b.String())
}
