package dossier

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// attacks are dossiers put together anew; each must be refused with these words.
func TestAttacksAreRefused(t *testing.T) {
	m := story(t, 8, 2)
	paper := m.plan.Manifest.Files[len(m.plan.Manifest.Files)-2].Path
	tests := []struct {
		name string
		make func(b box) []byte
		want string
	}{
		{"a file is removed", func(b box) []byte { return slices.Delete(b, 4, 5).pack(t) }, "清单上有，压缩包中没有"},
		{"a file is added", func(b box) []byte { return append(b, file{"附件/x.pdf", []byte("x")}).pack(t) }, "附件/x.pdf：不在清单上"},
		{"a file is renamed", func(b box) []byte { b[3].name = "快照/9.json"; return b.pack(t) }, "快照/9.json：不在清单上"},
		{"a file is there twice", func(b box) []byte { return append(b, b[3]).pack(t) }, "出现多次"},
		{"two files change places", func(b box) []byte { b[3], b[4] = b[4], b[3]; return b.pack(t) }, "次序与清单不同"},
		{"the manifest comes last", func(b box) []byte { return append(b[1:], b[0]).pack(t) }, "次序与清单不同"},
		{"a text of the same length, the zip made anew", func(b box) []byte {
			b.change(t, "快照/1.findings.json", "V01 通过", "V02 通过")
			return b.pack(t)
		}, "快照/1.findings.json：内容与清单摘要不符"},
		{"a longer text, the zip made anew", func(b box) []byte {
			b.change(t, "快照/1.findings.json", "V01 通过", "V01 不通过")
			return b.pack(t)
		}, "快照/1.findings.json：清单记"},
		{"a snapshot under another number", func(b box) []byte { b.change(t, FlowFile, `"no": 2`, `"no": 7`); return b.relist(t).pack(t) }, "第 2 份快照的编号是 7"},
		{"a snapshot that is elsewhere", func(b box) []byte {
			b[b.at("快照/1.json")].name = "快照/8.json"
			return b.relist(t).pack(t)
		}, "快照/1.json：流转记录里有这份快照，卷宗里没有"},
		{"verdicts that are elsewhere", func(b box) []byte {
			b[b.at("快照/1.findings.json")].name = "快照/8.findings.json"
			return b.relist(t).pack(t)
		}, "快照应附当时的检查结论"},
		{"an older snapshot in force", func(b box) []byte { b.change(t, ManifestFile, `"snapshotNo": 2`, `"snapshotNo": 1`); return b.pack(t) }, "所记现行快照是第 1 号"},
		{"no snapshot in force", func(b box) []byte { b.change(t, ManifestFile, `"snapshotNo": 2`, `"snapshotNo": 0`); return b.pack(t) }, "没有快照，申报书却不是县里的草稿"},
		{"a step under another number", func(b box) []byte { b.change(t, FlowFile, `"seq": 2`, `"seq": 9`); return b.relist(t).pack(t) }, "第 2 步的序号是 9"},
		{"a step on a snapshot to come", func(b box) []byte {
			b.change(t, FlowFile, `"snapshotNo": 1`, `"snapshotNo": 6`)
			return b.relist(t).pack(t)
		}, "第 6 号快照不存在"},
		{"the state in the manifest", func(b box) []byte {
			b.change(t, ManifestFile, `"state": "SUBMITTED"`, `"state": "AWARDED"`)
			return b.pack(t)
		}, "清单所记状态却是 AWARDED"},
		{"the number in the manifest", func(b box) []byte { b.change(t, ManifestFile, `"no": "`, `"no": "9`); return b.pack(t) }, "申报编号是"},
		{"a stream exported at another time", func(b box) []byte {
			return reexported(b, t, `"exportedAt":"2022`, `"exportedAt":"2021`).relist(t).pack(t)
		}, "不是随本卷宗导出的"},
		{"a file of negative size", func(b box) []byte {
			b.change(t, ManifestFile, fmt.Sprintf(`"size": %d`, len(b[b.at(paper)].body)), `"size": -1`)
			return b.pack(t)
		}, "超过卷宗单个文本文件上限"},
		{"a snapshot and the manifest", func(b box) []byte {
			b.change(t, "快照/1.json", "第1稿", "第9稿")
			return b.relist(t).pack(t)
		}, "快照/1.json：内容的摘要"},
		{"a snapshot, the manifest and the steps, not the stream", func(b box) []byte {
			old := digestOf(b[b.at("快照/1.json")].body)
			b.change(t, "快照/1.json", "第1稿", "第9稿")
			b.change(t, FlowFile, old, digestOf(b[b.at("快照/1.json")].body))
			return b.relist(t).pack(t)
		}, "快照/1.json：审计流水里没有“提交上报”冻结出摘要"},
		{"the snapshot in force, everywhere but in the stream", func(b box) []byte {
			old := digestOf(b[b.at("快照/2.json")].body)
			b.change(t, "快照/2.json", "第2稿", "第9稿")
			b.change(t, ProposalFile, "第2稿", "第9稿")
			b.change(t, FlowFile, old, digestOf(b[b.at("快照/2.json")].body))
			return b.relist(t).pack(t)
		}, "快照/2.json：审计流水里没有"},
		{"an opinion", func(b box) []byte { b.change(t, FlowFile, "请补正", "很好好"); return b.relist(t).pack(t) }, "流转/steps.json：第 2 步“return”"},
		{"a step is left out", func(b box) []byte {
			f, err := decode[Flow](FlowFile, b[b.at(FlowFile)].body)
			must(t, err)
			f.Steps = slices.Delete(f.Steps, 1, 2)
			b[b.at(FlowFile)].body, err = encode(f)
			must(t, err)
			return b.relist(t).pack(t)
		}, "中间的步骤被删去"},
		{"an entry of the stream", func(b box) []byte {
			return reexported(b, t, "请补正", "很好好").relist(t).pack(t)
		}, "审计/stream.jsonl：流水 application/A01 第 2 条"},
		{"an entry of the stream, its sum left", func(b box) []byte {
			b.change(t, AuditFile, "请补正", "很好好")
			return b.relist(t).pack(t)
		}, "校验和不符"},
		{"the stream of another application", func(b box) []byte {
			i := b.at(AuditFile)
			b[i].body = bytes.ReplaceAll(b[i].body, []byte(stream), []byte("application/A02"))
			return reexported(b, t, "", "").relist(t).pack(t)
		}, "属于流水 application/A02"},
		{"the proposal is an older snapshot", func(b box) []byte {
			b[b.at(ProposalFile)].body = b[b.at("快照/1.json")].body
			return b.relist(t).pack(t)
		}, "字节起与现行快照 快照/2.json 不同"},
		{"the totals of the manifest", func(b box) []byte { b.change(t, ManifestFile, `"linkage": `, `"linkage": 1`); return b.pack(t) }, "重新合计"},
		{"an attachment is exchanged", func(b box) []byte { b[b.at(paper)].body = []byte("另一份"); return b.relist(t).pack(t) }, "与附件清单所记"},
		{"an attachment and its line in the list", func(b box) []byte {
			old := digestOf(b[b.at(paper)].body)
			b[b.at(paper)].body = []byte("另一份")
			b.change(t, AttachmentsFile, old, digestOf([]byte("另一份")))
			return b.relist(t).pack(t)
		}, "不在卷宗里，或已不是申报时的那一份"},
		{"an attachment nobody handed in", func(b box) []byte {
			return append(b, file{"附件/x.pdf", []byte("x")}).relist(t).pack(t)
		}, "附件/x.pdf：不在附件清单上"},
		{"a mark in the ranking", func(b box) []byte {
			b.change(t, RankingFile, `"total":`, `"total": `)
			return b.relist(t).pack(t)
		}, "评审/排名.json：摘要"},
		{"a place in the ranking and its digest", func(b box) []byte {
			old := digestOf(b[b.at(RankingFile)].body)
			b.change(t, RankingFile, `"composite": "85.12"`, `"composite": "85.13"`)
			b.change(t, StandingFile, old, digestOf(b[b.at(RankingFile)].body))
			return b.relist(t).pack(t)
		}, "评审/排名.json：复算不符"},
		{"the steps are missing from zip and manifest", func(b box) []byte {
			return slices.Delete(b, b.at(FlowFile), b.at(FlowFile)+1).relist(t).pack(t)
		}, "流转/steps.json：卷宗应有此文件"},
		{"the ranking without the standing", func(b box) []byte {
			return slices.Delete(b, b.at(StandingFile), b.at(StandingFile)+1).relist(t).pack(t)
		}, "应当成对"},
		{"a snapshot more than the steps know", func(b box) []byte {
			return append(b, file{"快照/3.json", []byte("{}")}).relist(t).pack(t)
		}, "快照文件夹里却有 5 个文件"},
		{"an unknown member of the manifest", func(b box) []byte { b.change(t, ManifestFile, "{", "{\n  \"x\": 1,"); return b.pack(t) }, "没有这个字段"},
		{"a member of the manifest twice", func(b box) []byte {
			b.change(t, ManifestFile, "{", "{\n  \"nonce\": \"x\",")
			return b.pack(t)
		}, "重复出现"},
		{"the manifest in another spelling", func(b box) []byte { b.change(t, ManifestFile, "{", "{ "); return b.pack(t) }, "第 2 字节起不是系统写出的样子"},
		{"a format of tomorrow", func(b box) []byte { b.change(t, ManifestFile, `"version": 1`, `"version": 2`); return b.pack(t) }, "不受支持"},
		{"other times on the files", func(b box) []byte { b.change(t, ManifestFile, "2022-12-10T04", "2022-12-10T05"); return b.pack(t) }, "时间与清单的生成时刻不符"},
		{"a way out of the folder", func(b box) []byte { return append(b, file{"../x", nil}).relist(t).pack(t) }, "“../x”不安全"},
		{"a way out in the middle", func(b box) []byte { return append(b, file{"附件/../../x", nil}).relist(t).pack(t) }, "不安全"},
		{"an absolute path", func(b box) []byte { return append(b, file{"/etc/passwd", nil}).relist(t).pack(t) }, "不安全"},
		{"a Windows path", func(b box) []byte { return append(b, file{`附件\x`, nil}).relist(t).pack(t) }, "不安全"},
		{"a drive", func(b box) []byte { return append(b, file{"C:x", nil}).relist(t).pack(t) }, "不安全"},
		{"a device", func(b box) []byte { return append(b, file{"附件/con.txt", nil}).relist(t).pack(t) }, "不安全"},
		{"a name that ends in a dot", func(b box) []byte { return append(b, file{"附件/x.", nil}).relist(t).pack(t) }, "不安全"},
		{"a text that runs backwards", func(b box) []byte { return append(b, file{"附件/\u202efdp.exe", nil}).relist(t).pack(t) }, "不安全"},
		{"a folder as a file", func(b box) []byte { return append(b, file{"附件/x/", nil}).relist(t).pack(t) }, "系统写出"},
		{"two names that differ in capitals", func(b box) []byte {
			return append(b, file{"附件/x.PDF", nil}, file{"附件/X.pdf", nil}).relist(t).pack(t)
		}, "重复（不分大小写）"},
		{"a second manifest in capitals", func(b box) []byte { return append(b, file{"Manifest.json", nil}).relist(t).pack(t) }, "重复（不分大小写）"},
		{"a symbolic link", func(b box) []byte {
			return b.packed(t, func(h *zip.FileHeader) {
				if h.Name == paper {
					h.SetMode(0o777 | 1<<27) // fs.ModeSymlink
				}
			})
		}, "可能是链接"},
		{"an attachment that is deflated", func(b box) []byte {
			return b.packed(t, func(h *zip.FileHeader) { h.Method = zip.Deflate })
		}, "压缩方式"},
		{"a text that is stored", func(b box) []byte {
			return b.packed(t, func(h *zip.FileHeader) { h.Method = zip.Store })
		}, "压缩方式"},
		{"an extra field", func(b box) []byte {
			return b.packed(t, func(h *zip.FileHeader) { h.Extra = []byte("XX\x01\x00x") })
		}, "时间与清单"},
		{"a comment on a file", func(b box) []byte { return b.packed(t, func(h *zip.FileHeader) { h.Comment = "x" }) }, "不是系统写出的样子"},
		{"a bomb", func(b box) []byte {
			b[b.at(ProposalFile)].body = make([]byte, 100<<20)
			return b.relist(t).pack(t)
		}, "压缩炸弹"},
		{"a text beyond the bound", func(b box) []byte {
			b.change(t, ManifestFile, fmt.Sprintf(`"size": %d`, len(b[b.at(ProposalFile)].body)), `"size": 999999999`)
			return b.pack(t)
		}, "超过卷宗单个文本文件上限"},
		{"a whole beyond the bound", func(b box) []byte {
			b.change(t, ManifestFile, fmt.Sprintf(`"size": %d`, len(b[b.at(paper)].body)), `"size": 9999999999999`)
			return b.pack(t)
		}, "合计超过上限"},
		{"a dossier within the dossier", func(b box) []byte { return append(b, file{"卷宗.zip", m.text}).pack(t) }, "卷宗.zip：不在清单上"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			text := tt.make(unpack(t, m.text))
			runtime.ReadMemStats(&before)
			got := told(text)
			runtime.ReadMemStats(&after)
			if !strings.Contains(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > 64<<20 {
				t.Errorf("%d MB spent", spent>>20)
			}
		})
	}
}

// reexported changes entries of the stream and makes its last line anew.
func reexported(b box, t *testing.T, from, to string) box {
	t.Helper()
	if from != "" {
		b.change(t, AuditFile, from, to)
	}
	i := b.at(AuditFile)
	end := bytes.LastIndex(b[i].body, []byte(`{"end"`))
	lines := b[i].body[:end]
	entries := bytes.Count(lines, []byte(`{"entry"`))
	b[i].body = append(bytes.Clone(lines), fmt.Sprintf(`{"end":{"entries":%d,"sha256":"%s"}}`+"\n", entries, digestOf(lines))...)
	return b
}
