package api

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"xianjie/internal/report"
	"xianjie/workflow"
)

const mediaBook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

func (s *Server) rankingFileRoutes() {
	path := "/batches/{batchId}/ranking"
	register(s, operation{id: "getRankingFile", method: http.MethodGet, path: path + ".json", summary: "排名的复算文件", tag: tagReview,
		object: objectRanking, action: "read", answers: fileAnswer(mediaJSON, "xianjie score 可读的文件,专家以编号代姓名"),
		says: "与锁定时的摘要(digest)一致。"}, s.getRankingFile)
	register(s, operation{id: "getRankingBook", method: http.MethodGet, path: path + ".xlsx", summary: "排名表(Excel)", tag: tagReview,
		object: objectRanking, action: "read", answers: fileAnswer(mediaBook, "名次、算式与原始分")}, s.getRankingBook)
}

// saveAs is an answer that a browser keeps as a file, never shows.
func saveAs(name, media, tag string, body []byte) *streamed {
	return flow(func(w http.ResponseWriter, _ *http.Request) {
		h := w.Header()
		h.Set("Content-Type", media)
		h.Set("Content-Disposition", `attachment; filename="`+asciiOf(name)+`"; filename*=UTF-8''`+strings.ReplaceAll(url.QueryEscape(name), "+", "%20"))
		h.Set("Content-Length", strconv.Itoa(len(body)))
		h.Set("Cache-Control", "private, no-store")
		if tag != "" {
			h.Set("ETag", tag)
		}
		w.WriteHeader(http.StatusOK)
		_, _ = w.Write(body) // a client that has gone needs no answer
	})
}

// asciiOf is a name for clients that do not read filename*.
func asciiOf(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\%/:`, r) {
			return '_'
		}
		return r
	}, name)
}

func (s *Server) getRankingFile(ctx context.Context, in *struct{ OfBatch }) (*streamed, error) {
	b, v, err := s.ranking(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, workflow.BatchStream(b.ID), saveAs(b.Code+"排名复算文件.json", mediaJSON, rankingTag(v), v.File().Canonical()), "排名复算文件")
}

// exported keeps on record that a file of scores was taken away, and then hands it over.
func (s *Server) exported(ctx context.Context, stream string, file *streamed, what string) (*streamed, error) {
	if err := s.deps.Workflow.NoteExport(ctx, actorOf(ctx), stream, what); err != nil {
		return nil, err
	}
	return file, nil
}

func (s *Server) getRankingBook(ctx context.Context, in *struct{ OfBatch }) (*streamed, error) {
	b, v, err := s.ranking(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	body, err := report.RankingBook(bookOf(b, v))
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, workflow.BatchStream(b.ID), saveAs(b.Code+"排名表.xlsx", mediaBook, rankingTag(v), body), "排名表")
}

func bookOf(b workflow.Batch, v workflow.RankingView) report.Ranking {
	nos := numbersOf(v)
	return report.Ranking{Batch: b.Title, Code: b.Code, No: v.Ranking.No, LockedAt: v.Ranking.LockedAt.In(v.Zone), Seed: v.Ranking.Seed, Digest: v.Ranking.Digest,
		Setup: v.Setup, Rows: each(standings(v), func(st standing) report.RankingRow {
			row := report.RankingRow{Rank: st.place.Rank, No: st.app.No, City: st.app.CityName, County: st.app.CountyName, Title: st.app.Title,
				Composite: st.row.Composite, Tied: each(st.place.Tied, func(id string) string { return nos[id] }), DecidedBy: tieLabel(st.place.DecidedBy), Lot: st.row.Lot}
			if st.written != nil {
				row.Written, row.Marks = st.written.Stage, st.written.Marks
			}
			if st.defence != nil {
				row.Defence, row.DefenceMarks = st.defence.Stage, st.defence.Marks
			}
			if c := st.composite; c != nil {
				row.Working, row.Site = c.Composite.Working, c.Site
			}
			return row
		})}
}
