package api

import (
	"log/slog"
	"net/http"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"xianjie/internal/paper"
)

// Base is where the API lives.
const Base = "/api/v1"

// Server answers HTTP requests. It keeps no state but its metrics and its brakes, so replicas run side by side.
type Server struct {
	deps    Deps
	echo    *echo.Echo
	api     huma.API
	metrics *metrics
	cross   *http.CrossOriginProtection

	verifying sync.Mutex // of all audit streams, which is heavy
}

// New builds the server and all its routes. It looks at nothing in deps yet.
func New(deps Deps) *Server {
	speakChinese()
	deps.Limits = deps.Limits.orDefaults()
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	if deps.Press == nil {
		deps.Press = paper.NewPress("", 1)
	}
	s := &Server{deps: deps, echo: echo.New(), metrics: newMetrics(), cross: http.NewCrossOriginProtection()}
	s.echo.HTTPErrorHandler = s.failed
	s.echo.Use(s.accompany, s.recovered, s.guarded)
	s.api = humaecho.NewV4WithGroup(s.echo, s.echo.Group(Base), s.config())
	s.api.UseMiddleware(s.enter, s.takeIn, s.once)
	s.routes()
	s.describe()
	return s
}

// Handler serves everything below Base, and the health checks.
func (s *Server) Handler() http.Handler { return compressed(s.echo) }

// MetricsHandler serves the metrics; it belongs on a listener of its own.
func (s *Server) MetricsHandler() http.Handler { return s.metrics.handler() }

// routes registers every noun.
func (s *Server) routes() {
	s.sessionRoutes()
	s.secondFactorRoutes()
	s.accountRoutes()
	s.grantRoutes()
	s.batchRoutes()
	s.packRoutes()
	s.regionRoutes()
	s.shortlistRoutes()
	s.applicationRoutes()
	s.sectionRoutes()
	s.projectRoutes()
	s.projectTableRoutes()
	s.partRoutes()
	s.checkRoutes()
	s.actionRoutes()
	s.historyRoutes()
	s.dossierRoutes()
	s.snapshotRoutes()
	s.waiverRoutes()
	s.confirmationRoutes()
	s.attachmentRoutes()
	s.uploadRoutes()
	s.downloadRoutes()
	s.noticeRoutes()
	s.publicNoticeRoutes()
	s.objectionRoutes()
	s.awardRoutes()
	s.fundRoutes()
	s.fundEntryRoutes()
	s.fundBookRoutes()
	s.voucherRoutes()
	s.supervisionRoutes()
	s.monthlyRoutes()
	s.planChangeRoutes()
	s.planRoutes()
	s.simulationRoutes()
	s.defenceRoutes()
	s.siteRoutes()
	s.photoRoutes()
	s.expertRoutes()
	s.drawRoutes()
	s.panelRoutes()
	s.reviewRoutes()
	s.reviewActionRoutes()
	s.scoreSheetRoutes()
	s.rankingRoutes()
	s.rankingFileRoutes()
	s.rankingDeskRoutes()
	s.bookRoutes()
	s.dossierPaperRoutes()
	s.batchPaperRoutes()
	s.noticePaperRoutes()
	s.fundPaperRoutes()
	s.todoRoutes()
	s.auditRoutes()
	s.verificationRoutes()
	s.healthRoutes()
}
