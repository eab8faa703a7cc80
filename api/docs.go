package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"
)

const docsStyle = `body{font:16px/1.6 "Microsoft YaHei","Noto Sans SC",sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f2328}
h2{margin-top:2.5rem;border-bottom:1px solid #d0d7de}code,pre{font-family:Consolas,monospace;font-size:.9em}
summary{cursor:pointer;padding:.35rem 0}summary b{display:inline-block;width:5rem}pre{background:#f6f8fa;padding:1rem;overflow:auto}
table{border-collapse:collapse}td,th{border:1px solid #d0d7de;padding:.2rem .6rem;text-align:left;vertical-align:top}`

// docsPage shows the document without scripts and without anything from elsewhere.
const docsPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{.Title}}接口文档</title><style>{{.Style}}</style></head><body>
<h1>{{.Title}}接口文档</h1><p>{{.Description}}</p><p>机器可读的文档:<a href="openapi.json">openapi.json</a></p>
{{range .Groups}}<h2>{{.Name}}</h2>{{range .Operations}}<details><summary><b>{{.Method}}</b><code>{{.Path}}</code> {{.Summary}}</summary>
<p>{{.Description}}</p>{{if .Parameters}}<table><tr><th>参数</th><th>位置</th><th>必填</th><th>说明</th></tr>
{{range .Parameters}}<tr><td><code>{{.Name}}</code></td><td>{{.In}}</td><td>{{if .Required}}是{{end}}</td><td>{{.Description}}</td></tr>{{end}}</table>{{end}}
{{if .Body}}<p>正文:<code>{{.Body}}</code></p>{{end}}<p>应答:{{range .Answers}}<code>{{.}}</code> {{end}}</p></details>{{end}}{{end}}
</body></html>`

type docsGroup struct {
	Name       string
	Operations []docsOperation
}

type docsOperation struct {
	*huma.Operation
	Body    string
	Answers []string
}

func (s *Server) showDocs(c echo.Context) error {
	page, err := template.New("docs").Parse(docsPage)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	info := s.api.OpenAPI().Info
	if err := page.Execute(&out, map[string]any{"Title": info.Title, "Description": info.Description, "Style": template.CSS(docsStyle), "Groups": s.docsGroups()}); err != nil {
		return err
	}
	style := sha256.Sum256([]byte(docsStyle))
	c.Response().Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; style-src 'sha256-"+base64.StdEncoding.EncodeToString(style[:])+"'")
	return c.Blob(http.StatusOK, "text/html; charset=utf-8", out.Bytes())
}

// docsGroups are the operations by tag, both in the order of the paths.
func (s *Server) docsGroups() []docsGroup {
	var groups []docsGroup
	for _, o := range s.operations() {
		i := slices.IndexFunc(groups, func(g docsGroup) bool { return g.Name == o.Tags[0] })
		if i < 0 {
			i = len(groups)
			groups = append(groups, docsGroup{Name: o.Tags[0]})
		}
		shown := docsOperation{Operation: o, Answers: slices.Sorted(maps.Keys(o.Responses))}
		if o.RequestBody != nil {
			for _, media := range slices.Sorted(maps.Keys(o.RequestBody.Content)) {
				shown.Body = strings.TrimSpace(shown.Body + " " + media + " " + o.RequestBody.Content[media].Schema.Ref)
			}
		}
		groups[i].Operations = append(groups[i].Operations, shown)
	}
	return groups
}
