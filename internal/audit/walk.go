package audit

import (
	"cmp"
	"slices"
)

// walk follows one chain from its start. After identify, every record that still is not sound has a changed content or hash.
func (v *Verifier) walk(stream string, c *chain) {
	c.records = slices.DeleteFunc(c.records, func(r *record) bool { return r.gone })
	slices.SortStableFunc(c.records, func(a, b *record) int { return cmp.Compare(a.seq, b.seq) })
	var start digest
	unhex(Start(stream).Hash, &start)
	before, known := start, true // hash the next entry must name; unknown after a gap
	blamed := int64(0)           // the last number found changed: it explains a broken link right after it
	next := int64(1)
	genuine := map[int64]digest{} // hashes at the numbers some head names
	for _, h := range v.heads[stream] {
		genuine[h.Seq] = digest{}
	}
	for i := 0; i < len(c.records); {
		seq := c.records[i].seq
		end := i
		for end < len(c.records) && c.records[end].seq == seq {
			end++
		}
		same := c.records[i:end]
		after := c.following(end, seq+1)
		i = end
		if seq < 1 {
			for range same {
				v.report(finding(stream, seq, Inserted, "序号不合法，不是系统写入的记录"))
			}
			continue
		}
		if seq > next {
			v.report(gap(stream, next, seq-1, Missing, "记录被删除"))
			known = false
		}
		r := v.choose(stream, same, before, known, after)
		linked := !known || r.prev == before
		switch {
		case !r.sound:
			v.report(finding(stream, seq, Changed, "内容或摘要被改动"))
			blamed = seq
		case !linked && (blamed == 0 || blamed != seq-1):
			// The entry is whole but names another predecessor. When its successor vouches for it, or it is the last, the
			// predecessor was changed together with its own hash; otherwise this one was.
			if culprit := seq - 1; culprit >= 1 && (len(after) == 0 || vouched(r, after)) {
				v.report(finding(stream, culprit, Changed, "内容被改动并重算了自身摘要，与后一条不衔接"))
			} else {
				v.report(finding(stream, seq, Changed, "内容被改动并重算了自身摘要，与前一条不衔接"))
				blamed = seq
			}
		}
		before, known, next = r.hash, true, seq+1
		if _, wanted := genuine[seq]; wanted {
			genuine[seq] = r.hash
		}
	}
	v.compare(stream, next-1, genuine)
}

// choose picks the genuine one among entries that claim the same number, and reports the others.
func (v *Verifier) choose(stream string, same []*record, before digest, known bool, after []*record) *record {
	best, bestScore := same[0], -1
	for _, r := range same {
		score := 0
		if r.sound {
			score++
		}
		if known && r.prev == before {
			score += 2
		}
		if vouched(r, after) {
			score += 4
		}
		if score > bestScore {
			best, bestScore = r, score
		}
	}
	for _, r := range same {
		switch {
		case r == best:
		case r.sound && r.hash == best.hash:
			v.report(finding(stream, r.seq, Duplicated, "同一条记录出现多次"))
		default:
			v.report(finding(stream, r.seq, Inserted, "插入了不是系统写入的记录"))
		}
	}
	return best
}

// compare holds the chain against the heads kept elsewhere; genuine has the hash found at each head's number.
func (v *Verifier) compare(stream string, last int64, genuine map[int64]digest) {
	heads := slices.Clone(v.heads[stream])
	slices.SortFunc(heads, func(a, b Head) int { return cmp.Compare(a.Seq, b.Seq) })
	if n := len(heads); n > 0 && heads[n-1].Seq > last {
		v.report(gap(stream, last+1, heads[n-1].Seq, Cut, "末尾的记录被截断"))
	}
	for _, h := range heads {
		if h.Seq < 1 || h.Seq > last || v.reported(stream, h.Seq) {
			continue
		}
		var want digest
		if !unhex(h.Hash, &want) || genuine[h.Seq] != want {
			v.report(finding(stream, h.Seq, Rewritten, "与留存的链头不一致，此条及其之前的若干记录被整体改写"))
			return
		}
	}
}

// reported says whether a finding already speaks of the number.
func (v *Verifier) reported(stream string, seq int64) bool {
	return slices.ContainsFunc(v.faults[stream], func(f Fault) bool { return f.Seq <= seq && seq <= f.Last })
}

// following are the records numbered seq, starting at index i of the sorted chain.
func (c *chain) following(i int, seq int64) []*record {
	end := i
	for end < len(c.records) && c.records[end].seq == seq {
		end++
	}
	return c.records[i:end]
}

func vouched(r *record, after []*record) bool {
	return slices.ContainsFunc(after, func(a *record) bool { return a.prev == r.hash })
}
