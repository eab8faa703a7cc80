package api

import (
	"bytes"
	"encoding/json"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"
)

// OpenAPI is the OpenAPI 3.1 document of this API, indented and always the same for the same code. It needs no database.
func OpenAPI() ([]byte, error) { return New(Deps{}).document() }

// config is huma without its own pages, schema links and guesses.
func (s *Server) config() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{Title: "衔接", Version: "1", Description: "衔接乡村振兴集中推进区申报与评审。金额为万元十进制数,时刻为 UTC 的 RFC 3339,日期为 YYYY-MM-DD。\n\n" +
				"修改须带 If-Match(取自应答的 ETag);POST 命令可带 Idempotency-Key。错误一律为 application/problem+json,detail 写明如何处理。"},
			Servers: []*huma.Server{{URL: Base}},
			Components: &huma.Components{
				Schemas:         huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer),
				SecuritySchemes: map[string]*huma.SecurityScheme{"session": {Type: "apiKey", In: "cookie", Name: "xianjie", Description: "登录后由服务器设置;HTTPS 下名为 __Host-xianjie"}},
			},
			Security: []map[string][]string{{"session": {}}},
		},
		Formats:                      map[string]huma.Format{mediaJSON: strictJSON, "json": strictJSON},
		DefaultFormat:                mediaJSON,
		RejectUnknownQueryParameters: true,
	}
}

func (s *Server) document() ([]byte, error) {
	raw, err := json.Marshal(s.api.OpenAPI())
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, raw, "", "  "); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// describe serves the document and the page that shows it. Both are made at the first request: most servers are never asked.
func (s *Server) describe() {
	s.echo.GET(Base+"/openapi.json", func(c echo.Context) error {
		text, err := s.document()
		if err != nil {
			return err
		}
		return c.Blob(http.StatusOK, "application/openapi+json", text)
	})
	s.echo.GET(Base+"/docs", s.showDocs)
}
