package audit

// identifyBudget bounds the hashes spent on finding out where misplaced entries belong: about a second on a slow machine. A
// database in which more than that is wrong needs no finer account; the rest is reported as changed.
const identifyBudget = 300_000

// freePerStream bounds the places without an entry that are tried per stream.
const freePerStream = 256

// slot is a place in some stream.
type slot struct {
	stream string
	seq    int64
}

// identify finds, for entries whose hash does not fit where they stand, the place where it does: they were exchanged,
// renumbered, copied or moved between streams. Found ones are reported and put back, so that the walk sees the true chain.
func (v *Verifier) identify(budget int) {
	if len(v.suspect) == 0 {
		return
	}
	taken := v.taken()
	free := v.free(taken)
	original := make(map[digest]slot, len(taken)) // where a copied hash comes from
	for s, hash := range taken {
		original[hash] = s
	}
	for _, r := range v.suspect {
		e := r.entry
		here := slot{e.Stream, e.Seq}
		near := []slot{{e.Stream, e.Seq - 1}, {e.Stream, e.Seq + 1}}
		if s, copied := original[r.hash]; copied {
			near = []slot{s}
		}
		for _, s := range append(near, free...) {
			if budget--; budget < 0 {
				return
			}
			if s != here && e.sum(s.stream, s.seq) == r.hash {
				v.putBack(r, s, taken)
				break
			}
		}
	}
}

// taken are the places of sound entries, with their hashes.
func (v *Verifier) taken() map[slot]digest {
	taken := map[slot]digest{}
	for stream, c := range v.chains {
		for _, r := range c.records {
			if r.sound {
				taken[slot{stream, r.seq}] = r.hash
			}
		}
	}
	return taken
}

// free are the places without a sound entry: gaps, places of suspects, the end of each stream, and the run between it and a
// kept head.
func (v *Verifier) free(taken map[slot]digest) []slot {
	var free []slot
	for stream, c := range v.chains {
		last := int64(0)
		for _, r := range c.records {
			last = max(last, r.seq)
		}
		for _, h := range v.heads[stream] {
			last = max(last, h.Seq)
		}
		found := 0
		for seq := int64(1); seq-1 <= last && found < freePerStream; seq++ {
			if _, full := taken[slot{stream, seq}]; !full {
				free = append(free, slot{stream, seq})
				found++
			}
		}
	}
	return free
}

// putBack reports a misplaced entry and moves it to the place its hash fits. A copy of an entry that stands there already is
// reported and dropped.
func (v *Verifier) putBack(r *record, s slot, taken map[slot]digest) {
	stream, seq := r.entry.Stream, r.entry.Seq
	if hash, full := taken[s]; full && hash == r.hash {
		r.gone = true
		v.report(finding(stream, seq, Duplicated, "是流水 %s 第 %d 条的副本", s.stream, s.seq))
		return
	}
	taken[s] = r.hash
	if s.stream == stream {
		v.report(finding(stream, seq, Swapped, "应为第 %d 条，次序被调换", s.seq))
		r.seq, r.sound = s.seq, true
		return
	}
	v.report(finding(stream, seq, Moved, "原属流水 %s 第 %d 条，被移到此处", s.stream, s.seq))
	v.report(finding(s.stream, s.seq, Moved, "被移到流水 %s 第 %d 条", stream, seq))
	r.gone = true
	to := v.chain(s.stream)
	to.records = append(to.records, &record{seq: s.seq, hash: r.hash, prev: r.prev, sound: true})
}
