package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) packRoutes() {
	path := "/batches/{batchId}/pack"
	register(s, operation{id: "listPacks", method: http.MethodGet, path: "/batches/{batchId}/packs", summary: "政策包各版本", tag: tagBatches,
		object: objectBatch, action: "read"}, s.listPacks)
	register(s, operation{id: "getPack", method: http.MethodGet, path: path, summary: "政策包", tag: tagBatches,
		object: objectBatch, action: "read"}, s.getPack)
	register(s, operation{id: "putPack", method: http.MethodPut, path: path, summary: "修改配置中批次的政策包", tag: tagBatches,
		object: objectBatch, action: "update", intake: document, says: "If-Match 为批次的版本。"}, s.putPack)
	register(s, operation{id: "supersedePack", method: http.MethodPost, path: path, summary: "以新文号发布新版政策包", tag: tagBatches,
		object: objectBatch, action: "pack_supersede", intake: command, says: "If-Match 为批次的版本。已作出的判定不再改判。"}, s.supersedePack)
	register(s, operation{id: "getBatchRegions", method: http.MethodGet, path: "/batches/{batchId}/regions", summary: "批次的区域名单", tag: tagBatches,
		object: objectBatch, action: "read"}, s.getBatchRegions)
}

// packRow is a pack version without its content.
type packRow struct {
	Version     int        `json:"version"`
	DocNo       string     `json:"docNo" doc:"文号"`
	EffectiveAt time.Time  `json:"effectiveAt" doc:"生效时刻"`
	Digest      string     `json:"digest" doc:"内容的 SHA-256"`
	PublishedAt *time.Time `json:"publishedAt" doc:"null 表示尚未发布"`
}

func packView(p workflow.PackVersion) packRow {
	return packRow{p.Version, p.DocNo, p.EffectiveAt.UTC(), p.Digest, instant(p.PublishedAt)}
}

func (s *Server) listPacks(ctx context.Context, in *struct{ OfBatch }) (*answer[list[packRow]], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	all, err := s.deps.Store.Packs(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, packView)), ""), nil
}

type packAsked struct {
	OfBatch
	Conditional
	Version int `query:"version" minimum:"0" maximum:"100000" doc:"版本;0 为现行版本"`
}

func (s *Server) pack(ctx context.Context, in *packAsked) (workflow.PackVersion, error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return workflow.PackVersion{}, err
	}
	return s.deps.Store.ReadPack(ctx, in.BatchID, in.Version)
}

func (s *Server) getPack(ctx context.Context, in *packAsked) (*answer[packBody], error) {
	p, err := s.pack(ctx, in)
	if err != nil {
		return nil, err
	}
	tag := `"` + p.Digest + `"`
	if in.has(tag) {
		return unchanged[packBody](tag), nil
	}
	return answered(packBody{kept{p.Body}}, tag), nil
}

// batchRegions are the lists of a batch's pack that hang on divisions.
type batchRegions struct {
	PackVersion         int                    `json:"packVersion"`
	Cities              []policy.CityEntry     `json:"cities" doc:"市的区域类别与是否有重点县"`
	Counties            []policy.CountyEntry   `json:"counties" doc:"与所在市类别不同的县"`
	KeyCounties         []policy.NamedRegion   `json:"keyCounties" doc:"重点县"`
	YellowRiverCounties []policy.NamedRegion   `json:"yellowRiverCounties" doc:"沿黄县"`
	ExclusionAreas      []policy.ExclusionArea `json:"exclusionAreas" doc:"不得重复安排的区域"`
}

func (s *Server) getBatchRegions(ctx context.Context, in *packAsked) (*answer[batchRegions], error) {
	p, err := s.pack(ctx, in)
	if err != nil {
		return nil, err
	}
	tag := newStamp().text(p.Digest).number(int64(p.Version)).tag()
	if in.has(tag) {
		return unchanged[batchRegions](tag), nil
	}
	parsed, err := policy.ParsePack(p.Body)
	if err != nil {
		return nil, err
	}
	return answered(batchRegions{p.Version, parsed.Cities, parsed.Counties, parsed.KeyCounties, parsed.YellowRiverCounties, parsed.ExclusionAreas}, tag), nil
}

func (s *Server) putPack(ctx context.Context, in *struct {
	OfBatch
	Matching
	Body packBody
}) (*answer[batch], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	b, err := s.deps.Workflow.PutPack(ctx, actorOf(ctx), workflow.PutPack{Batch: in.BatchID, Version: version, Pack: in.Body.text})
	if err != nil {
		return nil, err
	}
	return s.movedView(ctx)(b), nil
}

// packText is a pack inside another body, kept as it was written.
type packText struct{ jsontext.Value }

// Schema implements huma.SchemaProvider.
func (packText) Schema(r huma.Registry) *huma.Schema { return packBody{}.Schema(r) }

type packSuperseded struct {
	OfBatch
	Matching
	Keyed
	Body struct {
		DocNo       string     `json:"docNo" minLength:"1" maxLength:"200" doc:"所依据的文号"`
		EffectiveAt *time.Time `json:"effectiveAt,omitzero" doc:"生效时刻,不早于现在;不写为立即生效"`
		Pack        packText   `json:"pack"`
	}
}

func (s *Server) supersedePack(ctx context.Context, in *packSuperseded) (*answer[batch], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	effective := time.Time{}
	if in.Body.EffectiveAt != nil {
		effective = *in.Body.EffectiveAt
	}
	b, err := s.deps.Workflow.SupersedePack(ctx, actorOf(ctx), workflow.Supersede{Batch: in.BatchID, Version: version, Pack: in.Body.Pack.Value,
		DocNo: in.Body.DocNo, EffectiveAt: effective, Receipt: receipt(ctx, s.movedView(ctx))})
	if err != nil {
		return nil, err
	}
	return s.movedView(ctx)(b), nil
}
