package workflow

import (
	"context"
	"strconv"
)

// document is the live draft or the snapshot in force; the bytes are shared and must not be changed.
func (s *Service) document(ctx context.Context, app Application, live bool) ([]byte, error) {
	key := app.ID + "/s" + strconv.Itoa(app.SnapshotNo)
	if live {
		key = app.ID + "/v" + strconv.FormatInt(app.Version, 10)
	}
	if body, known := s.documents.Get(key); known {
		return body, nil
	}
	body, err := s.readDocument(ctx, app, live)
	if err == nil {
		s.documents.Add(key, body)
	}
	return body, err
}

func (s *Service) readDocument(ctx context.Context, app Application, live bool) ([]byte, error) {
	if !live {
		snapshot, err := s.store.ReadSnapshot(ctx, app.ID, app.SnapshotNo)
		return snapshot.Body, err
	}
	kept, err := s.store.ReadDocument(ctx, app.ID)
	if err != nil {
		return nil, err
	}
	return AssembleJSON(app, kept), nil
}
