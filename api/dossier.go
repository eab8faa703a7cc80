package api

import (
	"context"
	"net/http"

	"xianjie/internal/files"
)

const mediaZip = "application/zip"

func (s *Server) dossierRoutes() {
	register(s, operation{id: "getDossier", method: http.MethodGet, path: "/applications/{id}/dossier.zip", summary: "一件申报的卷宗", tag: tagApplications,
		object: objectApplication, action: "export", answers: fileAnswer(mediaZip, "卷宗;ETag 是其清单(manifest.json)的 SHA-256"),
		says: "全部材料、流转、评审、决定与附件合为一个压缩包,内容以本人所能看到的为限,用 xianjie verify 离线核验。" +
			"每次下载都在申报的审计流水中记下清单摘要。附件与入库时不符的,下载中止,得不到完整的压缩包。"}, s.getDossier)
}

func (s *Server) getDossier(ctx context.Context, in *struct{ OfApplication }) (*streamed, error) {
	plan, err := s.deps.Workflow.Dossier(ctx, actorOf(ctx), in.ID, s.deps.Files.Open)
	if err != nil {
		return nil, err
	}
	return flow(func(w http.ResponseWriter, _ *http.Request) {
		for name, value := range files.Headers("卷宗"+plan.Manifest.Application.No+".zip", "") {
			w.Header().Set(name, value)
		}
		w.Header().Set("Content-Type", mediaZip)
		w.Header().Set("ETag", `"`+plan.Digest+`"`)
		if err := plan.Write(w, s.deps.Files.Open); err != nil {
			visitOf(ctx).cause = err
			panic(http.ErrAbortHandler) // an answer that merely ended would look whole to a browser
		}
	}), nil
}
