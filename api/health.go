package api

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"xianjie/internal/fault"
)

// healthRoutes stand outside the document's base as well, where container platforms look for them.
func (s *Server) healthRoutes() {
	for _, prefix := range []string{"", Base} {
		s.echo.GET(prefix+"/healthz", s.alive)
		s.echo.GET(prefix+"/readyz", s.ready)
	}
}

// state is what a health check says.
type state struct {
	Status  string `json:"status"`
	Version string `json:"version"`
}

// alive says that the process answers.
func (s *Server) alive(c echo.Context) error {
	return s.say(c, state{"ok", s.deps.Version})
}

// ready says that the database answers and has this program's schema.
func (s *Server) ready(c echo.Context) error {
	if err := s.deps.Ready(c.Request().Context()); err != nil {
		return fault.Wrap(fault.Unavailable, "数据库没有应答或结构与程序不符,暂时不能办理", err)
	}
	return s.say(c, state{"ready", s.deps.Version})
}

func (s *Server) say(c echo.Context, v any) error {
	h := c.Response().Header()
	h.Set("Cache-Control", noStore)
	h.Set("Content-Type", mediaJSON)
	c.Response().WriteHeader(http.StatusOK)
	return marshal(c.Response(), v)
}
