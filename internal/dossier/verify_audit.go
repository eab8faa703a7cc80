package dossier

import (
	"io"
	"time"

	"xianjie/internal/audit"
)

// trail is what the audit extract says, as far as other files are held against it.
type trail struct {
	entries int64
	head    string // hash of the last entry
	acts    map[act]int
	sealed  map[string]bool // action and digest after, of every entry
}

// act is an entry as a step knows it.
type act struct {
	at                                       time.Time
	action, role, from, to, name, opinionSHA string
}

// auditFile reads the extract line by line, verifies its chain and remembers what steps and snapshots are held against.
func (v *verifier) auditFile(e packed, m *meter, path, stream string, into **trail) error {
	pipe, feed := io.Pipe()
	defer pipe.Close() //nolint:errcheck // it never fails
	done := make(chan error, 1)
	go func() {
		err := v.read(e, io.MultiWriter(m, feed))
		_ = feed.CloseWithError(err) // it never fails
		done <- err
	}()
	t := &trail{acts: map[act]int{}, sealed: map[string]bool{}}
	var chain audit.Verifier
	header, err := audit.ReadExport(pipe, func(entry audit.Entry) error {
		chain.Add(entry)
		t.entries++
		t.head = entry.Hash
		t.acts[act{entry.At, entry.Action, entry.Role, entry.From, entry.To, entry.Actor, digestOf([]byte(entry.Reason))}]++
		t.sealed[entry.Action+" "+entry.AfterDigest] = true
		if entry.Stream != stream {
			v.wrong(path, "第 %d 条属于流水 %s，不是这份申报的", entry.Seq, entry.Stream)
		}
		return nil
	})
	_, _ = io.Copy(io.Discard, pipe) // whatever is left is still measured
	if broken := <-done; broken != nil {
		return broken
	}
	if err != nil {
		v.wrong(path, "%s", sentence(err))
	}
	for _, f := range chain.Finish(header.Heads) {
		v.wrong(path, "%s", f.Message)
	}
	if err == nil && (len(header.Heads) != 1 || header.Heads[0].Stream != stream || !header.ExportedAt.Equal(v.Manifest.MadeAt) || header.Scope != stream) {
		v.wrong(path, "范围、导出时刻或链头与清单不符，不是随本卷宗导出的")
	}
	*into = t
	return nil
}

// audited holds snapshots and steps against the extract: each was written there when it happened.
func (v *verifier) audited() {
	if v.trail == nil {
		v.note("本卷宗不含审计流水，快照和流转只与清单互相印证；有审计权限的人可在系统中核对。")
		return
	}
	if v.flow == nil {
		return
	}
	before := len(v.Findings)
	for _, s := range v.flow.Snapshots {
		if !v.trail.sealed[s.Action+" "+s.Digest] {
			v.wrong(SnapshotFile(s.No), "审计流水里没有“%s”冻结出摘要 %.12s… 的记录，快照被改动或替换", s.Label, s.Digest)
		}
	}
	for _, s := range v.flow.Steps {
		key := act{s.At, s.Action, s.Role, s.From, s.To, s.Name, digestOf([]byte(s.Opinion))}
		if v.trail.acts[key] == 0 {
			v.wrong(FlowFile, "第 %d 步“%s”（%s）在审计流水里没有一致的记录：时刻、岗位、状态、姓名或意见被改动", s.Seq, s.Label, s.At.In(beijing()).Format("2006-01-02 15:04:05"))
		}
		v.trail.acts[key]--
	}
	v.sound(before, "审计：%d 条记录的指纹与前后相符，编号连续，末尾与链头一致；每份快照、每一步办理都在其中。末条指纹 %.12s…。", v.trail.entries, v.trail.head)
}
