package api

import (
	"context"
	"iter"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"xianjie/internal/audit"
	"xianjie/internal/files"
)

// exportPage is how many entries are read at a time.
const exportPage = 500

func exportAnswer() map[string]*huma.Response {
	return map[string]*huma.Response{"200": {Description: "JSON Lines 文件", Content: map[string]*huma.MediaType{
		"application/jsonl": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}}}}
}

func (s *Server) exportAuditStream(ctx context.Context, in *StreamNamed) (*streamed, error) {
	if err := s.readsStream(ctx, *in, "verify"); err != nil {
		return nil, err
	}
	heads, err := s.deps.Store.AuditHeads(ctx)
	if err != nil {
		return nil, err
	}
	for _, head := range heads {
		if head.Stream == in.name() {
			return s.export(ctx, in.name(), []audit.Head{head})
		}
	}
	return nil, notSeen()
}

func (s *Server) exportAudit(ctx context.Context, _ *struct{}) (*streamed, error) {
	if err := s.readsAll(ctx, "verify"); err != nil {
		return nil, err
	}
	heads, err := s.deps.Store.AuditHeads(ctx)
	if err != nil {
		return nil, err
	}
	return s.export(ctx, "*", heads)
}

// export writes streams up to the given heads, so that entries written meanwhile do not matter.
func (s *Server) export(ctx context.Context, scope string, heads []audit.Head) (*streamed, error) {
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	return flow(func(w http.ResponseWriter, _ *http.Request) {
		for name, value := range files.Headers(exportName(scope), "") {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Type", "application/jsonl")
		header := audit.Header{Scope: scope, ExportedAt: now, Heads: heads}
		if err := audit.Export(w, header, s.stretches(ctx, heads)); err != nil {
			visitOf(ctx).cause = err // the file lacks its end and will not verify
		}
	}), nil
}

// stretches reads the streams one after another, page by page.
func (s *Server) stretches(ctx context.Context, heads []audit.Head) iter.Seq2[audit.Entry, error] {
	return func(yield func(audit.Entry, error) bool) {
		for _, head := range heads {
			for after := int64(0); after < head.Seq; {
				page, err := s.deps.Store.Audit(ctx, head.Stream, after, int(min(exportPage, head.Seq-after)))
				if err != nil || len(page) == 0 {
					if err != nil {
						yield(audit.Entry{}, err)
						return
					}
					break
				}
				for _, e := range page {
					if !yield(e, nil) {
						return
					}
				}
				after = page[len(page)-1].Seq
			}
		}
	}
}
