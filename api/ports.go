package api

import (
	"context"
	"log/slog"

	"xianjie/internal/files"
	"xianjie/internal/identity"
	"xianjie/internal/paper"
	"xianjie/workflow"
)

// Access answers whether a role granted in one region may do something to an object of another. policy/access has it.
type Access interface {
	May(role, grant, region, object, action string) bool
	Held(role string) []string
}

// Deps are what the API stands on. Everything but Log is required to serve; describing the routes needs none of it.
type Deps struct {
	Workflow  *workflow.Service
	Store     workflow.Store // reads of batches and audit streams, the deciding clock, kept answers
	Identity  *identity.Service
	Files     *files.Store
	Access    Access
	Press     *paper.Press // nil has no typefaces: no PDF
	Addresses identity.AddressPolicy
	Ready     func(context.Context) error // whether the database answers and its schema is this program's
	Log       *slog.Logger                // nil logs nothing
	Version   string                      // of the build, shown by /healthz
	Secure    bool                        // the outside speaks HTTPS: cookies are Secure and __Host-
	Limits    Limits                      // zero values take the defaults
}
