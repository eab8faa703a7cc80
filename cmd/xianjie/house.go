package main

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/files"
	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// house is everything a running system consists of, put together over one database.
type house struct {
	store    *store.Store
	door     *access.Door
	accounts *identity.Service
	files    *files.Store // nil where no attachment is touched
	work     *workflow.Service
}

// openHouse puts the house together over an open database. folder is where attachments are kept, "" for none. It takes over the
// store: Close closes it, and so does a failure here.
func openHouse(s *store.Store, folder string, now func() time.Time) (*house, error) {
	h := &house{store: s}
	if err := h.furnish(folder, now); err != nil {
		return nil, errors.Join(err, h.Close())
	}
	return h, nil
}

func (h *house) furnish(folder string, now func() time.Time) error {
	var err error
	if h.door, err = access.New(); err != nil {
		return err
	}
	config := identity.Defaults()
	config.Clock = now
	config.RegionExists = func(code string) bool { _, ok := policy.RegionByCode(code); return ok }
	if h.accounts, err = identity.New(h.store.Identity(), h.door, config); err != nil {
		return err
	}
	if folder != "" {
		if h.files, err = files.New(folder); err != nil {
			return err
		}
	}
	h.work = workflow.New(h.store, h.door, func() string { return uuid.Must(uuid.NewV7()).String() })
	return nil
}

// Close lets go of the files and the database.
func (h *house) Close() error {
	var err error
	if h.files != nil {
		err = h.files.Close()
	}
	return errors.Join(err, h.store.Close())
}

// empty reports whether nobody has an account yet.
func (h *house) empty(ctx context.Context) (bool, error) {
	_, all, err := h.accounts.Accounts(ctx, identity.Query{Page: 1, PageSize: 1})
	return all == 0, err
}
