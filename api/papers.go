package api

import (
	"context"
	"log/slog"
	"net/http"

	"xianjie/internal/paper"
	"xianjie/policy"
)

const (
	mediaWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	mediaPDF  = "application/pdf"
	tagPapers = "公文"
)

// written is a paper for one reader, before it is set.
type written struct {
	name   string // of the file, without its ending
	paper  paper.Paper
	stream string // where it is kept on record that somebody took it away; "" for what is public or plain
}

// registerPaper adds two routes for one paper: Word, and PDF. Both set what the handler wrote.
func registerPaper[I any](s *Server, op operation, write func(context.Context, *I) (written, error)) {
	for _, format := range []struct {
		id, ending, media, says string
		set                     func(context.Context, written) ([]byte, error)
	}{
		{"Word", ".docx", mediaWord, "Word 文件", func(_ context.Context, w written) ([]byte, error) { return paper.WordPaper(w.paper) }},
		{"PDF", ".pdf", mediaPDF, "PDF 文件;服务器上没有打印字体时答 503,Word 文件不受影响", s.printPaper},
	} {
		one := op
		one.id, one.path, one.tag = op.id+format.id, op.path+format.ending, tagPapers
		one.method, one.summary, one.answers = http.MethodGet, op.summary+"("+format.id+")", fileAnswer(format.media, format.says)
		register(s, one, func(ctx context.Context, in *I) (*streamed, error) {
			w, err := write(ctx, in)
			if err != nil {
				return nil, err
			}
			body, err := format.set(ctx, w)
			if err != nil {
				return nil, err
			}
			file := saveAs(w.name+format.ending, format.media, "", body)
			if w.stream == "" {
				return file, nil
			}
			return s.exported(ctx, w.stream, file, w.name+format.ending)
		})
	}
}

// printPaper sets a paper as PDF; what it cannot show is told in the paper, and in the log so that somebody looks for a typeface.
func (s *Server) printPaper(ctx context.Context, w written) ([]byte, error) {
	body, lost, err := s.deps.Press.Print(ctx, w.paper)
	for _, l := range lost {
		s.deps.Log.WarnContext(ctx, "a character could not be printed", slog.String("paper", w.name), slog.String("character", l.String()), slog.String("request", visitOf(ctx).id))
	}
	return body, err
}

// verdictWords are the verdicts as papers print them.
var verdictWords = map[policy.Verdict]string{policy.Pass: "通过", policy.Fail: "不通过", policy.Warn: "提示", policy.NA: "不适用"}

// paperFindings are verdicts as papers print them; only those that keep wants.
func paperFindings(all []policy.Finding, keep func(policy.Finding) bool) []paper.Finding {
	out := []paper.Finding{}
	for _, f := range all {
		if !keep(f) {
			continue
		}
		one := paper.Finding{Rule: string(f.Rule), Name: f.Name, Clause: f.Clause, Verdict: verdictWords[f.Verdict], Figure: f.Figure.Text, Advice: f.Advice}
		if f.Figure.Gap != "" {
			one.Gap = f.Figure.Gap + f.Figure.Unit
		}
		if f.Waived != "" {
			one.Verdict = "豁免（" + f.Waived + "）"
		}
		out = append(out, one)
	}
	return out
}
